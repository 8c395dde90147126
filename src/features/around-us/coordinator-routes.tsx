import { z } from 'zod';
import { mayAsk, userAgent } from '../../platform/fetching/index.ts';
import {
  type Ctx,
  type Errors,
  routes as newRoutes,
  publicUrl,
  type RateLimit,
  readForm,
  required,
  requireViewer,
  seeOther,
  spend,
  text,
} from '../../platform/http/index.ts';
import { FETCHING_JOB } from './jobs.ts';
import { asAddress, type Look, lookAt, type Trouble } from './looking.ts';
import { NewSourcePage } from './pages/new-source.tsx';
import { SourcesPage } from './pages/sources.tsx';
import { allSources, followSource, NAME_MOST, pauseSource, removeSource, resumeSource } from './source.ts';

const HERE = '/community/sources';
const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ONE = `${HERE}/:id{${ID}}` as const;
/** Each look goes out to somebody's server. */
const LOOKS_AN_HOUR: RateLimit = { points: 40, seconds: 3600 };

/** Whom the community follows. Mounted behind the coordinators' guard. */
export const coordinatorRoutes = newRoutes();

coordinatorRoutes.get(HERE, async (c) => {
  const viewer = requireViewer(c);
  const sources = await c.get('db').read(viewer, (tx) => allSources(tx, viewer));
  return c.html(<SourcesPage page={c.get('page')} sources={sources} />);
});

coordinatorRoutes.get(`${HERE}/new`, async (c) => {
  const typed = (c.req.query('address') ?? '').slice(0, 2000);
  if (typed.trim() === '') return c.html(<NewSourcePage page={c.get('page')} typed="" />);
  const look = await looking(c, typed);
  return 'refused' in look
    ? again(c, typed, { address: `around-us.trouble.${look.refused}` })
    : c.html(<NewSourcePage page={c.get('page')} typed={typed} look={look} />);
});

async function looking(c: Ctx, typed: string): Promise<Look | { refused: Trouble }> {
  await spend(c, LOOKS_AN_HOUR, requireViewer(c).memberId);
  const who = { userAgent: userAgent(publicUrl(c)), allowed: c.get('fetchFrom') };
  return lookAt(asAddress(typed), who, new Date());
}

const again = (c: Ctx, typed: string, errors: Errors) =>
  c.html(<NewSourcePage page={c.get('page')} typed={typed} errors={errors} />, 422);

coordinatorRoutes.post(HERE, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(
    c,
    z.object({ address: required(2000, 'around-us.address-missing'), name: text(NAME_MOST) }),
  );
  const typed = String(form.raw.address ?? '');
  if (!form.ok) return again(c, typed, form.errors);
  const url = mayAsk(asAddress(form.values.address), c.get('fetchFrom'));
  if (typeof url === 'string') return again(c, typed, { address: `around-us.trouble.${url}` });
  const what = { address: url.href, name: form.values.name || url.hostname.slice(0, NAME_MOST) };
  const how = await c.get('db').write(viewer, (tx) => followSource(tx, viewer, what));
  if (how !== 'followed') return again(c, typed, { address: `around-us.${how}` });
  c.get('soon')(FETCHING_JOB);
  return seeOther(c, HERE, 'around-us.followed');
});

coordinatorRoutes.post(`${ONE}/pause`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => pauseSource(tx, viewer, c.req.param('id')));
  return seeOther(c, HERE, 'around-us.paused-notice');
});

coordinatorRoutes.post(`${ONE}/return`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => resumeSource(tx, viewer, c.req.param('id')));
  c.get('soon')(FETCHING_JOB);
  return seeOther(c, HERE, 'around-us.returned-notice');
});

coordinatorRoutes.post(`${ONE}/removal`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => removeSource(tx, viewer, c.req.param('id')));
  return seeOther(c, HERE, 'around-us.removed-notice');
});
