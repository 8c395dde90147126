import { sql } from 'kysely';
import { answerFeed, type Ctx, publicUrl } from '../../platform/http/index.ts';
import { localeFor, pickLocale, translator } from '../../platform/i18n/index.ts';
import { type CalendarFile, writeCalendar } from '../../platform/ical/index.ts';
import { eventsOf } from './gathering-events.ts';
import { knownGatherings } from './known.ts';
import type { Teller } from './telling.ts';

/** How often a phone is asked to look again: a few hours is what they do anyway. */
export const REFRESH_MINUTES = 180;
export const TYPE = 'text/calendar; charset=utf-8';

/** Answers with a calendar, as a file or to a program that asks again and again. */
export const answerCalendar = (c: Ctx, file: CalendarFile, whose: 'public' | 'private' = 'public') =>
  answerFeed(c, Buffer.from(writeCalendar(file)).toString(), TYPE, whose);

/** In the community's own first language: a public calendar is the same for all who ask. */
export function communityTeller(c: Ctx): Teller {
  const locale = pickLocale(c.get('community').languages, false);
  return { t: translator(locale), lang: localeFor(locale).lang, origin: publicUrl(c) };
}

/** All public gatherings of a community, from a month ago to a year ahead. */
export async function publicFeed(c: Ctx, now = new Date()): Promise<CalendarFile> {
  const { communityId, name, timeZone } = c.get('community');
  const teller = communityTeller(c);
  const known = await c
    .get('db')
    .read({ communityId, memberId: null }, (tx) =>
      knownGatherings(tx, sql`g.community_id = ${communityId} AND g.seen_by = 'public'`, now),
    );
  return {
    name: teller.t('agenda.feed-title', { community: name }),
    zone: timeZone,
    refreshMinutes: REFRESH_MINUTES,
    events: known.flatMap((one) => eventsOf(teller, one)),
  };
}
