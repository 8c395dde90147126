import type { Day, StageKind, Topic } from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';

const A_QUARTER = 90 * 86_400_000;

/** The list in numbers; of nobody in it. */
export interface Figures {
  waiting: number;
  /** With a seat kept for them just now. */
  asked: number;
  /** Since when the one who waits longest waits. */
  longest: Date | null;
  /** Seats of the last three months. */
  seated: number;
  declined: number;
  lapsed: number;
}

export async function figuresOf(tx: Tx, now: Date): Promise<Figures> {
  const [row] = await tx.hot<Figures>('SELECT * FROM access.forming_figures($1)', [
    new Date(now.getTime() - A_QUARTER),
  ]);
  return row ?? { waiting: 0, asked: 0, longest: null, seated: 0, declined: 0, lapsed: 0 };
}

/** A circle that gathers, as a coordinator sees it: numbers, and who leads. */
export interface Gathering {
  id: string;
  circleId: string | null;
  name: string;
  languages: string[];
  stages: StageKind[];
  topics: Topic[];
  place: 'in-person' | 'online';
  placeName: string | null;
  latitude: number | null;
  longitude: number | null;
  weekday: Day;
  startTime: string;
  timeZone: string;
  lower: number;
  upper: number;
  answerBy: Date;
  madeAt: Date;
  /** Too small, or nobody leads it: a coordinator decides. */
  short: boolean;
  taken: number;
  asked: number;
  no: number;
  ledBy: string[];
  /** Facilitators who have not answered. */
  leadsAsked: number;
}

interface GatheringRow
  extends Pick<
    Gathering,
    | 'name'
    | 'languages'
    | 'stages'
    | 'topics'
    | 'place'
    | 'latitude'
    | 'longitude'
    | 'weekday'
    | 'lower'
    | 'upper'
    | 'short'
    | 'taken'
    | 'asked'
    | 'no'
  > {
  forming_id: string;
  circle_id: string | null;
  place_name: string | null;
  start_time: string;
  time_zone: string;
  answer_by: Date;
  made_at: Date;
  led_by: string[] | null;
  leads_asked: number;
}

/** Circles that gather, the oldest first. For coordinators. */
export async function gatheringNow(tx: Tx): Promise<Gathering[]> {
  const rows = await tx.hot<GatheringRow>('SELECT * FROM access.forming_circles_now()', []);
  return rows.map(
    ({
      forming_id,
      circle_id,
      place_name,
      start_time,
      time_zone,
      answer_by,
      made_at,
      led_by,
      leads_asked,
      ...same
    }) => ({
      ...same,
      id: forming_id,
      circleId: circle_id,
      placeName: place_name,
      startTime: start_time.slice(0, 5),
      timeZone: time_zone,
      answerBy: answer_by,
      madeAt: made_at,
      ledBy: led_by ?? [],
      leadsAsked: leads_asked,
    }),
  );
}
