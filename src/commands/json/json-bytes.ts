import { Misuse } from '../command.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORDS: Record<string, unknown> = { true: true, false: false, null: null };
/** No input nests deeper than its reader's stack. */
const DEEPEST = 200;

/**
 * Reads JSON (RFC 8259) from bytes, value by value as the caller asks, so that a file of millions of pairs never stands
 * in memory as millions of small arrays. Throws Misuse where it is no JSON.
 */
export class JsonBytes {
  private at = 0;
  private depth = 0;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });

  constructor(private readonly bytes: Buffer) {
    if (bytes.length === 0) throw new Misuse('The input is empty: there is no JSON in it.');
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
      throw new Misuse('The input begins with a byte order mark, which JSON must not have.');
    }
  }

  /** What kind of value comes next, by its first character: { [ " or another. */
  next(): string {
    this.space();
    return String.fromCharCode(this.bytes[this.at] ?? 0);
  }

  object(visit: (key: string) => void): void {
    this.open('{');
    if (this.next() !== '}') {
      do {
        if (this.next() !== '"') this.fail();
        const key = this.string();
        this.expect(':');
        visit(key);
      } while (this.goesOn());
    }
    this.close('}');
  }

  array(visit: (index: number) => void): void {
    this.open('[');
    if (this.next() !== ']') {
      let index = 0;
      do visit(index++);
      while (this.goesOn());
    }
    this.close(']');
  }

  /** A string, number, true, false or null; of objects and arrays undefined, once they are read over. */
  value(): unknown {
    const next = this.next();
    if (next === '"') return this.string();
    if (next === '{') return this.object(() => this.value());
    if (next === '[') return this.array(() => this.value());
    return next === '-' || (next >= '0' && next <= '9') ? this.number() : this.word();
  }

  end(): void {
    this.space();
    if (this.at < this.bytes.length) this.fail();
  }

  private string(): string {
    const { bytes } = this;
    const first = ++this.at;
    let plain = true;
    for (;;) {
      const byte = bytes[this.at];
      if (byte === undefined || byte < 0x20) this.fail();
      if (byte === QUOTE) break;
      if (byte >= 0x80) plain = false;
      if (byte === BACKSLASH) {
        plain = false;
        this.at += 1;
      }
      this.at += 1;
    }
    const last = this.at++;
    if (plain) return bytes.toString('latin1', first, last);
    return this.decoded(first - 1, last + 1);
  }

  /** A string with escapes or letters beyond ASCII, its quotes included. */
  private decoded(first: number, end: number): string {
    try {
      return JSON.parse(this.decoder.decode(this.bytes.subarray(first, end))) as string;
    } catch {
      this.at = first;
      return this.fail();
    }
  }

  private number(): number {
    let end = this.at;
    while (isOfNumber(this.bytes[end])) end += 1;
    const text = this.bytes.toString('latin1', this.at, end);
    NUMBER.lastIndex = 0;
    if (!NUMBER.test(text) || NUMBER.lastIndex !== text.length) this.fail();
    this.at = end;
    return Number(text);
  }

  private word(): unknown {
    const text = this.bytes.toString('latin1', this.at, this.at + 5);
    const word = Object.keys(WORDS).find((each) => text.startsWith(each));
    if (!word) this.fail();
    this.at += word.length;
    return WORDS[word];
  }

  private goesOn(): boolean {
    if (this.next() !== ',') return false;
    this.at += 1;
    return true;
  }

  private open(bracket: string): void {
    this.expect(bracket);
    if (++this.depth > DEEPEST) throw new Misuse('The input is nested too deeply.');
  }

  private close(bracket: string): void {
    this.expect(bracket);
    this.depth -= 1;
  }

  private expect(character: string): void {
    if (this.next() !== character) this.fail();
    this.at += 1;
  }

  private space(): void {
    const { bytes } = this;
    for (;;) {
      const byte = bytes[this.at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
      this.at += 1;
    }
  }

  private fail(): never {
    throw new Misuse(`The input is not JSON: it cannot be read on from byte ${this.at}.`);
  }
}

/** Digits, signs, points and e are all there is in numbers. */
const isOfNumber = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x2b ||
    byte === 0x65 ||
    byte === 0x45);
