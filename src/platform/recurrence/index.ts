// When something happens that happens again: rules of RFC 5545 by the clocks of a place. Knows nothing of what happens.
export { expand, nextOf, type Occurrence, occurrenceAt, type Window } from './expand.ts';
export { type ParsedRule, parseRule, type RuleProblem } from './parse-rule.ts';
export { type End, type Frequency, type Rule, ruleText } from './rule.ts';
export { type Length, lastInstant, RecurrenceError, readRule, type Series, wallName } from './series.ts';
export { splitAt, untilBefore } from './split.ts';
export { instantOf, isPlain, offsetAt, wallAt, wallMs, wallText } from './wall.ts';
