import { daysBetween, type Finding, RINGS, STEP_KINDS, SUPPORTS } from '../../../matching/index.ts';
import type { Page } from '../../../ui/page.ts';
import type { Tie } from '../map.ts';

/** "Closest to you: Sam, Dana. Near: …" */
export const namesByRing = (page: Page, ties: Tie[]): string =>
  RINGS.map((ring) => ({ ring, here: inOrder(ties).filter((tie) => tie.ring === ring) }))
    .filter(({ here }) => here.length > 0)
    .map(({ ring, here }) =>
      page.t('ecomap.picture.ring', {
        ring: page.t(`ecomap.ring.${ring}`),
        names: listed(
          page,
          here.map(({ name }) => name),
        ),
      }),
    )
    .join(' ');

/** As they stand in the list: from the light outward, each kind together, as she added them. */
export const inOrder = (ties: Tie[]): Tie[] =>
  [...ties].sort((a, b) => a.ring - b.ring || STEP_KINDS.indexOf(a.people) - STEP_KINDS.indexOf(b.people));

export const listed = ({ lang }: Page, names: string[]): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);

/** What the picture says of one tie, in words. */
export function tieInWords(page: Page, tie: Tie, today: string): string[] {
  const { t } = page;
  const list = listed(
    page,
    SUPPORTS.filter((support) => tie.supports.includes(support)).map((support) =>
      t(`words.support.${support}`).toLocaleLowerCase(page.lang),
    ),
  );
  const said: string[] = [t(`ecomap.people.${tie.people}`)];
  if (tie.feeling !== 'plain') said.push(t(`ecomap.feeling.${tie.feeling}`).toLocaleLowerCase(page.lang));
  if (list) said.push(t(`ecomap.said.supports.${tie.flow ?? 'unsaid'}`, { list }));
  else if (tie.flow) said.push(t(`ecomap.said.flow.${tie.flow}`));
  if (tie.lastContact) said.push(t('ecomap.said.last', { when: whenWords(page, tie.lastContact, today) }));
  return said;
}

/** "yesterday", "3 weeks ago": as exact as one remembers it. */
export function whenWords({ lang }: Page, day: string, today: string): string {
  const days = Math.max(0, daysBetween(day, today));
  const [count, unit] =
    days < 14
      ? ([days, 'day'] as const)
      : days < 60
        ? ([Math.floor(days / 7), 'week'] as const)
        : days < 730
          ? ([Math.floor(days / 30.44), 'month'] as const)
          : ([Math.floor(days / 365.25), 'year'] as const);
  return new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-count, unit);
}

/** "Three weeks", "2 months". */
export function spanWords({ t }: Pick<Page, 't'>, days: number): string {
  const weeks = days < 60;
  const count = weeks ? Math.max(1, Math.floor(days / 7)) : Math.floor(days / 30.44);
  return t('ecomap.span', { unit: weeks ? 'weeks' : 'months', count });
}

/** What a finding says and the one thing to do about it. */
export interface FindingWords {
  sentence: string;
  step: string;
  href: string;
}

const PEOPLE_LEAD = {
  circle: '/circles',
  online: '/circles?place=online',
  professional: '/directory',
  peer: '/mentoring',
  family: '/ecomap/ties/new?people=family',
} as const;

const SUPPORT_LEAD = {
  emotional: '/ask/listen',
  practical: '/help-calendars',
  informational: '/ask/answer',
} as const;

export function findingWords(page: Page, finding: Finding, gentle: boolean): FindingWords {
  const { t } = page;
  switch (finding.kind) {
    case 'quiet': {
      const { name, id } = finding.tie;
      const sentence = gentle
        ? t('ecomap.finding.quiet-gentle', { name })
        : t('ecomap.finding.quiet', { name, span: spanWords(page, finding.days) });
      return { sentence, step: t('ecomap.finding.quiet-step', { name }), href: `/ecomap/ties/${id}/nudge` };
    }
    case 'takes':
      return {
        sentence: t('ecomap.finding.takes', { name: finding.tie.name }),
        step: t('ecomap.finding.takes-step'),
        href: '/help/note?want=errand',
      };
    case 'thin-support': {
      const values = { only: finding.only ? 'one' : 'none', name: finding.only?.name ?? '' };
      return {
        sentence: t(`ecomap.finding.support.${finding.support}`, values),
        step: t(`ecomap.finding.support-step.${finding.support}`),
        href: SUPPORT_LEAD[finding.support],
      };
    }
    case 'thin-people':
      return {
        sentence: t(`ecomap.finding.people.${finding.people}`),
        step: t(`ecomap.finding.people-step.${finding.people}`),
        href: PEOPLE_LEAD[finding.people],
      };
  }
}
