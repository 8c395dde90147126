import {
  type Asked,
  type HelpLimit,
  type HelpThing,
  type Offered,
  type Seeker,
  type Slot,
  type Stage,
  type Support,
  silentSeeker,
  type Topic,
} from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { quietUntil } from '../notifications/index.ts';
import { spokenOf } from '../onboarding/index.ts';
import type { When } from './needs.ts';

interface SelfRow {
  stages: Stage[];
  topics: Topic[];
  languages: string[];
  milestones_ended_at: Date | null;
  locale: string;
  time_zone: string;
  latitude: number | null;
  longitude: number | null;
}

interface AskRow extends SelfRow {
  kind: Support;
  thing: HelpThing | null;
  needed: When['needed'];
  slots: Slot[];
  no_visits: boolean;
  wants: number;
  yeses: number;
  waiting: number;
  ends_at: Date;
  country: string;
}

interface OfferRow extends SelfRow {
  offer_id: string | null;
  helper_id: string;
  kind: Support;
  things: HelpThing[];
  free: Slot[];
  online: boolean;
  max_miles: number | null;
  not_for: HelpLimit[];
  at_once: number;
  busy: number;
  may: boolean;
  asked: boolean;
  declined: boolean;
  last_asked_at: Date | null;
  quiet_from: string | null;
  quiet_to: string | null;
}

/** An ask and all that is offered, as the engine sees them. */
export interface Company {
  asked: Asked;
  /** How many may still say yes. */
  open: number;
  /** How many were asked lately and have not answered. */
  waiting: number;
  endsAt: Date;
  offers: Offered[];
}

/** For the work by the clock alone: what they told us is read for choosing, and goes no further. Null: nobody is asked. */
export async function companyOf(tx: Tx, askId: string, now: Date): Promise<Company | null> {
  const [ask] = await tx.hot<AskRow>('SELECT * FROM access.ask_for_choosing($1, $2)', [askId, now]);
  if (!ask) return null;
  const rows = await tx.hot<OfferRow>('SELECT * FROM access.offers_for($1, $2)', [askId, now]);
  const { country, latitude, longitude } = ask;
  const place = { country, region: null, latitude, longitude };
  return {
    asked: {
      kind: ask.kind,
      thing: ask.thing,
      needed: ask.needed,
      slots: ask.slots,
      noVisits: ask.no_visits,
      self: { ...selfOf(ask, now), place },
    },
    open: ask.wants - ask.yeses,
    waiting: ask.waiting,
    endsAt: ask.ends_at,
    offers: rows.map((row) => offeredBy(row, now)),
  };
}

/** What she told us. The language she reads the pages in counts when she named none. */
const selfOf = (row: SelfRow, now: Date): Seeker => ({
  ...silentSeeker(todayIn(row.time_zone, now)),
  stages: spokenOf({ stages: row.stages, milestonesEndedAt: row.milestones_ended_at }),
  topics: row.topics,
  languages: row.languages.length > 0 ? row.languages : [row.locale],
  timeZone: row.time_zone,
});

function offeredBy(row: OfferRow, now: Date): Offered {
  const self = selfOf(row, now);
  return {
    offerId: row.offer_id,
    helperId: row.helper_id,
    kind: row.kind,
    things: row.things,
    free: row.free,
    languages: self.languages,
    online: row.online,
    maxMiles: row.max_miles,
    latitude: row.latitude,
    longitude: row.longitude,
    notFor: row.not_for,
    spacesLeft: row.at_once - row.busy,
    may: row.may,
    declined: row.declined || row.asked,
    asleep: quietUntil({ from: row.quiet_from, to: row.quiet_to }, row.time_zone, now) !== null,
    lastAsked: row.last_asked_at?.getTime() ?? null,
    self,
  };
}
