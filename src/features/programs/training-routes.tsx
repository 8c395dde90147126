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
import { itemSchema } from './forms.ts';
import { TrainingPage } from './pages/training-page.tsx';
import { dropFrom, keepItem, moveUp } from './parts.ts';

const TRAINING = `/community/programs/:id{${UUID}}/training` as const;
const ITEM = `${TRAINING}/:item{${UUID}}` as const;

/** What a mentor goes through before she is matched, item by item. */
export const trainingRoutes = routes();

trainingRoutes.get(TRAINING, async (c) => c.html(await list(c)));
trainingRoutes.post(TRAINING, (c) => keep(c));
trainingRoutes.post(ITEM, (c) => keep(c));
trainingRoutes.post(`${ITEM}/removal`, (c) => change(c, dropFrom));
trainingRoutes.post(`${ITEM}/earlier`, (c) => change(c, moveUp));

const here = (id: string) => `/community/programs/${id}/training`;

async function change(c: Ctx, verb: typeof dropFrom) {
  const program = await requireProgram(c);
  const item = c.req.param('item')!;
  const done = await c
    .get('db')
    .write(requireViewer(c), (tx) => verb(tx, 'program_training', program.id, item));
  return done ? seeOther(c, here(program.id), 'programs.notice.kept') : notFound();
}

async function keep(c: Ctx) {
  const viewer = requireViewer(c);
  const program = await requireProgram(c);
  const read = await readForm(c, itemSchema);
  const id = c.req.param('item') ?? null;
  if (!read.ok) return c.html(await list(c, { item: id, ...read }), 422);
  const { name } = read.values;
  const done = await c.get('db').write(viewer, (tx) => keepItem(tx, viewer, program.id, { id, name }));
  if (done === 'absent') notFound();
  return seeOther(c, here(program.id), done === 'full' ? 'programs.notice.full' : 'programs.notice.kept');
}

async function list(c: Ctx, refused?: { item: string | null; raw: Raw; errors: Errors }) {
  return <TrainingPage page={c.get('page')} program={await requireProgram(c)} refused={refused} />;
}
