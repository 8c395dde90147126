import type { Topic } from '../../matching/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { answersOf } from '../onboarding/index.ts';
import type { Said } from './mentor.ts';

/** What she told elsewhere, so that she need not tell it twice: her one-to-one offer first, her answers where there is none. */
export async function prefillFor(tx: Tx, viewer: Viewer): Promise<Said> {
  const answers = await answersOf(tx, viewer);
  const offer = await tx.first(
    query.selectFrom('mentor_offers').selectAll().where('member_id', '=', viewer.memberId),
  );
  return {
    about: offer?.about ?? '',
    experiences: (offer?.experiences as Topic[] | undefined) ?? answers?.topics ?? [],
    languages: offer?.languages ?? answers?.languages ?? [],
    free: (offer?.free as Said['free'] | undefined) ?? answers?.free ?? [],
    online: offer?.online ?? true,
    recoveredSince: null,
    // Her faith was said for circles, not for this: only what she fills in here is known here.
    traits: { ageBand: null, faith: null, culture: [], identity: [] },
    rulesOut: [],
    answers: {},
    capacity: Math.min(offer?.capacity ?? 1, 5),
  };
}
