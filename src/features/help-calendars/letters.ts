import { query, type Tx } from '../../platform/db/index.ts';
import { linkPath, linkTo } from '../links/index.ts';
import { type Draft, type Drawer, scopeOf, type Words } from '../outside-letters/index.ts';
import { askingDrawers } from './asking-her.ts';
import { calendarOf, type HelpCalendar, isOpen } from './calendar.ts';
import { dayOf, hoursOf } from './saying.ts';
import { type Slot, slotOf, slotsOf } from './slot.ts';
import { LETTER } from './telling.ts';
import type { Task } from './words.ts';

type Kind = 'taken' | 'day' | 'morning' | 'closed' | 'thanks' | 'ask' | 'over' | 'letter';
/** Those that speak of a turn ahead, to which a door belongs. */
const AHEAD: Kind[] = ['taken', 'day', 'morning', 'letter'];
interface Telling {
  kind: Kind;
  helperId: string;
  slotId: string | null;
  task: Task | null;
  startsAt: Date | null;
  calendar: HelpCalendar;
}

/**
 * What a helper is told, read again when it is sent: whose turn it is, and whether it still is. It names her, the task and
 * the hour, and leads to the helper's own page; never a street, an allergy or why she needs help.
 */
const drawTelling: Drawer = async ({ db, keys }, draft) => {
  const { letter, t, address } = draft;
  const holder = scopeOf(letter);
  return db.read(holder, async (tx) => {
    const telling = await tellingOf(tx, keys, letter.about.telling ?? '');
    if (!telling) return null;
    const slots = await toldOf(tx, telling);
    const way = slots && (await wayIn(tx, draft, telling));
    if (!slots || !way) return null;
    const label = t(
      way.kind === 'helper-letter'
        ? 'help-calendars.mail.open.letter'
        : `help-calendars.mail.open.${telling.kind === 'ask' ? 'ask' : 'page'}`,
    );
    return {
      ...wordsOf(draft, telling, slots, way.unanswered),
      links: [{ label, href: `${address}${linkPath(keys, way.kind, way.linkId)}` }],
    };
  });
};

/**
 * Where it leads: their own page, or, while they have not answered, the button that says it is them. Null when it was
 * meant for an address that was corrected since.
 */
async function wayIn(tx: Tx, { letter }: Draft, { helperId }: Telling) {
  const holder = scopeOf(letter);
  const asked = letter.about.letter;
  if (asked && asked !== (await linkTo(tx, holder, 'helper-letter', helperId))) return null;
  const helper = await tx.first(
    query.selectFrom('help_helpers').select('answered_at').where('helper_id', '=', helperId),
  );
  const unanswered = asked !== undefined && !helper?.answered_at;
  if (unanswered) return { kind: 'helper-letter' as const, linkId: asked, unanswered };
  const linkId = await linkTo(tx, holder, 'helper', helperId);
  return linkId && { kind: 'helper' as const, linkId, unanswered };
}

function wordsOf(
  { t, lang }: Draft,
  { kind, calendar }: Telling,
  slots: Slot[],
  unanswered: boolean,
): Omit<Words, 'links'> {
  const reader = { lang, timeZone: calendar.timeZone };
  const name = calendar.called;
  const line = (slot: Slot) =>
    t('help-calendars.mail.turn', {
      task: t(`help-calendars.task.${slot.task}`),
      day: dayOf(reader, slot),
      hours: hoursOf({ t, ...reader }, slot),
    });
  return {
    subject: t(`help-calendars.mail.subject.${kind}`, { name }),
    paragraphs: [
      t(`help-calendars.mail.words.${kind}`, { name }),
      ...slots.map(line),
      ...slots
        .filter(({ brings }) => brings && kind !== 'thanks')
        .map(({ brings }) => t('help-calendars.mail.brings', { brings })),
      unanswered && AHEAD.includes(kind)
        ? t('help-calendars.mail.answer', { name })
        : t(`help-calendars.mail.then.${kind}`, { name }),
    ],
  };
}

async function tellingOf(tx: Tx, keys: Parameters<Drawer>[0]['keys'], id: string): Promise<Telling | null> {
  const telling = await tx.first(query.selectFrom('help_tellings').selectAll().where('telling_id', '=', id));
  const row =
    telling &&
    (await tx.first(
      query.selectFrom('help_calendars').selectAll().where('calendar_id', '=', telling.calendar_id),
    ));
  if (!telling || !row) return null;
  return {
    kind: telling.kind as Kind,
    helperId: telling.helper_id,
    slotId: telling.slot_id,
    task: telling.task as Task | null,
    startsAt: telling.starts_at,
    calendar: calendarOf(keys, row),
  };
}

/** The turns it speaks of; null when it is not true any more. */
async function toldOf(tx: Tx, telling: Telling): Promise<Slot[] | null> {
  const { kind, calendar, helperId } = telling;
  if (kind === 'over') return calendar.endedAt ? [] : null;
  if (kind === 'closed') return [lostTurn(telling)];
  if (kind === 'letter') return isOpen(calendar) ? turnsAhead(tx, calendar, helperId) : null;
  if (kind === 'ask') return askedFor(tx, calendar, helperId);
  const row = telling.slotId
    ? await tx.first(query.selectFrom('help_slots').selectAll().where('slot_id', '=', telling.slotId))
    : undefined;
  const slot = row && slotOf(row);
  if (!slot || slot.helperId !== helperId) return null;
  if (kind === 'thanks') return slot.thankedAt ? [slot] : null;
  const stands = isOpen(calendar) && !slot.closedAt && +slot.startsAt === +(telling.startsAt ?? 0);
  return stands ? [slot] : null;
}

async function turnsAhead(tx: Tx, calendar: HelpCalendar, helperId: string): Promise<Slot[]> {
  const slots = await slotsOf(tx, calendar.calendarId, new Date());
  return slots.filter((slot) => slot.helperId === helperId && !slot.closedAt);
}

// Its slot may be gone: what it was stands in the telling.
const lostTurn = ({ calendar, task, startsAt, slotId, helperId }: Telling): Slot => ({
  slotId: slotId ?? '',
  calendarId: calendar.calendarId,
  task: task ?? 'meal',
  day: '',
  startsAt: startsAt ?? new Date(0),
  endsAt: startsAt ?? new Date(0),
  helperId,
  takenAt: null,
  brings: '',
  thankedAt: null,
  closedAt: null,
});

/** What this helper was asked for that nobody has taken yet. */
async function askedFor(tx: Tx, calendar: HelpCalendar, helperId: string): Promise<Slot[] | null> {
  if (!isOpen(calendar)) return null;
  const rows = await tx.all(
    query
      .selectFrom('help_slots as s')
      .innerJoin('help_asked as a', (join) =>
        join.onRef('a.community_id', '=', 's.community_id').onRef('a.slot_id', '=', 's.slot_id'),
      )
      .selectAll('s')
      .where('a.helper_id', '=', helperId)
      .where('s.calendar_id', '=', calendar.calendarId)
      .where('s.helper_id', 'is', null)
      .where('s.closed_at', 'is', null)
      .where('s.starts_at', '>', new Date())
      .where('s.starts_at', '<', new Date(Date.now() + 2 * 86_400_000))
      .orderBy('s.starts_at'),
  );
  return rows.length > 0 ? rows.map(slotOf) : null;
}

/** What is sent to helpers, for src/outside-letters.ts. */
export const drawers: Record<string, Drawer> = { ...askingDrawers, [LETTER]: drawTelling };
