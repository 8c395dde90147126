import { routes as newRoutes, requireViewer, seeOther, spend } from '../../platform/http/index.ts';

import { blockMember, hidePseudonym, showPseudonym, unblockMember, unseenBy } from './block.ts';
import { UUID } from './forms.ts';
import { BLOCKING } from './limits.ts';
import { fellowMember } from './member.ts';
import { muteMember, unmuteMember } from './mute.ts';
import { BlockPage } from './pages/block-page.tsx';
import { HidingPage } from './pages/hiding-page.tsx';
import { MemberPage } from './pages/member-page.tsx';
import { UnseenPage } from './pages/unseen-page.tsx';
import { standingPost } from './reported-post.ts';

const MEMBER = `/members/:id{${UUID}}` as const;
const HIDING = `/posts/:id{${UUID}}/hiding` as const;

export const blockRoutes = newRoutes();

blockRoutes.get(MEMBER, async (c) => {
  const viewer = requireViewer(c);
  const member = await c.get('db').read(viewer, (tx) => fellowMember(tx, viewer, c.req.param('id')));
  return c.html(<MemberPage page={c.get('page')} member={member} me={member.memberId === viewer.memberId} />);
});

blockRoutes.get(`${MEMBER}/block`, async (c) => {
  const viewer = requireViewer(c);
  const member = await c.get('db').read(viewer, (tx) => fellowMember(tx, viewer, c.req.param('id')));
  if (member.memberId === viewer.memberId) return seeOther(c, `/members/${viewer.memberId}`);
  return c.html(<BlockPage page={c.get('page')} member={member} />);
});

blockRoutes.post(`${MEMBER}/block`, async (c) => {
  const viewer = requireViewer(c);
  await spend(c, BLOCKING, viewer.memberId);
  await c.get('db').write(viewer, (tx) => blockMember(tx, viewer, c.req.param('id')));
  return seeOther(c, '/me/blocks', 'safety.blocked');
});

blockRoutes.post(`${MEMBER}/mute`, async (c) => {
  const viewer = requireViewer(c);
  await spend(c, BLOCKING, viewer.memberId);
  await c.get('db').write(viewer, (tx) => muteMember(tx, viewer, c.req.param('id')));
  return seeOther(c, '/me/blocks', 'safety.muted-for-you');
});

blockRoutes.post(`/me/mutes/:id{${UUID}}/removal`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => unmuteMember(tx, viewer, c.req.param('id')));
  return seeOther(c, '/me/blocks', 'safety.shown');
});

blockRoutes.get('/me/blocks', async (c) => {
  const viewer = requireViewer(c);
  const unseen = await c.get('db').read(viewer, (tx) => unseenBy(tx, viewer));
  return c.html(<UnseenPage page={c.get('page')} unseen={unseen} />);
});

blockRoutes.post(`/me/blocks/:id{${UUID}}/removal`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => unblockMember(tx, viewer, c.req.param('id')));
  return seeOther(c, '/me/blocks', 'safety.unblocked');
});

blockRoutes.get(HIDING, async (c) => {
  const viewer = requireViewer(c);
  const post = await c.get('db').read(viewer, (tx) => standingPost(tx, viewer, c.req.param('id')));
  return c.html(<HidingPage page={c.get('page')} post={post} />);
});

blockRoutes.post(HIDING, async (c) => {
  const viewer = requireViewer(c);
  await spend(c, BLOCKING, viewer.memberId);
  const post = await c.get('db').write(viewer, async (tx) => {
    const post = await standingPost(tx, viewer, c.req.param('id'));
    await hidePseudonym(tx, viewer, post);
    return post;
  });
  return seeOther(c, `/circles/${post.circle_id}`, 'safety.hidden');
});

blockRoutes.post(`/me/hidden-names/:id{${UUID}}/removal`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => showPseudonym(tx, viewer, c.req.param('id')));
  return seeOther(c, '/me/blocks', 'safety.shown');
});
