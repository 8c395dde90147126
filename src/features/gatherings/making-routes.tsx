import {
  type Ctx,
  type Errors,
  notFound,
  type Raw,
  readBody,
  requireViewer,
  routes,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { type Circle, circleForMember, circleName } from '../circles/index.ts';
import { asksZone, readGathering, seenByOffered } from './asking.ts';
import { circleValues, startingValues } from './form-values.ts';
import type { SeenBy } from './gathering.ts';
import { organise } from './making.ts';
import { GatheringFormPage } from './pages/gathering-form-page.tsx';
import { idOrNone, pathOf } from './paths.ts';
import { tellCircle } from './telling.ts';

/** Planning a new one. */
export const makingRoutes = routes();

/** Nobody plans more in a day; a script would. */
const PLANS = { points: 30, seconds: 24 * 60 * 60 };

interface Setting {
  circle: Circle | null;
  seenBy: SeenBy[];
}

/** Whose it is to be: a circle of hers, or the community's. @throws Problem 404 for any other circle */
async function settingOf(c: Ctx, asked: string | undefined): Promise<Setting> {
  const viewer = requireViewer(c);
  const id = asked ? (idOrNone(asked) ?? notFound()) : null;
  return c.get('db').read(viewer, async (tx) => {
    const circle = id ? (await circleForMember(tx, viewer, id)).circle : null;
    if (circle?.archivedAt) notFound();
    return { circle, seenBy: await seenByOffered(tx, id) };
  });
}

const formPage = (c: Ctx, { circle, seenBy }: Setting, raw: Raw, errors: Errors = {}) => {
  const page = c.get('page');
  const name = circle && circleName(page, circle);
  return (
    <GatheringFormPage
      page={page}
      raw={raw}
      errors={errors}
      title={page.t('gatherings.plan')}
      lead={name ? page.t('gatherings.plan-circle-lead', { circle: name }) : page.t('gatherings.plan-lead')}
      back={
        circle
          ? { href: `/circles/${circle.circleId}`, label: name! }
          : { href: '/gatherings', label: page.t('gatherings.title') }
      }
      action="/gatherings"
      button={page.t('gatherings.plan-now')}
      away={page.t('gatherings.not-now')}
      atOnce={
        circle && raw.date && Object.keys(errors).length === 0 ? page.t('gatherings.plan-at-once') : undefined
      }
      circle={circle && { circleId: circle.circleId, name: name! }}
      seenBy={seenBy}
      asksZone={asksZone(c, raw, circle)}
    />
  );
};

makingRoutes.get('/gatherings/new', async (c) => {
  const setting = await settingOf(c, c.req.query('circle'));
  const { circle } = setting;
  const page = c.get('page');
  const raw = circle
    ? circleValues(page, circle, new Date())
    : startingValues(page, new URL(c.req.url).searchParams);
  return c.html(formPage(c, setting, raw));
});

makingRoutes.post('/gatherings', async (c) => {
  const viewer = requireViewer(c);
  const { circle } = await readBody(c);
  const setting = await settingOf(c, typeof circle === 'string' ? circle : undefined);
  const asked = await readGathering(c, setting.circle, setting.seenBy);
  if (!asked.ok) return c.html(formPage(c, setting, asked.raw, asked.errors), 422);
  await spend(c, PLANS, viewer.memberId);
  const { gatheringId } = await c.get('db').write(viewer, async (tx) => {
    const made = await organise(tx, viewer, asked.draft);
    await tellCircle(tx, viewer, asked.draft.circleId, made.gatheringId);
    return made;
  });
  return seeOther(c, pathOf(gatheringId), 'gatherings.planned');
});
