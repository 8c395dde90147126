import { z } from 'zod';
import { type Message, say } from '../../matching/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { approveCircles, boardOf, companyNow, type FormingBoard } from './board.ts';
import { boardOutcomeSchema, chosenIn, takenOutIn, withoutIn } from './board-forms.ts';
import { endSchema } from './forms.ts';
import { BoardPage } from './pages/board.tsx';
import { BoardOutcomePage } from './pages/board-outcome.tsx';
import { CARE } from './paths.ts';
import { finishRound } from './round.ts';

export const BOARD = `${CARE}/board` as const;

/** The coordinator's board: a whole forming at a time, with reasons, approved in one act or circle by circle. */
export const boardRoutes = newRoutes();

boardRoutes.get(BOARD, async (c) => {
  const board = await read(c, new Date(), withoutIn(c.req.query('without')));
  return c.html(<BoardPage page={c.get('page')} board={board} />);
});

boardRoutes.post(BOARD, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, z.looseObject({}));
  if (!form.ok) return seeOther(c, BOARD, 'errors.field.unreadable');
  const chosen = chosenIn(form.raw);
  if (chosen.length === 0) return seeOther(c, BOARD, 'forming-board.error.nothing');
  const { made, changed, leads, unfit } = await approveCircles(
    (work) => c.get('db').write(viewer, work),
    c.get('community'),
    chosen,
    new Date(),
  );
  return seeOther(c, `${BOARD}/outcome?made=${made}&changed=${changed}&leads=${leads}&unfit=${unfit}`);
});

/** Proposed anew without those she took out. */
boardRoutes.post(`${BOARD}/again`, async (c) => {
  const form = await readForm(c, z.looseObject({}));
  const without = form.ok ? takenOutIn(form.raw) : [];
  return seeOther(c, without.length > 0 ? `${BOARD}?without=${without.join()}` : BOARD);
});

boardRoutes.get(`${BOARD}/outcome`, (c) => {
  requireViewer(c);
  const counted = boardOutcomeSchema.safeParse(c.req.query());
  if (!counted.success) notFound();
  return c.html(<BoardOutcomePage page={c.get('page')} outcome={counted.data} />);
});

/** Nobody else is seated this time: whoever stays is told why, and when the next forming is. */
boardRoutes.post(`${BOARD}/end`, async (c) => {
  const viewer = requireViewer(c);
  const now = new Date();
  const form = await readForm(c, endSchema);
  const board = await read(c, now);
  // Another coordinator has ended it while this page stood open: the one after it is not hers to end by that.
  if (!form.ok || form.values.planned !== (board.settings.nextOn ?? ''))
    return seeOther(c, CARE, 'forming-board.notice.ended-already');
  const today = todayIn(c.get('community').timeZone, now);
  const done = await c
    .get('db')
    .write(viewer, (tx) => finishRound(tx, board.settings, today, whysOf(board), now));
  return seeOther(c, CARE, done ? 'forming-board.notice.ended' : 'forming-board.notice.ended-already');
});

/** Why each stays, by the id of her wait. Whoever could have been seated was left out by a person: of that nothing is said. */
function whysOf({ round, waiting }: FormingBoard): Map<string, Message[]> {
  const whys = new Map<string, Message[]>();
  for (const { id, reasonForHer } of round.waiting) whys.set(waiting.get(id)!.waitId, [reasonForHer]);
  const later = say('seating-reasons.waiting.room', { reader: 'member' });
  for (const { members } of round.circles)
    for (const id of members) whys.set(waiting.get(id)!.waitId, [later]);
  return whys;
}

async function read(c: Ctx, now: Date, without?: ReadonlySet<string>): Promise<FormingBoard> {
  const company = await c.get('db').read(requireViewer(c), (tx) => companyNow(tx, c.get('community'), now));
  return boardOf(company, without);
}
