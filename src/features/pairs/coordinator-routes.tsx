import { z } from 'zod';
import { type Ctx, notFound, readForm, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import { callsOffered } from '../call-door/index.ts';
import { programOf, safetyOf } from '../programs/index.ts';
import { PROGRAM_PAIR, PROGRAM_PAIRS } from './access.ts';
import { needsHer, pairFigures, pairsIn, programCalled, talliesOf } from './coordinating.ts';
import { endPair, meetWorry } from './ending.ts';
import { callOffered, offerCall } from './offering.ts';
import { ProgramPairEndingPage } from './pages/program-pair-ending-page.tsx';
import { ProgramPairsPage } from './pages/program-pairs-page.tsx';
import { ProgramWorryPage } from './pages/program-worry-page.tsx';

/** The pairs of a program, for whoever coordinates it: dates, and what was done; never a word or a mood. */
export const coordinatorRoutes = routes();

const A_PAGE = 40;

coordinatorRoutes.get(PROGRAM_PAIRS, async (c) => {
  const id = c.req.param('program');
  const seen = await c.get('db').read(requireViewer(c), async (tx) => ({
    program: { id, name: (await programCalled(tx, id))?.name ?? notFound() },
    pairs: await pairsIn(tx, id),
    figures: await pairFigures(tx, id),
    tallies: await talliesOf(tx, id),
  }));
  const rest = seen.pairs.filter((pair) => !needsHer(pair));
  const sheet = Math.min(Math.max(1, Number(c.req.query('page')) || 1), Math.ceil(rest.length / A_PAGE) || 1);
  const shown = {
    needing: seen.pairs.filter(needsHer),
    rest: rest.slice((sheet - 1) * A_PAGE, sheet * A_PAGE),
    more: { sheet, sheets: Math.ceil(rest.length / A_PAGE), count: rest.length },
  };
  return c.html(<ProgramPairsPage page={c.get('page')} {...seen} {...shown} />);
});

coordinatorRoutes.get(`${PROGRAM_PAIR}/ending`, async (c) => {
  const found = await requireKept(c);
  return c.html(<ProgramPairEndingPage page={c.get('page')} {...found} />);
});

const endingSchema = z.object({ as: z.enum(['rematch', 'finished', 'stopped']) });

coordinatorRoutes.post(`${PROGRAM_PAIR}/ending`, async (c) => {
  const { programId, pair } = await requireKept(c);
  const form = await readForm(c, endingSchema);
  if (!form.ok) return notFound(); // three buttons
  const ended = await c
    .get('db')
    .write(requireViewer(c), (tx) => endPair(tx, pair.id, form.values.as, { stay: false }));
  return ended ? seeOther(c, `/community/programs/${programId}/pairs`, 'pairs.notice.ended') : notFound();
});

coordinatorRoutes.get(`${PROGRAM_PAIR}/worry`, async (c) => {
  const { programId, pair } = await requireKept(c);
  if (!pair.worriedAt) return notFound();
  const page = c.get('page');
  const seen = await c.get('db').read(requireViewer(c), async (tx) => ({
    program: (await programOf(tx, programId)) ?? notFound(),
    offer: await callOffered(tx, programId, pair.id),
    answered: await callsOffered(tx),
  }));
  const steps = safetyOf(seen.program, page.locale);
  return c.html(<ProgramWorryPage page={page} pair={pair} steps={steps} {...seen} />);
});

// With her consent alone: she is asked, quietly, and leaves a number or does not.
coordinatorRoutes.post(`${PROGRAM_PAIR}/worry/offer`, async (c) => {
  const { programId, pair } = await requireKept(c);
  const offered = await c.get('db').write(requireViewer(c), (tx) => offerCall(tx, pair.id));
  const here = `/community/programs/${programId}/pairs/${pair.id}/worry`;
  return offered ? seeOther(c, here, 'pairs.notice.offered') : notFound();
});

coordinatorRoutes.post(`${PROGRAM_PAIR}/worry`, async (c) => {
  const { programId, pair } = await requireKept(c);
  const met = await c.get('db').write(requireViewer(c), (tx) => meetWorry(tx, pair.id));
  return met ? seeOther(c, `/community/programs/${programId}/pairs`, 'pairs.notice.met') : notFound();
});

/** A pair of the program that is together. @throws Problem 404 for any other */
async function requireKept(c: Ctx) {
  const [programId, id] = [c.req.param('program')!, c.req.param('id')!];
  const pairs = await c.get('db').read(requireViewer(c), (tx) => pairsIn(tx, programId));
  return { programId, pair: pairs.find((one) => one.id === id) ?? notFound() };
}
