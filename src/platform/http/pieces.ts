const MARK = /\0(\d+)\0/g;

/**
 * Parts of a page that are kept as bytes: drawn once, and copied into every page they stand in. In the markup a piece is
 * a mark between two null characters, which no text of ours or of anybody else holds (forms and database refuse them).
 */
export class Pieces {
  readonly #kept: Buffer[] = [];

  /** The mark to put where these bytes belong. */
  take(bytes: Buffer): string {
    return `\0${this.#kept.push(bytes) - 1}\0`;
  }

  /** The markup as UTF-8, each piece in its place. */
  bytesOf(markup: string): Buffer<ArrayBuffer> {
    if (this.#kept.length === 0) return Buffer.from(markup);
    const parts: Buffer[] = [];
    let from = 0;
    for (const mark of markup.matchAll(MARK)) {
      const piece = this.#kept[Number(mark[1])];
      if (!piece) continue;
      parts.push(Buffer.from(markup.slice(from, mark.index)), piece);
      from = mark.index + mark[0].length;
    }
    parts.push(Buffer.from(markup.slice(from)));
    return Buffer.concat(parts);
  }
}
