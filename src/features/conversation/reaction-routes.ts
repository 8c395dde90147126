import {
  routes as newRoutes,
  notFound,
  ownPath,
  Problem,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { reactionSchema } from './forms.ts';
import { REACTING } from './limits.ts';
import { standingPost } from './post.ts';
import { toggleReaction } from './reacting.ts';
import { requireVoice } from './room.ts';
import { UUID } from './room-routes.tsx';

/** What is felt about the posts of a circle. The post stands in the form: one address, and so one form, for a page. */
export const reactionRoutes = newRoutes();

reactionRoutes.post(`/circles/:id{${UUID}}/reactions`, async (c) => {
  const form = await readForm(c, reactionSchema);
  if (!form.ok) throw new Problem(422, 'errors.field.unfit');
  const viewer = requireViewer(c);
  const circleId = c.req.param('id');
  const { felt, back } = form.values;
  await spend(c, REACTING, viewer.memberId);
  const post = await c.get('db').write(viewer, async (tx) => {
    await requireVoice(tx, viewer, circleId);
    const post = await standingPost(tx, viewer, felt.postId);
    if (post.circle_id !== circleId) notFound();
    await toggleReaction(tx, viewer, post.post_id, felt.kind);
    return post;
  });
  const circle = `/circles/${circleId}`;
  const from = ownPath(back, '');
  const known = from.startsWith(circle) ? from.replace(/#.*/, '') : `${circle}/posts/${post.thread_id}`;
  return seeOther(c, `${known}#p-${post.post_id}`);
});
