import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STEP_KINDS, SUPPORTS } from '../words.ts';
import { type Asked, findingsOf, QUIET_AFTER, SPEAKS_FROM } from './findings.ts';
import { anyTies, aTie } from './ties.fixture.ts';

const plain: Asked = { today: '2026-11-22', gentle: false, isSetAside: () => false };
const keysOf = (...args: Parameters<typeof findingsOf>) => findingsOf(...args).map(({ key }) => key);
const everything = [
  aTie({ id: 'sam', supports: ['practical', 'emotional'] }),
  aTie({ id: 'mom', supports: ['practical', 'informational'] }),
  aTie({ id: 'dana', people: 'peer', supports: ['emotional'] }),
  aTie({ id: 'feeds', people: 'circle' }),
  aTie({ id: 'forum', people: 'online', supports: ['informational'] }),
  aTie({ id: 'doctor', people: 'professional' }),
];

describe('what a map tells', () => {
  test('nothing, when all is there', () => {
    expect(keysOf(everything, plain)).toEqual([]);
  });

  test('who has gone quiet, by how near she stands', () => {
    const since = (lastContact: string, ring: 1 | 2 | 3) =>
      keysOf([aTie({ id: 'dana', people: 'peer', lastContact, ring })], plain);
    expect(since('2026-11-01', 1)).toEqual(['quiet:dana']);
    expect(since('2026-11-01', 2)).toEqual([]);
    expect(since('2026-10-23', 2)).toEqual(['quiet:dana']);
    expect(since('2026-10-23', 3)).toEqual([]);
    expect(since('2026-08-24', 3)).toEqual(['quiet:dana']);
    expect(since('2026-11-30', 1)).toEqual([]); // a day that is still to come
  });

  test('not of a doctor, nor of somebody it is hard with, nor where she never said', () => {
    const lastContact = '2024-01-01';
    const ties = [
      aTie({ id: 'doctor', people: 'professional', lastContact }),
      aTie({ id: 'aunt', feeling: 'strained', lastContact }),
    ];
    expect(keysOf(ties, plain)).toEqual([]);
    expect(keysOf([aTie({ id: 'sam' })], plain)).toEqual([]);
  });

  test('which support hangs on one person, and which comes from nobody', () => {
    const ties = everything.map((tie) => (tie.id === 'sam' ? { ...tie, flow: 'given' as const } : tie));
    const thin = findingsOf(ties, { ...plain, gentle: true });
    expect(thin).toMatchObject([
      { key: 'support:emotional', only: { id: 'dana' } },
      { key: 'support:practical', only: { id: 'mom' } },
    ]);
    const none = everything.map((tie) => ({
      ...tie,
      supports: tie.supports.filter((s) => s !== 'emotional'),
    }));
    expect(findingsOf(none, plain)).toMatchObject([{ key: 'support:emotional', only: null }]);
  });

  test('which kinds of people are missing, once there is a map to speak of', () => {
    const two = everything.slice(0, SPEAKS_FROM - 1);
    expect(keysOf(two, plain)).toEqual([]);
    expect(keysOf(everything.slice(0, SPEAKS_FROM), plain)).toEqual(
      expect.arrayContaining(['people:circle', 'people:online', 'people:professional']),
    );
  });

  test('who only takes, but not after a loss', () => {
    const ties = [aTie({ id: 'alma', flow: 'given' })];
    expect(keysOf(ties, plain)).toEqual(['takes:alma']);
    expect(keysOf(ties, { ...plain, gentle: true })).toEqual([]);
  });
});

describe('of any map', () => {
  const run = (check: (ties: Parameters<typeof findingsOf>[0]) => void) =>
    fc.assert(fc.property(anyTies, check), { numRuns: 80 });

  test('each key once, and what she set aside is never said', () => {
    run((ties) => {
      const keys = keysOf(ties, plain);
      expect(new Set(keys).size).toBe(keys.length);
      const aside = new Set(keys.filter((_, i) => i % 2 === 0));
      const left = keysOf(ties, { ...plain, isSetAside: (key) => aside.has(key) });
      expect(left).toEqual(keys.filter((key) => !aside.has(key)));
    });
  });

  test('a word today quiets every “gone quiet”', () => {
    run((ties) => {
      const today = ties.map((tie) => ({ ...tie, lastContact: plain.today }));
      expect(findingsOf(today, plain).filter(({ kind }) => kind === 'quiet')).toEqual([]);
    });
  });

  test('later, nothing that was quiet is less so', () => {
    run((ties) => {
      const quiet = (today: string) =>
        keysOf(ties, { ...plain, today }).filter((key) => key.startsWith('quiet'));
      expect(quiet('2027-11-22')).toEqual(expect.arrayContaining(quiet('2026-11-22')));
    });
  });

  test('never of strained ties, never before its time, and thin means at most one', () => {
    run((ties) => {
      for (const finding of findingsOf(ties, plain)) {
        if (finding.kind === 'quiet') {
          expect(finding.tie.feeling).not.toBe('strained');
          expect(finding.days).toBeGreaterThanOrEqual(QUIET_AFTER[finding.tie.ring]);
        }
        if (finding.kind === 'thin-people') expect(ties.some((t) => t.people === finding.people)).toBe(false);
        if (finding.kind === 'thin-support' && finding.only)
          expect(finding.only.supports).toContain(finding.support);
      }
    });
  });

  test('one more who brings everything never makes anything thinner', () => {
    run((ties) => {
      const before = keysOf(ties, plain).filter((key) => /^(support|people)/.test(key));
      const more = [...ties, ...[1, 2].map((n) => aTie({ id: `more-${n}`, supports: [...SUPPORTS] }))];
      const after = keysOf(more, plain).filter((key) => /^(support|people)/.test(key));
      if (ties.length >= SPEAKS_FROM) expect(before).toEqual(expect.arrayContaining(after));
      expect(after.filter((key) => key.startsWith('support'))).toEqual([]);
      expect(after.length).toBeLessThan(STEP_KINDS.length);
    });
  });
});
