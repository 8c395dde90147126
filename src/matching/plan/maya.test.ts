import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCircle, anySeeker } from '../arbitraries.ts';

import { circleFit } from '../circle-fit.ts';
import { community, counselor, dana, helpline, maya, nightFeeds, TODAY } from '../examples.ts';
import type { PlanOptions } from '../options.ts';
import { know } from '../rules.ts';
import { isForOthers } from '../situations.ts';
import { makePlan } from './plan.ts';

const around: PlanOptions = {
  circles: [nightFeeds],
  peers: [dana],
  services: [counselor, helpline],
  online: [community],
};
const keys = (plan: ReturnType<typeof makePlan>) => plan.steps.map((step) => step.key);

describe("Maya's plan", () => {
  it('leads her to people first, with low mood taken seriously', () => {
    expect(keys(makePlan(maya, around))).toEqual([
      'circle:join:night-feeds',
      'peer:meet:dana',
      'professional:service:belmont',
      'family:note:sleep-hour',
      'online:open:night-forum',
      'professional:helpline:maternal-line',
    ]);
  });

  it('says why Dana, and what to do first', () => {
    const step = makePlan(maya, around).steps.find((one) => one.action === 'meet-peer');
    expect(step?.title).toEqual({ key: 'plan-steps.peer.title', values: { name: 'Dana' } });
    expect(step?.firstStep).toEqual({ key: 'plan-steps.peer.first', values: {} });
    expect(step?.reasons[0]).toEqual({
      key: 'plan-steps.reason.experience',
      values: { count: 1, first: 'low-mood', second: 'low-mood' },
    });
  });

  it('asks her to say hello once she is in, then to answer someone; no other circle is pushed', () => {
    const inside = { ...nightFeeds, alreadyMember: true };
    const other = { ...nightFeeds, id: 'other', place: 'online' as const };
    const member = { ...around, circles: [inside, other] };
    expect(keys(makePlan(maya, member))[0]).toBe('circle:hello:night-feeds');
    expect(keys(makePlan(maya, member)).join()).not.toContain('circle:join');
    const said = new Map([['circle:hello:night-feeds', { state: 'done' as const, at: TODAY }]]);
    expect(keys(makePlan(maya, member, said))[0]).toBe('circle:answer:night-feeds');
    const written = { ...around, circles: [{ ...inside, hasWritten: true }] };
    expect(keys(makePlan(maya, written))[0]).toBe('circle:answer:night-feeds');
  });

  it('does not begin with a circle that must first let her in', () => {
    const asked = { ...around, circles: [{ ...nightFeeds, joining: 'request' as const }] };
    const plan = makePlan(maya, asked);
    expect(plan.steps[0]?.key).toBe('family:note:sleep-hour');
    expect(plan.steps[1]).toMatchObject({
      key: 'circle:join:night-feeds',
      action: 'ask-to-join',
      doableToday: false,
    });
  });

  it('has a new circle put together for her, where that is done, before she would begin one', () => {
    const none = { ...around, circles: [] };
    const keys = (steps: { key: string }[]) =>
      steps.map(({ key }) => key).filter((key) => /^circle:/.test(key));
    expect(keys(makePlan({ ...maya, newCircles: true }, none).steps)).toEqual(['circle:wait']);
    const rather = new Map([['circle:wait', { state: 'declined', at: TODAY } as const]]);
    expect(keys(makePlan({ ...maya, newCircles: true }, none, rather).steps)).toEqual(['circle:start']);
    expect(keys(makePlan(maya, none).steps)).toEqual(['circle:start']);
    const among = [{ ...nightFeeds, alreadyMember: true }];
    expect(keys(makePlan({ ...maya, newCircles: true }, { ...around, circles: among }).steps)).not.toContain(
      'circle:wait',
    );
  });

  it('fills in the form where no circle is near', () => {
    const start = makePlan(maya, { ...around, circles: [] }).steps.find(
      (step) => step.action === 'start-circle',
    );
    expect(start?.reasons[0]?.key).toBe('plan-steps.reason.none-near');
    expect(start?.prefill).toEqual({
      stage: 'baby',
      topic: 'low-mood',
      place: 'in-person',
      language: 'en',
      weekday: 2,
      part: 'evening',
      startTime: '19:00',
    });
  });

  it('puts family first for a hand with things, and those who know first for an answer', () => {
    const kinds = (support: 'practical' | 'informational') =>
      makePlan({ ...maya, topics: [], supports: [support] }, around).steps.map((step) => step.kind);
    expect(kinds('practical')[0]).toBe('family');
    expect(kinds('informational').slice(0, 2).sort()).toEqual(['online', 'professional']);
  });
});

