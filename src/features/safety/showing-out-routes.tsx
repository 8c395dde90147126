import type { Raw } from '../../platform/http/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { Button, type Errors } from '../../ui/index.ts';
import { circleName, circleWithDoor, fellowsIn } from '../circles/index.ts';
import { showOut } from './circle-care.ts';
import { reasonSchema, UUID } from './forms.ts';
import { ReasonPage } from './pages/reason-page.tsx';

const REMOVAL = `/circles/:id{${UUID}}/people/:member{${UUID}}/removal` as const;

/** Whoever looks after a circle shows somebody out: with a reason, and a way to appeal. */
export const showingOutRoutes = newRoutes();

showingOutRoutes.get(REMOVAL, async (c) => c.html(removalPage(c, await whom(c))));

showingOutRoutes.post(REMOVAL, async (c) => {
  const found = await whom(c);
  const { viewer, circle, fellow, people } = found;
  const form = await readForm(c, reasonSchema);
  if (!form.ok) return c.html(removalPage(c, found, form), 422);
  await c.get('db').write(viewer, (tx) => showOut(tx, circle.circleId, fellow.memberId, form.values.why));
  return seeOther(c, people, 'circles.removed');
});

/** @throws Problem 404 for whoever looks after it too, or is not in it */
async function whom(c: Ctx) {
  const viewer = requireViewer(c);
  const { id, member } = c.req.param() as { id: string; member: string };
  return c.get('db').read(viewer, async (tx) => {
    const circle = await circleWithDoor(tx, viewer, id);
    const fellow = (await fellowsIn(tx, viewer, id)).find(
      ({ memberId, role }) => memberId === member && role === 'member',
    );
    return { viewer, circle, fellow: fellow ?? notFound(), people: `/circles/${id}/people` };
  });
}

function removalPage(
  c: Ctx,
  { circle, fellow, people }: Awaited<ReturnType<typeof whom>>,
  refused?: { raw: Raw; errors: Errors },
) {
  const page = c.get('page');
  const { t } = page;
  return (
    <ReasonPage
      page={page}
      title={t('circles.remove-title', { name: fellow.displayName })}
      lead={t('circles.remove-lead', { circle: circleName(page, circle) })}
      back={{ href: people, label: t('circles.room.people') }}
      words={t('safety.remove-words')}
      button={<Button look="danger">{t('circles.remove-now')}</Button>}
      refused={refused}
    />
  );
}
