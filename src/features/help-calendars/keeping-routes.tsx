import type { Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  type Errors,
  notFound,
  publicUrl,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { linkPath, linkTo } from '../links/index.ts';
import { herKey, keyOf } from '../sealing/index.ts';
import { keptCalendar, ownCalendar, wholeOf } from './access.ts';
import { askByLetter, tellHerOfChange } from './asking-her.ts';
import { toRemind } from './by-hand.ts';
import type { HelpCalendar } from './calendar.ts';
import { answerFor, done } from './consenting.ts';
import { changeAnswered, consented, mailed, reworded, wished } from './forms.ts';
import { doorOf } from './listing.ts';
import { reword } from './making.ts';
import { ConsentPage } from './pages/consent-page.tsx';
import { EditPage } from './pages/edit-page.tsx';
import { KeptPage } from './pages/kept-page.tsx';
import { WishesPage } from './pages/wishes-page.tsx';
import { keepParticulars, particularsOf, proposeParticulars } from './particulars.ts';
import { CALENDAR, pathOf } from './paths.ts';
import { SENDING_JOB } from './telling.ts';
import { chooseWhoSees, mayVouch } from './trusting.ts';

/** What whoever looks after a calendar sees and does. */
export const keepingRoutes = routes();

/** Letters that ask one who has no account: few, to whatever address. */
const LETTERS = { points: 4, seconds: 24 * 60 * 60 };

/** One act on a calendar she looks after, and back to it. */
const kept = (c: Ctx, work: (tx: Tx, calendar: HelpCalendar) => Promise<unknown>) => {
  const viewer = requireViewer(c);
  return c.get('db').write(viewer, async (tx) => {
    const calendar = await keptCalendar(tx, c.get('keys'), viewer, c.req.param('id')!);
    await work(tx, calendar);
    return pathOf(calendar.calendarId);
  });
};

keepingRoutes.get(CALENDAR, async (c) => {
  const viewer = requireViewer(c);
  const keys = c.get('keys');
  const seen = await c.get('db').read(viewer, async (tx) => {
    const calendar = await keptCalendar(tx, keys, viewer, c.req.param('id'));
    const whole = await wholeOf(tx, keys, calendar);
    const door = await doorOf(tx, calendar.calendarId);
    const consent =
      calendar.forOther && calendar.consentBy === 'hand'
        ? await linkTo(tx, viewer, 'consent', calendar.calendarId)
        : null;
    const own = calendar.holderId === viewer.memberId;
    const particulars = own ? await particularsOf(tx, whole.key, calendar.calendarId) : null;
    const vouches = await mayVouch(tx, calendar.calendarId);
    const reminded = await toRemind(tx, keys, viewer, whole, publicUrl(c), new Date());
    return { ...whole, door, consent, own, particulars, vouches, toRemind: reminded };
  });
  const page = c.get('page');
  const { calendar } = seen;
  if (calendar.consent === 'asked' && seen.own && !calendar.forOther)
    return c.html(<ConsentPage page={page} whole={seen} path={pathOf(calendar.calendarId, '/consent')} />);
  const urlOf = (kind: 'help-calendar' | 'consent', id: string | null) =>
    id && publicUrl(c) + linkPath(keys, kind, id);
  return c.html(
    <KeptPage
      page={page}
      whole={seen}
      own={seen.own}
      link={urlOf('help-calendar', seen.door)}
      consentLink={urlOf('consent', seen.consent)}
      vouches={seen.vouches}
      hasDoor={Boolean(seen.particulars?.door?.address)}
      asked={seen.particulars?.asked ?? null}
      toRemind={seen.toRemind}
    />,
  );
});

keepingRoutes.post(`${CALENDAR}/consent`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, consented);
  const keys = c.get('keys');
  const id = c.req.param('id');
  if (!form.ok) notFound();
  const { answer } = form.values;
  const done = await c.get('db').write(viewer, async (tx) => {
    const calendar = await ownCalendar(tx, keys, viewer, id);
    await herKey(tx, keys, viewer);
    return answerFor(tx, keys, calendar, form.values);
  });
  if (!done) notFound();
  return answer === 'no'
    ? seeOther(c, '/help-calendars', 'help-calendars.said-no')
    : seeOther(c, pathOf(id), answer === 'yes' ? 'help-calendars.said-yes' : 'help-calendars.said-not-this');
});

