import { z } from 'zod';
import {
  type Ctx,
  routes as newRoutes,
  Problem,
  readForm,
  required,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { decide, reopen, STATES } from './decisions.ts';
import { herPlan } from './her-plan.ts';
import { PlanPage } from './pages/plan-page.tsx';

export const routes = newRoutes();

routes.get('/plan', async (c) => c.html(<PlanPage page={c.get('page')} hers={await planOf(c)} />));

const decisionForm = z.object({ key: required(200), state: z.enum([...STATES, 'open']) });

routes.post('/plan/decisions', async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, decisionForm);
  if (!form.ok) throw new Problem(422, 'errors.field.unfit');
  const { key, state } = form.values;
  if (state === 'open') {
    await c.get('db').write(viewer, (tx) => reopen(tx, viewer, key));
    return seeOther(c, '/plan', 'plan.reopened');
  }
  const { plan } = await planOf(c);
  const step = plan.steps.find((each) => each.key === key);
  // An old page: the step has gone since, with its circle or with her own second tap.
  if (!step) return seeOther(c, '/plan', 'plan.changed');
  await c.get('db').write(viewer, (tx) => decide(tx, viewer, step, state));
  return seeOther(c, '/plan', `plan.decided.${state}`);
});

function planOf(c: Ctx) {
  const viewer = requireViewer(c);
  return c
    .get('db')
    .read(viewer, (tx) => herPlan(tx, c.get('keys'), viewer, c.get('community'), c.get('page')));
}
