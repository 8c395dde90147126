import {
  routes as newRoutes,
  Problem,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { runGathering } from './access.ts';
import { cancelOccurrence, reinstateOccurrence } from './cancelling.ts';
import { GATHERING } from './paths.ts';
import { keepPause, nextSessions, putAway, quietTimesOf } from './quiet.ts';
import { Pausing } from './quiet-form.ts';

/** What can be done about a series that has grown quiet. For whoever runs it. */
export const quietRoutes = newRoutes();

// One tap calls the next few off; another brings them back.
quietRoutes.post(`${GATHERING}/pause`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const form = await readForm(c, Pausing);
  if (!form.ok) throw new Problem(422, 'errors.field.unfit');
  await c.get('db').write(viewer, async (tx) => {
    await runGathering(tx, viewer, id);
    const next = await nextSessions(tx, viewer, id, Number(form.values.count));
    for (const one of next) await cancelOccurrence(tx, viewer, id, one, '');
    await keepPause(tx, viewer, id, next);
  });
  return seeOther(c, `/gatherings/${id}`, 'coming.quiet-paused');
});

quietRoutes.post(`${GATHERING}/pause/end`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  await c.get('db').write(viewer, async (tx) => {
    const gathering = await runGathering(tx, viewer, id);
    const times = await quietTimesOf(tx, viewer, gathering);
    for (const one of times?.paused ?? []) await reinstateOccurrence(tx, viewer, id, one);
    await keepPause(tx, viewer, id, []);
  });
  return seeOther(c, `/gatherings/${id}`, 'coming.quiet-resumed');
});

quietRoutes.post(`${GATHERING}/quiet/putting-away`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  await c.get('db').write(viewer, async (tx) => {
    await runGathering(tx, viewer, id);
    await putAway(tx, viewer, id);
  });
  return seeOther(c, `/gatherings/${id}`, 'coming.quiet-put-away');
});
