/** A line longer than this comes in pieces, so that no input can fill the memory. */
const LONGEST_PIECE = 1 << 20;

export interface Piece {
  text: string;
  /** Whether the line ends with it. */
  isLast: boolean;
}

/**
 * The lines of a stream of bytes, one list for each chunk that came, without their ends (\n or \r\n). What is no UTF-8
 * is read as U+FFFD. A last line without an end counts; nothing after the last end is no line.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Piece[]> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let isOpen = false;
  const take = (text: string): Piece[] => {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    const pieces = lines.map((line) => ({
      text: line.endsWith('\r') ? line.slice(0, -1) : line,
      isLast: true,
    }));
    isOpen = isOpen && pieces.length === 0;
    if (rest.length < LONGEST_PIECE) return pieces;
    pieces.push({ text: rest, isLast: false });
    rest = '';
    isOpen = true;
    return pieces;
  };
  for await (const chunk of input) {
    const pieces = take(decoder.decode(chunk, { stream: true }));
    if (pieces.length) yield pieces;
  }
  const pieces = take(decoder.decode());
  if (rest || isOpen) pieces.push({ text: rest.replace(/\r$/, ''), isLast: true });
  if (pieces.length) yield pieces;
}
