import { FormingError, FormingIntake, type FormingTaken } from '../../matching/index.ts';
import { Misuse } from '../command.ts';
import { readFields, readList, readThree } from '../json/fields.ts';
import { JsonBytes } from '../json/json-bytes.ts';

/** The input of `porchlight form-circles`. Throws Misuse in one line that names the field. `tick` is called now and then. */
export function readForming(bytes: Buffer, tick = (): void => {}): FormingTaken {
  try {
    return new Reading(new JsonBytes(bytes), tick).all();
  } catch (error) {
    if (error instanceof FormingError) throw new Misuse(error.message);
    throw error;
  }
}

class Reading {
  private readonly intake = new FormingIntake();

  constructor(
    private readonly json: JsonBytes,
    private readonly tick: () => void,
  ) {}

  all(): FormingTaken {
    readFields(this.json, ['members', 'lower', 'upper', 'affinity'], (field) => this.field(field));
    return this.intake.finish();
  }

  /** Fields that we do not know are read over. */
  private field(field: string): void {
    const { json, intake } = this;
    if (field === 'members') readList(json, field, () => intake.addMember(json.value()));
    else if (field === 'weights') {
      intake.beginWeights();
      readList(json, field, () => intake.addWeight(json.value()));
    } else if (field === 'affinity') readList(json, field, (at) => this.pair(at));
    else if (field === 'circles') intake.setCircles(json.value());
    else if (field === 'lower') intake.setLower(json.value());
    else if (field === 'upper') intake.setUpper(json.value());
    else json.value();
  }

  private pair(at: number): void {
    const [one, other, score] = readThree(this.json, 'affinity', at, 'two members and a score');
    this.intake.addAffinity(one, other, score);
    if (at % 4096 === 0) this.tick();
  }
}
