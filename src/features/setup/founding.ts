import { hashToken, type Keyring, newId } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Place } from '../../platform/geo/index.ts';
import { fillSample } from './sample/fill.ts';

export interface Founding {
  name: string;
  place: Place;
  timeZone: string;
  languages: string[];
  charter: string;
  coordinator: { accountId: string; name: string; locale: string };
  /** Accounts of the sample's people by name, when it is to be filled. */
  sample: Map<string, string> | null;
}

/**
 * Founds the community and its first coordinator, and fills the sample, all or nothing. Null when the set-up link was
 * used before.
 */
export async function found(
  { db, keys }: { db: Database; keys: Keyring },
  token: string,
  f: Founding,
): Promise<string | null> {
  const communityId = newId();
  const coordinatorId = newId();
  const { place } = f;
  const { accountId } = f.coordinator;
  return db.write({ communityId, memberId: coordinatorId, accountId }, async (tx) => {
    const [row] = await tx.hot<{ done: boolean }>(
      'SELECT access.found_community($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18) AS done',
      [
        hashToken(token),
        communityId,
        f.name,
        place.country,
        place.region,
        place.postcode,
        place.placeName,
        place.latitude,
        place.longitude,
        f.timeZone,
        f.languages,
        f.charter,
        f.sample !== null,
        null,
        coordinatorId,
        accountId,
        f.coordinator.name,
        f.coordinator.locale,
      ],
    );
    if (!row?.done) return null;
    if (f.sample)
      await fillSample(tx, {
        keys,
        communityId,
        coordinatorId,
        coordinatorAccount: accountId,
        accounts: f.sample,
      });
    return communityId;
  });
}

/** Whether this set-up link still opens. */
export async function setupWaits(db: Database, token: string): Promise<boolean> {
  const [row] = await db.ask<{ waits: boolean }>('SELECT access.setup_waits($1) AS waits', [
    hashToken(token),
  ]);
  return row?.waits ?? false;
}
