import { z } from 'zod';
import { type Month, STAGE_KINDS, type Stage, type StageKind } from '../../matching/index.ts';
import { type Errors, many } from '../../platform/http/index.ts';
import { monthsAhead, typedMonth } from './months.ts';

export const MOST_CHILDREN = 8;
/** A pregnancy is not foreseen further than this, and a due month stays for one month after. */
const DUE = { soonest: -1, latest: 10 };
/** A child may be about to come home; and up to school she may look for others of that month. */
const HOME = { soonest: -83, latest: 10 };
/** Up to school; older children are asked nothing of. */
const OLDEST_MONTHS = 83;

/** One or several posted values of a name. */
const list = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string()),
);

export const stagesForm = z.object({
  stages: many(STAGE_KINDS),
  dueMonth: list,
  dueYear: list,
  homeMonth: list,
  homeYear: list,
  childMonth: list,
  childYear: list,
});
type StagesForm = z.infer<typeof stagesForm>;

/** Kinds whose children's birth months help to find others like her. */
const WITH_BIRTH_MONTH = ['baby', 'toddler'] as const;

/**
 * What she chose, with the months that belong to it. Loss, or "rather not say", ends the questions: whatever a hidden
 * part of the form still carried is left out.
 */
export function stagesTold(form: StagesForm, today: string): { stages: Stage[]; errors: Errors } {
  const kinds = form.stages.length > 1 ? form.stages.filter((kind) => kind !== 'unsaid') : form.stages;
  const quiet = form.stages.includes('loss') || form.stages.includes('unsaid');
  const errors: Errors = {};
  const stages = kinds.flatMap((kind): Stage[] => {
    if (kind === 'expecting')
      return [{ kind, dueMonth: quiet ? null : oneMonth(form, 'due', today, errors) }];
    if (kind === 'adopting')
      return [quiet ? { kind } : { kind, homeMonth: oneMonth(form, 'home', today, errors) }];
    if (kind === 'baby' || kind === 'toddler') return quiet ? [{ kind, birthMonth: null }] : [];
    return [{ kind }];
  });
  return { stages: quiet ? stages : [...stages, ...children(form, kinds, today, errors)], errors };
}

/** The month a child is due, or came home (or will): one, if she likes to say it. */
function oneMonth(form: StagesForm, name: 'due' | 'home', today: string, errors: Errors): Month | null {
  const typed = typedMonth(form[`${name}Month`][0], form[`${name}Year`][0]);
  if (typed.said === 'nothing') return null;
  if (typed.said === 'half') errors[name] = 'onboarding.month-half';
  else if (typed.said === 'nonsense') errors[name] = 'onboarding.month-unfit';
  else {
    const ahead = monthsAhead(typed.month, today);
    const { soonest, latest } = name === 'due' ? DUE : HOME;
    if (ahead >= soonest && ahead <= latest) return typed.month;
    errors[name] = `onboarding.stages.${name}-unfit`;
  }
  return null;
}

/** Each child under the kind its age says, where she ticked that kind; a ticked kind without a child stays by itself. */
function children(form: StagesForm, kinds: StageKind[], today: string, errors: Errors): Stage[] {
  const ticked = WITH_BIRTH_MONTH.filter((kind) => kinds.includes(kind));
  if (ticked.length === 0) return [];
  const months = birthMonths(form, today, errors);
  const stages = months.map((birthMonth): Stage => {
    const byAge = monthsAhead(birthMonth, today) > -12 ? 'baby' : 'toddler';
    return { kind: ticked.find((kind) => kind === byAge) ?? ticked[0]!, birthMonth };
  });
  const alone = ticked.filter((kind) => !stages.some((stage) => stage.kind === kind));
  return [...stages, ...alone.map((kind): Stage => ({ kind, birthMonth: null }))];
}

function birthMonths(form: StagesForm, today: string, errors: Errors): Month[] {
  const rows = Math.max(form.childMonth.length, form.childYear.length);
  if (rows > MOST_CHILDREN) {
    errors.children = 'onboarding.stages.too-many';
    return [];
  }
  const months: Month[] = [];
  for (let row = 0; row < rows; row++) {
    const typed = typedMonth(form.childMonth[row], form.childYear[row]);
    if (typed.said === 'half') errors.children ??= 'onboarding.month-half';
    else if (typed.said === 'nonsense') errors.children ??= 'onboarding.month-unfit';
    else if (typed.said === 'month') {
      const ahead = monthsAhead(typed.month, today);
      if (ahead > 0) errors.children ??= 'onboarding.stages.not-born';
      else if (ahead < -OLDEST_MONTHS) errors.children ??= 'onboarding.stages.too-old';
      else months.push(typed.month);
    }
  }
  return months;
}
