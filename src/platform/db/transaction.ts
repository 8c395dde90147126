import type { Compilable, RawBuilder } from 'kysely';
import type { PoolClient } from 'pg';
import { query } from './query.ts';
import { statementName } from './statement-name.ts';

/** Whose eyes a transaction looks through. A viewer is one; nobody is `{ communityId, memberId: null }`. */
export interface Scope {
  communityId: string;
  memberId: string | null;
  accountId?: string | null;
  /** The hash of the link it came by, for those without an account (see access.link_subject). */
  linkHash?: string | null;
  /** The clock's own work, of no member's (see access.in_job). No request states it. */
  job?: true;
}

export type Runnable<R> = Compilable<R> | RawBuilder<R>;

/** An open transaction, within one scope. */
export interface Tx {
  all<R>(q: Runnable<R>): Promise<R[]>;
  first<R>(q: Runnable<R>): Promise<R | undefined>;
  /** Runs a write; resolves to the number of rows it touched. */
  run(q: Runnable<unknown>): Promise<number>;
  /** Hand-written SQL of a hot path: nothing is built per call. */
  hot<R>(text: string, values: unknown[]): Promise<R[]>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ACCOUNT = /^[\w-]{1,64}$/;
const HASH = /^[\w-]{43}$/;

function literal(value: string | null | undefined, shape: RegExp): string {
  if (value == null) return "''";
  if (!shape.test(value)) throw new Error('A scope holds something that is not an id');
  return `'${value}'`;
}

/** One message opens the transaction and states whose it is: one round trip. */
export function opening(scope: Scope, mode: 'READ ONLY' | 'READ WRITE', role: string | null): string {
  return [
    `BEGIN ${mode}`,
    role && `SET LOCAL ROLE ${role}`,
    `SET LOCAL app.community_id = ${literal(scope.communityId, UUID)}`,
    `SET LOCAL app.member_id = ${literal(scope.memberId, UUID)}`,
    `SET LOCAL app.account_id = ${literal(scope.accountId, ACCOUNT)}`,
    scope.job && "SET LOCAL app.job = 'yes'",
    scope.linkHash && `SET LOCAL app.link = ${literal(scope.linkHash, HASH)}`,
  ]
    .filter(Boolean)
    .join(';');
}

/** The same for the clock, which belongs to no community (see access.in_job). */
export const clockOpening = (role: string | null): string =>
  ['BEGIN READ WRITE', role && `SET LOCAL ROLE ${role}`, "SET LOCAL app.job = 'yes'"]
    .filter(Boolean)
    .join(';');

/** Wraps a client with an open transaction. */
export function transaction(client: PoolClient, named: boolean): Tx {
  const send = (text: string, values: readonly unknown[]) =>
    client.query({ text, values: values as unknown[], name: named ? statementName(text) : undefined });
  const compiled = (q: Runnable<unknown>) => {
    const { sql, parameters } = isRaw(q) ? q.compile(query) : q.compile();
    return send(sql, parameters);
  };
  return {
    all: async <R>(q: Runnable<R>) => (await compiled(q)).rows as R[],
    first: async <R>(q: Runnable<R>) => (await compiled(q)).rows[0] as R | undefined,
    run: async (q) => (await compiled(q)).rowCount ?? 0,
    hot: async <R>(text: string, values: unknown[]) => (await send(text, values)).rows as R[],
  };
}

const isRaw = (q: Runnable<unknown>): q is RawBuilder<unknown> =>
  'isRawBuilder' in q && q.isRawBuilder === true;
