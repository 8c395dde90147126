import { isOnlyGrieving } from '../../matching/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  readBody,
  requireViewer,
  seeOther,
  type Viewer,
} from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { type Answers, answersOf, finishAnswers, keepAnswers, NOTHING_SAID, seekerFrom } from './answers.ts';
import { endMilestones, resumeMilestones, tellsOfNewMonth } from './milestones.ts';
import { contact } from './screens/contact.tsx';
import { hours } from './screens/hours.tsx';
import { needs } from './screens/needs.tsx';
import { place } from './screens/place.tsx';
import { type Heard, LAST, type Screen } from './screens/screen.tsx';
import { where } from './screens/where.tsx';

const SCREENS: readonly Screen[] = [where, place, needs, hours, contact];

export const routes = newRoutes();

routes.get('/welcome', (c) => c.redirect('/welcome/1', 303));

routes.get('/welcome/:step{[1-5]}', async (c) => {
  const screen = screenOf(c);
  const answers = await heardSoFar(c);
  return show(c, screen, answers, { raw: screen.told(answers, c.get('page')) });
});

routes.post('/welcome/:step{[1-5]}', async (c) => {
  const viewer = requireViewer(c);
  const screen = screenOf(c);
  const step = Number(c.req.param('step'));
  const { skip, to } = await readBody(c);
  const finish = step === LAST || to === 'plan';
  const onward = finish ? '/plan' : `/welcome/${step + 1}`;
  if (skip) {
    await c.get('db').write(viewer, (tx) => (finish ? finishAnswers(tx, viewer) : Promise.resolve()));
  } else {
    const answers = await heardSoFar(c);
    const heard = await screen.hear(c, answers, today(c));
    if (!heard.ok) return show(c, screen, answers, heard, 422);
    await c.get('db').write(viewer, (tx) => keep(tx, viewer, answers, heard, finish));
    // Said just now: if circles of hers speak of what she lost, she is offered a quiet way out of them, once.
    if (tellsOfLoss(answers, { ...answers, ...heard.part }, today(c)))
      return seeOther(c, `/circles/aside?${new URLSearchParams({ next: onward })}`);
  }
  if (to === 'offer' && !skip) return seeOther(c, '/mentoring/offer');
  return seeOther(c, onward);
});

/** She tells of a loss that she had not told of: as where she is, or as all there is. */
function tellsOfLoss(before: Answers, now: Answers, day: string): boolean {
  const grieves = (told: Answers) => hasLost(told.stages) || isOnlyGrieving(seekerFrom(told, day));
  return grieves(now) && !grieves(before);
}

const hasLost = (stages: Answers['stages']): boolean => stages.some(({ kind }) => kind === 'loss');

const screenOf = (c: Ctx): Screen => SCREENS[Number(c.req.param('step')) - 1]!;
const today = (c: Ctx): string => todayIn(c.get('page').timeZone);

async function heardSoFar(c: Ctx) {
  const viewer = requireViewer(c);
  return (await c.get('db').read(viewer, (tx) => answersOf(tx, viewer))) ?? NOTHING_SAID;
}

async function keep(
  tx: Tx,
  viewer: Viewer,
  before: Answers,
  heard: Heard & { ok: true },
  finish: boolean,
): Promise<void> {
  await keepAnswers(tx, viewer, heard.part);
  const { stages } = heard.part;
  if (before.milestonesEndedAt && stages && tellsOfNewMonth(before.stages, stages))
    await resumeMilestones(tx, viewer);
  if (stages && hasLost(stages) && !hasLost(before.stages)) await endMilestones(tx, viewer);
  if (finish) await finishAnswers(tx, viewer);
  // Where she lives says what her clock shows: greetings and quiet hours go by it.
  if (heard.timeZone) {
    await tx.run(
      query
        .updateTable('members')
        .set({ time_zone: heard.timeZone })
        .where('community_id', '=', viewer.communityId)
        .where('member_id', '=', viewer.memberId),
    );
  }
}

function show(
  c: Ctx,
  screen: Screen,
  answers: typeof NOTHING_SAID,
  form: Pick<Parameters<Screen['View']>[0], 'raw' | 'errors'>,
  status: 200 | 422 = 200,
) {
  const { View } = screen;
  return c.html(
    <View
      page={c.get('page')}
      community={c.get('community')}
      answers={answers}
      raw={form.raw}
      errors={form.errors}
      today={today(c)}
    />,
    status,
  );
}
