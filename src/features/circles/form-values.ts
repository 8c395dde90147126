import { DAYS, FAITHS, LANGUAGES, PARTS, type Part, TOPICS } from '../../matching/index.ts';
import type { Raw } from '../../platform/http/index.ts';
import type { Page } from '../../ui/index.ts';
import { type Circle, JOINING } from './circle.ts';
import { MINUTES, USUAL_CAP } from './circle-form.ts';
import { isCohortMonth, seasonStart } from './cohort-months.ts';
import { STAGES_OFFERED } from './filters.ts';

/** An hour to start from, by the part of the day. */
const HOURS: Record<Part, string> = {
  morning: '10:00',
  afternoon: '14:00',
  evening: '19:00',
  night: '22:00',
};

/** The form as it first stands: what the address brought (a plan's step, a search), and good defaults. */
export function startingValues(page: Page, asked: URLSearchParams): Raw {
  const one = (name: string, allowed: readonly string[]) =>
    allowed.find((value) => value === asked.get(name)) ?? '';
  const text = (name: string) => (asked.get(name) ?? '').toWellFormed().replace(/\p{C}/gu, '').slice(0, 80);
  const part = PARTS.find((value) => value === asked.get('part'));
  const time = asked.get('startTime') ?? asked.get('time') ?? '';
  const stage = one('stage', STAGES_OFFERED);
  const topic = one('topic', TOPICS);
  const language = one('language', LANGUAGES) || (page.locale === 'es' ? 'es' : 'en');
  const near = text('near');
  return {
    ...cohortValues(asked),
    name: text('name') || (asked.has('cohort') ? '' : suggestedName(page, stage, topic)),
    purpose: text('purpose'),
    charter: page.t('circles.charter-default'),
    stages: stage ? [stage] : [],
    topics: topic ? [topic] : [],
    languages: [language],
    ...ages(asked.get('age')),
    place: one('place', ['in-person', 'online', 'both']) || 'in-person',
    near: /\d/.test(near) ? near : '',
    placeName: /\d/.test(near) ? '' : near,
    weekday: one('weekday', DAYS.map(String)) || one('day', DAYS.map(String)),
    startTime: /^\d\d:\d\d$/.test(time) ? time : part ? HOURS[part] : '',
    minutes: '60',
    everyWeeks: '1',
    childcare: asked.get('childcare') === 'yes' ? 'yes' : '',
    cost: 'free',
    faith: one('faith', FAITHS),
    joining: one('joining', JOINING) || 'open',
    cap: String(USUAL_CAP),
  };
}

/** ?cohort=2026-04: a cohort of that season; of this one for any other word. */
function cohortValues(asked: URLSearchParams): Raw {
  const month = asked.get('cohort');
  if (month === null) return {};
  const now = new Date();
  const from = seasonStart(isCohortMonth(month, now) ? month : now.toISOString().slice(0, 7));
  return { cohort: 'start', bornFrom: from, bornMonths: '3' };
}

/** Three months around a child's age: those who share the same nights. */
function ages(asked: string | null): Raw {
  if (!asked || !/^\d{1,3}$/.test(asked)) return {};
  const from = Math.floor(Number(asked) / 3) * 3;
  return { ageFrom: String(from), ageTo: String(from + 3) };
}

function suggestedName({ t }: Page, stage: string, topic: string): string {
  if (stage === 'loss' || topic === 'loss') return t('circles.suggest-loss');
  const known = TOPICS.find((one) => one === topic);
  if (known) return t('circles.suggest-topic', { topic: t(`words.topic.${known}`) });
  const kind = STAGES_OFFERED.find((one) => one === stage);
  return kind ? t(`circles.suggest.${kind as Exclude<typeof kind, 'loss'>}`) : '';
}

/** A circle as its form shows it. */
export function valuesOf(circle: Circle): Raw {
  const text = (value: number | null) => (value === null ? '' : String(value));
  return {
    cohort: circle.born ? 'kept' : '',
    name: circle.ownName ? circle.name : '',
    purpose: circle.purpose,
    charter: circle.charter,
    stages: circle.stages,
    ageFrom: text(circle.ageFromMonths),
    ageTo: text(circle.ageToMonths),
    topics: circle.topics,
    languages: circle.languages,
    place: circle.place,
    near: circle.postcode ?? '',
    placeName: circle.placeName ?? '',
    weekday: text(circle.weekday),
    startTime: circle.startTime ?? '',
    minutes: MINUTES.find((one) => one === text(circle.minutes)) ?? '60',
    everyWeeks: text(circle.everyWeeks) || '1',
    firstMeeting: circle.firstMeeting ?? '',
    childcare: circle.childcare ? 'yes' : '',
    cost: circle.cost,
    faith: circle.faith ?? '',
    joining: circle.joining,
    cap: text(circle.cap),
    questions: circle.questions.join('\n'),
  };
}
