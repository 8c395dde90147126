import { describe, expect, test } from 'vitest';
import { TOPICS } from '../../matching/index.ts';
import { helplineSchema, readFacts } from './fact-schema.ts';
import {
  dated,
  helplines,
  helplinesFor,
  isOverdue,
  onlineCommunities,
  overdueFacts,
  professionalHelp,
} from './facts.ts';

const now = new Date('2026-11-22T15:00:00Z');
const chicago = { country: 'US', region: 'IL', language: 'en', now };
const ids = (lines: { id: string }[]) => lines.map((line) => line.id);

describe('the facts that ship', () => {
  const all = [...helplines, ...onlineCommunities, ...professionalHelp];

  test('each has a source, was verified, and is to be reviewed within half a year', () => {
    for (const fact of all) {
      expect(fact.source).toMatch(/^https?:\/\//);
      expect(fact.checkedAgainst.length).toBeGreaterThan(20);
      expect(fact.verified <= new Date().toISOString()).toBe(true);
      const days = (Date.parse(fact.review) - Date.parse(fact.verified)) / 86_400_000;
      expect(days).toBeGreaterThan(0);
      expect(days).toBeLessThanOrEqual(184);
    }
  });

  test('each says its name and what it is in both languages, shortly and calmly', () => {
    for (const { name, what } of all) {
      for (const text of [name.en, name.es, what.en, what.es]) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/[!¡]/);
        expect(text.length).toBeLessThanOrEqual(190);
      }
      expect(what.en).not.toBe(what.es);
    }
  });

  test('every number can be dialled, and shows the digits it dials', () => {
    for (const { ways, country } of [...helplines, ...professionalHelp]) {
      for (const way of ways) {
        if (way.kind !== 'call' && way.kind !== 'text') continue;
        expect(way.value).toMatch(/^\+?\d{2,15}$/);
        if (country === 'US' && way.value.length > 6) expect(way.value).toMatch(/^\+1\d{10}$/);
        const shown = way.label.replace(/^.*\(/, '').replace(/\D/g, '');
        expect(way.value.endsWith(shown)).toBe(true);
      }
    }
  });

  test('helplines for danger exist for every country we name', () => {
    for (const country of new Set(helplines.map((line) => line.country))) {
      const lines = helplines.filter((line) => line.country === country);
      expect(lines.some((line) => line.emergency)).toBe(true);
      expect(lines.some((line) => line.crisis && !line.emergency) || country === null).toBe(true);
    }
  });

  test('nothing for grief is filed under a baby’s stages alone', () => {
    for (const one of onlineCommunities.filter(
      (each) => each.topics.length === 1 && each.topics[0] === 'loss',
    )) {
      expect(one.stages?.some((stage) => ['loss', 'trying', 'expecting'].includes(stage))).toBe(true);
    }
  });

  test('most topics have a community or a way to a professional', () => {
    const covered = new Set([...onlineCommunities, ...professionalHelp].flatMap((one) => one.topics));
    // Nothing could be verified for these two; they are met by circles of the community itself.
    expect(TOPICS.filter((topic) => !covered.has(topic))).toEqual([
      'working-from-home',
      'pumping-at-work',
      'self-employment',
      'relationship',
    ]);
  });
});

describe('reading facts', () => {
  const good = helplines[0]!;

  test.each([
    ['no source', { ...good, source: undefined }],
    ['no date', { ...good, verified: undefined }],
    ['a review too far away', { ...good, review: '2028-01-01' }],
    ['a review before it was verified', { ...good, review: '2026-01-01' }],
    ['one language', { ...good, what: { en: 'Only English' } }],
    ['an empty text', { ...good, name: { en: 'x', es: ' ' } }],
    [
      'a number that cannot be dialled',
      { ...good, ways: [{ kind: 'call', value: '1-800-HELP', label: 'x' }] },
    ],
    [
      'a script for an address',
      { ...good, ways: [{ kind: 'chat', value: 'javascript:alert(1)', label: 'x' }] },
    ],
    ['no way to reach it', { ...good, ways: [] }],
    ['a field nobody knows', { ...good, surprise: true }],
  ])('refuses %s', (_, record) => {
    expect(() => readFacts('helplines.json', helplineSchema, [record])).toThrow('data/helplines.json');
  });

  test('refuses an id used twice, and an empty file', () => {
    expect(() => readFacts('x.json', helplineSchema, [good, good])).toThrow('used twice');
    expect(() => readFacts('x.json', helplineSchema, [])).toThrow('not valid');
    expect(readFacts('x.json', helplineSchema, [good])).toHaveLength(1);
  });
});

