import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tie as Drawn } from '../../matching/index.ts';
import { type Keyring, newId, type OwnKey } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { herKey, keyOf } from '../sealing/index.ts';

/** Whose map it is. */
export type Hers = Scope & { memberId: string };

/** Where the map may grow from, each switched by her. */
export const SOURCES = ['circles', 'mentoring', 'talks', 'people', 'helpers'] as const;
export type Source = (typeof SOURCES)[number];

/** What a tie is to somebody the house knows already. The service's page stands in the directory. */
export interface Origin {
  of: Source | 'services';
  id: string;
}

/** A tie as she keeps it: what is drawn, and what only the room needs. */
export interface Tie extends Drawn {
  /** Raised by each change: a form of an older one is asked to look again. */
  version: number;
  origin: Origin | null;
}

/** Off: never looked at. Ask: she is asked about each. By itself: drawn at once, and she may change or remove it. */
export const GROWING = ['ask', 'itself'] as const;
export type Growing = (typeof GROWING)[number];

/** All that is hers of the map, sealed as one. */
export interface MapDocument {
  ties: Tie[];
  /** null: she was not asked yet. */
  growing: { sources: Source[]; how: Growing } | null;
  /** Whom she did not want on the map, as `of:id`. */
  aside: string[];
  /** Findings put off to a day ('YYYY-MM-DD'), or for good. */
  setAside: Record<string, string | 'off'>;
  /** Nobody is ever said to have gone quiet. */
  neverQuiet: boolean;
  /** What she removed last, until she changes something else. */
  removed: Tie | null;
  /** So that the ids of ties tell nothing of whom they are to. */
  seed: string;
}

export interface HerDocument {
  document: MapDocument;
  version: number;
  /** A word once a week when somebody has gone quiet. */
  tells: boolean;
}

const PURPOSE = 'ecomap';
export const sealMap = (key: OwnKey, document: MapDocument): string =>
  key.seal(PURPOSE, JSON.stringify(document));
const openMap = (key: OwnKey, sealed: string): MapDocument => JSON.parse(key.open(PURPOSE, sealed));

export const emptyMap = (): MapDocument => ({
  ties: [],
  growing: null,
  aside: [],
  setAside: {},
  neverQuiet: false,
  removed: null,
  seed: newId(),
});

/** Her map as it is kept; an empty one while there is none. */
export async function documentOf(tx: Tx, keys: Keyring, viewer: Hers): Promise<HerDocument> {
  const row = await tx.first(
    query
      .selectFrom('ecomaps')
      .select(['sealed', 'version', 'tells'])
      .where('member_id', '=', viewer.memberId),
  );
  const key = row ? await keyOf(tx, keys, viewer.memberId) : null;
  if (!row || !key) return { document: emptyMap(), version: 0, tells: false };
  return { document: openMap(key, row.sealed), version: row.version, tells: row.tells };
}

/**
 * Changes her map in one step. Two windows at once: the second waits, reads what the first wrote, and changes that, so
 * that no tie of either is lost. What was removed last can be brought back until the next change.
 */
export async function changeMap<T>(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  change: (document: MapDocument) => T,
): Promise<T> {
  const key = await herKey(tx, keys, viewer);
  await tx.run(
    query
      .insertInto('ecomaps')
      .values({
        community_id: viewer.communityId,
        member_id: viewer.memberId,
        sealed: sealMap(key, emptyMap()),
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const row = await tx.first(
    query
      .selectFrom('ecomaps')
      .select(['sealed', 'version'])
      .where('member_id', '=', viewer.memberId)
      .forUpdate(),
  );
  const document = openMap(key, row!.sealed);
  const { removed } = document;
  const result = change(document);
  // Brought back or removed just now, it stands; else the time to think again is over.
  if (document.removed === removed) document.removed = null;
  await tx.run(
    query
      .updateTable('ecomaps')
      .set({ sealed: sealMap(key, document), version: sql<number>`version + 1` })
      .where('member_id', '=', viewer.memberId)
      .where('version', '=', row!.version),
  );
  return result;
}

/** The id of a tie to somebody the house knows: always the same, and of no use without her map. */
export function tieIdOf({ seed }: MapDocument, { of, id }: Origin): string {
  const hex = createHash('sha256').update(`${seed} ${of} ${id}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

export const nameOfOrigin = ({ of, id }: Origin): string => `${of}:${id}`;
