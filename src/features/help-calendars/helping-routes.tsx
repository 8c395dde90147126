import {
  type Ctx,
  clientAddress,
  notFound,
  publicUrl,
  readForm,
  routes,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { writeCalendar } from '../../platform/ical/index.ts';
import { TOKEN } from '../links/index.ts';
import { keyOf } from '../sealing/index.ts';
import { type Guest, guestBy, guestPage } from './access.ts';
import { changeTurn, type Outcome } from './claiming.ts';
import { done } from './consenting.ts';
import { bringing, mailed, taking } from './forms.ts';
import { type HelpersOwn, helpersOwn } from './helping.ts';
import { HelpingPage } from './pages/helping-page.tsx';
import { SLOT } from './paths.ts';
import { TELLING_JOB } from './telling.ts';
import { correctMail } from './trusting.ts';
import { turnEvents } from './turn-events.ts';

/** One helper's own page, by the signed link in their letters: their turns, and what they do with them. */
export const helpingRoutes = routes();
const MINE = `/helping/${TOKEN}` as const;

const CHANGES = { points: 200, seconds: 3600 };

const own = (c: Ctx, guest: Guest): Promise<HelpersOwn> =>
  c.get('db').read(guest.scope, (tx) => helpersOwn(tx, c.get('keys'), guest));

const minePath = (c: Ctx) => `/helping/${c.req.param('token')}`;

helpingRoutes.get(MINE, async (c) => {
  const guest = await guestBy(c, 'helper');
  return c.html(<HelpingPage page={guestPage(c)} own={await own(c, guest)} path={minePath(c)} />);
});

helpingRoutes.get(`${MINE}/turns.ics`, async (c) => {
  const guest = await guestBy(c, 'helper');
  const mine = await own(c, guest);
  const page = c.get('page');
  c.header('Content-Disposition', 'attachment; filename="porchlight.ics"');
  c.header('Content-Type', 'text/calendar; charset=utf-8');
  const events = turnEvents(page, mine.calendar, mine.mine, publicUrl(c) + minePath(c));
  const name = page.t('help-calendars.for', { name: mine.calendar.called });
  return c.body(Buffer.from(writeCalendar({ name, zone: mine.calendar.timeZone, events })));
});

/** One act of the helper's, and what they are told of it. */
const changed = async (c: Ctx, change: Parameters<typeof changeTurn>[1]): Promise<Outcome> => {
  const guest = await guestBy(c, 'helper');
  await spend(c, CHANGES, clientAddress(c));
  const outcome = await c.get('db').write(guest.scope, (tx) => changeTurn(tx, change));
  if (outcome === 'absent') notFound();
  c.get('soon')(TELLING_JOB);
  return outcome;
};

/** Somebody was quicker, or it is over: said on the same page, which shows what is open now. */
async function answer(
  c: Ctx,
  outcome: Outcome,
  notice: 'help-calendars.yours' | 'help-calendars.released' | 'help-calendars.swapped',
) {
  if (outcome === 'yes') return seeOther(c, minePath(c), notice);
  const guest = await guestBy(c, 'helper');
  const mine = await own(c, guest);
  return c.html(<HelpingPage page={guestPage(c)} own={mine} path={minePath(c)} missed={outcome} />, 409);
}

helpingRoutes.post(`${MINE}/turns`, async (c) => {
  const form = await readForm(c, taking);
  if (!form.ok) return nothingChosen(c);
  const outcome = await changed(c, { takes: form.values.slot, brings: form.values.brings });
  return answer(c, outcome, 'help-calendars.yours');
});

helpingRoutes.post(`${MINE}/turns/${SLOT}/release`, async (c) =>
  answer(c, await changed(c, { gives: c.req.param('slot') }), 'help-calendars.released'),
);

helpingRoutes.post(`${MINE}/turns/${SLOT}/swap`, async (c) => {
  const form = await readForm(c, taking);
  if (!form.ok) return nothingChosen(c);
  const outcome = await changed(c, { gives: c.req.param('slot'), takes: form.values.slot });
  return answer(c, outcome, 'help-calendars.swapped');
});

async function nothingChosen(c: Ctx) {
  const guest = await guestBy(c, 'helper');
  const errors = { slot: 'help-calendars.error.choose' } as const;
  return c.html(
    <HelpingPage page={guestPage(c)} own={await own(c, guest)} path={minePath(c)} errors={errors} />,
    422,
  );
}

helpingRoutes.post(`${MINE}/turns/${SLOT}/brings`, async (c) => {
  const guest = await guestBy(c, 'helper');
  const form = await readForm(c, bringing);
  const said =
    form.ok &&
    (await c
      .get('db')
      .write(guest.scope, (tx) =>
        done(tx, 'say_of_turn($1, $2)', [c.req.param('slot'), form.values.brings]),
      ));
  if (!said) notFound();
  return seeOther(c, minePath(c), 'help-calendars.saved');
});

helpingRoutes.post(`${MINE}/back-up`, async (c) => {
  const guest = await guestBy(c, 'helper');
  const asks = c.req.query('stop') === undefined;
  await c.get('db').write(guest.scope, (tx) => done(tx, 'back_up($1)', [asks]));
  c.get('soon')(TELLING_JOB);
  return seeOther(c, minePath(c), asks ? 'help-calendars.standing-by' : 'help-calendars.not-asked-any-more');
});

/** Letters to an address that somebody typed: few, whoever asks. */
const LETTERS = { points: 6, seconds: 3600 };

helpingRoutes.post(`${MINE}/letter`, async (c) => {
  const guest = await guestBy(c, 'helper');
  await spend(c, LETTERS, guest.subjectId);
  const sent = await c.get('db').write(guest.scope, (tx) => done(tx, 'send_letter_again()', []));
  c.get('soon')(TELLING_JOB);
  return seeOther(c, minePath(c), sent ? 'help-calendars.letter-sent' : 'help-calendars.letter-on-its-way');
});

helpingRoutes.post(`${MINE}/mail`, async (c) => {
  const guest = await guestBy(c, 'helper');
  await spend(c, LETTERS, guest.subjectId);
  const form = await readForm(c, mailed);
  const outcome = form.ok ? await correctedBy(c, guest, form.values.mail) : null;
  if (outcome === 'absent') notFound();
  if (outcome === 'yes') {
    c.get('soon')(TELLING_JOB);
    return seeOther(c, minePath(c), 'help-calendars.letter-sent');
  }
  const error = outcome ? 'help-calendars.error.mail-elsewhere' : 'help-calendars.error.mail';
  const mail = { value: form.ok ? form.values.mail : [form.raw.mail ?? ''].flat()[0]!, error } as const;
  const mine = await own(c, guest);
  return c.html(<HelpingPage page={guestPage(c)} own={mine} path={minePath(c)} mail={mail} />, 422);
});

const correctedBy = (c: Ctx, guest: Guest, mail: string) =>
  c.get('db').write(guest.scope, async (tx) => {
    const keys = c.get('keys');
    const key = (await keyOf(tx, keys, guest.holderId)) ?? notFound();
    const { calendar } = await helpersOwn(tx, keys, guest);
    return correctMail(tx, keys, key, { calendarId: calendar.calendarId, helperId: guest.subjectId, mail });
  });
