import { type Ctx, notFound, requireViewer } from '../../platform/http/index.ts';
import { type Mentor, mentorIn } from './mentor.ts';
import { type Program, programOf } from './program.ts';

/** The shape of an id, so that nothing else meets the database. */
export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** The program a path names, if whoever asks may know of it: coordinators any, members one that was opened. */
export async function requireProgram(c: Ctx): Promise<Program> {
  const id = c.req.param('id') ?? notFound();
  return (await c.get('db').read(requireViewer(c), (tx) => programOf(tx, id))) ?? notFound();
}

/** The same for her who asks to be a mentor in it, or is: with what she said, undefined when she said nothing yet. */
export async function programForMentor(c: Ctx): Promise<{ program: Program; mentor: Mentor | undefined }> {
  const viewer = requireViewer(c);
  const id = c.req.param('id') ?? notFound();
  const found = await c.get('db').read(viewer, async (tx) => ({
    program: await programOf(tx, id),
    mentor: await mentorIn(tx, id, viewer.memberId),
  }));
  const { program, mentor } = found;
  return program?.openedAt ? { program, mentor } : notFound();
}

/** One of a program's mentors, for coordinators. */
export async function requireMentor(c: Ctx): Promise<{ program: Program; mentor: Mentor }> {
  const viewer = requireViewer(c);
  const [id, member] = [c.req.param('id') ?? notFound(), c.req.param('member') ?? notFound()];
  const found = await c.get('db').read(viewer, async (tx) => ({
    program: await programOf(tx, id),
    mentor: await mentorIn(tx, id, member),
  }));
  const { program, mentor } = found;
  return program && mentor ? { program, mentor } : notFound();
}
