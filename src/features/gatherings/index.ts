export { type OneTime, runGathering, runs, seenGathering, seenOccurrence } from './access.ts';
export { FACTS, type Gathering, gatheringOf, KINDS, SEEN_BY } from './gathering.ts';
export { type Occurrence, occurrenceOf } from './occurrence.ts';
