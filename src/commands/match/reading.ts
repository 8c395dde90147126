import { AssignmentError, Intake, type Objective, objectiveOf, type Taken } from '../../matching/index.ts';
import { Misuse } from '../command.ts';
import { readFields, readList, readThree } from '../json/fields.ts';
import { JsonBytes } from '../json/json-bytes.ts';

export interface Read {
  taken: Taken;
  objective: Objective;
}

/** The input of `porchlight match`. Throws Misuse in one line that names the field. `tick` is called now and then. */
export function readMatch(bytes: Buffer, tick = (): void => {}): Read {
  try {
    return new Reading(new JsonBytes(bytes), tick).all();
  } catch (error) {
    if (error instanceof AssignmentError) throw new Misuse(error.message);
    throw error;
  }
}

class Reading {
  private readonly intake = new Intake();
  private objective: Objective = 'most-matched-then-total';

  constructor(
    private readonly json: JsonBytes,
    private readonly tick: () => void,
  ) {}

  all(): Read {
    readFields(this.json, ['mentees', 'mentors', 'pairs'], (field) => this.field(field));
    return { taken: this.intake.finish(), objective: this.objective };
  }

  /** Fields that we do not know are read over. */
  private field(field: string): void {
    const { json, intake } = this;
    if (field === 'objective') this.objective = objectiveOf(json.value());
    else if (field === 'mentees') readList(json, field, () => intake.addMentee(json.value()));
    else if (field === 'mentors') readList(json, field, (at) => this.mentor(at));
    else if (field === 'pairs') readList(json, field, (at) => this.pair(at));
    else json.value();
  }

  private mentor(at: number): void {
    const { json } = this;
    const fields: Record<string, unknown> = Object.create(null);
    if (json.next() !== '{') throw new Misuse(`mentors[${at}] must be an object with id and capacity.`);
    json.object((field) => {
      if (field in fields) throw new Misuse(`mentors[${at}].${field} is given twice.`);
      // null stands for what is no value of one word: it is as wrong for an id or a capacity.
      fields[field] = json.value() ?? null;
    });
    this.intake.addMentor(fields.id, fields.capacity);
  }

  private pair(at: number): void {
    const [mentee, mentor, score] = readThree(this.json, 'pairs', at, 'a mentee, a mentor and a score');
    this.intake.addPair(mentee, mentor, score);
    if (at % 4096 === 0) this.tick();
  }
}
