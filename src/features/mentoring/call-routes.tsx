import {
  type Ctx,
  type Errors,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import { callForm, planCall } from '../gatherings/index.ts';
import { type Introduction, pairOf } from './introduction.ts';
import { CallPage } from './pages/call.tsx';

const ID = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const HERE = `/introductions/:id${ID}/calls` as const;

/** Calls of two who said yes to each other. */
export const callRoutes = routes();

callRoutes.get(`${HERE}/new`, async (c) => c.html(callPage(c, await requirePair(c))));

callRoutes.post(HERE, async (c) => {
  const viewer = requireViewer(c);
  const pair = await requirePair(c);
  const form = await readForm(c, callForm);
  if (!form.ok) return c.html(callPage(c, pair, form.raw, form.errors), 422);
  const title = c.get('page').t('mentoring.call.name', { first: viewer.displayName, second: pair.otherName });
  const call = { ...form.values, circleId: pair.circleId, title };
  const planned = await c.get('db').write(viewer, (tx) => planCall(tx, viewer, c.get('community'), call));
  if (!planned.ok) return c.html(callPage(c, pair, form.raw, planned.errors), 422);
  return seeOther(c, `/gatherings/${planned.gatheringId}`, 'mentoring.notice.call');
});

type Pair = Introduction & { circleId: string };

const callPage = (c: Ctx, pair: Pair, raw: Raw = { minutes: '30' }, errors: Errors = {}) => (
  <CallPage page={c.get('page')} pair={pair} home={c.get('community').timeZone} raw={raw} errors={errors} />
);

async function requirePair(c: Ctx): Promise<Pair> {
  const viewer = requireViewer(c);
  return (await c.get('db').read(viewer, (tx) => pairOf(tx, viewer, c.req.param('id')!))) ?? notFound();
}
