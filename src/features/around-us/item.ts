import type { Scope, Tx } from '../../platform/db/index.ts';

export const ITEMS_A_PAGE = 40;

/** Something an organisation or a blog has written, and the way there. */
export interface Item {
  id: string;
  sourceId: string;
  source: string;
  language: string | null;
  title: string;
  link: string;
  /** Plain text; '' where there is none. */
  excerpt: string;
  publishedAt: Date;
}

export interface Items {
  items: Item[];
  /** Where the next page begins: a value for `before`. */
  earlier: string | null;
}

/** A place in the list: behind an item of that moment with that id. */
export interface Place {
  moment: Date;
  id: string;
}

/** Newest first, no older than is kept. `source` alone, where it is named; `before` a place in the list. */
export async function newestItems(
  tx: Tx,
  scope: Scope,
  { source = null, before = null }: { source?: string | null; before?: Place | null },
): Promise<Items> {
  const items = await tx.hot<Item>(
    `SELECT i.item_id AS id, i.source_id AS "sourceId", s.name AS source, s.language, i.title, i.link, i.excerpt,
       i.published_at AS "publishedAt"
     FROM feed_items i JOIN access.followed() s USING (source_id)
     WHERE i.community_id = $1 AND i.published_at > now() - interval '90 days'
       AND ($2::uuid IS NULL OR i.source_id = $2)
       AND ($3::timestamptz IS NULL OR (i.published_at, i.item_id) < ($3, $4::uuid))
     ORDER BY i.published_at DESC, i.item_id DESC LIMIT $5`,
    [scope.communityId, source, before?.moment ?? null, before?.id ?? null, ITEMS_A_PAGE + 1],
  );
  const shown = items.slice(0, ITEMS_A_PAGE);
  const last = shown.at(-1);
  return {
    items: shown,
    earlier: items.length > shown.length && last ? `${last.publishedAt.toISOString()}_${last.id}` : null,
  };
}

/** The place a link names; null where it names none. */
export function placeIn(text: string | undefined): Place | null {
  const [, moment, id] =
    /^(\d{4}-\d\d-\d\dT[\d:.]{8,12}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '') ?? [];
  if (!moment || !id || Number.isNaN(Date.parse(moment))) return null;
  return { moment: new Date(moment), id };
}

/** Whether there is anything to read. */
export async function hasItems(tx: Tx, scope: Scope): Promise<boolean> {
  const [row] = await tx.hot<{ some: boolean }>(
    `SELECT EXISTS (SELECT FROM feed_items WHERE community_id = $1 AND published_at > now() - interval '90 days') AS some`,
    [scope.communityId],
  );
  return row!.some;
}
