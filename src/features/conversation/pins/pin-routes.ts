import { z } from 'zod';
import {
  checked,
  routes as newRoutes,
  notFound,
  Problem,
  readForm,
  requireViewer,
  seeOther,
} from '../../../platform/http/index.ts';
import { standingPost } from '../post.ts';
import { requireSeat } from '../room.ts';
import { UUID } from '../room-routes.tsx';
import { pin } from './pinned.ts';

const pinSchema = z.object({ pinned: checked });

/** What stands on top of a room, as those who look after it wish. */
export const pinRoutes = newRoutes();

pinRoutes.post(`/circles/:id{${UUID}}/posts/:postId{${UUID}}/pin`, async (c) => {
  const viewer = requireViewer(c);
  const { id, postId } = c.req.param();
  const form = await readForm(c, pinSchema);
  const pinned = form.ok && form.values.pinned;
  const fits = await c.get('db').write(viewer, async (tx) => {
    if (!(await requireSeat(tx, viewer, id)).facilitates) notFound();
    if ((await standingPost(tx, viewer, postId)).circle_id !== id) notFound();
    return pin(tx, postId, pinned);
  });
  if (!fits) throw new Problem(409, 'conversation.pins-full');
  return seeOther(c, `/circles/${id}`, pinned ? 'conversation.pinned-now' : 'conversation.unpinned-now');
});
