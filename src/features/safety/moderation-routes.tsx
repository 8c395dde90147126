import {
  type Ctx,
  routes as newRoutes,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { outcomeSchema, UUID } from './forms.ts';
import { type Case, caseById, closeCase, closedCases, waitingCases } from './moderation.ts';
import { CasePage } from './pages/case-page.tsx';
import { QueuePage } from './pages/queue-page.tsx';

/** The moderators' room. Mounted behind their guard. */
export const moderatorRoutes = newRoutes();

moderatorRoutes.get('/moderation', async (c) => {
  const seen = await c.get('db').read(requireViewer(c), async (tx) => ({
    waiting: await waitingCases(tx),
    closed: await closedCases(tx),
  }));
  return c.html(<QueuePage page={c.get('page')} {...seen} />);
});

moderatorRoutes.get(`/moderation/:id{${UUID}}`, async (c) =>
  c.html(<CasePage page={c.get('page')} case={await caseIn(c)} />),
);

moderatorRoutes.post(`/moderation/:id{${UUID}}/outcome`, async (c) => {
  const viewer = requireViewer(c);
  const found = await caseIn(c);
  const form = await readForm(c, outcomeSchema);
  if (!form.ok && !found.handledAt)
    return c.html(<CasePage page={c.get('page')} case={found} refused={form} />, 422);
  const closed =
    form.ok && (await c.get('db').write(viewer, (tx) => closeCase(tx, viewer, found.reportId, form.values)));
  return closed
    ? seeOther(c, '/moderation', 'safety.case-closed')
    : seeOther(c, `/moderation/${found.reportId}`, 'safety.case-closed-before');
});

const caseIn = (c: Ctx): Promise<Case> =>
  c.get('db').read(requireViewer(c), (tx) => caseById(tx, c.req.param('id')!));
