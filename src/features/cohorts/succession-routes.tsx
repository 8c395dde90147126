import { z } from 'zod';
import type { Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  notFound,
  readForm,
  requireViewer,
  routes,
  seeOther,
  text,
} from '../../platform/http/index.ts';
import { CIRCLE, circleForMember, fellowsIn, idIn } from '../circles/index.ts';
import { SuccessionPage } from './pages/succession.tsx';
import { SUCCESSION } from './paths.ts';
import {
  acceptSuccession,
  callOffSuccession,
  isUntended,
  keepTheKeys,
  nameSuccessor,
  offerToKeep,
  successionsIn,
  undoSuccession,
} from './succession.ts';

/** Who looks after a circle next. */
export const successionRoutes = routes();

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function atTheKeys(c: Ctx, tx: Tx) {
  const viewer = requireViewer(c);
  const { circle, seat } = await circleForMember(tx, viewer, idIn(c));
  if (circle.archivedAt) notFound();
  const facilitates = seat.role === 'facilitator';
  const people = facilitates ? await fellowsIn(tx, viewer, circle.circleId) : [];
  return {
    circle,
    facilitates,
    self: viewer.memberId,
    unasked: seat.actingSince !== null,
    untended: await isUntended(tx, circle.circleId),
    standing: await successionsIn(tx, viewer, circle.circleId),
    fellows: people.filter(({ role, isSelf }) => role === 'member' && !isSelf),
  };
}

successionRoutes.get(`${CIRCLE}/succession`, async (c) => {
  const shown = await c.get('db').read(requireViewer(c), (tx) => atTheKeys(c, tx));
  return c.html(<SuccessionPage page={c.get('page')} {...shown} />);
});

successionRoutes.post(`${CIRCLE}/succession`, async (c) => {
  const viewer = requireViewer(c);
  const shown = await c.get('db').read(viewer, (tx) => atTheKeys(c, tx));
  if (!shown.facilitates) notFound();
  const form = await readForm(c, z.object({ to: text(40).regex(UUID, 'cohorts.keys-choose') }));
  if (!form.ok) return c.html(<SuccessionPage page={c.get('page')} {...shown} errors={form.errors} />, 422);
  const { to } = form.values;
  const said = await c.get('db').write(viewer, (tx) => nameSuccessor(tx, idIn(c), to));
  if (said === 'absent')
    return c.html(
      <SuccessionPage page={c.get('page')} {...shown} errors={{ to: 'cohorts.keys-choose' }} />,
      422,
    );
  return seeOther(c, `/circles/${idIn(c)}/succession`);
});

successionRoutes.post(`${CIRCLE}/succession/offer`, async (c) => {
  const said = await c.get('db').write(requireViewer(c), (tx) => offerToKeep(tx, idIn(c)));
  if (said === 'absent') notFound();
  return seeOther(c, `/circles/${idIn(c)}/succession`);
});

successionRoutes.post(`${CIRCLE}/succession/keeping`, async (c) => {
  if (!(await c.get('db').write(requireViewer(c), (tx) => keepTheKeys(tx, idIn(c))))) notFound();
  return seeOther(c, `/circles/${idIn(c)}`, 'cohorts.keys-kept');
});

successionRoutes.post(`${SUCCESSION}/acceptance`, async (c) => {
  const id = idIn(c, 'succession');
  if (!(await c.get('db').write(requireViewer(c), (tx) => acceptSuccession(tx, id)))) notFound();
  return seeOther(c, '/circles', 'cohorts.keys-accepted');
});

successionRoutes.post(`${SUCCESSION}/calling-off`, async (c) => {
  const id = idIn(c, 'succession');
  if (!(await c.get('db').write(requireViewer(c), (tx) => callOffSuccession(tx, id)))) notFound();
  return seeOther(c, '/circles', 'cohorts.keys-called-off');
});

successionRoutes.post(`${SUCCESSION}/reversal`, async (c) => {
  const id = idIn(c, 'succession');
  const said = await c.get('db').write(requireViewer(c), (tx) => undoSuccession(tx, id));
  if (said === 'absent') notFound();
  return seeOther(c, '/circles', said === 'undone' ? 'cohorts.keys-returned' : 'cohorts.keys-alone');
});
