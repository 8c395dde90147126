import { z } from 'zod';
import {
  type Ctx,
  type Errors,
  routes as newRoutes,
  notFound,
  type Raw,
  readForm,
  required,
  requireViewer,
  seeOther,
  text,
} from '../../platform/http/index.ts';
import { runGathering, runs, seenGathering } from './access.ts';
import { addMaterial, materialsOf, mayRead, removeMaterial } from './materials.ts';
import { MaterialsPage } from './pages/materials-page.tsx';
import { GATHERING, MATERIAL } from './paths.ts';

const Adding = z.object({
  title: required(120, 'coming.material-title-missing'),
  link: z
    .string('errors.field.missing')
    .trim()
    .max(1000, 'errors.field.tooLong')
    .refine((link) => link === '' || isSafe(link), 'coming.material-link-unfit')
    .transform((link) => link || null),
  note: text(2000),
});
const isSafe = (link: string): boolean => URL.canParse(link) && /^https:\/\/[^\s]+$/.test(link);

/** What is handed out to those who have a place. */
export const materialsRoutes = newRoutes();

materialsRoutes.get(`${GATHERING}/materials`, async (c) => c.html(await thePage(c)));

materialsRoutes.post(`${GATHERING}/materials`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  await c.get('db').read(viewer, (tx) => runGathering(tx, viewer, id));
  const form = await readForm(c, Adding);
  if (!form.ok) return c.html(await thePage(c, form.raw, form.errors), 422);
  await c.get('db').write(viewer, (tx) => addMaterial(tx, viewer, id, form.values));
  return seeOther(c, `/gatherings/${id}/materials`, 'coming.material-added');
});

materialsRoutes.post(`${GATHERING}/materials/${MATERIAL}/removal`, async (c) => {
  const viewer = requireViewer(c);
  const { id, material } = c.req.param();
  const gone = await c.get('db').write(viewer, async (tx) => {
    await runGathering(tx, viewer, id);
    return removeMaterial(tx, id, material);
  });
  if (!gone) notFound();
  return seeOther(c, `/gatherings/${id}/materials`, 'coming.material-removed');
});

async function thePage(c: Ctx, raw?: Raw, errors?: Errors) {
  const viewer = requireViewer(c);
  const id = c.req.param('id') ?? '';
  const [gathering, materials, hers] = await c.get('db').read(viewer, async (tx) => {
    const seen = await seenGathering(tx, id);
    if (!(await mayRead(tx, id))) notFound();
    return [seen, await materialsOf(tx, id), await runs(tx, viewer, seen)] as const;
  });
  return (
    <MaterialsPage
      page={c.get('page')}
      gathering={gathering}
      materials={materials}
      runs={hers}
      raw={raw}
      errors={errors}
    />
  );
}
