import { TOPICS } from '../../matching/index.ts';
import type { Raw } from '../../platform/http/index.ts';
import type { Page } from '../../ui/index.ts';
import { type Circle, circleName, nextMeeting } from '../circles/index.ts';
import { FACTS, type Gathering, KINDS } from './gathering.ts';
import type { Door } from './making.ts';
import type { Occurrence } from './occurrence.ts';
import { type Repetition, repetitionOf } from './repeating.ts';
import { clockIn, dayIn } from './wall.ts';

const number = (value: number | null): string => (value === null ? '' : String(value));
const yes = (value: boolean): string => (value ? 'yes' : '');

/** The form as it first stands: what the address brought, and what is likely. A home's address is kept back at first. */
export function startingValues(page: Page, asked: URLSearchParams): Raw {
  const kind = KINDS.find((one) => one === asked.get('kind')) ?? 'walk';
  return {
    kind,
    seenBy: 'community',
    minutes: '60',
    repeats: 'never',
    place: kind === 'online-session' ? 'online' : 'in-person',
    home: 'yes',
    languages: [page.locale === 'es' ? 'es' : 'en'],
  };
}

const WEEKLY: Record<number, string> = { 1: 'weekly', 2: 'fortnightly' };

/** The form for a circle's own session: its next hour, its place, its people. Nothing need be typed. */
export function circleValues(page: Page, circle: Circle, now: Date): Raw {
  const next = nextMeeting(circle, now);
  const weeks = circle.everyWeeks ?? 1;
  return {
    ...startingValues(page, new URLSearchParams()),
    kind: 'circle-session',
    title: page.t('gatherings.session-of', { circle: circleName(page, circle) }).slice(0, 120),
    seenBy: 'circle',
    date: next ? dayIn(circle.timeZone, next.start) : '',
    startTime: next ? clockIn(circle.timeZone, next.start) : '',
    minutes: number(circle.minutes) || '60',
    repeats: next ? (WEEKLY[weeks] ?? 'own') : 'never',
    rule: next && !WEEKLY[weeks] ? `FREQ=WEEKLY;INTERVAL=${weeks}` : '',
    place: circle.place,
    near: circle.postcode ?? '',
    placeName: circle.placeName ?? '',
    childcare: circle.childcare ? 'yes' : '',
    cost: circle.cost,
    languages: circle.languages,
    faith: circle.faith ?? '',
    stages: circle.stages,
    topics: circle.topics.filter((topic) => TOPICS.includes(topic)),
    ageFrom: number(circle.ageFromMonths),
    ageTo: number(circle.ageToMonths),
  };
}

/** A gathering as its form shows it. */
export function valuesOf(gathering: Gathering, door: Door): Raw {
  const said = (fact: boolean | null) => (fact === null ? '' : fact ? 'yes' : 'no');
  return {
    kind: gathering.kind,
    title: gathering.title,
    description: gathering.description,
    seenBy: gathering.seenBy,
    ...whenValues(gathering),
    place: gathering.place,
    venue: gathering.venue,
    address: gathering.address || door.address,
    home: yes(gathering.home || gathering.address === ''),
    near: gathering.postcode ?? '',
    placeName: gathering.placeName ?? '',
    link: door.link,
    gettingThere: gathering.gettingThere,
    ...Object.fromEntries(FACTS.map((fact) => [fact, said(gathering.facts[fact])])),
    accessNote: gathering.accessNote,
    cost: gathering.cost ?? '',
    costNote: gathering.costNote,
    languages: gathering.languages,
    faith: gathering.faith ?? '',
    forWhom: gathering.forWhom,
    stages: gathering.stages,
    topics: gathering.topics,
    ageFrom: number(gathering.ageFromMonths),
    ageTo: number(gathering.ageToMonths),
    capacity: number(gathering.capacity),
    series: yes(gathering.signUp === 'series'),
  };
}

function whenValues(gathering: Gathering): Raw {
  const days = (walls: string[]) => walls.map((wall) => wall.slice(0, 10));
  return {
    date: gathering.starts.slice(0, 10),
    startTime: gathering.starts.slice(11, 16),
    allDay: yes(gathering.allDay),
    minutes: String(gathering.minutes),
    zone: gathering.timeZone,
    ...repeatValues(repetitionOf(gathering)),
    extra: days(gathering.extra),
    exceptOn: days(gathering.exceptOn),
  };
}

const repeatValues = ({ repeats, rule, until, times }: Repetition): Raw => ({
  repeats,
  rule,
  until: until ?? '',
  times: number(times),
});

/** One of its times as its form shows it. */
export const occurrenceValues = (gathering: Gathering, occurrence: Occurrence): Raw => ({
  date: dayIn(gathering.timeZone, occurrence.startsAt),
  startTime: clockIn(gathering.timeZone, occurrence.startsAt),
  minutes: String(Math.round((+occurrence.endsAt - +occurrence.startsAt) / 60_000)),
  title: occurrence.title ?? '',
  venue: occurrence.venue ?? '',
  note: occurrence.note,
  capacity: number(occurrence.capacity),
});
