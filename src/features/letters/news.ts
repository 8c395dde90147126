import type { Database, Scope } from '../../platform/db/index.ts';
import {
  type Bundle,
  bundle,
  type Item,
  isTimely,
  isUrgent,
  mailChoicesOf,
  modeFor,
  newsOf,
} from '../notifications/index.ts';
import type { Claim } from './claiming.ts';

/** What one letter tells of, as she may read it now. */
export interface LetterNews {
  host: string | null;
  community: string;
  contentFree: boolean;
  bundles: Bundle[];
  /** Everything in it, to be told of no more. */
  ids: string[];
}

const SETTINGS = `SELECT c.host, c.name AS community, s.content_free AS "contentFree" FROM notification_settings s
  JOIN communities c ON c.community_id = s.community_id WHERE s.community_id = $1 AND s.member_id = $2`;
type Settings = Pick<LetterNews, 'host' | 'community' | 'contentFree'>;

/**
 * Reads what she has not seen and no letter told of, in her own scope: what she may not read any more is not there.
 * Null when nothing is left.
 */
export function newsFor(db: Database, { communityId, memberId, mode }: Claim): Promise<LetterNews | null> {
  const scope: Scope = { communityId, memberId };
  return db.read(scope, async (tx) => {
    const items = await newsOf(tx, scope, 'unmailed');
    if (items.length === 0) return null;
    const choices = await mailChoicesOf(tx, scope);
    const wish = (item: Item) => {
      const chosen = modeFor(choices, item.circleId);
      return chosen !== 'none' && (isUrgent(item.kind) || isTimely(item.kind)) ? 'instant' : chosen;
    };
    const mine = items.filter((item) => wish(item) === mode);
    const [settings] = mine.length ? await tx.hot<Settings>(SETTINGS, [communityId, memberId]) : [];
    return settings ? { ...settings, bundles: bundle(mine), ids: mine.map(({ id }) => id) } : null;
  });
}
