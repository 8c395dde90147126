import ICAL from 'ical.js';
import { Unreadable } from './reading.ts';
import { type Line, sized } from './scan.ts';

/** A line taken apart: its parameters, the type its value has, and its values as ical.js gives them. */
export interface Property {
  number: number;
  parameters: Record<string, string>;
  type: string;
  values: string[];
  /** What stands after the colon, untouched. */
  raw: string;
}

/** Throws `Unreadable` for a line that is not one of a calendar. */
export function property(line: Line): Property {
  const content = sized(line);
  // A rule is read by us: ical.js would repair some and refuse others.
  if (line.name === 'RRULE') {
    const raw = content.slice(content.indexOf(':') + 1);
    return { number: line.number, parameters: {}, type: 'recur', values: [raw], raw };
  }
  try {
    const [, parameters, type, ...values] = ICAL.parse.property(content) as unknown as Parsed;
    const raw = content.slice(content.lastIndexOf(':') + 1);
    return {
      number: line.number,
      parameters: strings(parameters),
      type,
      values: values.flat().map(String),
      raw,
    };
  } catch {
    throw new Unreadable(line.number, 'bad-line');
  }
}

type Parsed = [name: string, parameters: Record<string, unknown>, type: string, ...values: unknown[]];

const strings = (parameters: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key.toLowerCase(), String(value)]));

/** The properties of a component by their names. */
export class Properties {
  readonly #lines: readonly Line[];
  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  all(name: string): Property[] {
    return this.#lines.filter((line) => line.name === name).map(property);
  }

  first(name: string): Property | undefined {
    const line = this.#lines.find((one) => one.name === name);
    return line && property(line);
  }

  /** Words, or null for none. */
  words(name: string): string | null {
    return this.first(name)?.values[0]?.trim() || null;
  }
}
