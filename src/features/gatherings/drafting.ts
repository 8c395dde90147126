import type { Community, Errors } from '../../platform/http/index.ts';
import { FACTS, type Fact, type Gathering } from './gathering.ts';
import type { GatheringForm } from './gathering-form.ts';
import type { Draft } from './making.ts';
import { type Placing, placingOf } from './placing.ts';
import { canBeLaidOut, ruleOf } from './repeating.ts';
import { type Schedule, wallOf } from './series.ts';

const USUAL_MINUTES = 60;
const DAY = 24 * 60;

/** What a form cannot say of itself. */
export interface Frame {
  home: Community;
  circleId: string | null;
  /** The clocks that count when neither the form nor the place says: the circle's, or hers. */
  usualZone: string;
  /** What is being changed: a day of it may lie behind. */
  before?: Gathering;
  now: Date;
}

export type Drafted = { ok: true; draft: Draft } | { ok: false; errors: Errors };

const wrong = (errors: Errors): Drafted => ({ ok: false, errors });

/** The gathering that a filled-in form means, or what is wrong with it. */
export function draftOf(form: GatheringForm, frame: Frame): Drafted {
  const placing = placingOf(frame.home, form, frame.usualZone);
  if (!placing) return wrong({ near: 'gatherings.form.near-unknown' });
  const day = form.date!;
  const rule = ruleOf(form, day, placing.timeZone);
  if (rule === 'unread') return wrong({ rule: 'gatherings.form.rule-unread' });
  const schedule = scheduleOf(form, placing.timeZone, rule, frame.before);
  if (!canBeLaidOut(schedule, frame.now)) return wrong({ rule: 'gatherings.form.rule-unread' });
  if (schedule.starts !== frame.before?.starts && isPast(schedule, frame.now))
    return wrong({ date: 'gatherings.form.date-past' });
  return { ok: true, draft: { ...schedule, ...wordsOf(form, frame.circleId), ...whereOf(form, placing) } };
}

function scheduleOf(
  form: GatheringForm,
  timeZone: string,
  rule: string | null,
  before: Gathering | undefined,
): Schedule {
  const clock = form.allDay ? '00:00' : form.startTime!;
  const minutes = form.minutes ?? USUAL_MINUTES;
  return {
    starts: wallOf(form.date!, clock),
    allDay: form.allDay,
    minutes: form.allDay ? Math.max(DAY, Math.round(minutes / DAY) * DAY) : minutes,
    timeZone,
    rule,
    extra: form.extra.flatMap((day) => wallsOn(day, clock, before, before?.extra)),
    exceptOn: form.exceptOn.flatMap((day) => wallsOn(day, clock, before, before?.exceptOn)),
  };
}

/** The form asks for days alone: one that had an hour of its own, other than the rest, keeps it. */
function wallsOn(day: string, clock: string, before: Gathering | undefined, walls: string[] = []): string[] {
  const own = walls.filter(
    (wall) => wall.startsWith(day) && wall.slice(11) !== before?.starts.slice(11) && clock !== '00:00',
  );
  return own.length > 0 ? own : [wallOf(day, clock)];
}

/** Whether the day is over at its place. */
function isPast({ starts, timeZone }: Schedule, now: Date): boolean {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
  return starts.slice(0, 10) < today;
}

const wordsOf = (form: GatheringForm, circleId: string | null) => ({
  circleId,
  kind: form.kind,
  seenBy: form.seenBy,
  title: form.title,
  description: form.description,
  facts: Object.fromEntries(FACTS.map((fact) => [fact, form[fact]])) as Record<Fact, boolean | null>,
  accessNote: form.accessNote,
  gettingThere: form.gettingThere,
  cost: form.cost,
  costNote: form.costNote,
  languages: form.languages,
  faith: form.faith,
  forWhom: form.forWhom,
  stages: form.stages,
  topics: form.topics,
  ageFromMonths: form.ageFrom,
  ageToMonths: form.ageTo,
  capacity: form.capacity,
  signUp: form.series ? ('series' as const) : ('occurrence' as const),
});

/** A home's address and an online link go through the door; a hall's address is for everybody. */
function whereOf(form: GatheringForm, { timeZone: _, ...where }: Placing) {
  const inPerson = form.place !== 'online';
  const online = form.place !== 'in-person';
  return {
    ...where,
    place: form.place,
    venue: inPerson ? form.venue : '',
    address: inPerson && !form.home ? form.address : '',
    door: {
      address: inPerson && form.home ? form.address : '',
      link: online ? form.link : '',
    },
  };
}
