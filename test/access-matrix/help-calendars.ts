import {
  aHelpCalendar,
  claimBy,
  linkOf,
  type MadeCalendar,
  moveTo,
  slotsIn,
} from '../../src/features/help-calendars/a-help-calendar.fixture.ts';
import { CALENDAR, HELPER, SLOT } from '../../src/features/help-calendars/paths.ts';
import { makeLink, TOKEN } from '../../src/features/links/index.ts';
import { newId } from '../../src/platform/crypto/index.ts';
import type { World } from '../kit/world.ts';
import { everybody, type Row } from './row.ts';

const kept = new WeakMap<World, Promise<MadeCalendar>>();
const hers = (world: World): Promise<MadeCalendar> => {
  const made = kept.get(world) ?? aHelpCalendar(world, { weeks: 3 });
  kept.set(world, made);
  return made;
};
const of = (rest: string) => async (world: World) => `${(await hers(world)).path}${rest}`;
/** Another slot each time, for tries that use one up. */
let turn = 0;
const nextSlot = async (world: World) => (await hers(world)).slots[12 + (turn++ % 8)]!.slotId;
const door =
  (rest = '') =>
  async (world: World) =>
    `${(await hers(world)).link}${rest}`;
/** A helper's own page, with a turn; whoever had one before has given it back. */
async function helping(world: World): Promise<{ mine: string; slotId: string; helperId: string }> {
  const { id, link, slots } = await hers(world);
  await world.owner.query('UPDATE help_slots SET helper_id = NULL WHERE calendar_id = $1', [id]);
  const slotId = slots[(turn++ % 10) + 1]!.slotId;
  await moveTo(world, slotId, 2);
  const claim = await claimBy(world.nobody(), link, slotId, { mail: `${newId()}@example.org` });
  const { rows } = await world.owner.query('SELECT helper_id FROM help_slots WHERE slot_id = $1', [slotId]);
  return { mine: claim.mine!, slotId, helperId: rows[0].helper_id };
}
const mine = (rest: (one: { slotId: string }) => string) => async (world: World) => {
  const one = await helping(world);
  return `${one.mine}${rest(one)}`;
};
/** The link in the letter to him, as the post would make it. */
const letter = (rest: string) => async (world: World) => {
  const { helperId } = await helping(world);
  const { db, keys } = world.parts;
  const { maya } = world.people;
  await db.write(maya, (tx) => makeLink(tx, keys, maya, 'helper-letter', helperId));
  return `${await linkOf(world, 'helper-letter', helperId)}${rest}`;
};
/** Lena's link, once she said yes, and one who helps her. */
const whoHelpsLena = (act: string) => async (world: World) => {
  const { id } = await aHelpCalendar(world, { whose: { for: 'other' } });
  const consent = await linkOf(world, 'consent', id);
  await world.nobody().post(consent, { answer: 'yes', tasks: 'meal' });
  const [slot] = await slotsIn(world, id);
  await claimBy(world.nobody(), await linkOf(world, 'help-calendar', id), slot!.slotId);
  const { rows } = await world.owner.query('SELECT helper_id FROM help_helpers WHERE calendar_id = $1', [id]);
  return `${consent}/helpers/${rows[0].helper_id}/${act}`;
};
/** Maya asks Lena, who has no account. */
async function asked(world: World): Promise<string> {
  const { id } = await aHelpCalendar(world, { whose: { for: 'other' } });
  return linkOf(world, 'consent', id);
}
/** Dana asks Maya whether she would like one. */
async function askedOfMaya(world: World): Promise<string> {
  await world.owner.query('DELETE FROM help_calendars WHERE organiser_id IS NOT NULL');
  const { memberId } = world.people.maya;
  return (await aHelpCalendar(world, { by: 'dana', whose: { for: 'member', memberId } })).path;
}

const PLAN = {
  for: 'me',
  occasion: 'birth',
  tasks: ['meal'],
  days: ['1', '2', '3', '4', '5', '6', '7'],
  from: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  weeks: '1',
  called: 'Maya',
};
const WHO = () => ({ once: newId(), name: 'Sam', mail: `${newId()}@example.org` });

const member = (status: number) => ({ ...everybody(status), nobody: 303 });
const does = (status: number) => ({ ...everybody(status), nobody: 401 });
const onlyHers = (status: number, nobody = 303) => ({ ...everybody(404), nobody, member: status });
const whoeverHasIt = (status: number) => ({ ...everybody(status), other: 404 });
const why = 'the link is all the proof there is; in another community it is nobody’s';

