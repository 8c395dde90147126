import { type Database, query } from '../../platform/db/index.ts';
import type { Community } from '../../platform/http/index.ts';

const KEPT_MS = 5_000;
const kept = new WeakMap<Database, Map<string, { community: Promise<Community | null>; until: number }>>();

/**
 * The community a host name means, or null before any was founded. Kept for five seconds, so that a change made on
 * another server shows within that time.
 */
export async function communityFor(db: Database, host: string): Promise<Community | null> {
  const now = Date.now();
  const mine = kept.get(db) ?? new Map();
  kept.set(db, mine);
  const known = mine.get(host);
  if (known && known.until > now) return known.community;
  if (mine.size > 200) mine.clear(); // host names come from outside: the map must not grow with them
  // The question itself is kept: when many come at once, one asks for all.
  const community = askFor(db, host);
  mine.set(host, { community, until: now + KEPT_MS });
  const forget = () => void (mine.get(host)?.community === community && mine.delete(host));
  try {
    const found = await community;
    if (!found) forget();
    return found;
  } catch (error) {
    forget();
    throw error;
  }
}

async function askFor(db: Database, host: string): Promise<Community | null> {
  const [row] = await db.ask<{ id: string | null }>('SELECT access.community_for_host($1) AS id', [host]);
  return row?.id ? loadCommunity(db, row.id) : null;
}

/** After a change on this server: the next request reads it afresh. */
export function forgetCommunities(db: Database): void {
  kept.delete(db);
}

async function loadCommunity(db: Database, communityId: string): Promise<Community> {
  const row = await db.read({ communityId, memberId: null }, (tx) =>
    tx.first(query.selectFrom('communities').selectAll().where('community_id', '=', communityId)),
  );
  if (!row) throw new Error('A community vanished while it was read');
  return {
    communityId,
    name: row.name,
    country: row.country,
    region: row.region,
    postcode: row.postcode,
    placeName: row.place_name,
    latitude: row.latitude,
    longitude: row.longitude,
    timeZone: row.time_zone,
    languages: row.languages,
    charter: row.charter,
    firstReplyHours: row.first_reply_hours,
    lettersADay: row.letters_a_day,
    isSample: row.is_sample,
  };
}
