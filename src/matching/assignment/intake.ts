import { AssignmentError, MOST_CAPACITY, OBJECTIVES, type Objective, type Pairs } from './problem.ts';

/** Everything that was given, checked, with pairs in columns. */
export interface Taken {
  mentees: string[];
  mentors: string[];
  capacities: number[];
  pairs: Pairs;
}

/**
 * Takes mentees, mentors and pairs one by one, in any order, and refuses what cannot be by the name of its field. Made
 * for millions of pairs: they go into columns of numbers as they come.
 */
export class Intake {
  private readonly mentees = new Ids('mentee', 'mentees');
  private readonly mentors = new Ids('mentor', 'mentors');
  private readonly capacities: number[] = [];
  private mentee = new Int32Array(1024);
  private mentor = new Int32Array(1024);
  private score = new Float64Array(1024);
  private count = 0;

  addMentee(id: unknown): void {
    this.mentees.list(id, `mentees[${this.mentees.listed}]`);
  }

  /** A mentor who names no capacity takes one mentee. */
  addMentor(id: unknown, capacity: unknown = 1): void {
    const field = `mentors[${this.mentors.listed}]`;
    const place = this.mentors.list(id, `${field}.id`);
    if (typeof capacity !== 'number' || !Number.isInteger(capacity) || capacity < 0) {
      throw new AssignmentError(`${field}.capacity must be a whole number, 0 or more.`);
    }
    this.capacities[place] = Math.min(capacity, MOST_CAPACITY);
  }

  addPair(mentee: unknown, mentor: unknown, score: unknown): void {
    const at = this.count;
    if (typeof mentee !== 'string') throw new AssignmentError(`pairs[${at}][0] must be the id of a mentee.`);
    if (typeof mentor !== 'string') throw new AssignmentError(`pairs[${at}][1] must be the id of a mentor.`);
    if (typeof score !== 'number' || !Number.isFinite(score)) {
      throw new AssignmentError(`pairs[${at}][2] must be a finite number.`);
    }
    if (at === this.score.length) this.grow();
    this.mentee[at] = this.mentees.placeOf(mentee, at);
    this.mentor[at] = this.mentors.placeOf(mentor, at);
    this.score[at] = score;
    this.count += 1;
  }

  finish(): Taken {
    this.mentees.requireListed('pairs', 0);
    this.mentors.requireListed('pairs', 1);
    return {
      mentees: this.mentees.ids,
      mentors: this.mentors.ids,
      capacities: this.capacities,
      pairs: {
        mentee: this.mentee.subarray(0, this.count),
        mentor: this.mentor.subarray(0, this.count),
        score: this.score.subarray(0, this.count),
      },
    };
  }

  private grow(): void {
    const size = this.count * 2;
    const [mentee, mentor, score] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)];
    mentee.set(this.mentee);
    mentor.set(this.mentor);
    score.set(this.score);
    [this.mentee, this.mentor, this.score] = [mentee, mentor, score];
  }
}

export function objectiveOf(given: unknown): Objective {
  const objective = OBJECTIVES.find((one) => one === given);
  if (objective) return objective;
  throw new AssignmentError(`objective must be ${OBJECTIVES.map((one) => `"${one}"`).join(' or ')}.`);
}

/** Ids by their place. Pairs may name one before it is listed. */
class Ids {
  readonly ids: string[] = [];
  listed = 0;
  private readonly places = new Map<string, number>();
  private readonly isListed: boolean[] = [];
  private readonly firstPair: number[] = [];

  constructor(
    private readonly what: string,
    private readonly field: string,
  ) {}

  list(id: unknown, field: string): number {
    if (typeof id !== 'string') throw new AssignmentError(`${field} must be a string.`);
    const place = this.placeOf(id, -1);
    if (this.isListed[place]) {
      throw new AssignmentError(`${field} lists ${JSON.stringify(id)} a second time.`);
    }
    this.isListed[place] = true;
    this.listed += 1;
    return place;
  }

  placeOf(id: string, pair: number): number {
    const known = this.places.get(id);
    if (known !== undefined) return known;
    const place = this.ids.push(id) - 1;
    this.places.set(id, place);
    this.isListed.push(false);
    this.firstPair.push(pair);
    return place;
  }

  requireListed(pairs: string, position: number): void {
    const unknown = this.isListed.indexOf(false);
    if (unknown < 0) return;
    const field = `${pairs}[${this.firstPair[unknown]}][${position}]`;
    const id = JSON.stringify(this.ids[unknown]);
    throw new AssignmentError(`${field} is ${id}, a ${this.what} that ${this.field} does not list.`);
  }
}
