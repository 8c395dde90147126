/** Numbers below a limit waiting for their turn, first come first served, each once. */
export class Turns {
  size = 0;
  private first = 0;
  private readonly ring: Int32Array;
  private readonly waits: Uint8Array;

  constructor(limit: number) {
    this.ring = new Int32Array(Math.max(limit, 1));
    this.waits = new Uint8Array(limit);
  }

  add(number: number): void {
    if (this.waits[number]) return;
    this.waits[number] = 1;
    const end = this.first + this.size++;
    this.ring[end < this.ring.length ? end : end - this.ring.length] = number;
  }

  next(): number {
    const number = this.ring[this.first]!;
    if (++this.first === this.ring.length) this.first = 0;
    this.size -= 1;
    this.waits[number] = 0;
    return number;
  }
}
