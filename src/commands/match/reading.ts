import { AssignmentError, Intake, type Objective, objectiveOf, type Taken } from '../../matching/index.ts';
import { Misuse } from '../command.ts';
import { JsonBytes } from './json-bytes.ts';

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

const REQUIRED = ['mentees', 'mentors', 'pairs'];

class Reading {
  private readonly intake = new Intake();
  private readonly given = new Set<string>();
  private objective: Objective = 'most-matched-then-total';

  constructor(
    private readonly json: JsonBytes,
    private readonly tick: () => void,
  ) {}

  all(): Read {
    if (this.json.next() !== '{') {
      this.json.value();
      throw new Misuse('The input must be an object with mentees, mentors and pairs.');
    }
    this.json.object((field) => this.field(field));
    this.json.end();
    const missing = REQUIRED.find((field) => !this.given.has(field));
    if (missing) throw new Misuse(`${missing} is missing.`);
    return { taken: this.intake.finish(), objective: this.objective };
  }

  /** Fields that we do not know are read over. */
  private field(field: string): void {
    const { json, intake } = this;
    if (this.given.has(field)) throw new Misuse(`${JSON.stringify(field)} is given twice.`);
    this.given.add(field);
    if (field === 'objective') this.objective = objectiveOf(json.value());
    else if (field === 'mentees') this.list(field, () => intake.addMentee(json.value()));
    else if (field === 'mentors') this.list(field, (at) => this.mentor(at));
    else if (field === 'pairs') this.list(field, (at) => this.pair(at));
    else json.value();
  }

  private list(field: string, visit: (at: number) => void): void {
    if (this.json.next() !== '[') throw new Misuse(`${field} must be an array.`);
    this.json.array(visit);
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
    const { json } = this;
    const parts: unknown[] = [undefined, undefined, undefined];
    let length = 0;
    if (json.next() === '[') {
      json.array((index) => {
        parts[index] = json.value();
        length += 1;
      });
    } else json.value();
    if (length !== 3) throw new Misuse(`pairs[${at}] must be a mentee, a mentor and a score.`);
    this.intake.addPair(parts[0], parts[1], parts[2]);
    if (at % 4096 === 0) this.tick();
  }
}
