import { query } from '../../platform/db/index.ts';
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
import { ownSafety, safetyOf } from './drafts.ts';
import { safetySchema } from './forms.ts';
import { KeepSafetyPage } from './pages/keep-safety-page.tsx';

const SAFETY = `/community/programs/:id{${UUID}}/safety` as const;

/** What a mentor of the program does when she is worried, for the coordinators to say. */
export const safetyRoutes = routes();

safetyRoutes.get(SAFETY, async (c) => c.html(await form(c)));

safetyRoutes.post(SAFETY, async (c) => {
  const read = await readForm(c, safetySchema);
  if (!read.ok) return c.html(await form(c, read), 422);
  const id = c.req.param('id');
  const { kind } = await requireProgram(c);
  const safety = ownSafety(kind, read.values.safety);
  const keep = query.updateTable('programs').set({ safety }).where('program_id', '=', id);
  const kept = await c.get('db').write(requireViewer(c), (tx) => tx.run(keep));
  return kept === 1 ? seeOther(c, `/community/programs/${id}/safety`, 'programs.notice.kept') : notFound();
});

async function form(c: Ctx, refused?: { raw: Raw; errors: Errors }) {
  const program = await requireProgram(c);
  const page = c.get('page');
  return <KeepSafetyPage page={page} program={program} words={safetyOf(program, page.locale)} {...refused} />;
}
