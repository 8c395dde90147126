import { hourIn } from '../../platform/time/index.ts';
import { formatTime } from '../../ui/index.ts';
import type { Page } from '../../ui/page.ts';
import type { HerPlan } from './her-plan.ts';

/** 'Good evening, Maya.' by the hour where she is. */
export function greeting(page: Page, now = new Date()): string {
  const hour = hourIn(page.timeZone, now);
  const part = hour < 5 || hour >= 22 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return page.t(`plan.greeting.${part}`, { name: page.viewer?.displayName ?? '' });
}

/** One calm line about her plan, out of what she told us; after a loss it speaks of nothing but the people. */
export function lead(page: Page, { plan, answers, stages, today }: HerPlan): string {
  const { t } = page;
  const count = plan.steps.length;
  if (count === 0) return t('plan.lead.none');
  if (plan.gentle) return t('plan.lead.gentle');
  return t('plan.lead', { count, ...whom(page, stages, today), ...place(answers) });
}

function place(answers: HerPlan['answers']) {
  return answers?.placeName ? { where: 'named', place: answers.placeName } : { where: 'unsaid', place: '' };
}

/** The one child whose month we know, or the month a child is due; several are simply children. */
function whom(page: Page, stages: HerPlan['stages'], today: string) {
  const unsaid = { whom: 'unsaid', age: 0, month: '' };
  const born = stages.flatMap((stage) =>
    'birthMonth' in stage && stage.birthMonth ? [stage.birthMonth] : [],
  );
  if (born.length > 1) return { ...unsaid, whom: 'children' };
  if (born[0]) {
    const age = monthsOld(born[0], today);
    return age < 24
      ? { ...unsaid, whom: 'months', age }
      : { ...unsaid, whom: 'years', age: Math.floor(age / 12) };
  }
  const due = stages.flatMap((stage) =>
    stage.kind === 'expecting' && stage.dueMonth ? [stage.dueMonth] : [],
  );
  if (due[0] && monthsOld(due[0], today) <= 0) {
    const reader = { lang: page.lang, timeZone: 'UTC' };
    return { ...unsaid, whom: 'due', month: formatTime(reader, new Date(`${due[0]}-15T12:00:00Z`), 'month') };
  }
  return unsaid;
}

function monthsOld(month: string, today: string): number {
  const at = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return at(today) - at(month);
}
