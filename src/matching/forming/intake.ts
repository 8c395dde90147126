/** Input that says what cannot be; the message names the field. */
export class FormingError extends Error {}

/** Everything that was given, checked by itself, with affinities in columns of places in `members`. */
export interface FormingTaken {
  members: string[];
  weights: Float64Array;
  /** How many circles exactly; null for as many as needed. */
  circles: number | null;
  lower: number;
  upper: number;
  pairs: { one: Int32Array; other: Int32Array; score: Float64Array };
}

/** Takes members, bounds and affinities one by one, in any order, and refuses what cannot be by the name of its field. */
export class FormingIntake {
  private readonly ids: string[] = [];
  private readonly places = new Map<string, number>();
  /** Where in `ids` the member listed as the n-th stands: affinities may name one before she is listed. */
  private readonly listed: number[] = [];
  private readonly isListed: boolean[] = [];
  private readonly firstPair: number[] = [];
  private weights: number[] | null = null;
  private circles: number | null = null;
  private lower: number | null = null;
  private upper: number | null = null;
  private one = new Int32Array(1024);
  private other = new Int32Array(1024);
  private score = new Float64Array(1024);
  private count = 0;

  addMember(id: unknown): void {
    const field = `members[${this.listed.length}]`;
    if (typeof id !== 'string') throw new FormingError(`${field} must be a string.`);
    const place = this.placeOf(id, -1);
    if (this.isListed[place]) throw new FormingError(`${field} lists ${JSON.stringify(id)} a second time.`);
    this.isListed[place] = true;
    this.listed.push(place);
  }

  beginWeights(): void {
    this.weights = [];
  }

  addWeight(weight: unknown): void {
    const field = `weights[${this.weights!.length}]`;
    if (!isNumber(weight) || weight <= 0) throw new FormingError(`${field} must be a finite number above 0.`);
    this.weights!.push(weight);
  }

  setCircles(circles: unknown): void {
    if (!isNumber(circles) || !Number.isInteger(circles) || circles < 1) {
      throw new FormingError('circles must be a whole number, 1 or more.');
    }
    this.circles = circles;
  }

  setLower(lower: unknown): void {
    if (!isNumber(lower) || lower < 0) throw new FormingError('lower must be a finite number, 0 or more.');
    this.lower = lower;
  }

  setUpper(upper: unknown): void {
    if (!isNumber(upper) || upper <= 0) throw new FormingError('upper must be a finite number above 0.');
    this.upper = upper;
  }

  addAffinity(one: unknown, other: unknown, score: unknown): void {
    const at = this.count;
    if (typeof one !== 'string') throw new FormingError(`affinity[${at}][0] must be the id of a member.`);
    if (typeof other !== 'string') throw new FormingError(`affinity[${at}][1] must be the id of a member.`);
    if (one === other)
      throw new FormingError(`affinity[${at}] pairs ${JSON.stringify(one)} with the same member.`);
    if (!isNumber(score)) throw new FormingError(`affinity[${at}][2] must be a finite number.`);
    if (at === this.score.length) this.grow();
    this.one[at] = this.placeOf(one, 2 * at);
    this.other[at] = this.placeOf(other, 2 * at + 1);
    this.score[at] = score;
    this.count += 1;
  }

  finish(): FormingTaken {
    const { ids, listed, lower, upper, weights, count } = this;
    this.requireListed();
    if (weights && weights.length !== ids.length) {
      throw new FormingError(`weights has ${weights.length} numbers for ${ids.length} members.`);
    }
    if (lower === null || upper === null)
      throw new FormingError(`${lower === null ? 'lower' : 'upper'} is missing.`);
    if (lower > upper) throw new FormingError(`lower (${lower}) is more than upper (${upper}).`);
    const byPlace = new Float64Array(ids.length).fill(1);
    if (weights) for (const [at, place] of listed.entries()) byPlace[place] = weights[at]!;
    const pairs = {
      one: this.one.subarray(0, count),
      other: this.other.subarray(0, count),
      score: this.score.subarray(0, count),
    };
    return { members: ids, weights: byPlace, circles: this.circles, lower, upper, pairs };
  }

  private placeOf(id: string, pair: number): number {
    const known = this.places.get(id);
    if (known !== undefined) return known;
    const place = this.ids.push(id) - 1;
    this.places.set(id, place);
    this.isListed.push(false);
    this.firstPair.push(pair);
    return place;
  }

  private requireListed(): void {
    const unknown = this.isListed.indexOf(false);
    if (unknown < 0) return;
    const pair = this.firstPair[unknown]!;
    const id = JSON.stringify(this.ids[unknown]);
    throw new FormingError(
      `affinity[${pair >> 1}][${pair % 2}] is ${id}, a member that members does not list.`,
    );
  }

  private grow(): void {
    const size = 2 * this.score.length;
    const [one, other, score] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)];
    one.set(this.one);
    other.set(this.other);
    score.set(this.score);
    Object.assign(this, { one, other, score });
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
