import { z } from 'zod';
import { LANGUAGES, SLOTS, TOPICS } from '../../matching/index.ts';
import {
  type Ctx,
  checked,
  many,
  notFound,
  readForm,
  requireViewer,
  routes,
  seeOther,
  spend,
  text,
} from '../../platform/http/index.ts';
import { metWithCare, weigh } from '../danger/index.ts';
import { herRequests } from '../matches/index.ts';
import { herPairs } from '../pairs/index.ts';
import { openPrograms } from '../programs/index.ts';
import { callRoutes } from './call-routes.ts';
import {
  acceptIntroduction,
  askerOf,
  askToMeet,
  closeIntroduction,
  introductionsOf,
} from './introduction.ts';
import { mentorFor, ownOffer, saveOffer } from './mentor-offer.ts';
import { IntroductionsPage } from './pages/introductions.tsx';
import { MentorPage } from './pages/mentor.tsx';
import { OfferPage } from './pages/offer.tsx';

const ID = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const REQUESTS_A_DAY = { points: 10, seconds: 86_400 };

const Offer = z.object({
  about: text(600),
  experiences: many(TOPICS).refine((list) => list.length > 0, 'mentoring.error.experiences'),
  languages: many(LANGUAGES).refine((list) => list.length > 0, 'mentoring.error.languages'),
  free: many(SLOTS),
  online: checked,
  capacity: z.coerce
    .number('mentoring.error.capacity')
    .int('mentoring.error.capacity')
    .min(1, 'mentoring.error.capacity')
    .max(5, 'mentoring.error.capacity'),
  paused: checked,
});

/** One to one: offering, asking, answering. */
export const mentoringRoutes = routes().route('/', callRoutes);

mentoringRoutes.get('/mentoring', async (c) => {
  const viewer = requireViewer(c);
  const shown = await c.get('db').read(viewer, async (tx) => ({
    introductions: await introductionsOf(tx, viewer),
    offer: await ownOffer(tx, viewer),
    programs: await openPrograms(tx),
    paired: (await herPairs(tx, viewer)).length > 0,
    asked: (await herRequests(tx, viewer)).some(({ state }) => state === 'waiting'),
  }));
  return c.html(<IntroductionsPage page={c.get('page')} {...shown} />);
});

mentoringRoutes.get('/mentoring/offer', async (c) => {
  const viewer = requireViewer(c);
  const offer = await c.get('db').read(viewer, (tx) => ownOffer(tx, viewer));
  return c.html(<OfferPage page={c.get('page')} offer={offer} />);
});

mentoringRoutes.post('/mentoring/offer', async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, Offer);
  if (!form.ok) {
    const offer = await c.get('db').read(viewer, (tx) => ownOffer(tx, viewer));
    return c.html(<OfferPage page={c.get('page')} offer={offer} raw={form.raw} errors={form.errors} />, 422);
  }
  await c.get('db').write(viewer, (tx) => saveOffer(tx, viewer, form.values));
  return seeOther(
    c,
    '/mentoring',
    form.values.paused ? 'mentoring.notice.paused' : 'mentoring.notice.offered',
  );
});

mentoringRoutes.get(`/mentors/:id${ID}`, async (c) => {
  const mentor = await requireMentor(c);
  return c.html(<MentorPage page={c.get('page')} mentor={mentor} />);
});

mentoringRoutes.post(`/mentors/:id${ID}/introductions`, async (c) => {
  const viewer = requireViewer(c);
  const mentor = await requireMentor(c);
  if (mentor.memberId === viewer.memberId) notFound();
  const form = await readForm(c, z.object({ message: text(1000) }));
  if (!form.ok) {
    return c.html(
      <MentorPage page={c.get('page')} mentor={mentor} raw={form.raw} errors={form.errors} />,
      422,
    );
  }
  await spend(c, REQUESTS_A_DAY, viewer.memberId);
  const write = (work: Parameters<Parameters<typeof askToMeet>[0]>[0]) => c.get('db').write(viewer, work);
  const said = await askToMeet(write, viewer, mentor.memberId, form.values.message);
  // Between two: she is met with helplines, and nobody is told.
  const { level } = weigh(form.values.message ?? '');
  return seeOther(c, metWithCare(level, '/mentoring'), `mentoring.notice.${said}`);
});

mentoringRoutes.post(`/introductions/:id${ID}/acceptance`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const circleId = await c.get('db').write(viewer, async (tx) => {
    const asker = (await askerOf(tx, id)) ?? notFound();
    const name = c.get('page').t('mentoring.room', { first: asker, second: viewer.displayName }).slice(0, 80);
    return (await acceptIntroduction(tx, viewer, id, name)) ?? notFound();
  });
  return seeOther(c, `/circles/${circleId}`, 'mentoring.notice.accepted');
});

mentoringRoutes.post(`/introductions/:id${ID}/refusal`, (c) => close(c, 'declined'));
mentoringRoutes.post(`/introductions/:id${ID}/withdrawal`, (c) => close(c, 'withdrawn'));

async function close(c: Ctx, state: 'declined' | 'withdrawn') {
  const viewer = requireViewer(c);
  const closed = await c
    .get('db')
    .write(viewer, (tx) => closeIntroduction(tx, viewer, c.req.param('id')!, state));
  return closed ? seeOther(c, '/mentoring', `mentoring.notice.${state}`) : notFound();
}

async function requireMentor(c: Ctx) {
  const viewer = requireViewer(c);
  return (await c.get('db').read(viewer, (tx) => mentorFor(tx, c.req.param('id')!))) ?? notFound();
}
