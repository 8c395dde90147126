import { query, type Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import { type Gathering, gatheringOf } from './gathering.ts';
import { type Occurrence, occurrenceOf } from './occurrence.ts';

/**
 * A gathering she runs, held until the transaction ends: two people who change it do so one after the other. Always
 * before its occurrences, so that nobody waits in a ring. @throws Problem 404 when she does not run it
 */
export async function holdGathering(tx: Tx, id: string): Promise<Gathering> {
  const row = await tx.first(
    query.selectFrom('gatherings').selectAll().where('gathering_id', '=', id).forUpdate(),
  );
  return row ? gatheringOf(row) : notFound();
}

/** One of its times, held likewise. @throws Problem 404 when there is none */
export async function holdOccurrence(tx: Tx, gatheringId: string, id: string): Promise<Occurrence> {
  const row = await tx.first(
    query
      .selectFrom('occurrences')
      .selectAll()
      .where('gathering_id', '=', gatheringId)
      .where('occurrence_id', '=', id)
      .forUpdate(),
  );
  return row ? occurrenceOf(row) : notFound();
}

/** All its times that the rule puts after a moment, held, in order. */
export async function holdAhead(tx: Tx, gatheringId: string, after: Date): Promise<Occurrence[]> {
  const rows = await tx.all(
    query
      .selectFrom('occurrences')
      .selectAll()
      .where('gathering_id', '=', gatheringId)
      .where('recurs_at', '>', after)
      .orderBy('recurs_at')
      .forUpdate(),
  );
  return rows.map(occurrenceOf);
}
