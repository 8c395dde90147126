import { type Ctx, readForm, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { requireProgram, UUID } from './access.ts';
import { agreeingSchema } from './forms.ts';
import { herParts } from './her-part.ts';
import { agreeInProgram, mentorIn, toAgreeAnew } from './mentor.ts';
import { AgreementPage } from './pages/agreement-page.tsx';
import { ProgramPage } from './pages/program-page.tsx';
import { ProgramsPage } from './pages/programs-page.tsx';
import { openPrograms } from './program.ts';

const PROGRAM = `/programs/:id{${UUID}}` as const;

/** What a community offers: its open programs, one of them, and the words both sides agree to. */
export const programRoutes = routes();

programRoutes.get('/programs', async (c) => {
  const viewer = requireViewer(c);
  const shown = await c.get('db').read(viewer, async (tx) => ({
    programs: await openPrograms(tx),
    anew: await toAgreeAnew(tx, viewer),
    partOf: await herParts(tx, viewer),
  }));
  return c.html(<ProgramsPage page={c.get('page')} {...shown} />);
});

programRoutes.get(PROGRAM, async (c) => {
  const viewer = requireViewer(c);
  const program = await requireProgram(c);
  const { mentor, part } = await c.get('db').read(viewer, async (tx) => ({
    mentor: await mentorIn(tx, program.id, viewer.memberId),
    part: (await herParts(tx, viewer))(program.id),
  }));
  return c.html(<ProgramPage page={c.get('page')} program={program} mentor={mentor} part={part} />);
});

programRoutes.get(`${PROGRAM}/agreement`, async (c) => c.html(await agreement(c)));

programRoutes.post(`${PROGRAM}/agreement`, async (c) => {
  const viewer = requireViewer(c);
  const program = await requireProgram(c);
  const form = await readForm(c, agreeingSchema);
  if (!form.ok) return c.html(await agreement(c, form.errors), 422);
  const { agreementVersion } = form.values;
  const done = await c.get('db').write(viewer, (tx) => agreeInProgram(tx, program.id, agreementVersion));
  if (!done) return c.html(await agreement(c, { agreed: 'programs.error.agreement-changed' }), 422);
  return seeOther(c, `/programs/${program.id}`, 'programs.notice.agreed');
});

async function agreement(c: Ctx, errors?: Errors) {
  const viewer = requireViewer(c);
  const program = await requireProgram(c);
  const anew = await c.get('db').read(viewer, (tx) => toAgreeAnew(tx, viewer));
  const asked = anew.some((one) => one.id === program.id);
  return <AgreementPage page={c.get('page')} program={program} asked={asked} errors={errors} />;
}
