import type { Scope, Tx } from '../../platform/db/index.ts';
import type { Locale } from '../../platform/i18n/index.ts';
import { pickLocale } from '../../platform/i18n/index.ts';
import { NAMED_OF, type Nameable } from '../circle-names/index.ts';
import type { QuietHours } from './quiet-hours.ts';

/** How a member is told: what she chose, and the language and the clock she lives by. */
export interface Reach {
  byMail: boolean;
  contentFree: boolean;
  quiet: QuietHours;
  locale: Locale;
  timeZone: string;
  /** Her community's name. */
  community: string;
}

const REACH = `SELECT coalesce(s.by_mail, false) AS by_mail, coalesce(s.content_free, true) AS content_free,
    s.quiet_from, s.quiet_to, m.locale, coalesce(m.time_zone, c.time_zone) AS time_zone, c.name
  FROM members m JOIN communities c ON c.community_id = m.community_id
  LEFT JOIN notification_settings s ON s.community_id = m.community_id AND s.member_id = m.member_id
  WHERE m.community_id = $1 AND m.member_id = $2`;

interface Row {
  by_mail: boolean;
  content_free: boolean;
  quiet_from: string | null;
  quiet_to: string | null;
  locale: string;
  time_zone: string;
  name: string;
}

/** Her own way of being told; undefined once she has left. Whoever said nothing is told without content. */
export async function reachOf(tx: Tx, { communityId, memberId }: Scope): Promise<Reach | undefined> {
  const [row] = await tx.hot<Row>(REACH, [communityId, memberId]);
  return (
    row && {
      byMail: row.by_mail,
      contentFree: row.content_free,
      quiet: { from: row.quiet_from, to: row.quiet_to },
      locale: pickLocale([row.locale], true),
      timeZone: row.time_zone,
      community: row.name,
    }
  );
}

/** One of her circles, and whether she is told of every new post in it. */
export interface CircleChoice {
  circleId: string;
  circle: Nameable;
  watching: boolean;
}

export const circleChoicesOf = (tx: Tx, { communityId, memberId }: Scope): Promise<CircleChoice[]> =>
  tx.hot<CircleChoice>(
    `SELECT c.circle_id AS "circleId", ${NAMED_OF('c')} AS circle, coalesce(s.watching, false) AS watching
     FROM circle_members m JOIN circles c USING (community_id, circle_id)
     LEFT JOIN circle_notification_settings s USING (community_id, circle_id, member_id)
     WHERE m.community_id = $1 AND m.member_id = $2 AND c.closed_at IS NULL ORDER BY c.name, c.circle_id`,
    [communityId, memberId],
  );

/** From now on she is told of every new post in these of her circles, and in no other. */
export async function watchCircles(
  tx: Tx,
  { communityId, memberId }: Scope,
  circleIds: string[],
): Promise<void> {
  await tx.hot(
    `INSERT INTO circle_notification_settings (community_id, circle_id, member_id, watching)
     SELECT community_id, circle_id, member_id, circle_id = ANY ($3::uuid[]) FROM circle_members
     WHERE community_id = $1 AND member_id = $2
     ON CONFLICT (community_id, circle_id, member_id) DO UPDATE SET watching = excluded.watching`,
    [communityId, memberId, circleIds],
  );
}
