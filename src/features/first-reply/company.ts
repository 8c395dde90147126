import {
  type About,
  cohortLimits,
  type Day,
  isSpared,
  type Listener,
  type Seeker,
  type Slot,
  type Stage,
  type StageKind,
  silentSeeker,
  slotsAt,
  type Topic,
} from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { hourIn, todayIn } from '../../platform/time/index.ts';
import { quietUntil } from '../notifications/index.ts';
import { spokenOf } from '../onboarding/index.ts';

/** Nobody is asked again within these days. */
const REST_DAYS = 3;

interface Row {
  member_id: string;
  circle_id: string;
  asks: boolean;
  listens: boolean;
  facilitates: boolean;
  may: boolean;
  asked: 'listener' | 'facilitator' | 'declined' | null;
  last_asked_at: Date | null;
  stages: Stage[];
  topics: Topic[];
  languages: string[];
  free: Slot[];
  locale: string;
  time_zone: string;
  quiet_from: string | null;
  quiet_to: string | null;
  for_stages: StageKind[];
  age_from: number | null;
  age_to: number | null;
  for_topics: Topic[];
  for_born_from: string | null;
  for_born_to: string | null;
  for_zone: string;
  milestones_ended_at: Date | null;
}

/** The one who asks and those around her, as the engine sees them. */
export interface Company {
  circleId: string;
  circle: About;
  asker: Seeker;
  /** Who may be asked as a listener: not asked about this before. */
  listeners: Listener[];
  /** How many have been asked as listeners and have not said "not now". */
  asked: number;
  /** Those who look after the circle, may read it and are not hurt by it. */
  facilitators: string[];
}

/** For the work by the clock alone: what they told us is read for choosing, and goes no further. */
export async function companyOf(tx: Tx, threadId: string, now: Date): Promise<Company | null> {
  const today = now.toISOString().slice(0, 10);
  const rows = await tx.hot<Row>('SELECT * FROM access.first_reply_company($1, $2)', [threadId, today]);
  const asker = rows.find((row) => row.asks);
  if (!asker) return null;
  const circle = aboutOf(asker, now);
  return {
    circleId: asker.circle_id,
    circle,
    asker: selfOf(asker, now),
    listeners: rows
      .filter((row) => row.listens && !row.asks && !row.asked)
      .map((row) => listenerOf(row, now)),
    asked: rows.filter((row) => row.asked === 'listener').length,
    facilitators: rows
      .filter((row) => row.facilitates && row.may && !isSpared(selfOf(row, now), circle))
      .map((row) => row.member_id),
  };
}

/** What the circle is made of; of a cohort, what its months say today. */
function aboutOf(row: Row, now: Date): About {
  const topics = row.for_topics;
  if (row.for_born_from && row.for_born_to) {
    const born = { from: row.for_born_from, to: row.for_born_to };
    return { topics, born, ...cohortLimits(born, todayIn(row.for_zone, now)) };
  }
  return { topics, stages: row.for_stages, ageFromMonths: row.age_from, ageToMonths: row.age_to };
}

/** What she told us. The language she reads the pages in counts when she named none. */
const selfOf = (row: Row, now: Date): Seeker => ({
  ...silentSeeker(todayIn(row.time_zone, now)),
  stages: spokenOf({ stages: row.stages, milestonesEndedAt: row.milestones_ended_at }),
  noCohorts: row.milestones_ended_at !== null,
  topics: row.topics,
  languages: row.languages.length > 0 ? row.languages : [row.locale],
  free: row.free,
  timeZone: row.time_zone,
});

function listenerOf(row: Row, now: Date): Listener {
  const last = row.last_asked_at?.getTime() ?? null;
  return {
    id: row.member_id,
    self: selfOf(row, now),
    now: slotsAt(weekdayIn(row.time_zone, now), `${hourIn(row.time_zone, now)}:00`),
    asleep: quietUntil({ from: row.quiet_from, to: row.quiet_to }, row.time_zone, now) !== null,
    askedLately: last !== null && now.getTime() - last < REST_DAYS * 86_400_000,
    lastAsked: last,
    blocked: !row.may,
  };
}

const weekdayIn = (timeZone: string, now: Date): Day =>
  (((new Date(`${todayIn(timeZone, now)}T12:00:00Z`).getUTCDay() + 6) % 7) + 1) as Day;
