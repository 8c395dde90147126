import { sql } from 'kysely';
import type { PeerOption, Slot, Topic } from '../../matching/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';

/** What a member offers to somebody one to one: "I have been there, and I have room for one more". */
export interface MentorOffer {
  about: string;
  experiences: Topic[];
  languages: string[];
  free: Slot[];
  /** By message or call; else only nearby. */
  online: boolean;
  /** How many at once. */
  capacity: number;
  paused: boolean;
}

export interface Mentor extends Omit<MentorOffer, 'paused' | 'capacity'> {
  memberId: string;
  name: string;
}

const MOST_CONSIDERED = 500;

/** Her own offer, paused or not. */
export async function ownOffer(tx: Tx, viewer: Scope): Promise<MentorOffer | null> {
  const row = await tx.first(
    query.selectFrom('mentor_offers').selectAll().where('member_id', '=', viewer.memberId),
  );
  if (!row) return null;
  return {
    about: row.about,
    experiences: row.experiences as Topic[],
    languages: row.languages,
    free: row.free as Slot[],
    online: row.online,
    capacity: row.capacity,
    paused: row.paused_at !== null,
  };
}

/** Writes her offer; her place is copied from her answers as the same postcode centroid, never finer. */
export async function saveOffer(tx: Tx, viewer: Scope, offer: MentorOffer): Promise<void> {
  const { communityId, memberId } = viewer;
  const place = await tx.first(
    query
      .selectFrom('answers')
      .select(['country', 'region', 'latitude', 'longitude'])
      .where('member_id', '=', memberId),
  );
  const columns = {
    about: offer.about,
    experiences: offer.experiences,
    languages: offer.languages,
    free: offer.free,
    online: offer.online,
    capacity: offer.capacity,
    country: place?.country ?? null,
    region: place?.region ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    paused_at: offer.paused ? sql<Date>`now()` : null,
    updated_at: sql<Date>`now()`,
  };
  await tx.run(
    query
      .insertInto('mentor_offers')
      .values({ community_id: communityId, member_id: memberId!, ...columns })
      .onConflict((c) => c.columns(['community_id', 'member_id']).doUpdateSet(columns)),
  );
}

/** A mentor who may be asked: not paused, not blocked either way. */
export async function mentorFor(tx: Tx, memberId: string): Promise<Mentor | undefined> {
  const row = await tx.first(
    query
      .selectFrom('mentor_offers as o')
      .innerJoin('members as m', (j) =>
        j.onRef('m.community_id', '=', 'o.community_id').onRef('m.member_id', '=', 'o.member_id'),
      )
      .select([
        'o.member_id',
        'm.display_name',
        'o.about',
        'o.experiences',
        'o.languages',
        'o.free',
        'o.online',
      ])
      .where('o.member_id', '=', memberId)
      .where('o.paused_at', 'is', null),
  );
  return (
    row && {
      memberId: row.member_id,
      name: row.display_name,
      about: row.about,
      experiences: row.experiences as Topic[],
      languages: row.languages,
      free: row.free as Slot[],
      online: row.online,
    }
  );
}

interface PeerRow {
  id: string;
  name: string;
  experiences: Topic[];
  languages: string[];
  free: Slot[];
  online: boolean;
  latitude: number | null;
  longitude: number | null;
  time_zone: string | null;
  left: number;
  asked: boolean;
}

/** Everyone who offers, as the engine wants them: those blocked either way are not even there. */
export async function peerOptions(tx: Tx, viewer: Scope): Promise<PeerOption[]> {
  const rows = await tx.hot<PeerRow>(
    `SELECT o.member_id AS id, m.display_name AS name, o.experiences, o.languages, o.free, o.online, o.latitude, o.longitude,
       m.time_zone, o.capacity - coalesce(t.mentees, 0) AS left, i.introduction_id IS NOT NULL AS asked
     FROM mentor_offers o
     JOIN members m ON m.community_id = o.community_id AND m.member_id = o.member_id
     LEFT JOIN access.mentees_of((SELECT array_agg(member_id) FROM mentor_offers)) t ON t.member_id = o.member_id
     LEFT JOIN introductions i ON i.community_id = o.community_id AND i.mentor_id = o.member_id AND i.mentee_id = $1
       AND i.state IN ('asked', 'accepted')
     WHERE o.paused_at IS NULL AND o.member_id <> $1
     ORDER BY o.updated_at DESC LIMIT $2`,
    [viewer.memberId, MOST_CONSIDERED],
  );
  return rows.map(({ left, asked, time_zone, ...row }) => ({
    ...row,
    timeZone: time_zone,
    trained: null,
    spacesLeft: left,
    blocked: false,
    requested: asked,
  }));
}
