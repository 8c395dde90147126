import { newId } from '../../../platform/crypto/index.ts';
import { query } from '../../../platform/db/index.ts';
import { findPostcode } from '../../../platform/geo/index.ts';
import { HELP, MAYAS_ASK } from './asks.ts';
import type { Cast } from './cast.ts';

const DAY = 86_400_000;

/** Some offer what they can, and Maya asks for a dinner: the clock brings it to those who cook. */
export async function fillAsks(cast: Cast): Promise<void> {
  const near = findPostcode('US', '60657');
  const place = { latitude: near?.latitude ?? null, longitude: near?.longitude ?? null };
  for (const { by, notFor, atOnce, ...offer } of HELP) {
    const member_id = await cast.as(by);
    await cast.tx.run(
      query.insertInto('help_offers').values({
        community_id: cast.communityId,
        offer_id: newId(),
        member_id,
        ...offer,
        ...place,
        not_for: notFor ?? [],
        at_once: atOnce ?? 1,
      }),
    );
  }
  const member_id = await cast.as('maya');
  const now = Date.now();
  await cast.tx.run(
    query.insertInto('asks').values({
      community_id: cast.communityId,
      ask_id: newId(),
      member_id,
      kind: 'practical',
      ...MAYAS_ASK,
      ...place,
      needed: 'week',
      ends_at: new Date(now + 7 * DAY),
      no_visits: true,
      languages: ['en'],
      to_nearby: true,
      next_at: new Date(now),
      follow_up_at: new Date(now + 2 * DAY),
    }),
  );
}
