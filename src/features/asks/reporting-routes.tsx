import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { REPORTING, ReportPage, report, reportSchema, type Subject } from '../safety/index.ts';
import { UUID } from './forms.ts';
import { askBehind, introductionFor } from './introduction.ts';

const REPORT = `/asks/introductions/:id{${UUID}}/report` as const;

/** Reporting what somebody asks, before one knows who: moderators learn it, the reporter does not. */
export const reportingRoutes = newRoutes();

reportingRoutes.get(REPORT, async (c) => {
  const subject = await subjectIn(c);
  return c.html(<ReportPage page={c.get('page')} room={roomOf(c)} subject={subject} />);
});

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

/** The words as she was shown them. Whose they are is known to the database alone. */
async function subjectIn(c: Ctx): Promise<Subject> {
  const id = c.req.param('id')!;
  const { words, state, askId } = await c.get('db').read(requireViewer(c), async (tx) => ({
    ...(await introductionFor(tx, id)),
    askId: await askBehind(tx, id),
  }));
  if (state !== 'asked' && state !== 'accepted') return notFound();
  return {
    kind: 'ask',
    id: askId,
    circleId: null,
    pseudonymId: null,
    name: c.get('page').t('asks.reported-name'),
    text: words,
    memberId: null,
  };
}

const roomOf = (c: Ctx) => {
  const back = `/asks/introductions/${c.req.param('id')}`;
  return { action: `${back}/report`, back };
};
