import {
  type Ctx,
  routes as newRoutes,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { REPORTING, ReportPage, report, reportSchema } from '../safety/index.ts';
import { UUID } from './forms.ts';
import { BehindBlocksPage } from './pages/behind-blocks.tsx';
import { behindBlocks, capture } from './reporting.ts';

const REPORT = `/messages/:id{${UUID}}/messages/:messageId{${UUID}}/report` as const;

/** Reporting a message, with only the few around it. */
export const reportingRoutes = newRoutes();

reportingRoutes.get('/messages/behind-blocks', async (c) => {
  const talks = await c.get('db').read(requireViewer(c), behindBlocks);
  return c.html(<BehindBlocksPage page={c.get('page')} talks={talks} />);
});

reportingRoutes.get(REPORT, async (c) => {
  const subject = await subjectIn(c);
  return c.html(<ReportPage page={c.get('page')} room={roomOf(c, subject.behindBlock)} subject={subject} />);
});

reportingRoutes.post(REPORT, async (c) => {
  const viewer = requireViewer(c);
  const subject = await subjectIn(c);
  const form = await readForm(c, reportSchema);
  if (!form.ok) {
    const room = roomOf(c, subject.behindBlock);
    return c.html(<ReportPage page={c.get('page')} room={room} subject={subject} refused={form} />, 422);
  }
  await spend(c, REPORTING, viewer.memberId);
  const id = await c.get('db').write(viewer, (tx) => report(tx, viewer, subject, form.values));
  return seeOther(c, `/me/reports/${id}`);
});

const subjectIn = (c: Ctx) => {
  const viewer = requireViewer(c);
  const { id, messageId } = c.req.param() as { id: string; messageId: string };
  return c.get('db').read(viewer, (tx) => capture(tx, viewer, id, messageId));
};

function roomOf(c: Ctx, behindBlock: boolean) {
  const { id, messageId } = c.req.param() as { id: string; messageId: string };
  const talk = `/messages/${id}`;
  return {
    action: `${talk}/messages/${messageId}/report`,
    back: `${behindBlock ? '/messages/behind-blocks' : talk}#m-${messageId}`,
  };
}
