import {
  type Ctx,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { requireProgram, UUID } from './access.ts';
import { phaseSchema } from './forms.ts';
import { PhasePage } from './pages/phase-page.tsx';
import { PhasesPage } from './pages/phases-page.tsx';
import { dropPhase, keepPhase } from './parts.ts';

const PHASES = `/community/programs/:id{${UUID}}/phases` as const;
const PHASE = `${PHASES}/:phase{[0-9]{1,2}}` as const;

/** The phases of a program, each with its guide for the conversation. */
export const phaseRoutes = routes();

phaseRoutes.get(PHASES, async (c) =>
  c.html(<PhasesPage page={c.get('page')} program={await requireProgram(c)} />),
);
phaseRoutes.get(`${PHASES}/new`, async (c) => c.html(await form(c)));
phaseRoutes.post(PHASES, (c) => keep(c));
phaseRoutes.get(PHASE, async (c) => c.html(await form(c)));
phaseRoutes.post(PHASE, (c) => keep(c));

phaseRoutes.post(`${PHASE}/removal`, async (c) => {
  const program = await requireProgram(c);
  const number = Number(c.req.param('phase'));
  const done = await c.get('db').write(requireViewer(c), (tx) => dropPhase(tx, program.id, number));
  return seeOther(c, here(program.id), done ? 'programs.notice.phase-gone' : 'programs.notice.phase-last');
});

const here = (id: string) => `/community/programs/${id}/phases`;
const numberOf = (c: Ctx) => (c.req.param('phase') ? Number(c.req.param('phase')) : null);

async function keep(c: Ctx) {
  const viewer = requireViewer(c);
  const program = await requireProgram(c);
  const read = await readForm(c, phaseSchema);
  if (!read.ok) return c.html(await form(c, read), 422);
  const done = await c
    .get('db')
    .write(viewer, (tx) => keepPhase(tx, viewer, program.id, { phase: numberOf(c), ...read.values }));
  if (done === 'absent') notFound();
  return seeOther(c, here(program.id), done === 'full' ? 'programs.notice.full' : 'programs.notice.kept');
}

async function form(c: Ctx, refused?: { raw: Raw; errors: Errors }) {
  const program = await requireProgram(c);
  const number = numberOf(c);
  const phase = number === null ? null : (program.phases.find((one) => one.phase === number) ?? notFound());
  return <PhasePage page={c.get('page')} program={program} phase={phase} {...refused} />;
}
