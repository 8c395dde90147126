import { z } from 'zod';
import type { Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  Problem,
  readForm,
  requireViewer,
  seeOther,
  type Viewer,
} from '../../platform/http/index.ts';
import { type OneTime, runs, seenOccurrence } from './access.ts';
import { attendanceAt, type Mark, markAttendance } from './attendance.ts';
import { AttendancePage } from './pages/attendance-page.tsx';
import { OCCURRENCE } from './paths.ts';

const Marking = z.union([
  z.object({
    member: z.uuid('errors.field.unfit'),
    came: z.enum(['yes', 'no', 'unmarked'], 'errors.field.missing'),
  }),
  z.object({
    others: z
      .string('errors.field.missing')
      .regex(/^\d{1,3}$/, 'coming.others-unfit')
      .transform(Number),
  }),
]);
const CAME = { yes: true, no: false, unmarked: null } as const;

/** Who came: marked by whoever runs it, and known to nobody else but each member of herself. */
export const attendanceRoutes = newRoutes();

attendanceRoutes.get(`${OCCURRENCE}/attendance`, async (c) => c.html(await thePage(c)));

attendanceRoutes.post(`${OCCURRENCE}/attendance`, async (c) => {
  const viewer = requireViewer(c);
  const { id, occurrence } = c.req.param();
  const form = await readForm(c, Marking);
  if (!form.ok) return c.html(await thePage(c, [form.raw.others ?? ''].flat()[0]), 422);
  const said = form.values;
  const mark: Mark = 'others' in said ? said : { memberId: said.member, came: CAME[said.came] };
  const marked = await c.get('db').write(viewer, async (tx) => {
    await timeSheRuns(tx, viewer, id, occurrence);
    return markAttendance(tx, occurrence, mark);
  });
  if (marked === 'absent') notFound();
  if (marked === 'early') throw new Problem(409, 'coming.attendance-early');
  return seeOther(
    c,
    `/gatherings/${id}/occurrences/${occurrence}/attendance${'others' in mark ? '#others' : `#m-${mark.memberId}`}`,
  );
});

/** @throws Problem 404 for whoever does not run it */
async function timeSheRuns(tx: Tx, viewer: Viewer, id: string, occurrence: string): Promise<OneTime> {
  const time = await seenOccurrence(tx, id, occurrence);
  return (await runs(tx, viewer, time.gathering)) ? time : notFound();
}

/** `others`: what was typed and is no number. */
async function thePage(c: Ctx, others?: string) {
  const viewer = requireViewer(c);
  const { id, occurrence } = c.req.param() as { id: string; occurrence: string };
  const [time, attendees] = await c
    .get('db')
    .read(
      viewer,
      async (tx) =>
        [await timeSheRuns(tx, viewer, id, occurrence), await attendanceAt(tx, occurrence)] as const,
    );
  return <AttendancePage page={c.get('page')} time={time} attendees={attendees} wrong={others} />;
}
