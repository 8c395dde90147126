import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import type { Errors } from '../../ui/index.ts';
import { declineAsk } from './her-ask.ts';
import { LADDER_JOB } from './jobs.ts';
import { keepListening, type Listening, listeningOf } from './listening.ts';
import { ListeningPage } from './pages/listening.tsx';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const RESTS = { weeks: 14, month: 30 } as const;
const Offer = z.object({
  listening: z.enum(['no', 'yes', 'resting', 'weeks', 'month'], 'errors.field.unfit'),
});
type Said = z.infer<typeof Offer>['listening'];

export const routes = newRoutes();

routes.get('/me/listening', async (c) => c.html(await listeningPage(c)));

routes.post('/me/listening', async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, Offer);
  if (!form.ok) return c.html(await listeningPage(c, form.errors), 422);
  await c.get('db').write(viewer, async (tx) => {
    const before = await listeningOf(tx, viewer);
    await keepListening(tx, viewer, kept(form.values.listening, before, todayIn(viewer.timeZone)));
  });
  return seeOther(c, '/me/listening', 'first-reply.saved');
});

routes.post(`/circles/:id{${UUID}}/posts/:postId{${UUID}}/not-now`, async (c) => {
  const viewer = requireViewer(c);
  const { id, postId } = c.req.param();
  const done = await c.get('db').write(viewer, (tx) => declineAsk(tx, postId));
  if (!done) notFound();
  c.get('soon')(LADDER_JOB);
  return seeOther(c, `/circles/${id}`, 'first-reply.not-now-fine');
});

function kept(said: Said, before: Listening | null, today: string): Listening | null {
  if (said === 'no') return null;
  if (said === 'yes') return { notUntil: null };
  if (said === 'resting') return before ?? { notUntil: null };
  return { notUntil: Temporal.PlainDate.from(today).add({ days: RESTS[said] }).toString() };
}

async function listeningPage(c: Ctx, errors?: Errors) {
  const viewer = requireViewer(c);
  const listening = await c.get('db').read(viewer, (tx) => listeningOf(tx, viewer));
  const today = todayIn(viewer.timeZone);
  const resting = listening?.notUntil && listening.notUntil > today ? listening.notUntil : null;
  return (
    <ListeningPage
      page={c.get('page')}
      said={!listening ? 'no' : resting ? 'resting' : 'yes'}
      resting={resting}
      errors={errors}
    />
  );
}
