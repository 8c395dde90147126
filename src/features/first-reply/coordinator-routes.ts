import { requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import { remindOfAsks } from './figures.ts';
import { LADDER_JOB } from './jobs.ts';

/** What a coordinator can do about posts that wait, none of which she may read. */
export const coordinatorRoutes = routes();

coordinatorRoutes.post('/community/first-replies/reminder', async (c) => {
  await c.get('db').write(requireViewer(c), remindOfAsks);
  c.get('soon')(LADDER_JOB);
  return seeOther(c, '/community', 'first-reply.reminded');
});
