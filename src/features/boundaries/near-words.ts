import type { Keyring } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { herKey, keyOf } from '../sealing/index.ts';

/** A member whose own rows are looked at. */
export type Hers = Scope & { memberId: string };

/** The parts of what she says about herself to those near her. */
export const PARTS = ['name', 'how', 'quiet', 'visiting', 'topics', 'not-told'] as const;
export type Part = (typeof PARTS)[number];

/** How far a part goes: kept for herself, her people and those who help, or also any member who writes to her. */
export const SHOWN = ['nobody', 'people', 'members'] as const;
export type Shown = (typeof SHOWN)[number];

/** What she sealed under a part, and how far it goes. */
export interface Words {
  said: unknown;
  shown: Shown;
}

const PURPOSE = 'near-words';

/** What a member says about herself, as far as whoever is asking may read it. */
export async function wordsOf(tx: Tx, keys: Keyring, memberId: string): Promise<Map<Part, Words>> {
  const rows = await tx.all(
    query.selectFrom('near_words').select(['part', 'sealed', 'shown']).where('member_id', '=', memberId),
  );
  const key = rows.length > 0 ? await keyOf(tx, keys, memberId) : null;
  return new Map(
    key
      ? rows.map((row) => [
          row.part as Part,
          {
            said: (JSON.parse(key.open(PURPOSE, row.sealed)) as { said: unknown }).said,
            shown: row.shown as Shown,
          },
        ])
      : [],
  );
}

/** Keeps what she says under a part; nothing to say takes the part away. */
export async function saveWords(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  part: Part,
  words: Words | null,
): Promise<void> {
  if (!words) {
    await tx.run(
      query.deleteFrom('near_words').where('member_id', '=', viewer.memberId).where('part', '=', part),
    );
    return;
  }
  const key = await herKey(tx, keys, viewer);
  const kept = {
    sealed: key.seal(PURPOSE, JSON.stringify({ said: words.said })),
    shown: words.shown,
    changed_at: new Date(),
  };
  await tx.run(
    query
      .insertInto('near_words')
      .values({ community_id: viewer.communityId, member_id: viewer.memberId, part, ...kept })
      .onConflict((conflict) => conflict.columns(['community_id', 'member_id', 'part']).doUpdateSet(kept)),
  );
}
