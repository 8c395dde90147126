import {
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { appealsToHear, appealsWithoutHearer, decidedCases, waitingCases } from './case.ts';
import { caseIn, casePage, moderatorCaseRoutes } from './case-routes.tsx';
import { agreeReveal, askReveal, hearAppeal } from './deciding.ts';
import { hearingSchema, reasonSchema, takingSchema, UUID } from './forms.ts';
import { QueuePage } from './pages/queue-page.tsx';
import { RotaPage } from './pages/rota-page.tsx';
import { promiseKept, promiseOf } from './promise.ts';
import { rota, takeWeek, weeksFrom } from './rota.ts';

const CASE = `/moderation/:case{${UUID}}` as const;

/** The moderators' room. Mounted behind their guard. */
export const moderatorRoutes = newRoutes();

moderatorRoutes.get('/moderation', async (c) => {
  const viewer = requireViewer(c);
  const weeks = weeksFrom(c.get('community').timeZone).slice(0, 1);
  const seen = await c.get('db').read(viewer, async (tx) => ({
    waiting: await waitingCases(tx),
    appeals: await appealsToHear(tx),
    unheard: await appealsWithoutHearer(tx),
    decided: await decidedCases(tx),
    kept: await promiseKept(tx),
    promise: await promiseOf(tx),
    onCall: (await rota(tx, weeks))[0]!.people,
  }));
  return c.html(<QueuePage page={c.get('page')} me={viewer.memberId} {...seen} />);
});

moderatorRoutes.get('/moderation/rota', async (c) => {
  const viewer = requireViewer(c);
  const weeks = await c.get('db').read(viewer, (tx) => rota(tx, weeksFrom(c.get('community').timeZone)));
  return c.html(<RotaPage page={c.get('page')} weeks={weeks} me={viewer.memberId} />);
});

moderatorRoutes.post('/moderation/rota/:week{\\d{4}-\\d{2}-\\d{2}}', async (c) => {
  const viewer = requireViewer(c);
  const week =
    weeksFrom(c.get('community').timeZone).find((one) => one === c.req.param('week')) ?? notFound();
  const form = await readForm(c, takingSchema);
  const taking = form.ok && form.values.taking;
  await c.get('db').write(viewer, (tx) => takeWeek(tx, viewer, week, taking));
  return seeOther(c, '/moderation/rota', taking ? 'safety.week-taken' : 'safety.week-given');
});

moderatorRoutes.route('/', moderatorCaseRoutes);

moderatorRoutes.post(`${CASE}/hearing`, async (c) => {
  const { viewer, one, base } = await caseIn(c);
  const form = await readForm(c, hearingSchema);
  if (!form.ok) return c.html(await casePage(c, form), 422);
  const { finding, answer } = form.values;
  const said = await c
    .get('db')
    .write(viewer, (tx) => hearAppeal(tx, one.caseId, finding === 'overturn', answer));
  return said === 'late'
    ? seeOther(c, base, 'safety.heard-before')
    : seeOther(c, '/moderation', 'safety.heard');
});

moderatorRoutes.post(`${CASE}/reveal`, async (c) => {
  const { viewer, one, base } = await caseIn(c);
  const form = await readForm(c, reasonSchema);
  if (!form.ok)
    return c.html(await casePage(c, { raw: form.raw, errors: { reveal: 'safety.why-missing' } }), 422);
  await c.get('db').write(viewer, (tx) => askReveal(tx, one.caseId, form.values.why));
  return seeOther(c, base, 'safety.reveal-asked');
});

moderatorRoutes.post(`${CASE}/reveal/agreement`, async (c) => {
  const { viewer, one, base } = await caseIn(c);
  await c.get('db').write(viewer, (tx) => agreeReveal(tx, one.caseId));
  return seeOther(c, base, 'safety.reveal-agreed');
});
