import { makePlan, type Plan, type Stage } from '../../matching/index.ts';
import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Community, Viewer } from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import type { Page } from '../../ui/page.ts';
import { callsOffered } from '../call-door/index.ts';
import { carriedBy } from '../ecomap/index.ts';
import { type ListDoor, listDoor } from '../forming-door/index.ts';
import { herOpenCalendar } from '../help-calendars/index.ts';
import type { HelplineShown } from '../helplines/index.ts';
import { type Answers, answersOf, seekerFrom } from '../onboarding/index.ts';
import { asDecisions, type Decided, decisionsOf } from './decisions.ts';
import { offeredTo } from './options/index.ts';
import type { Reach } from './options/reach.ts';

/** Her plan with all that its page says. Made anew each time: only her answers and decisions are kept. */
export interface HerPlan {
  plan: Plan;
  answers: Answers | null;
  /** Her stages, as far as they may be spoken of. */
  stages: Stage[];
  decided: Decided[];
  reach: Map<string, Reach>;
  lines: HelplineShown[];
  /** Somebody here could call her. */
  calls: boolean;
  /** She waits for a new circle, or a seat in one is kept for her. */
  waitingList: ListDoor | null;
  today: string;
}

/** Makes her plan out of what she told us and what there is today. */
export async function herPlan(
  tx: Tx,
  keys: Keyring,
  viewer: Viewer,
  home: Community,
  reader: Page,
): Promise<HerPlan> {
  const now = new Date();
  const today = todayIn(reader.timeZone, now);
  const answers = await answersOf(tx, viewer);
  const decided = await decisionsOf(tx, viewer);
  const told = seekerFrom(answers, today, reader.timeZone);
  // Who has not said what she speaks reads this page in a language.
  const seeker = told.languages.length > 0 ? told : { ...told, languages: [reader.lang.slice(0, 2)] };
  const place = answers?.country ? answers : home;
  const where = { country: place.country, region: place.region, language: reader.lang, now };
  const { options, reach, lines } = await offeredTo(tx, viewer, seeker, where);
  const carried = await carriedBy(tx, keys, viewer, reader, now);
  const helpCalendar = await herOpenCalendar(tx, viewer);
  const door = await listDoor(tx);
  const hers = { ...seeker, carried, helpCalendar, newCircles: door === 'open' };
  const plan = makePlan(hers, options, asDecisions(decided, reader.timeZone));
  const calls = await callsOffered(tx);
  const waitingList = door === 'open' ? null : door;
  return { plan, answers, stages: seeker.stages, decided, reach, lines, calls, waitingList, today };
}
