import type { Raw } from '../../platform/http/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { circleForFacilitator } from '../circles/index.ts';
import { photosOf } from '../photos/index.ts';
import { openCaseOn } from './case.ts';
import { takedownSchema, UUID } from './forms.ts';
import { TakedownPage } from './pages/takedown-page.tsx';
import { standingPost } from './reported-post.ts';
import { answersUnder, mayTakeDown, takeDown } from './takedown.ts';
import { hidingTemplates } from './template.ts';

const TAKEDOWN = `/circles/:id{${UUID}}/posts/:postId{${UUID}}/takedown` as const;

/** Whoever looks after a circle takes something out of its sight: with a reason, and a way to appeal. */
export const takedownRoutes = newRoutes();

takedownRoutes.get(TAKEDOWN, async (c) => {
  const found = await lookAt(c);
  // Somebody reported it: there it is decided, beside what she said about it.
  if (found.openCase) return seeOther(c, found.openCase, 'safety.case-is-open');
  return c.html(takedownPage(c, found));
});

takedownRoutes.post(TAKEDOWN, async (c) => {
  const viewer = requireViewer(c);
  const found = await lookAt(c);
  if (found.openCase) return seeOther(c, found.openCase, 'safety.case-is-open');
  const form = await readForm(c, takedownSchema);
  if (!form.ok) return c.html(takedownPage(c, found, form), 422);
  const { because, own, rule } = form.values;
  const ready = found.reasons.find(({ id }) => id === because)?.words;
  if (!ready && because !== 'other')
    return c.html(
      takedownPage(c, found, { raw: form.raw, errors: { because: 'safety.takedown-missing' } }),
      422,
    );
  const why = [ready, own].filter(Boolean).join('\n\n');
  const { circle_id, post_id } = found.post;
  const said = await c.get('db').write(viewer, (tx) => takeDown(tx, circle_id, post_id, { why, rule }));
  return said === 'open' ? seeOther(c, c.req.path) : seeOther(c, found.after, 'safety.taken-down');
});

async function lookAt(c: Ctx) {
  const viewer = requireViewer(c);
  const { id, postId } = c.req.param() as { id: string; postId: string };
  const { t } = c.get('page');
  return c.get('db').read(viewer, async (tx) => {
    const circle = await circleForFacilitator(tx, viewer, id);
    const post = await standingPost(tx, viewer, postId);
    if (post.circle_id !== id || !(await mayTakeDown(tx, post))) notFound();
    const openCase = await openCaseOn(tx, postId);
    const isThread = post.thread_id === postId;
    const room = `/circles/${id}`;
    return {
      circle,
      post,
      openCase: openCase && `${room}/cases/${openCase}`,
      photos: await photosOf(tx, postId),
      answers: isThread ? await answersUnder(tx, postId) : 0,
      reasons: await hidingTemplates(tx, t),
      // What waited at the door was met under "Keeping it kind", and more may wait there.
      after: post.held_at ? `${room}/settings/care` : isThread ? room : `${room}/posts/${post.thread_id}`,
    };
  });
}

function takedownPage(
  c: Ctx,
  found: Awaited<ReturnType<typeof lookAt>>,
  refused?: { raw: Raw; errors: Errors },
) {
  const charter = `${found.circle.charter}\n${c.get('community').charter}`;
  return <TakedownPage page={c.get('page')} {...found} charter={charter} refused={refused} />;
}
