import type { MeetingPlace, Slot, Topic } from '../../matching/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';

/** What somebody offers who would look after a circle. */
export interface Offer {
  languages: string[];
  /** Empty: not said. */
  free: Slot[];
  meets: MeetingPlace;
  maxMiles: number | null;
  /** What she knows herself and can hold. Empty: anything. */
  topics: Topic[];
  /** How many circles at one time. */
  circles: number;
}

/** Her own offer. */
export interface Lead extends Offer {
  /** offered: no coordinator has answered yet. */
  state: 'offered' | 'approved' | 'declined' | 'left';
  pausedAt: Date | null;
}

export async function herLead(tx: Tx, viewer: Viewer): Promise<Lead | undefined> {
  const row = await tx.first(
    query
      .selectFrom('circle_leads')
      .selectAll()
      .where('community_id', '=', viewer.communityId)
      .where('member_id', '=', viewer.memberId),
  );
  return row && { ...offerOf(row), state: row.state as Lead['state'], pausedAt: row.paused_at };
}

/** The columns of an offer, wherever they are read. */
export const offerOf = (row: {
  languages: string[];
  free: string[];
  meets: string;
  max_miles: number | null;
  topics: string[];
  circles: number;
}): Offer => ({
  languages: row.languages,
  free: row.free as Slot[],
  meets: row.meets as MeetingPlace,
  maxMiles: row.max_miles,
  topics: row.topics as Topic[],
  circles: row.circles,
});

/** Offers, or changes what was offered. Resolves to where it stands; null when she may not take part. */
export async function offerToLead(tx: Tx, offer: Offer, now: Date): Promise<Lead['state'] | null> {
  const [row] = await tx.hot<{ state: Lead['state'] | null }>(
    'SELECT access.offer_to_lead($1, $2, $3, $4, $5, $6, $7) AS state',
    [offer.languages, offer.free, offer.meets, offer.maxMiles, offer.topics, offer.circles, now],
  );
  return row?.state ?? null;
}

/** Rests, comes back, or takes the offer back. Circles she looks after already stay hers. */
export async function moveLead(tx: Tx, what: 'pause' | 'resume' | 'leave', now: Date): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.move_lead($1, $2) AS done', [what, now]);
  return row?.done ?? false;
}

/** A coordinator says yes or not now; whoever offered is told. */
export async function decideLead(tx: Tx, memberId: string, yes: boolean, now: Date): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.decide_lead($1, $2, $3) AS done', [
    memberId,
    yes,
    now,
  ]);
  return row?.done ?? false;
}
