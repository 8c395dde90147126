import { z } from 'zod';
import {
  type Ctx,
  routes as newRoutes,
  readForm,
  required,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import {
  allAnnouncements,
  announce,
  announcementById,
  BODY_MOST,
  rewrite,
  TITLE_MOST,
  withdraw,
} from './announcement.ts';
import { EditPage } from './pages/edit.tsx';
import { KeepingPage } from './pages/keeping.tsx';

const HERE = '/community/announcements';
const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ONE = `${HERE}/:id{${ID}}` as const;

/** Where coordinators write what everybody may read. Mounted behind their guard. */
export const coordinatorRoutes = newRoutes();

const wordsIn = (c: Ctx) =>
  readForm(
    c,
    z.object({
      title: required(TITLE_MOST, 'announcements.title-missing').transform((title) =>
        title.replaceAll('\n', ' '),
      ),
      body: required(BODY_MOST, 'announcements.body-missing'),
      language: z.enum(c.get('community').languages, 'errors.field.unfit'),
    }),
  );

coordinatorRoutes.get(HERE, async (c) => {
  const viewer = requireViewer(c);
  const announcements = await c.get('db').read(viewer, (tx) => allAnnouncements(tx, viewer));
  return c.html(<KeepingPage page={c.get('page')} announcements={announcements} />);
});

coordinatorRoutes.get(`${HERE}/new`, (c) => c.html(<EditPage page={c.get('page')} />));

coordinatorRoutes.post(HERE, async (c) => {
  const viewer = requireViewer(c);
  const form = await wordsIn(c);
  if (!form.ok) return c.html(<EditPage page={c.get('page')} refused={form} />, 422);
  await c.get('db').write(viewer, (tx) => announce(tx, viewer, form.values));
  return seeOther(c, HERE, 'announcements.published');
});

coordinatorRoutes.get(`${ONE}/edit`, async (c) => {
  const viewer = requireViewer(c);
  const found = await c.get('db').read(viewer, (tx) => announcementById(tx, viewer, c.req.param('id')));
  return c.html(<EditPage page={c.get('page')} announcement={found} />);
});

coordinatorRoutes.post(`${ONE}/edit`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const found = await c.get('db').read(viewer, (tx) => announcementById(tx, viewer, id));
  const form = await wordsIn(c);
  if (!form.ok) return c.html(<EditPage page={c.get('page')} announcement={found} refused={form} />, 422);
  await c.get('db').write(viewer, (tx) => rewrite(tx, viewer, id, form.values));
  return seeOther(c, HERE, 'announcements.saved');
});

coordinatorRoutes.post(`${ONE}/withdrawal`, (c) => show(c, true));
coordinatorRoutes.post(`${ONE}/return`, (c) => show(c, false));

async function show(c: Ctx, isWithdrawn: boolean): Promise<Response> {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => withdraw(tx, viewer, c.req.param('id')!, isWithdrawn));
  return seeOther(c, HERE, isWithdrawn ? 'announcements.withdrawn-notice' : 'announcements.published');
}
