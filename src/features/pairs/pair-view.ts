import type { Keyring } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { callsOffered } from '../call-door/index.ts';
import { type Shared, sharedBy } from '../people/index.ts';
import { type Phase, phaseAt, programOf, weekAt } from '../programs/index.ts';
import { keyOf } from '../sealing/index.ts';
import { type NextCall, nextCall } from './calls.tsx';
import { type Contact, herContacts, othersDays } from './contact.ts';
import type { Pair } from './pair.ts';
import { type Stretch, stretchOf } from './stretch.ts';

/** What stands on the page of a pair beside the pair itself. */
export interface PairView {
  week: number;
  stretch: Stretch;
  phase: Phase | undefined;
  call: NextCall | null;
  contacts: Contact[];
  /** Days on which the other noted contact. */
  otherDays: string[];
  /** Of the mother she mentors: what she wrote beforehand, and what she lets be known of how to be there. */
  note: string | null;
  /** Somebody here could call her, when she asks for it: said to the mother. */
  callable: boolean;
  shared: Pick<Shared, 'being' | 'boundaries'> | null;
}

/** Everything for one of the two, as far as each may read it. */
export async function pairView(
  tx: Tx,
  keys: Keyring,
  viewer: Viewer,
  pair: Pair,
  now = new Date(),
): Promise<PairView> {
  const until = pair.endedAt ?? now;
  const week = weekAt(pair.startedAt, until);
  const program = await programOf(tx, pair.programId);
  const mentors = pair.iMentor && pair.endedAt === null;
  return {
    week,
    stretch: stretchOf(week, pair.weeks),
    phase: program && phaseAt(program, pair.startedAt, until),
    call: pair.circleId && pair.isOpen ? await nextCall(tx, pair.circleId, now) : null,
    contacts: await herContacts(tx, keys, viewer, pair.id),
    otherDays: await othersDays(tx, pair.id),
    note: mentors ? await noteFor(tx, keys, pair) : null,
    callable: !pair.iMentor && (await callsOffered(tx)),
    shared: mentors ? await sharedBy(tx, keys, pair.menteeId) : null,
  };
}

/** What she wrote for her mentor beforehand, opened while the two are together. */
async function noteFor(tx: Tx, keys: Keyring, { requestId, menteeId }: Pair): Promise<string | null> {
  const row = await tx.first(
    query.selectFrom('mentee_notes').select('sealed').where('request_id', '=', requestId),
  );
  const key = row ? await keyOf(tx, keys, menteeId) : null;
  if (!row || !key) return null;
  const opened: unknown = JSON.parse(key.open('mentee-note', row.sealed));
  return typeof opened === 'object' && opened !== null && 'note' in opened ? String(opened.note) : null;
}
