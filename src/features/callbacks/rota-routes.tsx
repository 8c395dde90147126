import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { turnSchema, waysSchema } from './forms.ts';
import { RotaPage } from './pages/rota.tsx';
import { requireCaller } from './queue.ts';
import { rotaOf, shiftsOf, turn } from './shifts.ts';
import { setWays } from './volunteer.ts';

const ROTA = '/callbacks/rota';

/** The rota: volunteers take shifts, give them back, offer them to each other. */
export const rotaRoutes = newRoutes();

rotaRoutes.get(ROTA, async (c) => c.html(await rota(c)));

rotaRoutes.post(ROTA, async (c) => {
  const form = await readForm(c, turnSchema);
  if (!form.ok) return notFound(); // buttons: no form of ours sends anything else
  const { shift, day, how } = form.values;
  const said = await c.get('db').write(requireViewer(c), (tx) => turn(tx, shift, day, how));
  return seeOther(c, ROTA, said === 'full' ? 'callbacks.rota.quicker' : `callbacks.rota.done.${how}`);
});

rotaRoutes.post('/callbacks/ways', async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, waysSchema);
  if (!form.ok) return c.html(await rota(c, form.errors), 422);
  await c.get('db').write(viewer, (tx) => setWays(tx, viewer, form.values));
  return seeOther(c, ROTA, 'callbacks.ways.saved');
});

async function rota(c: Ctx, errors?: Errors) {
  const viewer = requireViewer(c);
  const { timeZone } = c.get('community');
  const now = new Date();
  const shown = await c.get('db').read(viewer, async (tx) => ({
    caller: await requireCaller(tx, viewer),
    shifts: await shiftsOf(tx),
    days: await rotaOf(tx, timeZone, now),
  }));
  return <RotaPage page={c.get('page')} {...shown} zone={timeZone} me={viewer.memberId} errors={errors} />;
}
