import { Misuse } from '../command.ts';
import type { JsonBytes } from './json-bytes.ts';

/**
 * Reads an input that is one object, and nothing after it. `visit` reads the value of each field. Throws Misuse in one
 * line where it is no object, where a field is given twice, and where a required one is missing.
 */
export function readFields(
  json: JsonBytes,
  required: readonly string[],
  visit: (field: string) => void,
): void {
  if (json.next() !== '{') {
    json.value();
    const named = `${required.slice(0, -1).join(', ')} and ${required.at(-1)}`;
    throw new Misuse(`The input must be an object with ${named}.`);
  }
  const given = new Set<string>();
  json.object((field) => {
    if (given.has(field)) throw new Misuse(`${JSON.stringify(field)} is given twice.`);
    given.add(field);
    visit(field);
  });
  json.end();
  const missing = required.find((field) => !given.has(field));
  if (missing) throw new Misuse(`${missing} is missing.`);
}

/** Reads a list; `visit` reads each value of it. */
export function readList(json: JsonBytes, field: string, visit: (at: number) => void): void {
  if (json.next() !== '[') throw new Misuse(`${field} must be an array.`);
  json.array(visit);
}

/** Reads three values, the one numbered `at` of a list. `what` they are: for the one line that refuses others. */
export function readThree(
  json: JsonBytes,
  field: string,
  at: number,
  what: string,
): [unknown, unknown, unknown] {
  const parts: [unknown, unknown, unknown] = [undefined, undefined, undefined];
  let length = 0;
  if (json.next() === '[') {
    json.array((index) => {
      const value = json.value();
      if (index < 3) parts[index] = value;
      length += 1;
    });
  } else json.value();
  if (length !== 3) throw new Misuse(`${field}[${at}] must be ${what}.`);
  return parts;
}
