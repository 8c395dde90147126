import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { type Ctx, notFound } from '../../platform/http/index.ts';
import { type Gathering, gatheringOf } from './gathering.ts';
import { type Occurrence, occurrenceOf } from './occurrence.ts';

/** The scope of a request anybody may make. */
export const scopeOf = (c: Ctx): Scope =>
  c.get('viewer') ?? { communityId: c.get('community').communityId, memberId: null };

export interface OneTime {
  gathering: Gathering;
  occurrence: Occurrence;
}

/** A gathering whoever asks may know of. @throws Problem 404 for private and unknown ones alike */
export async function seenGathering(tx: Tx, id: string): Promise<Gathering> {
  const row = await tx.first(query.selectFrom('gatherings').selectAll().where('gathering_id', '=', id));
  return row ? gatheringOf(row) : notFound();
}

/** One time of a gathering whoever asks may know of. @throws Problem 404 likewise */
export async function seenOccurrence(tx: Tx, id: string, occurrenceId: string): Promise<OneTime> {
  const gathering = await seenGathering(tx, id);
  const row = await tx.first(
    query
      .selectFrom('occurrences')
      .selectAll()
      .where('gathering_id', '=', id)
      .where('occurrence_id', '=', occurrenceId),
  );
  return row ? { gathering, occurrence: occurrenceOf(row) } : notFound();
}

/** Nobody but its organiser and those who decide about it sees it, and nobody runs it until it is back. */
export const isOutOfSight = ({ hiddenAt, awayUntil }: Gathering): boolean =>
  hiddenAt !== null || awayUntil !== null;

/** Whether she runs it: she made it, looks after its circle, or coordinates the community it belongs to. */
export async function runs(tx: Tx, viewer: Scope, gathering: Gathering): Promise<boolean> {
  // One that was taken from another's calendar is changed there.
  if (!viewer.memberId || gathering.sourceId || isOutOfSight(gathering)) return false;
  const [row] = await tx.hot<{ runs: boolean }>('SELECT access.runs($1, $2) AS runs', [
    gathering.circleId,
    gathering.organisedBy,
  ]);
  return row?.runs === true;
}

/** A gathering she runs. @throws Problem 404 for all others, also those she may come to */
export async function runGathering(tx: Tx, viewer: Scope, id: string): Promise<Gathering> {
  const gathering = await seenGathering(tx, id);
  return (await runs(tx, viewer, gathering)) ? gathering : notFound();
}
