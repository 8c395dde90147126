import { FormingError, FormingIntake, type FormingTaken } from '../../matching/index.ts';
import { Misuse } from '../command.ts';
import { JsonBytes } from '../match/json-bytes.ts';

/** The input of `porchlight form-circles`. Throws Misuse in one line that names the field. `tick` is called now and then. */
export function readForming(bytes: Buffer, tick = (): void => {}): FormingTaken {
  try {
    return new Reading(new JsonBytes(bytes), tick).all();
  } catch (error) {
    if (error instanceof FormingError) throw new Misuse(error.message);
    throw error;
  }
}

const REQUIRED = ['members', 'lower', 'upper', 'affinity'];

class Reading {
  private readonly intake = new FormingIntake();
  private readonly given = new Set<string>();

  constructor(
    private readonly json: JsonBytes,
    private readonly tick: () => void,
  ) {}

  all(): FormingTaken {
    if (this.json.next() !== '{') {
      this.json.value();
      throw new Misuse('The input must be an object with members, lower, upper and affinity.');
    }
    this.json.object((field) => this.field(field));
    this.json.end();
    const missing = REQUIRED.find((field) => !this.given.has(field));
    if (missing) throw new Misuse(`${missing} is missing.`);
    return this.intake.finish();
  }

  /** Fields that we do not know are read over. */
  private field(field: string): void {
    const { json, intake } = this;
    if (this.given.has(field)) throw new Misuse(`${JSON.stringify(field)} is given twice.`);
    this.given.add(field);
    if (field === 'members') this.list(field, () => intake.addMember(json.value()));
    else if (field === 'weights') {
      intake.beginWeights();
      this.list(field, () => intake.addWeight(json.value()));
    } else if (field === 'affinity') this.list(field, (at) => this.pair(at));
    else if (field === 'circles') intake.setCircles(json.value());
    else if (field === 'lower') intake.setLower(json.value());
    else if (field === 'upper') intake.setUpper(json.value());
    else json.value();
  }

  private list(field: string, visit: (at: number) => void): void {
    if (this.json.next() !== '[') throw new Misuse(`${field} must be an array.`);
    this.json.array(visit);
  }

  private pair(at: number): void {
    const { json } = this;
    const parts: unknown[] = [undefined, undefined, undefined];
    let length = 0;
    if (json.next() === '[') {
      json.array((index) => {
        if (index < 3) parts[index] = json.value();
        else json.value();
        length += 1;
      });
    } else json.value();
    if (length !== 3) throw new Misuse(`affinity[${at}] must be two members and a score.`);
    this.intake.addAffinity(parts[0], parts[1], parts[2]);
    if (at % 4096 === 0) this.tick();
  }
}
