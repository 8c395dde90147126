import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { type Ctx, publicUrl } from '../../platform/http/index.ts';
import { localeFor, pickLocale, translator } from '../../platform/i18n/index.ts';
import { writeCalendar } from '../../platform/ical/index.ts';
import { REFRESH_MINUTES } from './answering.ts';
import { eventsOf } from './gathering-events.ts';
import { knownGatherings } from './known.ts';
import type { Teller } from './telling.ts';

/** A feed as it was written, and the state of the rows it was written from. */
interface Kept {
  state: string;
  text: Promise<string>;
}

// One for each server in this process (tests run several) and community: of thousands of gatherings it takes a second to
// write, and every phone that follows it asks again and again.
const kept = new WeakMap<object, Map<string, Kept>>();
const MOST_COMMUNITIES = 20;

/** All public gatherings of a community, from a month ago to a year ahead: as kept, unless something of it changed. */
export async function publicFeed(c: Ctx, now = new Date()): Promise<string> {
  const { communityId, name, timeZone } = c.get('community');
  const teller = communityTeller(c);
  const scope = { communityId, memberId: null };
  const rows = await c.get('db').read(scope, (tx) => stateOf(tx, communityId));
  const state = [rows, now.toISOString().slice(0, 10), name, timeZone, teller.lang, teller.origin].join('\n');
  const mine = kept.get(c.get('config')) ?? new Map<string, Kept>();
  kept.set(c.get('config'), mine);
  const known = mine.get(communityId);
  if (known?.state === state) return known.text;
  const text = write(c, teller, now);
  mine.delete(communityId);
  mine.set(communityId, { state, text });
  text.catch(() => mine.delete(communityId));
  if (mine.size > MOST_COMMUNITIES) mine.delete(mine.keys().next().value!);
  return text;
}

async function write(c: Ctx, teller: Teller, now: Date): Promise<string> {
  const { communityId, name, timeZone } = c.get('community');
  const known = await c
    .get('db')
    .read({ communityId, memberId: null }, (tx) =>
      knownGatherings(tx, sql`g.community_id = ${communityId} AND g.seen_by = 'public'`, now),
    );
  const file = {
    name: teller.t('agenda.feed-title', { community: name }),
    zone: timeZone,
    refreshMinutes: REFRESH_MINUTES,
    events: known.flatMap((one) => eventsOf(teller, one)),
  };
  return Buffer.from(writeCalendar(file)).toString();
}

/** In the community's own first language: a public calendar is the same for all who ask. */
function communityTeller(c: Ctx): Teller {
  const locale = pickLocale(c.get('community').languages, false);
  return { t: translator(locale), lang: localeFor(locale).lang, origin: publicUrl(c) };
}

/** Differs as soon as anything a public feed says may differ: every change of a gathering or of one time leaves its mark. */
async function stateOf(tx: Tx, communityId: string): Promise<string> {
  const [row] = await tx.hot<{ state: string }>(
    `SELECT concat_ws(' ', g.all, g.changes, g.last, o.changed, o.changes, o.last) AS state
     FROM (SELECT count(*) AS all, sum(sequence) AS changes, max(updated_at) AS last FROM gatherings
         WHERE community_id = $1 AND seen_by = 'public') g,
       (SELECT count(*) AS changed, sum(o.sequence) AS changes, max(o.changed_at) AS last FROM occurrences o
         JOIN gatherings p ON p.community_id = o.community_id AND p.gathering_id = o.gathering_id
         WHERE o.community_id = $1 AND o.changed_at IS NOT NULL AND p.seen_by = 'public') o`,
    [communityId],
  );
  return row!.state;
}
