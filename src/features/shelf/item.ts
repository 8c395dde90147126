import { sql } from 'kysely';
import { newId } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { notFound, Problem, type Viewer } from '../../platform/http/index.ts';

export const TITLE_MOST = 120;
export const LINK_MOST = 500;
export const NOTE_MOST = 2000;
/** More than this nobody looks through. */
const ITEMS_MOST = 60;

/** Something a circle keeps at hand: a link, a note, or both. */
export interface Item {
  item_id: string;
  title: string;
  link: string | null;
  note: string;
}

export type NewItem = Omit<Item, 'item_id'>;

/** What stands on a circle's shelf, in the order it was put there. */
export const shelfOf = (tx: Tx, circleId: string): Promise<Item[]> =>
  tx.all(sql<Item>`SELECT item_id, title, link, note FROM shelf_items WHERE circle_id = ${circleId}
    ORDER BY added_at, item_id`);

/** @throws Problem 404 when it is not on this shelf */
export async function itemOn(tx: Tx, circleId: string, itemId: string): Promise<Item> {
  const item = await tx.first(sql<Item>`SELECT item_id, title, link, note FROM shelf_items
    WHERE circle_id = ${circleId} AND item_id = ${itemId}`);
  return item ?? notFound();
}

/** Puts something on the shelf. @throws Problem 409 when it is full */
export async function addItem(tx: Tx, viewer: Viewer, circleId: string, item: NewItem): Promise<void> {
  if ((await shelfOf(tx, circleId)).length >= ITEMS_MOST) throw new Problem(409, 'shelf.full');
  await tx.run(sql`INSERT INTO shelf_items (community_id, item_id, circle_id, title, link, note, added_by)
    VALUES (${viewer.communityId}, ${newId()}, ${circleId}, ${item.title}, ${item.link}, ${item.note}, ${viewer.memberId})`);
}

/** Says it otherwise. @throws Problem 404 */
export async function changeItem(tx: Tx, circleId: string, itemId: string, item: NewItem): Promise<void> {
  const rows =
    await tx.run(sql`UPDATE shelf_items SET title = ${item.title}, link = ${item.link}, note = ${item.note}
    WHERE circle_id = ${circleId} AND item_id = ${itemId}`);
  if (rows === 0) notFound();
}

/** Takes it off the shelf. @throws Problem 404 */
export async function removeItem(tx: Tx, circleId: string, itemId: string): Promise<void> {
  const rows = await tx.run(
    sql`DELETE FROM shelf_items WHERE circle_id = ${circleId} AND item_id = ${itemId}`,
  );
  if (rows === 0) notFound();
}
