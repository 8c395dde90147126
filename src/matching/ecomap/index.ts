/** Her map: what it says, and where everybody stands on it. */
export type { Box, Point } from './box.ts';
export {
  daysBetween,
  type Finding,
  findingsOf,
  QUIET_AFTER,
  SPEAKS_FROM,
} from './findings.ts';
export { type Layout, layOutMap, MARK, type Placed, WIDTH } from './layout.ts';
export { type Line, lineOf } from './line.ts';
export { LETTER, LINE, linesOf } from './text-size.ts';
export * from './tie.ts';
