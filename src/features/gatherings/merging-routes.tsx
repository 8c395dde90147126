import { z } from 'zod';
import { type Ctx, notFound, readForm, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import { runGathering } from './access.ts';
import { goOnTogether } from './merging.ts';
import { MergingPage } from './pages/merging-page.tsx';
import { GATHERING, idOrNone, pathOf } from './paths.ts';
import { similarTo } from './quiet.ts';

/** A series that goes on together with another one. For whoever runs it. */
export const mergingRoutes = routes();

const Into = z.object({ into: z.uuid('coming.merge-choose') });

/** @throws Problem 404 for all who do not run it, and where nothing of it lies ahead */
async function choicesIn(c: Ctx) {
  const viewer = requireViewer(c);
  return c.get('db').read(viewer, async (tx) => {
    const gathering = await runGathering(tx, viewer, idOrNone(c.req.param('id')) ?? notFound());
    if (gathering.cancelledAt) notFound();
    return { gathering, similar: await similarTo(tx, viewer, gathering) };
  });
}

mergingRoutes.get(`${GATHERING}/merge`, async (c) =>
  c.html(<MergingPage page={c.get('page')} {...(await choicesIn(c))} />),
);

mergingRoutes.post(`${GATHERING}/merge`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const form = await readForm(c, Into);
  if (!form.ok)
    return c.html(<MergingPage page={c.get('page')} {...(await choicesIn(c))} errors={form.errors} />, 422);
  const outcome = await c.get('db').write(viewer, async (tx) => {
    const gathering = await runGathering(tx, viewer, id);
    return goOnTogether(tx, viewer, gathering, form.values.into);
  });
  const said = { done: 'coming.merged', already: 'gatherings.already', over: 'gatherings.over' } as const;
  return seeOther(c, pathOf(id), said[outcome]);
});
