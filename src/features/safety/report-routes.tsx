import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readBody,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { aboutSchema, reportSchema, UUID } from './forms.ts';
import { REPORTING } from './limits.ts';
import { OwnReportPage, OwnReportsPage } from './pages/own-reports.tsx';
import { ReportPage } from './pages/report-page.tsx';
import { ownReport, ownReports, report } from './report.ts';
import { type Subject, subjectOf } from './subject.ts';

export const reportRoutes = newRoutes();

reportRoutes.get('/reports/new', async (c) =>
  c.html(<ReportPage page={c.get('page')} subject={await subjectIn(c, c.req.query())} />),
);

reportRoutes.post('/reports/new', async (c) => {
  const viewer = requireViewer(c);
  const subject = await subjectIn(c, await readBody(c));
  const form = await readForm(c, reportSchema);
  if (!form.ok) return c.html(<ReportPage page={c.get('page')} subject={subject} refused={form} />, 422);
  await spend(c, REPORTING, viewer.memberId);
  const id = await c.get('db').write(viewer, (tx) => report(tx, viewer, subject, form.values));
  return seeOther(c, `/me/reports/${id}`);
});

reportRoutes.get('/me/reports', async (c) => {
  const viewer = requireViewer(c);
  const reports = await c.get('db').read(viewer, (tx) => ownReports(tx, viewer));
  return c.html(<OwnReportsPage page={c.get('page')} reports={reports} />);
});

reportRoutes.get(`/me/reports/:id{${UUID}}`, async (c) => {
  const viewer = requireViewer(c);
  const mine = await c.get('db').read(viewer, (tx) => ownReport(tx, viewer, c.req.param('id')));
  return c.html(<OwnReportPage page={c.get('page')} report={mine} />);
});

function subjectIn(c: Ctx, asked: unknown): Promise<Subject> {
  const about = aboutSchema.safeParse(asked);
  if (!about.success) return notFound();
  const viewer = requireViewer(c);
  const { kind, id } = about.data;
  return c.get('db').read(viewer, (tx) => subjectOf(tx, viewer, c.get('page'), kind, id));
}
