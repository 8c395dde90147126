import { sql } from 'kysely';
import { type Ctx, routes as newRoutes, notFound, requireViewer } from '../../platform/http/index.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** The pictures themselves. */
export const routes = newRoutes();

routes.get(`/photos/:id{${UUID}}`, (c) => answer(c, 'whole'));
routes.get(`/photos/:id{${UUID}}/small`, (c) => answer(c, 'small'));

// Kept by no browser: whoever picks up her phone after she signed out finds no picture in it. (Beside, who may see a photo
// changes; the price is that it is fetched again, small and only when it comes into view.)
async function answer(c: Ctx, size: 'whole' | 'small'): Promise<Response> {
  const viewer = requireViewer(c);
  const id = c.req.param('id')!;
  const bytes = await c.get('db').read(viewer, async (tx) => {
    const [seen] = await tx.hot<{ bytes: Buffer }>(
      `SELECT ${size} AS bytes FROM photos f WHERE community_id = $1 AND photo_id = $2
        AND EXISTS (SELECT FROM posts p JOIN posts t ON t.community_id = $1 AND t.post_id = p.thread_id
          WHERE p.community_id = $1 AND p.post_id = f.post_id)`,
      [viewer.communityId, id],
    );
    if (seen || size === 'small') return seen?.bytes;
    // Her own, in a circle she has left: it is still hers to take along.
    return (await tx.first(sql<{ bytes: Buffer | null }>`SELECT access.my_photo(${id}) AS bytes`))?.bytes;
  });
  if (!bytes) return notFound();
  c.header('Cache-Control', 'no-store');
  c.header('Content-Type', 'image/webp');
  c.header('Content-Disposition', `inline; filename="photo-${id.slice(-8)}.webp"`);
  return c.body(new Uint8Array(bytes));
}
