import type { Raw } from '../../platform/http/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { Button, Card, type Errors, written } from '../../ui/index.ts';
import { circleForFacilitator } from '../circles/index.ts';
import { heldIn, leaveAsItWas } from './circle-care.ts';
import { reasonSchema, UUID } from './forms.ts';
import { ReasonPage } from './pages/reason-page.tsx';
import { nameOf } from './reported-post.ts';

const REMOVAL = `/circles/:id{${UUID}}/posts/:postId{${UUID}}/rewording/removal` as const;

/** Other words for a post are not let in: with a reason, and a way to appeal. */
export const rewordingRoutes = newRoutes();

rewordingRoutes.get(REMOVAL, async (c) => c.html(leavingPage(c, await waiting(c))));

rewordingRoutes.post(REMOVAL, async (c) => {
  const found = await waiting(c);
  const form = await readForm(c, reasonSchema);
  if (!form.ok) return c.html(leavingPage(c, found, form), 422);
  const { viewer, post, back } = found;
  await c.get('db').write(viewer, (tx) => leaveAsItWas(tx, post.post_id, form.values.why));
  return seeOther(c, back, 'safety.left-as-it-was');
});

/** @throws Problem 404 when no other words of it wait, or it is not hers to look after */
async function waiting(c: Ctx) {
  const viewer = requireViewer(c);
  const { id, postId } = c.req.param() as { id: string; postId: string };
  return c.get('db').read(viewer, async (tx) => {
    await circleForFacilitator(tx, viewer, id);
    const post = (await heldIn(tx, id)).find((one) => one.post_id === postId && one.stands !== null);
    return { viewer, post: post ?? notFound(), back: `/circles/${id}/settings/care` };
  });
}

function leavingPage(
  c: Ctx,
  { post, back }: Awaited<ReturnType<typeof waiting>>,
  refused?: { raw: Raw; errors: Errors },
) {
  const page = c.get('page');
  const { t } = page;
  return (
    <ReasonPage
      page={page}
      title={t('safety.leave-title')}
      lead={t('safety.leave-lead')}
      back={{ href: back, label: t('safety.care-title') }}
      words={t('safety.leave-words')}
      button={<Button>{t('safety.leave-as-it-was')}</Button>}
      refused={refused}
    >
      <Card quiet as="div">
        <p>
          <b>{nameOf(page, post)}</b>
        </p>
        <div class="post-body">{written(post.body)}</div>
      </Card>
    </ReasonPage>
  );
}
