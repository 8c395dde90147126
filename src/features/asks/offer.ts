import { sql } from 'kysely';
import type { HelpLimit, HelpThing, Slot, Support } from '../../matching/index.ts';
import { newId } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import { answersOf } from '../onboarding/index.ts';

/** What a member offers to others: "I can drive on Thursdays". */
export interface Offer {
  kind: Support;
  /** Of hands; none: whatever is needed. */
  things: HelpThing[];
  words: string;
  boundaries: string;
  notFor: HelpLimit[];
  free: Slot[];
  languages: string[];
  online: boolean;
  maxMiles: number | null;
  atOnce: number;
}

export interface OwnOffer extends Offer {
  offerId: string;
  paused: boolean;
}

const OWN = `SELECT offer_id AS "offerId", kind, things, words, boundaries, not_for AS "notFor", free, languages, online,
    max_miles AS "maxMiles", at_once AS "atOnce", paused_at IS NOT NULL AS paused
  FROM help_offers WHERE community_id = $1 AND member_id = $2`;

/** All of hers, as she made them. */
export const ownOffers = (tx: Tx, { communityId, memberId }: Viewer): Promise<OwnOffer[]> =>
  tx.hot<OwnOffer>(`${OWN} ORDER BY offered_at, offer_id`, [communityId, memberId]);

/** @throws Problem 404 when it is not hers */
export async function ownOffer(tx: Tx, viewer: Viewer, offerId: string): Promise<OwnOffer> {
  const [offer] = await tx.hot<OwnOffer>(`${OWN} AND offer_id = $3`, [
    viewer.communityId,
    viewer.memberId,
    offerId,
  ]);
  return offer ?? notFound();
}

/** Writes an offer, a new one without an id; her place is copied as the same postcode centroid, never finer. */
export async function saveOffer(tx: Tx, viewer: Viewer, offer: Offer, offerId?: string): Promise<void> {
  const place = await answersOf(tx, viewer);
  const columns = {
    kind: offer.kind,
    things: offer.kind === 'practical' ? offer.things : [],
    words: offer.words,
    boundaries: offer.boundaries,
    not_for: offer.notFor,
    free: offer.free,
    languages: offer.languages,
    online: offer.kind !== 'practical' && offer.online,
    max_miles: offer.maxMiles,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    at_once: offer.atOnce,
  };
  if (!offerId) {
    const whose = { community_id: viewer.communityId, member_id: viewer.memberId, offer_id: newId() };
    await tx.run(query.insertInto('help_offers').values({ ...whose, ...columns }));
    return;
  }
  const found = await tx.run(hers(viewer).set(columns).where('offer_id', '=', offerId));
  if (found === 0) notFound();
}

const hers = (viewer: Viewer) => query.updateTable('help_offers').where('member_id', '=', viewer.memberId);

/** "Not now", or back again: one offer, or everything she does, as a support volunteer too. */
export async function pause(tx: Tx, viewer: Viewer, pausing: boolean, offerId?: string): Promise<void> {
  const paused_at = pausing ? sql<Date>`now()` : null;
  const change = hers(viewer).set({ paused_at });
  const found = await tx.run(offerId ? change.where('offer_id', '=', offerId) : change);
  if (offerId) return found === 0 ? notFound() : undefined;
  await tx.run(
    query.updateTable('support_volunteers').set({ paused_at }).where('member_id', '=', viewer.memberId),
  );
}

/** Takes an offer back. What she said yes to stands. */
export async function removeOffer(tx: Tx, viewer: Viewer, offerId: string): Promise<void> {
  const gone = await tx.run(
    query.deleteFrom('help_offers').where('member_id', '=', viewer.memberId).where('offer_id', '=', offerId),
  );
  if (gone === 0) notFound();
}
