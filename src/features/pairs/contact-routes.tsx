import { z } from 'zod';
import {
  type Ctx,
  notFound,
  oneOf,
  readForm,
  routes,
  seeOther,
  spend,
  text,
  type Viewer,
} from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { grouped, helplinesFor, whereAndWhat } from '../helplines/index.ts';
import { programOf, safetyOf } from '../programs/index.ts';
import { CONTACT, PAIR, requireMentored, requirePair, requireTogether } from './access.ts';
import { LENGTHS, MOODS, noteContact, noteTalk, takeBackContact, WAYS } from './contact.ts';
import { answerSilence, askCoordinator, SILENCE } from './ending.ts';
import { WorryPage } from './pages/worry-page.tsx';
import type { Pair } from './pair.ts';
import { pairPage } from './pair-routes.tsx';

const NOTING = { points: 60, seconds: 86_400 };

/** That two were in touch: noted by the mentor in two taps, by the mentee in one; never a word of what about. */
export const contactRoutes = routes();

const noteSchema = z.object({
  way: z.enum(WAYS, 'pairs.error.way'),
  minutes: oneOf(LENGTHS).transform((minutes) => (minutes ? Number(minutes) : null)),
  mood: oneOf(MOODS),
  day: text(10).default(''),
});

contactRoutes.post(`${PAIR}/contacts`, async (c) => {
  const { viewer, pair } = await requireTogether(c);
  await spend(c, NOTING, viewer.memberId);
  const today = todayIn(viewer.timeZone);
  if (!pair.iMentor) {
    await c.get('db').write(viewer, (tx) => noteTalk(tx, viewer, pair.id, today));
    return seeOther(c, `/pairs/${pair.id}`, 'pairs.notice.noted');
  }
  const form = await readForm(c, noteSchema);
  if (!form.ok) return c.html(await pairPage(c, form), 422);
  const { day, ...said } = form.values;
  const onDay = day || today;
  if (!isBetween(onDay, pair, viewer, today))
    return c.html(await pairPage(c, { errors: { day: 'pairs.error.day' }, raw: form.raw }), 422);
  await c
    .get('db')
    .write(viewer, (tx) => noteContact(tx, c.get('keys'), viewer, pair.id, { ...said, onDay }));
  const next = said.mood === 'worried' ? `/pairs/${pair.id}/worry` : `/pairs/${pair.id}`;
  return seeOther(c, next, 'pairs.notice.noted');
});

/** A day of the two: since they began, and not ahead. */
function isBetween(day: string, { startedAt }: Pair, { timeZone }: Viewer, today: string): boolean {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  return isDay && day <= today && day >= todayIn(timeZone, startedAt);
}

contactRoutes.post(`${CONTACT}/removal`, async (c) => {
  const { viewer, pair } = await requirePair(c);
  const id = c.req.param('contact')!;
  const gone = await c.get('db').write(viewer, (tx) => takeBackContact(tx, viewer, pair.id, id));
  return gone ? seeOther(c, `/pairs/${pair.id}`, 'pairs.notice.taken-back') : notFound();
});

contactRoutes.get(`${PAIR}/worry`, async (c) => {
  const { viewer, pair } = await requireMentored(c);
  const page = c.get('page');
  const program = await c.get('db').read(viewer, (tx) => programOf(tx, pair.programId));
  const steps = safetyOf(program ?? notFound(), page.locale);
  return c.html(<WorryPage page={page} pair={pair} steps={steps} lines={await linesHere(c)} />);
});

contactRoutes.post(`${PAIR}/worry`, async (c) => {
  const { viewer, pair } = await requireMentored(c);
  const asked = await c.get('db').write(viewer, (tx) => askCoordinator(tx, pair.id));
  return asked ? seeOther(c, `/pairs/${pair.id}`, 'pairs.notice.worried') : notFound();
});

/** Who answers now, where she is. */
async function linesHere(c: Ctx) {
  const { concerns, ...place } = await whereAndWhat(c);
  const language = c.get('page').locale === 'es' ? 'es' : 'en';
  const { danger, talk } = grouped(helplinesFor({ ...place, language, now: new Date() }, concerns));
  return [...danger, ...talk].slice(0, 4);
}

const silenceSchema = z.object({ answer: z.enum(SILENCE) });

contactRoutes.post(`${PAIR}/silence`, async (c) => {
  const { viewer, pair } = await requireTogether(c);
  const form = await readForm(c, silenceSchema);
  if (!form.ok || pair.iMentor) return notFound(); // three buttons, for the mentee
  const { answer } = form.values;
  const here = `/pairs/${pair.id}`;
  await c.get('db').write(viewer, async (tx) => {
    if (!(await answerSilence(tx, pair.id, answer))) notFound();
    if (answer === 'yes') await noteTalk(tx, viewer, pair.id, todayIn(viewer.timeZone));
  });
  if (answer === 'someone-else') return seeOther(c, `${here}/rematch`);
  return seeOther(c, here, answer === 'yes' ? 'pairs.notice.noted' : 'pairs.notice.not-yet');
});
