import { Unreadable } from './reading.ts';

/** A line of a file with those that continue it, and the number an editor gives the first of them. */
export interface Line {
  number: number;
  name: string;
  content: string;
}

/** BEGIN to END: an event, a zone, or the calendar around them. */
export interface Component {
  number: number;
  kind: string;
  lines: Line[];
  parts: Component[];
}

const DEEPEST = 6;
/** Of the lines that we read. A picture in a file may be as long as it likes. */
const LONGEST = 40_000;

/** The calendar of a file in its parts. One pass over the text, however it is made. */
export function scan(text: string): Component {
  const root: Component = { number: 1, kind: '', lines: [], parts: [] };
  const open = [root];
  let last = 1;
  for (const line of unfolded(text)) {
    const inner = open.at(-1)!;
    last = line.number;
    if (line.name === 'BEGIN') {
      const begun = { number: line.number, kind: kindOf(line), lines: [], parts: [] };
      if (open.length > DEEPEST) throw new Unreadable(line.number, 'too-deep');
      inner.parts.push(begun);
      open.push(begun);
    } else if (line.name === 'END') {
      if (open.length === 1 || inner.kind !== kindOf(line)) throw new Unreadable(line.number, 'not-closed');
      open.pop();
    } else {
      if (open.length === 1) throw new Unreadable(line.number, 'not-a-calendar');
      inner.lines.push(line);
    }
  }
  if (open.length > 1) throw new Unreadable(last, 'not-closed');
  const calendar = root.parts[0];
  if (calendar?.kind !== 'VCALENDAR') throw new Unreadable(1, 'not-a-calendar');
  return calendar;
}

const kindOf = ({ content }: Line) =>
  content
    .slice(content.indexOf(':') + 1)
    .trim()
    .toUpperCase();

function* unfolded(text: string): Generator<Line> {
  let pieces: string[] = [];
  let [first, number] = [1, 0];
  for (const piece of text.split(/\r\n|\n|\r/)) {
    number += 1;
    if (pieces.length > 0 && /^[ \t]/.test(piece)) {
      pieces.push(piece.slice(1));
      continue;
    }
    if (pieces.length > 0) yield lineOf(first, pieces.join(''));
    pieces = piece.trim() ? [piece] : [];
    first = number;
  }
  if (pieces.length > 0) yield lineOf(first, pieces.join(''));
}

function lineOf(number: number, content: string): Line {
  const name = /^([A-Za-z0-9-]{1,60})[;:]/.exec(content)?.[1]?.toUpperCase();
  if (!name) throw new Unreadable(number, number === 1 ? 'not-a-calendar' : 'bad-line');
  return { number, name, content };
}

/** A line that is going to be taken apart must be one of a size that people write. */
export function sized({ number, content }: Line): string {
  if (content.length > LONGEST) throw new Unreadable(number, 'bad-line');
  return content;
}