export const helpCalendars: Row[] = [
  { route: 'GET /help-calendars', path: () => '/help-calendars', expect: member(200) },
  { route: 'GET /help-calendars/new', path: () => '/help-calendars/new', expect: member(200) },
  { route: 'POST /help-calendars', path: () => '/help-calendars', form: PLAN, expect: does(303) },
  { route: `GET ${CALENDAR}`, path: of(''), expect: onlyHers(200) },
  {
    route: `POST ${CALENDAR}/consent`,
    path: async (world) => `${await askedOfMaya(world)}/consent`,
    form: { answer: 'no' },
    expect: onlyHers(303, 401),
    why: 'she alone answers, not whoever asks',
  },
  { route: `GET ${CALENDAR}/edit`, path: of('/edit'), expect: onlyHers(200) },
  {
    route: `POST ${CALENDAR}/edit`,
    path: of('/edit'),
    form: { occasion: 'other', called: 'Maya', said: '' },
    expect: onlyHers(303, 401),
  },
  { route: `GET ${CALENDAR}/wishes`, path: of('/wishes'), expect: onlyHers(200) },
  {
    route: `POST ${CALENDAR}/wishes`,
    path: of('/wishes'),
    form: { likes: 'Soup' },
    expect: onlyHers(303, 401),
  },
  {
    route: `POST ${CALENDAR}/change`,
    path: async (world) => {
      const made = await aHelpCalendar(world);
      await world.owner.query(
        'UPDATE help_calendars SET about_before = about, occasion_before = occasion, changed_at = now() WHERE calendar_id = $1',
        [made.id],
      );
      return `${made.path}/change`;
    },
    form: { what: 'words', answer: 'no' },
    expect: onlyHers(303, 401),
  },
  {
    route: `POST ${CALENDAR}/consent-letter`,
    path: async (world) => `${(await aHelpCalendar(world, { whose: { for: 'other' } })).path}/consent-letter`,
    form: async () => ({ mail: `${newId()}@example.org` }),
    expect: onlyHers(303, 401),
  },
  { route: `GET ${CALENDAR}/link`, path: of('/link'), expect: onlyHers(200) },
  {
    route: `POST ${CALENDAR}/link`,
    path: async (world) => `${(await aHelpCalendar(world)).path}/link`,
    expect: onlyHers(303, 401),
  },
  {
    route: `POST ${CALENDAR}/link/end`,
    path: async (world) => `${(await aHelpCalendar(world)).path}/link/end`,
    expect: onlyHers(303, 401),
  },
  { route: `GET ${CALENDAR}/helpers`, path: of('/helpers'), expect: onlyHers(200) },
  {
    route: `POST ${CALENDAR}/helpers/${HELPER}/removal`,
    path: async (world) => `${(await hers(world)).path}/helpers/${(await helping(world)).helperId}/removal`,
    expect: onlyHers(303, 401),
  },
  {
    route: `POST ${CALENDAR}/helpers/${HELPER}/known`,
    path: async (world) => `${(await hers(world)).path}/helpers/${(await helping(world)).helperId}/known`,
    expect: onlyHers(303, 401),
  },
  {
    route: `POST ${CALENDAR}/enough`,
    path: async (world) => `${(await aHelpCalendar(world)).path}/enough`,
    expect: onlyHers(303, 401),
  },
  {
    route: `POST ${CALENDAR}/enough/end`,
    path: async (world) => `${(await aHelpCalendar(world)).path}/enough/end`,
    expect: onlyHers(303, 401),
  },
  {
    route: `POST ${CALENDAR}/end`,
    path: async (world) => `${(await aHelpCalendar(world)).path}/end`,
    expect: onlyHers(303, 401),
  },
  { route: `GET ${CALENDAR}/slots`, path: of('/slots'), expect: onlyHers(200) },
  {
    route: `POST ${CALENDAR}/slots`,
    path: async (world) => `${(await aHelpCalendar(world)).path}/slots`,
    form: { tasks: 'laundry', days: '2', from: PLAN.from, weeks: '2', start: '', end: '' },
    expect: onlyHers(303, 401),
  },
  {
    route: `GET ${CALENDAR}/slots/${SLOT}`,
    path: async (world) => `${(await hers(world)).path}/slots/${await nextSlot(world)}`,
    expect: onlyHers(200),
  },
  {
    route: `POST ${CALENDAR}/slots/${SLOT}`,
    path: async (world) => `${(await hers(world)).path}/slots/${await nextSlot(world)}`,
    form: { date: PLAN.from, start: '18:00', end: '19:00' },
    expect: onlyHers(303, 401),
  },
  {
    route: `POST ${CALENDAR}/slots/${SLOT}/removal`,
    path: async (world) => {
      const { path, slots } = await aHelpCalendar(world);
      return `${path}/slots/${slots[0]!.slotId}/removal`;
    },
    expect: onlyHers(303, 401),
  },
  {
    route: `POST ${CALENDAR}/slots/${SLOT}/thanks`,
    path: async (world) => {
      const { slotId } = await helping(world);
      await moveTo(world, slotId, -1);
      return `${(await hers(world)).path}/slots/${slotId}/thanks`;
    },
    expect: onlyHers(303, 401),
  },
  { route: `GET /help-calendar/${TOKEN}`, path: door(), expect: whoeverHasIt(200), why },
  {
    route: `GET /help-calendar/${TOKEN}/slots/${SLOT}`,
    path: async (world) => `${(await hers(world)).link}/slots/${await nextSlot(world)}`,
    expect: whoeverHasIt(200),
    why,
  },
  {
    route: `POST /help-calendar/${TOKEN}/slots/${SLOT}`,
    path: async (world) => {
      const { link, slots } = await aHelpCalendar(world);
      return `${link}/slots/${slots[0]!.slotId}`;
    },
    form: WHO,
    expect: { ...whoeverHasIt(303), blocked: 409 }, // whom she blocked, she does not have at her door
    why,
  },
  { route: `GET /help-calendar/${TOKEN}/stand-by`, path: door('/stand-by'), expect: whoeverHasIt(200), why },
  {
    route: `POST /help-calendar/${TOKEN}/stand-by`,
    path: door('/stand-by'),
    form: WHO,
    expect: whoeverHasIt(303),
    why,
  },
  { route: `GET /helping/${TOKEN}`, path: mine(() => ''), expect: whoeverHasIt(200), why },
  {
    route: `GET /helping/${TOKEN}/turns.ics`,
    path: mine(() => '/turns.ics'),
    expect: whoeverHasIt(200),
    why,
  },
  {
    route: `POST /helping/${TOKEN}/turns`,
    path: mine(() => '/turns'),
    form: async (world) => ({ slot: (await freeSlot(world)) ?? '' }),
    expect: whoeverHasIt(303),
    why,
  },
  {
    route: `POST /helping/${TOKEN}/turns/${SLOT}/release`,
    path: mine(({ slotId }) => `/turns/${slotId}/release`),
    expect: whoeverHasIt(303),
    why,
  },
  {
    route: `POST /helping/${TOKEN}/turns/${SLOT}/swap`,
    path: mine(({ slotId }) => `/turns/${slotId}/swap`),
    form: async (world) => ({ slot: (await freeSlot(world)) ?? '' }),
    expect: whoeverHasIt(303),
    why,
  },
  {
    route: `POST /helping/${TOKEN}/turns/${SLOT}/brings`,
    path: mine(({ slotId }) => `/turns/${slotId}/brings`),
    form: { brings: 'Soup' },
    expect: whoeverHasIt(303),
    why,
  },
  { route: `POST /helping/${TOKEN}/back-up`, path: mine(() => '/back-up'), expect: whoeverHasIt(303), why },
  {
    route: `POST /helping/${TOKEN}/letter`,
    path: mine(() => '/letter'),
    expect: whoeverHasIt(303),
    why,
  },
  {
    route: `POST /helping/${TOKEN}/mail`,
    path: mine(() => '/mail'),
    form: async () => ({ mail: `${newId()}@example.org` }),
    expect: whoeverHasIt(303),
    why,
  },
  { route: `GET /helping/letter/${TOKEN}`, path: letter(''), expect: whoeverHasIt(200), why },
  { route: `POST /helping/letter/${TOKEN}`, path: letter(''), expect: whoeverHasIt(303), why },
  { route: `POST /helping/letter/${TOKEN}/not-me`, path: letter('/not-me'), expect: whoeverHasIt(200), why },
  {
    route: `POST /consent/${TOKEN}/change`,
    path: async (world) => `${await asked(world)}/change`,
    form: { what: 'words', answer: 'yes' },
    expect: whoeverHasIt(303),
    why,
  },
  {
    route: `POST /consent/${TOKEN}/helpers/${HELPER}/known`,
    path: whoHelpsLena('known'),
    expect: whoeverHasIt(303),
    why,
  },
  {
    route: `POST /consent/${TOKEN}/helpers/${HELPER}/removal`,
    path: whoHelpsLena('removal'),
    expect: whoeverHasIt(303),
    why,
  },
  { route: `GET /consent/${TOKEN}`, path: asked, expect: whoeverHasIt(200), why },
  {
    route: `POST /consent/${TOKEN}`,
    path: asked,
    form: { answer: 'yes', tasks: 'meal' },
    expect: whoeverHasIt(303),
    why,
  },
  {
    route: `GET /consent/${TOKEN}/wishes`,
    path: async (world) => `${await asked(world)}/wishes`,
    expect: whoeverHasIt(200),
    why,
  },
  {
    route: `POST /consent/${TOKEN}/wishes`,
    path: async (world) => `${await asked(world)}/wishes`,
    form: { likes: 'Soup' },
    expect: whoeverHasIt(303),
    why,
  },
  {
    route: `POST /consent/${TOKEN}/end`,
    path: async (world) => `${await asked(world)}/end`,
    expect: whoeverHasIt(303),
    why,
  },
];

/** One that is free, freed first where none is left. */
async function freeSlot(world: World): Promise<string | undefined> {
  const { rows } = await world.owner.query(
    `UPDATE help_slots SET helper_id = NULL WHERE slot_id = (SELECT slot_id FROM help_slots WHERE calendar_id = $1
       AND starts_at > now() ORDER BY helper_id IS NULL DESC, starts_at DESC LIMIT 1) RETURNING slot_id`,
    [(await hers(world)).id],
  );
  return rows[0]?.slot_id;
}
