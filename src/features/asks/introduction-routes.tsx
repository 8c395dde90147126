import { type Ctx, routes as newRoutes, requireViewer, seeOther } from '../../platform/http/index.ts';
import { weigh } from '../safety/index.ts';
import { UUID } from './forms.ts';
import { accept, decline, introductionFor } from './introduction.ts';
import { ASKS_JOB } from './jobs.ts';
import { IntroductionPage } from './pages/introduction.tsx';

const INTRODUCTION = `/asks/introductions/:id{${UUID}}` as const;

/** Somebody needs what she offered: yes, or not this time. */
export const introductionRoutes = newRoutes();

introductionRoutes.get(INTRODUCTION, async (c) => {
  const one = await c.get('db').read(requireViewer(c), (tx) => introductionFor(tx, c.req.param('id')));
  const heavy = weigh(one.words).level !== 'none';
  return c.html(<IntroductionPage page={c.get('page')} one={one} heavy={heavy} />);
});

introductionRoutes.post(`${INTRODUCTION}/acceptance`, async (c) => {
  const { outcome, talkId } = await c
    .get('db')
    .write(requireViewer(c), (tx) => accept(tx, c.req.param('id')));
  return talkId
    ? seeOther(c, `/messages/${talkId}`, 'asks.accepted')
    : seeOther(c, here(c), `asks.late.${outcome as Exclude<typeof outcome, 'yes'>}`);
});

introductionRoutes.post(`${INTRODUCTION}/refusal`, async (c) => {
  await c.get('db').write(requireViewer(c), (tx) => decline(tx, c.req.param('id')));
  c.get('soon')(ASKS_JOB);
  return seeOther(c, '/asks', 'asks.declined');
});

const here = (c: Ctx): string => `/asks/introductions/${c.req.param('id')}`;
