import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { wallAt, wallText } from '../../platform/recurrence/index.ts';
import {
  cancelOccurrence,
  changeOne,
  type Draft,
  type Occurrence,
  occurrenceOf,
  reinstateOccurrence,
} from '../gatherings/index.ts';
import type { Change } from './foreign-draft.ts';
import type { Item } from './reading-source.ts';

/** Makes the times of a gathering that lie ahead as their calendar has them: those it changed, and those it changed back. */
export async function applyChanges(tx: Tx, scope: Scope, id: string, item: Item, now: Date): Promise<void> {
  const { draft, changes } = item;
  const wanted = new Map(changes.map((change) => [+change.recursAt, change]));
  for (const one of await timesToSettle(tx, id, changes, now)) {
    const change = wanted.get(+one.recursAt) ?? null;
    if (change?.cancelled) {
      if (!one.cancelledAt) await cancelOccurrence(tx, scope, id, one.occurrenceId, '');
      continue;
    }
    if (one.cancelledAt) await reinstateOccurrence(tx, scope, id, one.occurrenceId);
    const as = change ?? usual(draft, one);
    if (!isAs(draft, one, as)) await changeOne(tx, scope, id, one.occurrenceId, formOf(draft, as));
  }
}

/** Those that are to be otherwise, and those that are so still. */
async function timesToSettle(tx: Tx, id: string, changes: Change[], now: Date): Promise<Occurrence[]> {
  const rows = await tx.all(
    query
      .selectFrom('occurrences')
      .selectAll()
      .where('gathering_id', '=', id)
      .where('ends_at', '>', now)
      .where((eb) =>
        eb.or([
          eb('changed_at', 'is not', null),
          eb('recurs_at', 'in', changes.map(({ recursAt }) => recursAt).concat(new Date(0))),
        ]),
      )
      .orderBy('recurs_at'),
  );
  return rows.map(occurrenceOf);
}

type As = Pick<Change, 'startsAt' | 'endsAt' | 'title' | 'venue'>;

const usual = ({ title, venue, minutes }: Draft, { recursAt }: Occurrence): As => ({
  startsAt: recursAt,
  endsAt: new Date(+recursAt + minutes * 60_000),
  title,
  venue,
});

const isAs = (draft: Draft, one: Occurrence, as: As): boolean =>
  +one.startsAt === +as.startsAt &&
  +one.endsAt === +as.endsAt &&
  (one.title ?? draft.title) === as.title &&
  (one.venue ?? draft.venue) === (as.venue || draft.venue);

function formOf({ timeZone }: Draft, { startsAt, endsAt, title, venue }: As) {
  const wall = wallText(wallAt(+startsAt, timeZone));
  const minutes = Math.max(5, Math.round((+endsAt - +startsAt) / 60_000));
  return {
    date: wall.slice(0, 10),
    startTime: wall.slice(11, 16),
    minutes,
    title,
    venue,
    note: '',
    capacity: null,
  };
}
