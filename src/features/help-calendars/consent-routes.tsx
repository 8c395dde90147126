import {
  type Ctx,
  clientAddress,
  type Errors,
  notFound,
  type Raw,
  readForm,
  routes,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { TOKEN } from '../links/index.ts';
import { keyOf } from '../sealing/index.ts';
import { guestBy, guestPage, seenCalendar, wholeOf } from './access.ts';
import { answerFor, done } from './consenting.ts';
import { changeAnswered, consented, wished } from './forms.ts';
import { ConsentPage } from './pages/consent-page.tsx';
import { WishesPage } from './pages/wishes-page.tsx';
import { answerProposal, keepParticulars, particularsOf } from './particulars.ts';
import { HELPER } from './paths.ts';
import { TELLING_JOB } from './telling.ts';
import { chooseWhoSees } from './trusting.ts';

/** She whom a calendar is for and who has no account: asked before anything is open, and able to end it at any time. */
export const consentRoutes = routes();
const HERS = `/consent/${TOKEN}` as const;

const ANSWERS = { points: 60, seconds: 3600 };
const herPath = (c: Ctx) => `/consent/${c.req.param('token')}`;

consentRoutes.get(HERS, async (c) => {
  const { scope, subjectId } = await guestBy(c, 'consent');
  const keys = c.get('keys');
  const seen = await c.get('db').read(scope, async (tx) => {
    const whole = await wholeOf(tx, keys, await seenCalendar(tx, keys, subjectId));
    return { whole, particulars: await particularsOf(tx, whole.key, subjectId) };
  });
  return c.html(<ConsentPage page={guestPage(c)} {...seen} path={herPath(c)} byLink />);
});

consentRoutes.post(HERS, async (c) => {
  const { scope, subjectId } = await guestBy(c, 'consent');
  await spend(c, ANSWERS, clientAddress(c));
  const form = await readForm(c, consented);
  if (!form.ok) notFound();
  const { answer } = form.values;
  const keys = c.get('keys');
  await c.get('db').write(scope, async (tx) => {
    const calendar = await seenCalendar(tx, keys, subjectId);
    await answerFor(tx, keys, calendar, form.values);
  });
  const notices = {
    yes: 'help-calendars.said-yes',
    'not-this': 'help-calendars.said-not-this',
    no: 'help-calendars.said-no',
  } as const;
  return seeOther(c, herPath(c), notices[answer]);
});

const wishesPage = async (c: Ctx, raw?: Raw, errors: Errors = {}) => {
  const { scope, subjectId, holderId } = await guestBy(c, 'consent');
  const keys = c.get('keys');
  const { calendar, particulars } = await c.get('db').read(scope, async (tx) => {
    const key = await keyOf(tx, keys, holderId);
    return {
      calendar: await seenCalendar(tx, keys, subjectId),
      particulars: await particularsOf(tx, key, subjectId),
    };
  });
  return (
    <WishesPage
      page={guestPage(c)}
      calendar={calendar}
      particulars={particulars}
      raw={raw}
      errors={errors}
      action={`${herPath(c)}/wishes`}
      back={herPath(c)}
      chooses
    />
  );
};
consentRoutes.get(`${HERS}/wishes`, async (c) => c.html(await wishesPage(c)));
consentRoutes.post(`${HERS}/wishes`, async (c) => {
  const form = await readForm(c, wished);
  if (!form.ok) return c.html(await wishesPage(c, form.raw, form.errors), 422);
  const { scope, subjectId, holderId } = await guestBy(c, 'consent');
  const { address, notes, doorFor, organiserVouches, ...wishes } = form.values;
  const keys = c.get('keys');
  await c.get('db').write(scope, async (tx) => {
    const calendar = await seenCalendar(tx, keys, subjectId);
    const key = (await keyOf(tx, keys, holderId)) ?? notFound();
    if (calendar.erasedAt || calendar.endedAt) notFound();
    await keepParticulars(tx, key, scope.communityId, subjectId, { wishes, door: { address, notes } });
    await chooseWhoSees(tx, calendar, doorFor, organiserVouches);
  });
  return seeOther(c, herPath(c), 'help-calendars.wishes-saved');
});

// What was said otherwise since her yes, and what waits for it: hers to keep, or to have as it was.
consentRoutes.post(`${HERS}/change`, async (c) => {
  const { scope, subjectId, holderId } = await guestBy(c, 'consent');
  await spend(c, ANSWERS, clientAddress(c));
  const form = await readForm(c, changeAnswered);
  if (!form.ok) notFound();
  const { what, answer } = form.values;
  const keys = c.get('keys');
  await c.get('db').write(scope, async (tx) => {
    if (what === 'words') return done(tx, 'answer_change($1, $2)', [subjectId, answer === 'yes']);
    const key = (await keyOf(tx, keys, holderId)) ?? notFound();
    return answerProposal(tx, key, scope.communityId, subjectId, answer === 'yes');
  });
  return seeOther(c, herPath(c), 'help-calendars.saved');
});

/** Who comes to her: hers to say by her link too. */
for (const [act, verb, notice] of [
  ['known', 'know_helper($1)', 'help-calendars.helper-known'],
  ['removal', 'remove_helper($1)', 'help-calendars.helper-removed'],
] as const)
  consentRoutes.post(`${HERS}/helpers/${HELPER}/${act}`, async (c) => {
    const { scope } = await guestBy(c, 'consent');
    await spend(c, ANSWERS, clientAddress(c));
    if (!(await c.get('db').write(scope, (tx) => done(tx, verb, [c.req.param('helper')])))) notFound();
    return seeOther(c, herPath(c), notice);
  });

consentRoutes.post(`${HERS}/end`, async (c) => {
  const { scope, subjectId } = await guestBy(c, 'consent');
  await c.get('db').write(scope, (tx) => done(tx, 'end_help_calendar($1)', [subjectId]));
  c.get('soon')(TELLING_JOB);
  return seeOther(c, herPath(c), 'help-calendars.ended-notice');
});
