import { z } from 'zod';
import {
  type Ctx,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import type { Errors } from '../../ui/index.ts';
import { metWithCare, weigh } from '../danger/index.ts';
import { notify } from '../notifications/index.ts';
import { programForMentor, UUID } from './access.ts';
import { applyingSchema, roomSchema, saidOf, sayingSchema } from './forms.ts';
import { carriedIn, type Mentor, offerRoom, restAsMentor, sayAsMentor } from './mentor.ts';
import { LeavingPage } from './pages/leaving-page.tsx';
import { MentorFormPage } from './pages/mentor-form.tsx';
import { MentorPage } from './pages/mentor-page.tsx';
import { prefillFor } from './prefill.ts';
import { isOpen, type Program } from './program.ts';
import { HOW_TO_STOP, stopMentoring } from './stopping.ts';

const MENTOR = `/programs/:id{${UUID}}/mentor` as const;
const APPLYING = { points: 10, seconds: 86_400 };

/** A mentor's own side of a program: she applies, sees where it stands, says how much room she has, rests, leaves. */
export const mentorRoutes = routes();

const isMentor = (mentor: Mentor | undefined): mentor is Mentor =>
  mentor?.state === 'applied' || mentor?.state === 'approved';

mentorRoutes.get(MENTOR, async (c) => {
  const { program, mentor } = await programForMentor(c);
  return c.html(isMentor(mentor) ? await hers(c, program, mentor) : await form(c, program, mentor));
});

mentorRoutes.get(`${MENTOR}/change`, async (c) => {
  const { program, mentor } = await programForMentor(c);
  return c.html(await form(c, program, isMentor(mentor) ? mentor : notFound()));
});

// Applies, or changes what she said: which of the two it is, her row tells.
mentorRoutes.post(MENTOR, async (c) => {
  const viewer = requireViewer(c);
  const { program, mentor } = await programForMentor(c);
  const read = await readForm(c, isMentor(mentor) ? sayingSchema : applyingSchema);
  if (!read.ok) return c.html(await form(c, program, mentor, read), 422);
  const { said, errors } = saidOf(program, read.values, read.raw, todayIn(viewer.timeZone));
  if (Object.keys(errors).length > 0)
    return c.html(await form(c, program, mentor, { raw: read.raw, errors }), 422);
  await spend(c, APPLYING, viewer.memberId);
  const agreedTo = 'agreementVersion' in read.values ? Number(read.values.agreementVersion) : null;
  const outcome = await c.get('db').write(viewer, async (tx) => {
    const done = await sayAsMentor(tx, viewer, program.id, said, agreedTo);
    if (done === 'applied')
      await notify(tx, { to: 'coordinators', kind: 'programs.applied', subjectId: program.id });
    return done;
  });
  if (outcome === 'agreement')
    return c.html(
      await form(c, program, mentor, {
        raw: read.raw,
        errors: { agreed: 'programs.error.agreement-changed' },
      }),
      422,
    );
  if (outcome !== 'applied' && outcome !== 'changed') notFound();
  // What she wrote is for the coordinators and one mother: heavy words are met with helplines, and nobody is told.
  const { level } = weigh(said.about);
  return seeOther(c, metWithCare(level, `/programs/${program.id}/mentor`), `programs.notice.${outcome}`);
});

mentorRoutes.post(`${MENTOR}/room`, async (c) => {
  const { program, mentor } = await programForMentor(c);
  if (!isMentor(mentor)) notFound();
  const read = await readForm(c, roomSchema);
  if (!read.ok) return c.html(await hers(c, program, mentor, read.errors), 422);
  const { capacity } = read.values;
  const carries = await c.get('db').write(requireViewer(c), (tx) => offerRoom(tx, program.id, capacity));
  if (carries === null) notFound();
  const said = carries > capacity ? 'programs.notice.room-below' : 'programs.notice.room';
  return seeOther(c, `/programs/${program.id}/mentor`, said);
});

mentorRoutes.post(`${MENTOR}/pause`, (c) => rest(c, true));
mentorRoutes.post(`${MENTOR}/return`, (c) => rest(c, false));

async function rest(c: Ctx, resting: boolean) {
  const id = c.req.param('id')!;
  const done = await c.get('db').write(requireViewer(c), (tx) => restAsMentor(tx, id, resting));
  if (!done) notFound();
  return seeOther(c, `/programs/${id}/mentor`, resting ? 'programs.notice.resting' : 'programs.notice.back');
}

mentorRoutes.get(`${MENTOR}/leaving`, async (c) => {
  const { program, mentor } = await programForMentor(c);
  if (!isMentor(mentor)) notFound();
  const carries = await c
    .get('db')
    .read(requireViewer(c), (tx) => carriedIn(tx, requireViewer(c), program.id));
  return c.html(<LeavingPage page={c.get('page')} program={program} mentor={mentor} carries={carries} />);
});

const stoppingSchema = z.object({ how: z.enum(HOW_TO_STOP).default('now') });

mentorRoutes.post(`${MENTOR}/leaving`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id')!;
  const form = await readForm(c, stoppingSchema);
  if (!form.ok) return notFound(); // two buttons
  const said = await stopMentoring(
    (work) => c.get('db').write(viewer, work),
    id,
    form.values.how,
    async (tx, was) => {
      if (was === 'applied') return;
      const kind = was === 'leaving' ? 'programs.leaving' : 'programs.left';
      await notify(tx, { to: 'coordinators', kind, subjectId: id });
    },
  );
  if (said === 'leaving') return seeOther(c, `/programs/${id}/mentor`, 'programs.notice.leaving');
  return said ? seeOther(c, `/programs/${id}`, 'programs.notice.left') : notFound();
});

async function hers(c: Ctx, program: Program, mentor: Mentor, errors?: Errors) {
  const viewer = requireViewer(c);
  const carries = await c.get('db').read(viewer, (tx) => carriedIn(tx, viewer, program.id));
  return (
    <MentorPage page={c.get('page')} program={program} mentor={mentor} carries={carries} errors={errors} />
  );
}

async function form(
  c: Ctx,
  program: Program,
  mentor: Mentor | undefined,
  refused?: { raw: Raw; errors: Errors },
) {
  if (!isMentor(mentor) && !isOpen(program)) notFound();
  const viewer = requireViewer(c);
  const kept = mentor ?? (await c.get('db').read(viewer, (tx) => prefillFor(tx, viewer)));
  return (
    <MentorFormPage page={c.get('page')} program={program} kept={kept} state={mentor?.state} {...refused} />
  );
}
