import type { Selectable } from 'kysely';
import { newId } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tables, type Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import type { Gathering } from '../gatherings/index.ts';

/** Somebody else's calendar that gatherings are taken from. */
export interface Source {
  sourceId: string;
  /** Whose it is. */
  name: string;
  /** null: brought as a file. */
  url: string | null;
  kind: Gathering['kind'];
  place: SourcePlace;
  /** As it was looked at; null once it was taken over. */
  pending: Buffer | null;
  broughtAt: Date;
  acceptedAt: Date | null;
  etag: string | null;
  lastModified: string | null;
  lookedAt: Date | null;
  problem: string | null;
  problemLine: number | null;
  failingSince: Date | null;
}

/** Where its gatherings are, unless one says otherwise. */
export type SourcePlace = Pick<
  Gathering,
  'country' | 'region' | 'postcode' | 'placeName' | 'latitude' | 'longitude'
>;

type Row = Selectable<Tables['calendar_sources']>;

const sourceOf = (row: Row): Source => ({
  sourceId: row.source_id,
  name: row.name,
  url: row.url,
  kind: row.kind as Source['kind'],
  place: {
    country: row.country,
    region: row.region,
    postcode: row.postcode,
    placeName: row.place_name,
    latitude: row.latitude,
    longitude: row.longitude,
  },
  pending: row.pending,
  broughtAt: row.created_at,
  acceptedAt: row.accepted_at,
  etag: row.etag,
  lastModified: row.last_modified,
  lookedAt: row.looked_at,
  problem: row.problem,
  problemLine: row.problem_line,
  failingSince: row.failing_since,
});

/** One of her community's. @throws Problem 404 for others', and for all who are no coordinator */
export async function sourceFor(tx: Tx, id: string): Promise<Source> {
  const row = await tx.first(query.selectFrom('calendar_sources').selectAll().where('source_id', '=', id));
  return row ? sourceOf(row) : notFound();
}

/** The same, held: what is done to one calendar is done one after the other. */
export async function holdSource(tx: Tx, id: string): Promise<Source> {
  const row = await tx.first(
    query.selectFrom('calendar_sources').selectAll().where('source_id', '=', id).forUpdate(),
  );
  return row ? sourceOf(row) : notFound();
}

/** All of them, by name. */
export async function allSources(tx: Tx): Promise<Source[]> {
  const rows = await tx.all(query.selectFrom('calendar_sources').selectAll().orderBy('name'));
  return rows.map(sourceOf);
}

export interface NewSource {
  name: string;
  url: string | null;
  kind: Source['kind'];
  place: SourcePlace;
  pending: Buffer;
  etag: string | null;
  lastModified: string | null;
}

/** Keeps a calendar to be looked at; nothing of it is taken over yet. Resolves to its id. */
export async function keepSource(tx: Tx, scope: Scope, made: NewSource, now = new Date()): Promise<string> {
  const id = newId();
  const { placeName, ...place } = made.place;
  await tx.run(
    query.insertInto('calendar_sources').values({
      community_id: scope.communityId,
      source_id: id,
      name: made.name,
      url: made.url,
      kind: made.kind,
      ...place,
      place_name: placeName,
      pending: made.pending,
      etag: made.etag,
      last_modified: made.lastModified,
      looked_at: now,
    }),
  );
  return id;
}

const DAY = 86_400_000;
/** What was looked at and never taken over goes by itself after so long. */
const WAITS = 14 * DAY;

/** When a calendar that nobody took over goes. */
export const waitsUntil = ({ broughtAt }: Pick<Source, 'broughtAt'>): Date => new Date(+broughtAt + WAITS);

/** Whose time was before this is gone now. */
export const longWaiting = (now: Date): Date => new Date(+now - WAITS);

/** What is known of it after it was read and taken over: it is looked at again in a day. */
export const noteTaken = (
  tx: Tx,
  { sourceId }: Source,
  seen: { etag: string | null; lastModified: string | null; url?: string | null },
  now: Date,
): Promise<number> =>
  tx.run(
    query
      .updateTable('calendar_sources')
      .set((eb) => ({
        pending: null,
        accepted_at: eb.fn.coalesce('accepted_at', eb.val(now)),
        etag: seen.etag,
        last_modified: seen.lastModified,
        ...(seen.url && { url: seen.url }),
        looked_at: now,
        next_at: new Date(+now + DAY),
        problem: null,
        problem_line: null,
        failing_since: null,
      }))
      .where('source_id', '=', sourceId),
  );

/** That it could not be read, and why. Nothing else changes. */
export const noteProblem = (
  tx: Tx,
  { sourceId }: Source,
  problem: string,
  line: number | null,
  now: Date,
): Promise<number> =>
  tx.run(
    query
      .updateTable('calendar_sources')
      .set((eb) => ({
        problem,
        problem_line: line,
        failing_since: eb.fn.coalesce('failing_since', eb.val(now)),
        looked_at: now,
        next_at: new Date(+now + DAY),
      }))
      .where('source_id', '=', sourceId),
  );
