import type { ReadEvent } from '../../platform/ical/index.ts';
import {
  instantOf,
  occurrenceAt,
  wallAt,
  wallMs,
  wallName,
  wallText,
} from '../../platform/recurrence/index.ts';
import { type Draft, FACTS, type Gathering } from '../gatherings/index.ts';
import type { Source } from './source.ts';

/** A single time of a series that is otherwise, as their calendar says. */
export interface Change {
  recursAt: Date;
  startsAt: Date;
  endsAt: Date;
  title: string;
  venue: string;
  cancelled: boolean;
}

const ADDRESS = /^https?:\/\/\S+$/i;
const ONLINE = /\b(zoom|online|virtual|webinar|google meet|microsoft teams|en l[ií]nea)\b/i;
const NOTHING_SAID = Object.fromEntries(FACTS.map((fact) => [fact, null])) as Gathering['facts'];

/** An event of theirs as a public gathering here. What a file does not say stays unsaid. */
export function draftOf(source: Source, usualZone: string, event: ReadEvent): Draft {
  const where = (event.location ?? '').trim();
  const link = ADDRESS.test(where) ? where.slice(0, 1000) : '';
  const online = link !== '' || ONLINE.test(where);
  return {
    circleId: null,
    kind: source.kind,
    seenBy: 'public',
    title: titleOf(source, event),
    description: [event.description, ADDRESS.test(event.url ?? '') && event.url]
      .filter(Boolean)
      .join('\n\n')
      .slice(0, 6000),
    ...timesOf(usualZone, event),
    place: online ? 'online' : 'in-person',
    venue: online ? '' : oneLine(where, 160),
    address: '',
    ...source.place,
    facts: NOTHING_SAID,
    accessNote: '',
    gettingThere: '',
    cost: null,
    costNote: '',
    languages: [],
    faith: null,
    forWhom: '',
    stages: [],
    topics: [],
    ageFromMonths: null,
    ageToMonths: null,
    capacity: null,
    signUp: 'occurrence',
    door: { link, address: '' },
  };
}

const oneLine = (text: string, most: number) => text.replace(/\s+/g, ' ').trim().slice(0, most).trim();
const titleOf = ({ name }: Source, { summary }: ReadEvent) => oneLine(summary, 120) || name;

/** An instant without a rule is shown by the clocks of the place: a file in UTC does not mean that anybody lives there. */
function timesOf(usualZone: string, event: ReadEvent) {
  const { rule = null, extra = [], except = [], zone } = event;
  const allDay = event.start.length === 10;
  const once = !rule && extra.length === 0;
  const here = once && !allDay && /^(UTC|Etc\/UTC|Etc\/GMT|GMT)$/.test(zone);
  const starts = wallName(event.start);
  return {
    starts: here ? wallText(wallAt(instantOf(wallMs(starts), zone), usualZone)) : starts,
    minutes: minutesOf(event),
    allDay,
    timeZone: here ? usualZone : zone,
    rule,
    extra: extra.map(wallName),
    exceptOn: except.map(wallName),
  };
}

/** What says no end lasts an hour, or its day. */
function minutesOf({ start, lasts }: ReadEvent): number {
  const minutes = (lasts.days ?? 0) * 1440 + (lasts.minutes ?? 0);
  return minutes >= 5 ? minutes : start.length === 10 ? 1440 : 60;
}

/** What stands for one time of a series. */
export function changeOf(draft: Draft, event: ReadEvent): Change {
  const { wall, zone } = event.replaces!;
  const { starts, ends } = occurrenceAt(event, event.start);
  const where = oneLine(event.location ?? '', 160);
  return {
    recursAt: new Date(instantOf(wallMs(wall), zone)),
    startsAt: starts,
    endsAt: ends > starts ? ends : new Date(+starts + draft.minutes * 60_000),
    title: oneLine(event.summary, 120) || draft.title,
    venue: draft.place === 'online' || ADDRESS.test(where) ? '' : where,
    cancelled: event.status === 'cancelled',
  };
}
