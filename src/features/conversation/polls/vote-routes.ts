import {
  routes as newRoutes,
  notFound,
  ownPath,
  Problem,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../../platform/http/index.ts';
import { REACTING } from '../limits.ts';
import { standingPost } from '../post.ts';
import { requireVoice } from '../room.ts';
import { UUID } from '../room-routes.tsx';
import { vote } from './poll.ts';
import { placesIn, voteSchema } from './poll-form.ts';

/** Answers to the polls of a circle. The post stands in the form: one address, and so one form, for a page. */
export const voteRoutes = newRoutes();

voteRoutes.post(`/circles/:id{${UUID}}/votes`, async (c) => {
  const form = await readForm(c, voteSchema);
  if (!form.ok) throw new Problem(422, 'errors.field.unfit');
  const viewer = requireViewer(c);
  const circleId = c.req.param('id');
  const postId = form.values.vote;
  await spend(c, REACTING, viewer.memberId);
  await c.get('db').write(viewer, async (tx) => {
    await requireVoice(tx, viewer, circleId);
    const post = await standingPost(tx, viewer, postId);
    if (post.circle_id !== circleId) notFound();
    await vote(tx, viewer, postId, placesIn(form.raw, postId));
  });
  const circle = `/circles/${circleId}`;
  const from = ownPath(form.values.back, '');
  return seeOther(
    c,
    `${from.startsWith(circle) ? from.replace(/#.*/, '') : `${circle}/posts/${postId}`}#p-${postId}`,
  );
});
