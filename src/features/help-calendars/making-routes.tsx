import { refusal } from '../../platform/db/index.ts';
import {
  type Ctx,
  type Errors,
  forbidden,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { answersOf, isGrieving } from '../onboarding/index.ts';
import { made } from './forms.ts';
import { layOut, tomorrowIn } from './laying-out.ts';
import { friendsOf, herHelpCalendars } from './listing.ts';
import { makeCalendar } from './making.ts';
import { HelpCalendarsPage } from './pages/list-page.tsx';
import { MakePage } from './pages/make-page.tsx';
import { pathOf } from './paths.ts';
import { SENDING_JOB } from './telling.ts';
import { OCCASIONS, type Task, tasksFor } from './words.ts';

/** Making one, for herself or for somebody who is asked first; and those she has. */
export const makingRoutes = routes();

/** Nobody makes more in a day; a script would. */
const MAKING = { points: 10, seconds: 24 * 60 * 60 };

makingRoutes.get('/help-calendars', async (c) => {
  const viewer = requireViewer(c);
  const hers = await c.get('db').read(viewer, (tx) => herHelpCalendars(tx, c.get('keys'), viewer));
  return c.html(<HelpCalendarsPage page={c.get('page')} {...hers} />);
});

/** What a step of her plan brought along. */
const wantedOccasion = (c: Ctx): string => OCCASIONS.find((one) => one === c.req.query('occasion')) ?? '';

function wantedTasks(c: Ctx, grieves: boolean): Task[] {
  const asked = c.req.queries('task') ?? [];
  const wanted = tasksFor(grieves ? 'loss' : 'other').filter((task) => asked.includes(task));
  return wanted.length > 0 ? wanted : ['meal'];
}

/** What most would answer, so that a tired thumb has little to do. */
async function formPage(c: Ctx, raw: Raw | null, errors: Errors = {}) {
  const viewer = requireViewer(c);
  const whose = String(raw?.for ?? c.req.query('for') ?? 'me');
  const { friends, grieves } = await c.get('db').read(viewer, async (tx) => {
    const answers = await answersOf(tx, viewer);
    return {
      friends: whose === 'member' ? await friendsOf(tx, viewer) : [],
      grieves: answers !== null && isGrieving(answers),
    };
  });
  const usual: Raw = {
    for: whose,
    called: whose === 'me' ? viewer.displayName : '',
    setUpBy: viewer.displayName,
    occasion: whose === 'me' && grieves ? 'loss' : wantedOccasion(c),
    tasks: wantedTasks(c, grieves),
    days: ['1', '3', '5'],
    weeks: '4',
    from: tomorrowIn(viewer.timeZone, new Date()),
  };
  return (
    <MakePage
      page={c.get('page')}
      raw={raw ?? usual}
      errors={errors}
      friends={friends}
      gentle={whose === 'me' && grieves}
    />
  );
}

makingRoutes.get('/help-calendars/new', async (c) => c.html(await formPage(c, null)));

makingRoutes.post('/help-calendars', async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, made);
  if (!form.ok) return c.html(await formPage(c, form.raw, form.errors), 422);
  const { values } = form;
  const { tasks, days, from, weeks, occasion, called, said, herMail } = values;
  const whose =
    values.for === 'member'
      ? { for: 'member' as const, memberId: values.member ?? '' }
      : values.for === 'other'
        ? { for: 'other' as const, mail: herMail }
        : { for: 'me' as const };
  if (whose.for === 'member' && !whose.memberId)
    return c.html(await formPage(c, form.raw, { member: 'help-calendars.error.member' }), 422);
  await spend(c, MAKING, viewer.memberId);
  const slots = layOut({ tasks, weekdays: days.map(Number), from, weeks }, viewer.timeZone, new Date());
  if (slots.length === 0)
    return c.html(await formPage(c, form.raw, { days: 'help-calendars.error.none-ahead' }), 422);
  const setUpBy = whose.for === 'me' ? undefined : values.setUpBy || viewer.displayName;
  const about = { called, said, gifts: [], setUpBy };
  const { locale } = c.get('page');
  const draft = { occasion: occasion!, about, timeZone: viewer.timeZone, slots, whose, locale };
  try {
    const id = await c.get('db').write(viewer, (tx) => makeCalendar(tx, c.get('keys'), viewer, draft));
    c.get('soon')(SENDING_JOB);
    return seeOther(c, pathOf(id), whose.for === 'me' ? 'help-calendars.made' : 'help-calendars.made-asking');
  } catch (error) {
    if (refusal(error) === 'forbidden') forbidden('help-calendars.error.may-not-ask');
    throw error;
  }
});
