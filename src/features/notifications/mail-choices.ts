import type { Scope, Tx } from '../../platform/db/index.ts';
import { reachBy } from '../onboarding/index.ts';

/** How often letters come: as it happens, one each morning, one each Monday, or never. */
export const MAIL_MODES = ['instant', 'daily', 'weekly', 'none'] as const;
export type MailMode = (typeof MAIL_MODES)[number];

export interface MailChoices {
  everywhere: MailMode;
  /** Where it differs. */
  circles: { circleId: string; mode: MailMode }[];
}

const EVERYWHERE = `SELECT coalesce(m.mode, 'instant') AS mode FROM notification_settings s
  LEFT JOIN mail_choices m ON m.community_id = s.community_id AND m.member_id = s.member_id
  WHERE s.community_id = $1 AND s.member_id = $2 AND s.by_mail`;
const CIRCLES = `SELECT circle_id AS "circleId", mode FROM circle_mail_choices
  WHERE community_id = $1 AND member_id = $2 ORDER BY circle_id`;

/** How often she wants letters. One who never asked for any gets none. */
export async function mailChoicesOf(tx: Tx, { communityId, memberId }: Scope): Promise<MailChoices> {
  const [everywhere] = await tx.hot<{ mode: MailMode }>(EVERYWHERE, [communityId, memberId]);
  if (!everywhere) return { everywhere: 'none', circles: [] };
  const circles = await tx.hot<MailChoices['circles'][number]>(CIRCLES, [communityId, memberId]);
  return { everywhere: everywhere.mode, circles };
}

/** Of news from this circle (null: from none), how often she wants to hear. */
export const modeFor = ({ everywhere, circles }: MailChoices, circleId: string | null): MailMode =>
  circles.find((one) => one.circleId === circleId)?.mode ?? everywhere;

/** Chooses for one circle she is in, or for everywhere (`circleId` null). `mode` null: as everywhere, or as at first. */
export async function chooseMail(
  tx: Tx,
  scope: Scope,
  circleId: string | null,
  mode: MailMode | null,
): Promise<void> {
  const [table, key] = circleId
    ? ['circle_mail_choices', [scope.communityId, scope.memberId, circleId]]
    : ['mail_choices', [scope.communityId, scope.memberId]];
  const columns = ['community_id', 'member_id', 'circle_id'].slice(0, key.length);
  const own = columns.map((column, i) => `${column} = $${i + 1}`).join(' AND ');
  await tx.hot(`DELETE FROM ${table} WHERE ${own}`, key);
  if (!mode) return;
  const slots = [...key, mode].map((_, i) => `$${i + 1}`).join(', ');
  await tx.hot(`INSERT INTO ${table} (${columns.join(', ')}, mode) VALUES (${slots})`, [...key, mode]);
  if (mode !== 'none') await reachBy(tx, scope, 'mail');
}

/** No letter any more, from anywhere. */
export const silenceMail = (tx: Tx, scope: Scope): Promise<void> => reachBy(tx, scope, 'app');
