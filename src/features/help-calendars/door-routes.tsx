import { newId } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
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
import { linkPath, TOKEN } from '../links/index.ts';
import { keyOf } from '../sealing/index.ts';
import {
  type Guest,
  guestBy,
  guestPage,
  seenCalendar,
  slotIn,
  type Taking,
  takingOf,
  type Whole,
  wholeOf,
} from './access.ts';
import { isOpen } from './calendar.ts';
import { type Claimed, claimSlot, type Outcome, standBy } from './claiming.ts';
import { type Claim, claimed, standingBy } from './forms.ts';
import { inLine } from './line.ts';
import { type Missed, missedOf } from './missing.ts';
import { ClaimPage } from './pages/claim-page.tsx';
import { DoorPage } from './pages/door-page.tsx';
import { MissedPage } from './pages/missed-page.tsx';
import { StandByPage } from './pages/stand-by-page.tsx';

import { SLOT } from './paths.ts';
import { similarNear } from './similar-dish.ts';
import type { Slot } from './slot.ts';
import { TELLING_JOB } from './telling.ts';

/** What anybody with the link sees and does: what is open, and taking it. */
export const doorRoutes = routes();
const DOOR = `/help-calendar/${TOKEN}` as const;

/** A whole office may stand behind one address; a script asks more often. */
const CLAIMS = { points: 150, seconds: 3600 };

/** What lies ahead, with today's. */
async function ahead(tx: Tx, c: Ctx, { subjectId }: Guest): Promise<Whole> {
  const calendar = await seenCalendar(tx, c.get('keys'), subjectId);
  return wholeOf(tx, c.get('keys'), calendar, new Date(Date.now() - 12 * 3_600_000));
}

/** For whoever is about to take something on. */
const taking = (c: Ctx, guest: Guest): Promise<Taking> =>
  c.get('db').read(guest.eyes, async (tx) => takingOf(tx, c.get('keys'), await ahead(tx, c, guest)));

const doorPath = (c: Ctx) => `/help-calendar/${c.req.param('token')}`;

doorRoutes.get(DOOR, async (c) => {
  const guest = await guestBy(c, 'help-calendar');
  const whole = await c.get('db').read(guest.eyes, (tx) => ahead(tx, c, guest));
  const from = c.req.query('from');
  return c.html(<DoorPage page={guestPage(c)} whole={whole} path={doorPath(c)} from={from} />);
});

doorRoutes.get(`${DOOR}/slots/${SLOT}`, async (c) => {
  const guest = await guestBy(c, 'help-calendar');
  const whole = await taking(c, guest);
  const slot = slotIn(whole.slots, c.req.param('slot'));
  const refused = refusalOf(whole, slot);
  if (refused) return missed(c, whole, slot, refused, 200);
  return c.html(claimPage(c, whole, slot, { raw: { once: newId() } }));
});

doorRoutes.post(`${DOOR}/slots/${SLOT}`, (c) => inLine(c.get('db'), () => answerClaim(c)));

async function answerClaim(c: Ctx) {
  const guest = await guestBy(c, 'help-calendar');
  await spend(c, CLAIMS, clientAddress(c));
  const form = await readForm(c, claimed(guest.eyes.memberId !== null));
  if (!form.ok) return againWith(c, guest, form.raw, form.errors);
  const { values } = form;
  if (!values.anyway && values.brings) {
    const whole = await taking(c, guest);
    const slot = slotIn(whole.slots, c.req.param('slot'));
    const similar = similarNear(whole.slots, slot, values.brings);
    if (similar.length > 0 && !refusalOf(whole, slot))
      return c.html(claimPage(c, whole, slot, { raw: form.raw, similar }), 422);
  }
  const { outcome, linkId, missed: instead } = await claim(c, guest, values);
  if (outcome === 'absent') notFound();
  if (instead) return missed(c, instead, instead.slot, outcome, 409);
  c.get('soon')(TELLING_JOB);
  return linkId
    ? seeOther(c, linkPath(c.get('keys'), 'helper', linkId), 'help-calendars.yours')
    : seeOther(c, doorPath(c), 'help-calendars.yours-by-mail');
}

