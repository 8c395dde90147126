import { z } from 'zod';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  Problem,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { seenGathering, seenOccurrence } from './access.ts';
import { answerOccurrence, comingOf, type Outcome } from './coming.ts';
import { endEnrolment, enrol } from './enrolling.ts';
import { GATHERING, OCCURRENCE, pathOf } from './paths.ts';
import { Rsvp, SignUp } from './rsvp-form.ts';

/** Her answers, to one time or to a series. */
export const comingRoutes = newRoutes();

// Where a button leads whoever is not signed in: past signing in, and back to the same button.
comingRoutes.get(`${OCCURRENCE}/rsvp`, async (c) => {
  const { id, occurrence } = c.req.param();
  await c.get('db').read(requireViewer(c), (tx) => seenOccurrence(tx, id, occurrence));
  const wanted = ['yes', 'maybe', 'no'].find((one) => one === c.req.query('answer'));
  return seeOther(c, `${pathOf(id, occurrence)}${wanted ? `?answer=${wanted}` : ''}#coming`);
});

comingRoutes.post(`${OCCURRENCE}/rsvp`, async (c) => {
  const viewer = requireViewer(c);
  const { id, occurrence } = c.req.param();
  const form = await readForm(c, Rsvp);
  if (!form.ok) throw new Problem(422, Object.values(form.errors)[0] ?? 'errors.field.unfit');
  const { answer, ...party } = form.values;
  const [before, outcome] = await c.get('db').write(viewer, async (tx) => {
    await seenOccurrence(tx, id, occurrence);
    const mine = (await comingOf(tx, viewer, [occurrence])).get(occurrence);
    return [mine?.answer ?? 'none', await answerOccurrence(tx, occurrence, answer, party)] as const;
  });
  const was = before === 'waiting' ? 'yes' : before;
  return seeOther(c, `${pathOf(id, occurrence)}?said=${known(outcome)}&was=${was}#coming`);
});

comingRoutes.post(`${GATHERING}/enrolment`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const form = await readForm(c, SignUp);
  if (!form.ok) throw new Problem(422, Object.values(form.errors)[0] ?? 'errors.field.unfit');
  const outcome = await c.get('db').write(viewer, async (tx) => {
    await seenGathering(tx, id);
    return enrol(tx, id, form.values);
  });
  return seeOther(c, `/gatherings/${id}?said=${known(outcome)}#coming`);
});

comingRoutes.post(`${GATHERING}/enrolment/end`, async (c) => {
  const id = c.req.param('id');
  const ended = await c.get('db').write(requireViewer(c), (tx) => endEnrolment(tx, id));
  if (!ended) notFound();
  return seeOther(c, `${await backTo(c, id)}?said=no#coming`);
});

// She stood on the page of one session; it is where she stays.
const Back = z.object({ occurrence: z.uuid('errors.field.unfit').optional() });
async function backTo(c: Ctx, id: string): Promise<string> {
  const form = await readForm(c, Back);
  return form.ok && form.values.occurrence ? pathOf(id, form.values.occurrence) : `/gatherings/${id}`;
}

/** What there is a page to say it on. @throws Problem when it is not hers, over, or called off */
function known(outcome: Outcome): Outcome {
  if (outcome === 'absent') notFound();
  if (outcome === 'over' || outcome === 'cancelled') throw new Problem(409, `coming.${outcome}`);
  return outcome;
}