const editPage = async (c: Ctx, raw?: Raw, errors: Errors = {}) => {
  const viewer = requireViewer(c);
  const calendar = await c
    .get('db')
    .read(viewer, (tx) => keptCalendar(tx, c.get('keys'), viewer, c.req.param('id')!));
  return <EditPage page={c.get('page')} calendar={calendar} raw={raw} errors={errors} />;
};
keepingRoutes.get(`${CALENDAR}/edit`, async (c) => c.html(await editPage(c)));
keepingRoutes.post(`${CALENDAR}/edit`, async (c) => {
  const form = await readForm(c, reworded);
  if (!form.ok) return c.html(await editPage(c, form.raw, form.errors), 422);
  const { occasion, ...about } = form.values;
  const viewer = requireViewer(c);
  const path = await kept(c, async (tx, calendar) => {
    const { setUpBy } = calendar;
    await reword(tx, c.get('keys'), calendar.calendarId, occasion!, { ...about, setUpBy });
    await tellHerOfChange(tx, c.get('keys'), viewer, calendar);
  });
  return seeOther(c, path, 'help-calendars.saved');
});

const wishesPage = async (c: Ctx, raw?: Raw, errors: Errors = {}) => {
  const viewer = requireViewer(c);
  const keys = c.get('keys');
  const { calendar, particulars } = await c.get('db').read(viewer, async (tx) => {
    const own = await ownCalendar(tx, keys, viewer, c.req.param('id')!);
    const key = await keyOf(tx, keys, own.holderId);
    return { calendar: own, particulars: await particularsOf(tx, key, own.calendarId) };
  });
  const path = pathOf(calendar.calendarId);
  return (
    <WishesPage
      page={c.get('page')}
      calendar={calendar}
      particulars={particulars}
      raw={raw}
      errors={errors}
      action={`${path}/wishes`}
      back={path}
      chooses={!calendar.forOther}
    />
  );
};
keepingRoutes.get(`${CALENDAR}/wishes`, async (c) => c.html(await wishesPage(c)));
keepingRoutes.post(`${CALENDAR}/wishes`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, wished);
  if (!form.ok) return c.html(await wishesPage(c, form.raw, form.errors), 422);
  const { address, notes, doorFor, organiserVouches, ...wishes } = form.values;
  const keys = c.get('keys');
  const { path, waits } = await c.get('db').write(viewer, async (tx) => {
    const calendar = await ownCalendar(tx, keys, viewer, c.req.param('id'));
    const { calendarId } = calendar;
    const key = await herKey(tx, keys, viewer);
    const set = { wishes, door: { address, notes } };
    const waits = calendar.forOther && calendar.consent === 'given';
    if (waits) await proposeParticulars(tx, key, viewer.communityId, calendarId, set);
    else await keepParticulars(tx, key, viewer.communityId, calendarId, set);
    if (waits) await tellHerOfChange(tx, keys, viewer, calendar);
    if (!calendar.forOther) await chooseWhoSees(tx, calendar, doorFor, organiserVouches);
    return { path: pathOf(calendarId), waits };
  });
  return seeOther(c, path, waits ? 'help-calendars.waits-for-her' : 'help-calendars.wishes-saved');
});

// A member sees what whoever set it up has said otherwise, and keeps it or has it as it was.
keepingRoutes.post(`${CALENDAR}/change`, async (c) => {
  const form = await readForm(c, changeAnswered);
  if (!form.ok) notFound();
  const { answer } = form.values;
  const path = await kept(c, async (tx, { calendarId }) => {
    if (!(await done(tx, 'answer_change($1, $2)', [calendarId, answer === 'yes']))) notFound();
  });
  return seeOther(c, path, 'help-calendars.saved');
});

// Her letter once more, or to another address, while she has not answered.
keepingRoutes.post(`${CALENDAR}/consent-letter`, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, mailed);
  const sent = form.ok
    ? await c.get('db').write(viewer, async (tx) => {
        const calendar = await ownCalendar(tx, c.get('keys'), viewer, c.req.param('id'));
        await spend(c, LETTERS, calendar.calendarId);
        return askByLetter(tx, c.get('keys'), viewer, calendar.calendarId, form.values.mail);
      })
    : null;
  if (sent === false) notFound();
  c.get('soon')(SENDING_JOB);
  const path = pathOf(c.req.param('id'));
  return sent
    ? seeOther(c, path, 'help-calendars.letter-sent')
    : seeOther(c, path, 'help-calendars.error.mail');
});
