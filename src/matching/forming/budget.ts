/** The clock may lag this far behind the work before it is listened to. */
const PATIENCE = 0.15;

/**
 * How much work there is to do, counted and not timed, so that the same input gives the same circles. A clock may be
 * given for machines that are too slow: `elapsed` answers the share of the time that is gone. Only when it runs away
 * from the work does it lead from there on, so that the search still cools down and ends in time.
 */
export class Budget {
  private spent = 0;
  private hurried: { share: number; elapsed: number } | null = null;

  constructor(
    private readonly work: number,
    private readonly elapsed?: () => number,
  ) {}

  spend(units: number): void {
    this.spent += units;
  }

  /** The share that is gone, from 0 to 1. */
  share(): number {
    const done = this.spent / this.work;
    if (!this.elapsed) return Math.min(1, done);
    const elapsed = this.elapsed();
    if (!this.hurried && elapsed > done + PATIENCE) this.hurried = { share: done, elapsed };
    if (!this.hurried) return Math.min(1, done);
    const rest = (elapsed - this.hurried.elapsed) / Math.max(1e-9, 1 - this.hurried.elapsed);
    return Math.min(1, this.hurried.share + (1 - this.hurried.share) * rest);
  }

  /** Whether the clock had to be listened to: then another run may end otherwise. */
  get isHurried(): boolean {
    return this.hurried !== null;
  }
}