describe('helplines for a place', () => {
  test('emergency first, then crisis, then the rest, and the list by country last', () => {
    const lines = helplinesFor(chicago);
    expect(ids(lines).slice(0, 3)).toEqual(['us-911', 'us-988', 'us-domestic-violence']);
    const crisis = lines.slice(0, -1).map((line) => line.crisis);
    expect(crisis).toEqual([...crisis].sort((a, b) => Number(b) - Number(a)));
    expect(lines.at(-1)?.id).toBe('any-find-a-helpline');
    expect(ids(lines)).not.toContain('any-emergency');
  });

  test('in her own language first', () => {
    const lines = helplinesFor({ ...chicago, language: 'es-US' });
    expect(ids(lines).slice(0, 2)).toEqual(['us-911', 'us-988']);
    for (const crisis of [true, false]) {
      const part = lines.filter((line) => line.crisis === crisis && line.country === 'US');
      const spoken = part.map((line) => line.inHerLanguage);
      expect(spoken).toEqual([...spoken].sort((a, b) => Number(b) - Number(a)));
    }
  });

  test('her concerns come forward within their part', () => {
    expect(helplinesFor(chicago, ['violence'])[1]?.id).toBe('us-domestic-violence');
    const calm = helplinesFor(chicago, ['feeding']).find((line) => !line.crisis);
    expect(calm?.id).toBe('us-womens-health');
  });

  test('lines of one state are shown there only, before the national ones', () => {
    expect(helplinesFor(chicago).find((line) => !line.crisis)?.id).toBe('us-il-moms-line');
    const ohio = ids(helplinesFor({ ...chicago, region: 'OH' }));
    expect(ohio.filter((id) => id.startsWith('us-il-'))).toEqual([]);
    const unsaid = ids(helplinesFor({ ...chicago, region: null }));
    expect(unsaid).toContain('us-988');
    expect(unsaid).not.toContain('us-il-moms-line');
  });

  test('each country has its own number', () => {
    const first = (country: string, language: string) =>
      helplinesFor({ country, region: null, language, now })[0]?.ways[0]?.value;
    expect(['CA', 'MX', 'GB', 'IE', 'AU', 'NZ', 'ES', 'PR'].map((country) => first(country, 'en'))).toEqual([
      '911',
      '911',
      '999',
      '112',
      '000',
      '111',
      '112',
      '911',
    ]);
  });

  test.each([
    ['a country we know nothing of', { country: 'FJ', region: null }],
    ['no country', { country: null, region: null }],
    ['nonsense', { country: '<b>\0', region: '\0' }],
    ['US mail where US numbers do not reach', { country: 'US', region: 'FM' }],
  ])('for %s: the local emergency number, and helplines by country', (_, place) => {
    const lines = helplinesFor({ ...place, language: 'es', now });
    expect(ids(lines)).toEqual(['any-emergency', 'any-find-a-helpline']);
    expect(lines[0]?.ways).toEqual([]);
    expect(lines[0]?.name.es).toBe('El número de emergencias de tu país');
  });

  test('on a base abroad 911 is not promised', () => {
    const lines = ids(helplinesFor({ ...chicago, region: 'AE' }));
    expect(lines[0]).toBe('any-emergency');
    expect(lines).toContain('us-military');
    expect(lines).not.toContain('us-911');
  });
});

describe('facts past their review', () => {
  test('are kept, flagged, and listed to the operator', () => {
    const later = new Date('2028-01-01T00:00:00Z');
    const lines = helplinesFor({ ...chicago, now: later });
    expect(ids(lines)).toEqual(ids(helplinesFor(chicago)));
    expect(lines.every((line) => line.overdue)).toBe(true);
    expect(helplinesFor(chicago).some((line) => line.overdue)).toBe(false);
    expect(overdueFacts(now)).toEqual([]);
    expect(overdueFacts(later)).toHaveLength(
      helplines.length + onlineCommunities.length + professionalHelp.length,
    );
  });

  test('on the day of review itself they still hold', () => {
    const fact = { review: '2027-02-22' };
    expect(isOverdue(fact, new Date('2027-02-22T23:59:00Z'))).toBe(false);
    expect(isOverdue(fact, new Date('2027-02-23T00:00:00Z'))).toBe(true);
    expect(dated([fact], now)).toEqual([{ review: '2027-02-22', overdue: false }]);
  });
});
