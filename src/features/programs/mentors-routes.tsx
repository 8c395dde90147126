import { z } from 'zod';
import {
  type Ctx,
  checked,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import type { Errors } from '../../ui/index.ts';
import { notify } from '../notifications/index.ts';
import { requireMentor, requireProgram, UUID } from './access.ts';
import { decideMentor, mentorsOf, noteCheck, takeBackCheck, talkWithMentor } from './deciding.ts';
import { checkSchema } from './forms.ts';
import { KeptMentorPage } from './pages/kept-mentor-page.tsx';
import { MentorsPage } from './pages/mentors-page.tsx';

const MENTORS = `/community/programs/:id{${UUID}}/mentors` as const;
const MENTOR = `${MENTORS}/:member{${UUID}}` as const;

/** Those who applied and those who mentor, for coordinators: spoken with, noted, decided. */
export const mentorsRoutes = routes();

mentorsRoutes.get(MENTORS, async (c) => {
  const program = await requireProgram(c);
  const mentors = await c.get('db').read(requireViewer(c), (tx) => mentorsOf(tx, program.id));
  return c.html(<MentorsPage page={c.get('page')} program={program} mentors={mentors} />);
});

mentorsRoutes.get(MENTOR, async (c) => c.html(await one(c)));

mentorsRoutes.post(`${MENTOR}/talk`, async (c) => {
  const { program, mentor } = await requireMentor(c);
  const form = await readForm(c, z.object({ will: checked }));
  const will = form.ok && form.values.will;
  const done = await c.get('db').write(requireViewer(c), async (tx) => {
    const said = await talkWithMentor(tx, program.id, mentor.memberId, will);
    if (said && will)
      await notify(tx, { to: mentor.memberId, kind: 'programs.will-talk', subjectId: program.id });
    return said;
  });
  return done ? seeOther(c, here(c), will ? 'programs.notice.will-talk' : undefined) : notFound();
});

mentorsRoutes.post(`${MENTOR}/checks`, async (c) => {
  const { program, mentor } = await requireMentor(c);
  const form = await readForm(c, checkSchema);
  if (!form.ok) return c.html(await one(c, form), 422);
  const said = await c
    .get('db')
    .write(requireViewer(c), (tx) => noteCheck(tx, program.id, mentor.memberId, form.values));
  if (said === 'absent') notFound();
  if (said === 'yourself')
    return c.html(await one(c, { raw: {}, errors: { form: 'programs.error.yourself' } }), 422);
  if (said === 'unfit')
    return c.html(await one(c, { raw: form.raw, errors: { doneOn: 'programs.error.day' } }), 422);
  return seeOther(c, here(c), 'programs.notice.noted');
});

mentorsRoutes.post(`${MENTOR}/checks/:check{${UUID}}/removal`, async (c) => {
  const { program, mentor } = await requireMentor(c);
  const check = c.req.param('check');
  const done = await c
    .get('db')
    .write(requireViewer(c), (tx) => takeBackCheck(tx, program.id, mentor.memberId, check));
  return done ? seeOther(c, here(c), 'programs.notice.taken-back') : notFound();
});

mentorsRoutes.post(`${MENTOR}/approval`, (c) => decide(c, true));
mentorsRoutes.post(`${MENTOR}/decline`, (c) => decide(c, false));

const here = (c: Ctx) => `/community/programs/${c.req.param('id')}/mentors/${c.req.param('member')}`;

async function decide(c: Ctx, yes: boolean) {
  const { program, mentor } = await requireMentor(c);
  const { outcome } = await c.get('db').write(requireViewer(c), async (tx) => {
    const done = await decideMentor(tx, program.id, mentor.memberId, yes);
    if (done.outcome === 'approved' || done.outcome === 'declined')
      await notify(tx, { to: mentor.memberId, kind: `programs.${done.outcome}`, subjectId: program.id });
    return done;
  });
  if (outcome === 'absent') notFound();
  if (outcome === 'approved' || outcome === 'declined')
    return seeOther(c, `/community/programs/${program.id}/mentors`, `programs.notice.${outcome}`);
  return c.html(await one(c, { raw: {}, errors: { form: `programs.error.${outcome}` } }), 422);
}

async function one(c: Ctx, refused?: { raw: Raw; errors: Errors }) {
  const { program, mentor } = await requireMentor(c);
  const viewer = requireViewer(c);
  return (
    <KeptMentorPage
      page={c.get('page')}
      program={program}
      mentor={mentor}
      me={viewer.memberId}
      today={todayIn(viewer.timeZone)}
      refused={refused}
    />
  );
}