/** The claim itself; the words a helper leaves are sealed under the holder's key before they reach the database. */
const claim = (
  c: Ctx,
  guest: Guest,
  { mail, phone, ...values }: Claim,
): Promise<Claimed & { missed: Missed | null }> =>
  onceMore(() =>
    c.get('db').write(guest.eyes, async (tx) => {
      const keys = c.get('keys');
      const slotId = c.req.param('slot')!;
      const key = (await keyOf(tx, keys, guest.holderId)) ?? notFound();
      const claimed = await claimSlot(tx, keys, key, {
        ...values,
        contact: { mail, phone },
        locale: c.get('page').locale,
        calendarId: guest.subjectId,
        slotId,
      });
      const settled = ['yes', 'again', 'absent'].includes(claimed.outcome);
      return { ...claimed, missed: settled ? null : await missedOf(tx, keys, guest.subjectId, slotId) };
    }),
  );

/** Taken off at the very moment of a claim: asked again, the answer is the one for whoever was. */
const onceMore = <T,>(work: () => Promise<T>): Promise<T> =>
  work().catch((error: { code?: string }) => {
    if (error.code === '40001') return work();
    throw error;
  });

doorRoutes.get(`${DOOR}/stand-by`, async (c) => {
  const guest = await guestBy(c, 'help-calendar');
  const whole = await taking(c, guest);
  if (!isOpen(whole.calendar)) return seeOther(c, doorPath(c));
  return c.html(<StandByPage page={guestPage(c)} whole={whole} path={doorPath(c)} raw={{ once: newId() }} />);
});

doorRoutes.post(`${DOOR}/stand-by`, async (c) => {
  const guest = await guestBy(c, 'help-calendar');
  await spend(c, CLAIMS, clientAddress(c));
  const form = await readForm(c, standingBy(guest.eyes.memberId !== null));
  if (!form.ok) {
    const whole = await taking(c, guest);
    return c.html(
      <StandByPage
        page={guestPage(c)}
        whole={whole}
        path={doorPath(c)}
        raw={form.raw}
        errors={form.errors}
      />,
      422,
    );
  }
  const { mail, phone, ...values } = form.values;
  const { outcome, linkId } = await c.get('db').write(guest.eyes, async (tx) => {
    const keys = c.get('keys');
    const key = (await keyOf(tx, keys, guest.holderId)) ?? notFound();
    const offer = { ...values, contact: { mail, phone }, backsUp: true, locale: c.get('page').locale };
    return standBy(tx, keys, key, guest.subjectId, offer);
  });
  if (outcome === 'absent') notFound();
  if (outcome === 'declined') return seeOther(c, doorPath(c), 'help-calendars.declined-notice');
  if (outcome === 'paused') return seeOther(c, doorPath(c), 'help-calendars.missed.paused');
  return linkId
    ? seeOther(c, linkPath(c.get('keys'), 'helper', linkId), 'help-calendars.standing-by')
    : seeOther(c, doorPath(c), 'help-calendars.standing-by');
});

const refusalOf = ({ calendar }: Whole, slot: Slot): Outcome | null => {
  if (!isOpen(calendar) || slot.closedAt) return 'closed';
  if (slot.endsAt <= new Date()) return 'over';
  return slot.helperId ? 'taken' : null;
};

const claimPage = (
  c: Ctx,
  whole: Taking,
  slot: Slot,
  form: { raw: Raw; errors?: Errors; similar?: Slot[] },
) => <ClaimPage page={guestPage(c)} whole={whole} slot={slot} path={doorPath(c)} {...form} />;

async function againWith(c: Ctx, guest: Guest, raw: Raw, errors: Errors) {
  const whole = await taking(c, guest);
  const slot = slotIn(whole.slots, c.req.param('slot'));
  const once = errors.once || !raw.once ? newId() : raw.once;
  return c.html(claimPage(c, whole, slot, { raw: { ...raw, once }, errors }), 422);
}

/** Somebody was quicker, or it is not wanted any more: said kindly, with what is still open near that day. */
const missed = (
  c: Ctx,
  whole: Pick<Whole, 'calendar' | 'slots'>,
  slot: Slot,
  why: Outcome,
  status: 200 | 409,
) =>
  c.html(<MissedPage page={guestPage(c)} whole={whole} slot={slot} why={why} path={doorPath(c)} />, status);
