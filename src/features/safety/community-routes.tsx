import type { Raw } from '../../platform/http/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { promiseSchema, templateSchema, UUID } from './forms.ts';
import { CommunitySafetyPage } from './pages/community-safety.tsx';
import { promiseOf, savePromise } from './promise.ts';
import { addTemplate, dropTemplate, ownTemplates } from './template.ts';

/** What a community promises, its steps for danger, and its own ready words. Mounted behind the coordinators' guard. */
export const safetyCoordinatorRoutes = newRoutes();

const HERE = '/community/safety';

safetyCoordinatorRoutes.get(HERE, async (c) => c.html(await safetyPage(c)));

safetyCoordinatorRoutes.post(HERE, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, promiseSchema);
  if (!form.ok) return c.html(await safetyPage(c, form), 422);
  await c.get('db').write(viewer, (tx) => savePromise(tx, viewer, form.values));
  return seeOther(c, HERE, 'safety.promise-saved');
});

safetyCoordinatorRoutes.post(`${HERE}/templates`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, templateSchema);
  if (!form.ok) return c.html(await safetyPage(c, form), 422);
  await c.get('db').write(viewer, (tx) => addTemplate(tx, viewer, form.values));
  return seeOther(c, HERE, 'safety.template-added');
});

safetyCoordinatorRoutes.post(`${HERE}/templates/:id{${UUID}}/removal`, async (c) => {
  await c.get('db').write(requireViewer(c), (tx) => dropTemplate(tx, c.req.param('id')));
  return seeOther(c, HERE, 'safety.template-dropped');
});

async function safetyPage(c: Ctx, refused?: { raw: Raw; errors: Errors }) {
  const seen = await c.get('db').read(requireViewer(c), async (tx) => ({
    promise: await promiseOf(tx),
    templates: await ownTemplates(tx),
  }));
  return <CommunitySafetyPage page={c.get('page')} {...seen} refused={refused} />;
}
