import { type Ctx, readForm, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { namingSchema, UUID } from './forms.ts';
import { VolunteersPage } from './pages/volunteers.tsx';
import { membersCalled, nameVolunteer, unanswered, unnameVolunteer, volunteers } from './volunteer.ts';

const LIST = '/community/support-volunteers';

/** Who is asked first when somebody needs to be heard; and that asks wait, without a word of them. */
export const coordinatorRoutes = routes();

coordinatorRoutes.get(LIST, async (c) => c.html(await list(c)));

coordinatorRoutes.post(LIST, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, namingSchema);
  if (!form.ok) return c.html(await list(c, form.errors), 422);
  await c.get('db').write(viewer, (tx) => nameVolunteer(tx, viewer, form.values.member));
  return seeOther(c, LIST, 'asks.volunteer.named');
});

coordinatorRoutes.post(`${LIST}/:member{${UUID}}/removal`, async (c) => {
  const member = c.req.param('member')!;
  await c.get('db').write(requireViewer(c), (tx) => unnameVolunteer(tx, member));
  return seeOther(c, LIST, 'asks.volunteer.unnamed');
});

async function list(c: Ctx, errors?: Errors) {
  const sought = (c.req.query('name') ?? '').trim().slice(0, 60).replaceAll('\0', '');
  const shown = await c.get('db').read(requireViewer(c), async (tx) => ({
    named: await volunteers(tx),
    found: await membersCalled(tx, sought),
    waiting: await unanswered(tx),
  }));
  return <VolunteersPage page={c.get('page')} {...shown} sought={sought} errors={errors} />;
}
