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
import { capture } from './reporting.ts';

const REPORT = `/messages/:id{${UUID}}/messages/:messageId{${UUID}}/report` as const;

/** Reporting a message, with only the few around it. */
export const reportingRoutes = newRoutes();

reportingRoutes.get(REPORT, async (c) =>
  c.html(<ReportPage page={c.get('page')} room={roomOf(c)} subject={await subjectIn(c)} />),
);

reportingRoutes.post(REPORT, async (c) => {
  const viewer = requireViewer(c);
  const subject = await subjectIn(c);
  const form = await readForm(c, reportSchema);
  if (!form.ok)
    return c.html(<ReportPage page={c.get('page')} room={roomOf(c)} subject={subject} refused={form} />, 422);
  await spend(c, REPORTING, viewer.memberId);
  const id = await c.get('db').write(viewer, (tx) => report(tx, viewer, subject, form.values));
  return seeOther(c, `/me/reports/${id}`);
});

const subjectIn = (c: Ctx) => {
  const viewer = requireViewer(c);
  const { id, messageId } = c.req.param() as { id: string; messageId: string };
  return c.get('db').read(viewer, (tx) => capture(tx, viewer, id, messageId));
};

function roomOf(c: Ctx) {
  const { id, messageId } = c.req.param() as { id: string; messageId: string };
  const talk = `/messages/${id}`;
  return { action: `${talk}/messages/${messageId}/report`, back: `${talk}#m-${messageId}` };
}
