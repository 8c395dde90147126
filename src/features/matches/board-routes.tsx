import { z } from 'zod';
import { type PairWeights, weightsOf } from '../../matching/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { type Program, programOf } from '../programs/index.ts';
import { apartRoutes } from './apart-routes.tsx';
import { approvedIn, nextRoundSchema, outcomeSchema, UUID, weightsSchema } from './board-forms.ts';
import { rulesOf } from './company.ts';
import { BoardPage } from './pages/board.tsx';
import { OutcomePage } from './pages/outcome.tsx';
import { WeightsPage } from './pages/weights.tsx';
import { approveRound, boardOf } from './rounds.ts';
import { setNextRound, setWeights, whatWouldChange } from './weighing.ts';

const BOARD = `/community/programs/:id{${UUID}}/board` as const;
const WEIGHTS = `/community/programs/:id{${UUID}}/weights` as const;

/** The coordinator's board: a whole round at a time, with reasons, and what each alternative would cost. */
export const coordinatorRoutes = newRoutes();

coordinatorRoutes.get(BOARD, async (c) => {
  const { program, board } = await read(c);
  return c.html(<BoardPage page={c.get('page')} program={program} board={board} />);
});

coordinatorRoutes.post(BOARD, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, z.looseObject({}));
  if (!form.ok) return seeOther(c, c.req.path, 'errors.field.unreadable');
  const now = new Date();
  const { program, board } = await read(c, now);
  const approved = approvedIn(form.raw);
  if (approved.length === 0) return seeOther(c, c.req.path, 'matches.error.nobody');
  const outcome = await approveRound(
    (work) => c.get('db').write(viewer, work),
    program,
    board,
    approved,
    now,
  );
  const { proposed, full, gone } = outcome;
  return seeOther(c, `${c.req.path}/outcome?proposed=${proposed}&full=${full}&gone=${gone}`);
});

coordinatorRoutes.get(`${BOARD}/outcome`, async (c) => {
  const counted = outcomeSchema.safeParse(c.req.query());
  if (!counted.success) notFound();
  const program = await c
    .get('db')
    .read(requireViewer(c), async (tx) => (await programOf(tx, c.req.param('id'))) ?? notFound());
  return c.html(<OutcomePage page={c.get('page')} program={program} outcome={counted.data} />);
});

coordinatorRoutes.post(`${BOARD}/next`, async (c) => {
  const form = await readForm(c, nextRoundSchema);
  const board = `/community/programs/${c.req.param('id')}/board`;
  if (!form.ok) return seeOther(c, board, 'matches.error.date');
  const { program } = await read(c);
  await c.get('db').write(requireViewer(c), (tx) => setNextRound(tx, program.id, form.values.date));
  return seeOther(c, board, 'matches.notice.next');
});

coordinatorRoutes.get(WEIGHTS, async (c) => {
  const { program } = await read(c);
  const form = weightsSchema.safeParse(c.req.query());
  const asked =
    form.success && Object.keys(form.data).length > 0 ? { ...current(program), ...form.data } : null;
  const changes = asked
    ? await c.get('db').read(requireViewer(c), (tx) => whatWouldChange(tx, program, asked, new Date()))
    : null;
  return c.html(
    <WeightsPage
      page={c.get('page')}
      program={program}
      weights={asked ?? current(program)}
      usual={weightsOf({ ...rulesOf(program), weights: {} })}
      changes={changes}
    />,
  );
});

coordinatorRoutes.post(WEIGHTS, async (c) => {
  const form = await readForm(c, weightsSchema);
  const path = `/community/programs/${c.req.param('id')}/weights`;
  if (!form.ok) return seeOther(c, path, 'matches.error.weights');
  const { program } = await read(c);
  await c.get('db').write(requireViewer(c), (tx) => setWeights(tx, program, form.values));
  return seeOther(c, path, 'matches.notice.weights');
});

const current = (program: Program): PairWeights => weightsOf(rulesOf(program));

async function read(c: Ctx, now = new Date()) {
  return c.get('db').read(requireViewer(c), async (tx) => {
    const program = (await programOf(tx, c.req.param('id')!)) ?? notFound();
    return { program, board: await boardOf(tx, program, now) };
  });
}

coordinatorRoutes.route('/', apartRoutes);
