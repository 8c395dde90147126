import { z } from 'zod';
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
import { notify } from '../notifications/index.ts';
import { requireProgram, UUID } from './access.ts';
import { affectedByClosing } from './closing.ts';
import { applicationsByProgram } from './deciding.ts';
import { agreementSchema, basicsSchema } from './forms.ts';
import {
  boundBy,
  closeProgram,
  discardProgram,
  keepAgreement,
  keepBasics,
  makeProgram,
  openProgram,
} from './making.ts';
import { BasicsPage } from './pages/basics-page.tsx';
import { ClosingPage } from './pages/closing-page.tsx';
import { KeepAgreementPage } from './pages/keep-agreement-page.tsx';
import { KeptProgramsPage } from './pages/kept-programs-page.tsx';
import { KindsPage } from './pages/kinds-page.tsx';
import { allPrograms, isOpen, KINDS } from './program.ts';

const LIST = '/community/programs';
const PROGRAM = `${LIST}/:id{${UUID}}` as const;
const LANGUAGES = ['en', 'es'] as const;

const makingSchema = z.object({
  kind: z.enum(KINDS, 'errors.field.unfit'),
  language: z.enum(LANGUAGES, 'errors.field.unfit').optional(),
});

/** How coordinators make and keep programs. */
export const communityRoutes = routes();

communityRoutes.get(LIST, async (c) => {
  const shown = await c.get('db').read(requireViewer(c), async (tx) => ({
    programs: await allPrograms(tx),
    waiting: await applicationsByProgram(tx),
  }));
  return c.html(<KeptProgramsPage page={c.get('page')} {...shown} />);
});

communityRoutes.get(`${LIST}/new`, (c) =>
  c.html(<KindsPage page={c.get('page')} languages={c.get('community').languages} />),
);

communityRoutes.post(LIST, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, makingSchema);
  const { languages } = c.get('community');
  if (!form.ok)
    return c.html(<KindsPage page={c.get('page')} languages={languages} errors={form.errors} />, 422);
  const spoken = LANGUAGES.find((one) => one === languages[0]) ?? 'en';
  const { kind, language = spoken } = form.values;
  const id = await c.get('db').write(viewer, (tx) => makeProgram(tx, viewer, kind, language));
  return seeOther(c, `${LIST}/${id}`, 'programs.notice.made');
});

communityRoutes.get(PROGRAM, async (c) => c.html(await basics(c)));

communityRoutes.post(PROGRAM, async (c) => {
  const form = await readForm(c, basicsSchema);
  if (!form.ok) return c.html(await basics(c, form), 422);
  const id = c.req.param('id');
  const done = await c.get('db').write(requireViewer(c), (tx) => keepBasics(tx, id, form.values));
  return done ? seeOther(c, `${LIST}/${id}`, 'programs.notice.kept') : notFound();
});

communityRoutes.post(`${PROGRAM}/opening`, async (c) => {
  const { id } = await requireProgram(c);
  const done = await c.get('db').write(requireViewer(c), (tx) => openProgram(tx, id));
  return seeOther(c, `${LIST}/${id}`, done ? 'programs.notice.opened' : undefined);
});

communityRoutes.post(`${PROGRAM}/removal`, async (c) => {
  const id = c.req.param('id');
  const done = await c.get('db').write(requireViewer(c), (tx) => discardProgram(tx, id));
  return done ? seeOther(c, LIST, 'programs.notice.discarded') : notFound();
});

communityRoutes.get(`${PROGRAM}/closing`, async (c) => {
  const program = await requireProgram(c);
  if (!isOpen(program)) notFound();
  const affected = await c.get('db').read(requireViewer(c), (tx) => affectedByClosing(tx, program.id));
  return c.html(<ClosingPage page={c.get('page')} program={program} affected={affected} />);
});

communityRoutes.post(`${PROGRAM}/closing`, async (c) => {
  const { id } = await requireProgram(c);
  const waited = await c.get('db').write(requireViewer(c), async (tx) => {
    const freed = await closeProgram(tx, id);
    if (freed) await notify(tx, { to: freed, kind: 'programs.closed', subjectId: id });
    return freed;
  });
  return waited ? seeOther(c, `${LIST}/${id}`, 'programs.notice.closed') : notFound();
});

communityRoutes.get(`${PROGRAM}/agreement`, async (c) => c.html(await agreement(c)));

communityRoutes.post(`${PROGRAM}/agreement`, async (c) => {
  const form = await readForm(c, agreementSchema);
  if (!form.ok) return c.html(await agreement(c, form), 422);
  const id = c.req.param('id');
  const asked = await c.get('db').write(requireViewer(c), async (tx) => {
    const bound = await keepAgreement(tx, id, form.values.agreement);
    if (bound) await notify(tx, { to: bound, kind: 'programs.agreement', subjectId: id });
    return bound;
  });
  if (!asked) notFound();
  const notice = asked.length > 0 ? 'programs.notice.agreement-anew' : 'programs.notice.kept';
  return seeOther(c, `${LIST}/${id}/agreement`, notice);
});

type Refused = { raw: Raw; errors: Errors };

async function basics(c: Ctx, refused?: Refused) {
  const program = await requireProgram(c);
  const waiting = await c.get('db').read(requireViewer(c), applicationsByProgram);
  return (
    <BasicsPage page={c.get('page')} program={program} waiting={waiting.get(program.id) ?? 0} {...refused} />
  );
}

async function agreement(c: Ctx, refused?: Refused) {
  const program = await requireProgram(c);
  const bound = await c.get('db').read(requireViewer(c), (tx) => boundBy(tx, program.id));
  return <KeepAgreementPage page={c.get('page')} program={program} bound={bound.length} {...refused} />;
}
