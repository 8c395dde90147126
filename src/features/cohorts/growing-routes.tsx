import { z } from 'zod';
import type { Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  type Errors,
  many,
  notFound,
  readForm,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import { CIRCLE, circleForFacilitator, circleForMember, idIn, listedAmong } from '../circles/index.ts';
import { GrowingPage, NeighboursPage } from './pages/growing.tsx';
import { chooseTurn, neighboursFor, turnAt, turningAge } from './turn.ts';

/** What a cohort does when its children have come to an age. */
export const growingRoutes = routes();

/** Her cohort at its age, the circles nearby, and what was chosen before. @throws Problem 404 before any age to think at */
async function atTheTurn(c: Ctx, tx: Tx) {
  const viewer = requireViewer(c);
  const circle = await circleForFacilitator(tx, viewer, idIn(c));
  const age = turningAge(circle) ?? notFound();
  const turn = await turnAt(tx, circle.circleId, age);
  const near = await neighboursFor(tx, viewer, circle);
  const before = await listedAmong(tx, turn?.neighbours ?? []);
  const neighbours = [...new Map([...before, ...near].map((one) => [one.circleId, one])).values()];
  return { circle, age, turn, neighbours };
}

growingRoutes.get(`${CIRCLE}/growing`, async (c) => {
  const shown = await c.get('db').read(requireViewer(c), (tx) => atTheTurn(c, tx));
  return c.html(<GrowingPage page={c.get('page')} {...shown} />);
});

growingRoutes.post(`${CIRCLE}/growing`, async (c) => {
  const viewer = requireViewer(c);
  const shown = await c.get('db').read(viewer, (tx) => atTheTurn(c, tx));
  const { circle, age } = shown;
  const known = shown.neighbours.map((one) => one.circleId);
  const form = await readForm(
    c,
    z
      .object({ choice: z.enum(['together', 'neighbours'], 'errors.field.unfit'), neighbours: many(known) })
      .refine(({ choice, neighbours }) => choice === 'together' || neighbours.length > 0, {
        path: ['neighbours'],
        error: 'cohorts.growing-choose',
      })
      .refine(({ neighbours }) => neighbours.length <= 6, {
        path: ['neighbours'],
        error: 'cohorts.growing-many',
      }),
  );
  if (!form.ok) {
    const errors: Errors = form.errors;
    return c.html(<GrowingPage page={c.get('page')} {...shown} errors={errors} />, 422);
  }
  const neighbours = form.values.choice === 'together' ? [] : form.values.neighbours;
  await c.get('db').write(viewer, (tx) => chooseTurn(tx, viewer, circle.circleId, age, neighbours));
  return seeOther(
    c,
    `/circles/${circle.circleId}`,
    neighbours.length > 0 ? 'cohorts.neighbours-told' : 'cohorts.together-kept',
  );
});

growingRoutes.get(`${CIRCLE}/neighbours`, async (c) => {
  const viewer = requireViewer(c);
  const shown = await c.get('db').read(viewer, async (tx) => {
    const { circle } = await circleForMember(tx, viewer, idIn(c));
    const age = turningAge(circle);
    const turn = age === null ? undefined : await turnAt(tx, circle.circleId, age);
    return { circle, neighbours: await listedAmong(tx, turn?.neighbours ?? []) };
  });
  return c.html(<NeighboursPage page={c.get('page')} {...shown} />);
});
