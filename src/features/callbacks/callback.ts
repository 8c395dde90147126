import type { Keyring } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import { herKey, keyOf } from '../sealing/index.ts';
import type { NextStep } from './forms.ts';
import { openParticulars, type Particulars, sealParticulars } from './particulars.ts';
import { promiseFor } from './promise.ts';

/** How a request of hers stands. */
export interface Callback {
  callbackId: string;
  language: string;
  hours: string[];
  topics: string[];
  askedAt: Date;
  promisedAt: Date | null;
  notBefore: Date | null;
  tries: number;
  reachedAt: Date | null;
  closedAt: Date | null;
  closedAs: 'reached' | 'no-answer' | 'withdrawn' | 'nobody' | null;
  nextStep: NextStep | null;
  /** Who will call her; null while nobody has taken it. */
  caller: { name: string; withheld: boolean } | null;
  tried: Date[];
}

interface Row {
  callback_id: string;
  language: string;
  hours: string[];
  topics: string[];
  asked_at: Date;
  promised_at: Date | null;
  not_before: Date | null;
  tries: number;
  reached_at: Date | null;
  closed_at: Date | null;
  closed_as: Callback['closedAs'];
  next_step: NextStep | null;
  caller: Callback['caller'];
  tried: string[];
}

const HERS = `SELECT c.callback_id, c.language, c.hours, c.topics, c.asked_at, c.promised_at, c.not_before, c.tries, c.reached_at,
    c.closed_at, c.closed_as, c.next_step,
    (SELECT json_build_object('name', k.name, 'withheld', k.withheld) FROM access.my_caller(c.callback_id) k) AS caller,
    ARRAY(SELECT e.at FROM callback_events e WHERE e.community_id = c.community_id AND e.callback_id = c.callback_id
      AND e.act = 'no-answer' ORDER BY e.at)::text[] AS tried
  FROM callbacks c WHERE c.community_id = $1 AND c.member_id = $2`;

/** What she asked for, the newest first. */
export async function herCallbacks(tx: Tx, viewer: Viewer): Promise<Callback[]> {
  const rows = await tx.hot<Row>(`${HERS} ORDER BY c.closed_at IS NOT NULL, c.asked_at DESC LIMIT 20`, [
    viewer.communityId,
    viewer.memberId,
  ]);
  return rows.map(callbackIn);
}

/** @throws Problem 404 when it is not hers */
export async function herCallback(tx: Tx, viewer: Viewer, id: string): Promise<Callback> {
  const [row] = await tx.hot<Row>(`${HERS} AND c.callback_id = $3`, [
    viewer.communityId,
    viewer.memberId,
    id,
  ]);
  return row ? callbackIn(row) : notFound();
}

const callbackIn = (row: Row): Callback => ({
  callbackId: row.callback_id,
  language: row.language,
  hours: row.hours,
  topics: row.topics,
  askedAt: row.asked_at,
  promisedAt: row.promised_at,
  notBefore: row.not_before,
  tries: row.tries,
  reachedAt: row.reached_at,
  closedAt: row.closed_at,
  closedAs: row.closed_as,
  nextStep: row.next_step,
  caller: row.caller,
  tried: row.tried.map((at) => new Date(at)),
});

/** What she sealed, for her own form; null once it is wiped. */
export async function herParticulars(
  tx: Tx,
  keys: Keyring,
  viewer: Viewer,
  id: string,
): Promise<Particulars | null> {
  const row = await tx.first(
    query
      .selectFrom('callbacks')
      .select('sealed')
      .where('callback_id', '=', id)
      .where('member_id', '=', viewer.memberId),
  );
  const key = row?.sealed ? await keyOf(tx, keys, viewer.memberId) : null;
  return row?.sealed && key ? openParticulars(key, row.sealed) : null;
}

export interface NewCallback extends Particulars {
  /** Made when the form was drawn: sent twice, it is one request. */
  key: string;
  language: string;
  hours: string[];
  topics: string[];
}

/** 'open': she has asked already, and nobody has called yet. */
export async function askForCall(
  tx: Tx,
  keys: Keyring,
  viewer: Scope & { memberId: string; timeZone: string },
  asked: NewCallback,
  communityZone: string,
  now: Date,
): Promise<'asked' | 'open' | 'absent'> {
  const sealed = sealParticulars(await herKey(tx, keys, viewer), asked);
  const promise = await promiseFor(tx, { ...asked, timeZone: viewer.timeZone }, communityZone, now);
  const [row] = await tx.hot<{ said: 'asked' | 'open' | 'absent' }>(
    'SELECT access.ask_callback($1, $2, $3, $4, $5, $6) AS said',
    [asked.key, asked.language, asked.hours, asked.topics, sealed, promise?.by ?? null],
  );
  return row!.said;
}

/** Other hours, another number. What is promised is counted anew: other hours may meet other shifts. */
export async function changeCall(
  tx: Tx,
  keys: Keyring,
  viewer: Viewer,
  id: string,
  said: Pick<Particulars, 'phone' | 'safe' | 'discreet' | 'message'> & { hours: string[] },
  communityZone: string,
  now: Date,
): Promise<boolean> {
  const { language } = await herCallback(tx, viewer, id);
  const before = await herParticulars(tx, keys, viewer, id);
  if (!before) return false;
  const sealed = sealParticulars(await herKey(tx, keys, viewer), { ...before, ...said });
  const reachable = { language, hours: said.hours, timeZone: viewer.timeZone };
  const promise = await promiseFor(tx, reachable, communityZone, now);
  return yes(tx, 'SELECT access.change_callback($1, $2, $3, $4) AS done', [
    id,
    said.hours,
    sealed,
    promise?.by ?? null,
  ]);
}

export const withdrawCall = (tx: Tx, id: string) =>
  yes(tx, 'SELECT access.withdraw_callback($1) AS done', [id]);

/** Back in the queue; whoever had taken it never sees a request of hers again. */
export const ratherSomebodyElse = (tx: Tx, id: string) =>
  yes(tx, 'SELECT access.rather_other_caller($1) AS done', [id]);

/** Whether a function of the database did what it was asked. */
export async function yes(tx: Tx, text: string, values: unknown[]): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>(text, values);
  return row?.done ?? false;
}
