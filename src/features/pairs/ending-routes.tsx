import { z } from 'zod';
import {
  type Ctx,
  checked,
  many,
  notFound,
  oneOf,
  readForm,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import { PAIR, requirePair, requireTogether } from './access.ts';
import { ASKED, BECAUSE, endPair, goOn, lookBack, QUESTIONS } from './ending.ts';
import { ClosingPage } from './pages/closing-page.tsx';
import { RematchPage } from './pages/rematch-page.tsx';
import { mayClose, type Pair } from './pair.ts';

/** Somebody else without fault, and a close with thanks. */
export const endingRoutes = routes();

endingRoutes.get(`${PAIR}/rematch`, async (c) => {
  const { pair } = await requirePair(c);
  if (pair.endedAt) return overAlready(c, pair);
  return c.html(<RematchPage page={c.get('page')} pair={pair} />);
});

/** The other tapped a moment before her: what she wanted has happened. */
const overAlready = (c: Ctx, pair: Pair): Response =>
  seeOther(c, `/pairs/${pair.id}`, 'pairs.notice.over-already');

const rematchSchema = z.object({ as: z.enum(['rematch', 'stopped']), because: many(BECAUSE) });

endingRoutes.post(`${PAIR}/ending`, async (c) => {
  const { viewer, pair } = await requirePair(c);
  const form = await readForm(c, rematchSchema);
  // Only whoever asked for a mentor stops asking; chips and buttons send nothing else.
  if (!form.ok || (form.values.as === 'stopped' && pair.iMentor)) return notFound();
  if (pair.endedAt) return overAlready(c, pair);
  const { as, because } = form.values;
  const ended = await c.get('db').write(viewer, (tx) => endPair(tx, pair.id, as, { because }));
  if (!ended) return overAlready(c, pair);
  if (as === 'rematch' && pair.programClosed) return seeOther(c, '/pairs', 'pairs.notice.rematch-closed');
  return seeOther(c, '/pairs', pair.iMentor ? 'pairs.notice.handed-over' : `pairs.notice.${as}`);
});

endingRoutes.get(`${PAIR}/closing`, async (c) => {
  const { pair } = await requirePair(c);
  if (!mayClose(pair)) return notFound();
  return c.html(<ClosingPage page={c.get('page')} pair={pair} />);
});

const closingSchema = z.object({
  stay: checked,
  helped: oneOf(QUESTIONS.helped),
  often: oneOf(QUESTIONS.often),
  again: oneOf(QUESTIONS.again),
});

endingRoutes.post(`${PAIR}/closing`, async (c) => {
  const { viewer, pair } = await requirePair(c);
  if (!mayClose(pair)) return notFound();
  const form = await readForm(c, closingSchema);
  if (!form.ok)
    return c.html(<ClosingPage page={c.get('page')} pair={pair} raw={form.raw} errors={form.errors} />, 422);
  const { stay, ...said } = form.values;
  const answers = Object.fromEntries(ASKED.flatMap((one) => (said[one] ? [[one, said[one]]] : [])));
  await c.get('db').write(viewer, async (tx) => {
    if (pair.endedAt === null && !(await endPair(tx, pair.id, 'finished', { stay }))) notFound();
    await lookBack(tx, pair.id, answers);
  });
  return seeOther(c, `/pairs/${pair.id}`, 'pairs.notice.finished');
});

endingRoutes.post(`${PAIR}/going-on`, async (c) => {
  const { viewer, pair } = await requireTogether(c);
  const going = await c.get('db').write(viewer, (tx) => goOn(tx, pair.id));
  return going ? seeOther(c, `/pairs/${pair.id}`, 'pairs.notice.going-on') : notFound();
});
