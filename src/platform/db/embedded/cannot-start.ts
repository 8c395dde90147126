/**
 * The embedded database cannot be started, for a reason a person can act on. The message is written for her:
 * print it alone, without a stack, and exit with 1.
 */
export class CannotStart extends Error {
  override name = 'CannotStart';
}
