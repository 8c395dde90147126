import {
  type ChosenCircle,
  type CircleFault,
  checkCircle,
  type ProposedCircle,
  type SeatingInput,
  type SeatingRound,
} from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Community } from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { facilitatorsFree, type LeadKnown, type Waiting, waitingList } from './company.ts';
import { openCircle } from './making.ts';
import { proposeApart } from './proposing.ts';
import { type FormingSettings, settingsOf } from './settings.ts';

/** A whole forming as the engine proposes it, with the people it is made of. */
export interface FormingBoard {
  settings: FormingSettings;
  input: SeatingInput;
  round: SeatingRound;
  waiting: ReadonlyMap<string, Waiting>;
  leads: ReadonlyMap<string, LeadKnown>;
  /** Left out of this proposal by the coordinator; they keep their places. */
  leftOut: Waiting[];
}

/** Who waits and who may lead today. The circles are proposed outside of the transaction: that takes a moment. */
export async function companyNow(tx: Tx, { timeZone }: Pick<Community, 'timeZone'>, now: Date) {
  const settings = await settingsOf(tx);
  const waiting = await waitingList(tx, now);
  const leads = await facilitatorsFree(tx, now);
  return { settings, waiting, leads, rules: rulesOf(settings, timeZone, todayIn(timeZone, now)) };
}

const rulesOf = (settings: FormingSettings, timeZone: string, today: string): SeatingInput['rules'] => ({
  lower: settings.lower,
  upper: settings.upper,
  facilitators: { least: 1, most: settings.leads },
  meets: settings.meets,
  timeZone,
  maxMiles: settings.maxMiles,
  today,
});

/** Today's proposal, without those the coordinator left out. */
export async function boardOf(
  { settings, waiting, leads, rules }: Awaited<ReturnType<typeof companyNow>>,
  without: ReadonlySet<string> = new Set(),
): Promise<FormingBoard> {
  const members = waiting.filter(({ id }) => !without.has(id));
  const input = { members, facilitators: leads.map(({ facilitator }) => facilitator), rules };
  return {
    settings,
    input,
    round: await proposeApart(input),
    waiting: new Map(waiting.map((one) => [one.id, one])),
    leads: new Map(leads.map((one) => [one.memberId, one])),
    leftOut: waiting.filter(({ id }) => without.has(id)),
  };
}

/** How an approval went, circle by circle. One that no longer stands is told, and hinders no other. */
export interface FormingOutcome {
  made: number;
  /** Somebody left the list, or two are kept apart by now. */
  changed: number;
  /** Who was to lead it has no room any more. */
  leads: number;
  /** With somebody taken out the rest is too few, or breaks a rule. */
  unfit: number;
}

/** What a fault comes to for her who approves. */
const COUNTED: Record<CircleFault, keyof FormingOutcome> = {
  gone: 'changed',
  leads: 'leads',
  few: 'unfit',
  many: 'unfit',
  setting: 'changed',
  apart: 'changed',
  alone: 'unfit',
  far: 'unfit',
};

/**
 * Makes the chosen circles gather, each in a transaction of its own. Who is in them is what she saw and left chosen; the
 * rules are asked again with the list of this moment, and the database once more while it keeps the seats.
 */
export async function approveCircles(
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  community: Community,
  chosen: readonly ChosenCircle[],
  now: Date,
): Promise<FormingOutcome> {
  const outcome: FormingOutcome = { made: 0, changed: 0, leads: 0, unfit: 0 };
  for (const one of chosen) {
    const { waiting, leads, rules } = await write((tx) => companyNow(tx, community, now));
    const input = { members: waiting, facilitators: leads.map(({ facilitator }) => facilitator), rules };
    const checked = checkCircle(input, one);
    outcome[
      'fault' in checked ? COUNTED[checked.fault] : await made(write, community, checked.circle, waiting, now)
    ] += 1;
  }
  return outcome;
}

async function made(
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  community: Community,
  circle: ProposedCircle,
  waiting: readonly Waiting[],
  now: Date,
): Promise<keyof FormingOutcome> {
  const said = await openCircle(write, community, circle, waiting, now);
  return said === 'absent' ? 'changed' : said;
}
