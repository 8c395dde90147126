import { between, type Circle, canMeet, fits, loneliness, type Setting } from './circle.ts';
import { UNIT } from './pair-values.ts';
import { PARTED, type Table } from './table.ts';
import { SEAT } from './weights.ts';

/** How much somebody counts who ends another's being alone, and against one who would be alone herself. */
const COMPANY = UNIT * SEAT;
/** So often those who would be alone are sent back and their seats given to others. */
const TRIES = 3;

/** A circle in the making: who might still come in, and what each would bring. */
class Growing {
  members: number[] = [];
  private readonly gain: Float64Array;
  private readonly isOut: Uint8Array;

  constructor(
    private readonly table: Table,
    private readonly setting: Setting,
    readonly pool: number[],
    private readonly noise: () => number,
    private readonly most: number,
  ) {
    this.gain = new Float64Array(pool.length);
    this.isOut = new Uint8Array(pool.length);
    this.start();
  }

  private start(): void {
    const { seat, size } = this.table;
    this.pool.forEach((member, at) => {
      this.gain[at] = seat[this.setting.language * size + member]! + this.noise();
    });
  }

  /** Whoever brings most comes in, until there is no room or nobody brings anything. */
  fill(): void {
    const { lower } = this.table.rules;
    while (this.members.length < this.most) {
      const at = this.best();
      if (at < 0 || (this.members.length >= lower && this.gain[at]! <= 0)) return;
      this.isOut[at] = 1;
      if (canMeet(this.table, this.setting, [...this.members, this.pool[at]!])) this.add(at);
    }
  }

  add(at: number): void {
    const member = this.pool[at]!;
    this.isOut[at] = 1;
    this.members.push(member);
    this.pool.forEach((other, place) => {
      if (this.isOut[place] === 1) return;
      const value = between(this.table, this.setting.way, member, other);
      if (value === PARTED) this.isOut[place] = 1;
      else this.gain[place]! += value;
    });
  }

  private best(): number {
    const { hers } = this.table;
    const lonely = loneliness(this.table, this.members);
    const present = this.members.reduce((bits, member) => bits | hers[member]!.has, 0);
    let [best, most] = [-1, Number.NEGATIVE_INFINITY];
    for (let at = 0; at < this.pool.length; at++) {
      if (this.isOut[at] === 1) continue;
      const { has, asks } = hers[this.pool[at]!]!;
      const gain = this.gain[at]! + (has & lonely ? COMPANY : 0) - (asks & ~present ? COMPANY : 0);
      if (gain > most) [best, most] = [at, gain];
    }
    return best;
  }

  /** Those who would be alone, sent back for good; the others begin again. False: nobody is. */
  sendBack(): boolean {
    const lonely = loneliness(this.table, this.members);
    if (lonely === 0) return false;
    const gone = new Set(this.members.filter((member) => this.table.hers[member]!.asks & lonely));
    const stay = this.members.filter((member) => !gone.has(member));
    this.members = [];
    this.isOut.fill(0);
    this.start();
    this.pool.forEach((member, at) => {
      if (gone.has(member)) this.isOut[at] = 1;
    });
    for (const member of stay) this.add(this.pool.indexOf(member));
    return true;
  }
}

/** Around whom, how much chance there is in it, and of how many at most. */
interface Chance {
  seed: (fitting: readonly number[]) => number;
  noise: () => number;
  most?: number;
}

/** A circle in a setting, grown around one of the pool by who brings most; null if it comes to too few. */
export function grow(
  table: Table,
  setting: Setting,
  pool: readonly number[],
  { seed, noise, most = table.rules.upper }: Chance,
): Circle | null {
  const fitting = pool.filter((member) => fits(table, setting, member));
  if (fitting.length < table.rules.lower) return null;
  const growing = new Growing(table, setting, fitting, noise, most);
  const first = seed(fitting);
  if (!canMeet(table, setting, [fitting[first]!])) return null;
  growing.add(first);
  growing.fill();
  for (let each = 0; each < TRIES && growing.sendBack(); each++) growing.fill();
  while (growing.sendBack());
  if (growing.members.length < table.rules.lower || !canMeet(table, setting, growing.members)) return null;
  return { ...setting, members: growing.members };
}
