import { sql } from 'kysely';
import { newId } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import type { Encoded } from './encoding.ts';

export const MOST_PHOTOS = 4;
export const DESCRIPTION_MOST = 300;

/** A photo on a page, without its bytes. */
export interface Photo {
  photo_id: string;
  description: string;
  width: number;
  height: number;
}

/** A photo about to be kept. */
export interface NewPhoto extends Encoded {
  description: string;
}

/** Puts photos on a post of hers, in the order given. */
export async function keepPhotos(tx: Tx, viewer: Viewer, postId: string, photos: NewPhoto[]): Promise<void> {
  for (const [index, { description, width, height, whole, small }] of photos.entries())
    await tx.run(sql`INSERT INTO photos (community_id, photo_id, post_id, place, description, width, height, whole, small)
      VALUES (${viewer.communityId}, ${newId()}, ${postId}, ${index + 1}, ${description}, ${width}, ${height}, ${whole}, ${small})
      ON CONFLICT (community_id, post_id, place) DO NOTHING`);
}

/** The photos of a post she may see. */
export const photosOf = (tx: Tx, postId: string): Promise<Photo[]> =>
  tx.all(
    sql<Photo>`SELECT photo_id, description, width, height FROM photos WHERE post_id = ${postId} ORDER BY place`,
  );

/** Other words for a photo of hers. */
export const describePhoto = (tx: Tx, photoId: string, description: string): Promise<number> =>
  tx.run(
    sql`UPDATE photos SET description = ${description} WHERE photo_id = ${photoId} AND description <> ${description}`,
  );

/** Takes a photo off a post of hers; its bytes are gone. */
export const dropPhoto = (tx: Tx, photoId: string): Promise<number> =>
  tx.run(sql`DELETE FROM photos WHERE photo_id = ${photoId}`);
