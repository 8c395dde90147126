import type { ParseArgsConfig } from 'node:util';

/** The options a command understands, as node:util's parseArgs wants them. */
export type Options = NonNullable<ParseArgsConfig['options']>;

/** One command of bin/porchlight: the default export of src/commands/<name>.ts, listed in src/cli.ts. */
export interface Command {
  /** One line for the list of commands. */
  about: string;
  /** What `porchlight <name> --help` prints after the first line. */
  help: string;
  options: Options;
  /** Does the work; the answer is the exit code. Throws Misuse for what the person typed wrongly. */
  run(values: Record<string, unknown>): Promise<number>;
}

/** Typed wrongly: told in one sentence on standard error, exit code 2. */
export class Misuse extends Error {}