describe('hands from many', () => {
  const asking = { ...maya, supports: ['practical' as const] };
  const family = (seeker: typeof maya) =>
    makePlan(seeker, around).steps.filter(({ kind }) => kind === 'family');

  it('begins with a help calendar, its form half filled in from her answers', () => {
    expect(family(asking)[0]).toMatchObject({
      key: 'family:help-calendar',
      action: 'make-help-calendar',
      calendar: { occasion: 'birth', tasks: ['meal', 'night-feed'] },
    });
    const inNicu = { ...asking, topics: ['nicu' as const] };
    expect(family(inNicu)[0]?.calendar).toEqual({ occasion: 'nicu', tasks: ['meal'] });
    const grieving = { ...asking, topics: ['loss' as const] };
    expect(family(grieving)[0]).toMatchObject({
      title: { key: 'plan-steps.loss.family.calendar.title' },
      calendar: { occasion: 'loss', tasks: ['meal', 'company'] },
    });
  });

  it('is not said to one who did not ask for hands, nor to one who has a calendar', () => {
    for (const seeker of [maya, { ...asking, helpCalendar: true }])
      expect(family(seeker).map(({ key }) => key)).not.toContain('family:help-calendar');
  });

  it('comes after being heard, for one who asked for both', () => {
    const both = { ...asking, supports: ['emotional' as const, 'practical' as const] };
    const first = family(both)[0]!;
    expect(first.action).toBe('family-note');
    const heard = new Map([[first.key, { state: 'done' as const, at: TODAY }]]);
    expect(makePlan(both, around, heard).steps.map(({ key }) => key)).toContain('family:help-calendar');
  });
});

describe('needs', () => {
  it('low mood never moves a professional later', () => {
    fc.assert(
      fc.property(anySeeker, (seeker) => {
        const at = (topics: typeof seeker.topics) =>
          makePlan({ ...seeker, topics }, { ...around, circles: [], peers: [] })
            .steps.map((step) => step.kind)
            .indexOf('professional');
        const without = seeker.topics.filter((topic) => topic !== 'low-mood');
        expect(at([...without, 'low-mood'])).toBeLessThanOrEqual(at(without));
      }),
    );
  });

  it('a circle that is better in every respect is never shown after, or instead of, the other', () => {
    fc.assert(
      fc.property(anySeeker, anyCircle, anyCircle, (seeker, one, two) => {
        const quiet = {
          alreadyMember: false,
          requested: false,
          place: 'in-person',
          joining: 'open',
        } as const;
        const [a, b] = [
          { ...one, ...quiet, id: 'z' },
          { ...two, ...quiet, id: 'a' },
        ];
        const [better, worse] = [circleFit(seeker, a), circleFit(seeker, b)];
        if (!better || !worse || better.score === worse.score) return;
        // Made for a situation that is not hers: no plan proposes it, however well the rest would suit.
        if (isForOthers(know(seeker), a.topics)) return;
        if (better.terms.some((term, index) => term.value < (worse.terms[index]?.value ?? 0))) return;
        const shown = keys(makePlan(seeker, { ...around, circles: [b, a] }));
        const [first, second] = [shown.indexOf('circle:join:z'), shown.indexOf('circle:join:a')];
        if (second >= 0) expect(first).toBeGreaterThanOrEqual(0);
        if (second >= 0) expect(first).toBeLessThan(second);
      }),
      { numRuns: 1000 },
    );
  });
});
