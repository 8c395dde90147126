/** Longer than this and somebody wonders whether anything is happening. */
const LONG = 1000;

/** Tells on standard error how work goes on, once it takes longer than a second and then once a second. */
export class Patience {
  private told = performance.now();

  /** `done`: a share of what is being done. */
  tell(what: string, done?: number): void {
    const now = performance.now();
    if (now - this.told < LONG) return;
    this.told = now;
    const share = done === undefined ? '' : ` ${Math.floor(100 * done)} %`;
    process.stderr.write(`${what}${share} ...\n`);
  }
}
