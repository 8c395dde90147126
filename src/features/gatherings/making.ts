import type { Insertable } from 'kysely';
import { newId } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tables, type Tx } from '../../platform/db/index.ts';
import type { Gathering } from './gathering.ts';
import { datesAhead, insertDates } from './laying-out.ts';

/** What only those coming are told; empty strings are none. */
export interface Door {
  link: string;
  address: string;
}

/** A gathering as somebody means it, before it has an id or a sign-up. */
export type Draft = Omit<
  Gathering,
  | 'gatheringId'
  | 'uid'
  | 'sequence'
  | 'home'
  | 'followsId'
  | 'goesOnWith'
  | 'seatsTaken'
  | 'waiting'
  | 'sourceId'
  | 'organisedBy'
  | 'organiserName'
  | 'createdAt'
  | 'updatedAt'
  | 'cancelledAt'
  | 'cancelNote'
  | 'hiddenAt'
  | 'awayUntil'
> & { door: Door };

/** Where a new gathering comes from, when it is not simply made by whoever asks. */
export interface Origin {
  /** The series it takes over from. */
  followsId?: string | null;
  /** The calendar it was taken from, its id there and whose it is there. */
  sourceId?: string | null;
  uid?: string;
  organiserName?: string | null;
  organisedBy?: string | null;
}

export interface Organised {
  gatheringId: string;
  uid: string;
}

/**
 * Makes a gathering with its door and its times, 400 days ahead and 400 at most.
 * @throws when she may not organise such a one (`refusal(error)` is 'forbidden') or its rule cannot be read
 */
export async function organise(
  tx: Tx,
  scope: Scope,
  draft: Draft,
  origin: Origin = {},
  now = new Date(),
): Promise<Organised> {
  const past = new Date(+now - 31 * 86_400_000); // of a series that runs already, nobody needs older times
  const { dates, until } = datesAhead(draft, past, now);
  const made = await addGathering(tx, scope, draft, origin, until);
  await insertDates(tx, scope, { ...draft, gatheringId: made.gatheringId }, dates);
  return made;
}

/** The gathering and its door, without any of its times. */
export async function addGathering(
  tx: Tx,
  scope: Scope,
  draft: Draft,
  origin: Origin,
  laidOutUntil: Date,
): Promise<Organised> {
  const gatheringId = newId();
  const uid = origin.uid ?? `${gatheringId}@porchlight`;
  const row: Insertable<Tables['gatherings']> = {
    ...columnsOf(draft),
    community_id: scope.communityId,
    gathering_id: gatheringId,
    uid,
    follows_id: origin.followsId ?? null,
    source_id: origin.sourceId ?? null,
    organised_by: origin.organisedBy === undefined ? scope.memberId : origin.organisedBy,
    organiser_name: origin.organiserName ?? null,
    laid_out_until: laidOutUntil,
  };
  await tx.run(query.insertInto('gatherings').values(row));
  await keepDoor(tx, scope, gatheringId, draft.door);
  return { gatheringId, uid };
}

/** The door of a gathering as it shall be from now on. */
export async function keepDoor(tx: Tx, scope: Scope, gatheringId: string, door: Door): Promise<void> {
  const { link, address } = { link: door.link || null, address: door.address || null };
  if (!link && !address) {
    await tx.run(query.deleteFrom('gathering_doors').where('gathering_id', '=', gatheringId));
    return;
  }
  await tx.run(
    query
      .insertInto('gathering_doors')
      .values({ community_id: scope.communityId, gathering_id: gatheringId, link, address })
      .onConflict((conflict) =>
        conflict.columns(['community_id', 'gathering_id']).doUpdateSet({ link, address }),
      ),
  );
}

/** A draft as its row keeps it. */
export const columnsOf = (draft: Draft) => ({
  circle_id: draft.circleId,
  kind: draft.kind,
  seen_by: draft.seenBy,
  title: draft.title,
  description: draft.description,
  starts: draft.starts,
  minutes: draft.minutes,
  all_day: draft.allDay,
  time_zone: draft.timeZone,
  rule: draft.rule,
  extra: draft.extra,
  except_on: draft.exceptOn,
  place: draft.place,
  venue: draft.venue,
  address: draft.address,
  home: draft.door.address !== '',
  country: draft.country,
  region: draft.region,
  postcode: draft.postcode,
  place_name: draft.placeName,
  latitude: draft.latitude,
  longitude: draft.longitude,
  ...draft.facts,
  access_note: draft.accessNote,
  getting_there: draft.gettingThere,
  cost: draft.cost,
  cost_note: draft.costNote,
  languages: draft.languages,
  faith: draft.faith,
  for_whom: draft.forWhom,
  stages: draft.stages,
  topics: draft.topics,
  age_from_months: draft.ageFromMonths,
  age_to_months: draft.ageToMonths,
  capacity: draft.capacity,
  sign_up: draft.signUp,
});
