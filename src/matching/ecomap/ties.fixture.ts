import fc from 'fast-check';
import { STEP_KINDS, SUPPORTS } from '../words.ts';
import { FEELINGS, FLOWS, MOST_TIES, RINGS, type Tie } from './tie.ts';

const anyName = fc.oneof(
  fc.constantFrom(
    'Dana',
    'Sam',
    'Mom',
    'Night Feeds, Lakeview',
    'Dr. Wilhelmina Featherstonehaugh',
    '李小龍',
  ),
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
);

const anyDay = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

/** Anybody's tie to anybody. */
export const anyTie: fc.Arbitrary<Tie> = fc.record({
  id: fc.uuid(),
  name: anyName,
  people: fc.constantFrom(...STEP_KINDS),
  ring: fc.constantFrom(...RINGS),
  supports: fc.subarray([...SUPPORTS]),
  flow: fc.constantFrom(null, ...FLOWS),
  feeling: fc.constantFrom(...FEELINGS),
  lastContact: fc.option(anyDay),
});

export const anyTies = fc.uniqueArray(anyTie, {
  maxLength: MOST_TIES,
  size: 'max',
  selector: ({ id }) => id,
});

/** All of one kind and on one ring: the tightest there is. */
export const crowd: fc.Arbitrary<Tie[]> = fc
  .record({ ties: anyTies, people: fc.constantFrom(...STEP_KINDS), ring: fc.constantFrom(...RINGS) })
  .map(({ ties, people, ring }) => ties.map((tie) => ({ ...tie, people, ring })));

/** A tie with the usual silences filled in. */
export const aTie = (about: Partial<Tie> & { id: string }): Tie => ({
  name: about.id,
  people: 'family',
  ring: 1,
  supports: [],
  flow: null,
  feeling: 'warm',
  lastContact: null,
  ...about,
});
