import type { Day, Message, StageKind, Topic } from '../../matching/index.ts';
import { newId } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';

/** A seat kept for her, with all she may know of the circle before she says yes. */
export interface Seat {
  id: string;
  role: 'member' | 'facilitator';
  state: 'offered' | 'taken' | 'declined' | 'lapsed' | 'released';
  reasons: Message[];
  offeredAt: Date;
  answerBy: Date;
  /** The circle itself: gathering still, begun, or come to nothing. */
  gathering: 'gathering' | 'begun' | 'dissolved';
  /** Set once a facilitator said yes and it is open. */
  circleId: string | null;
  name: string;
  languages: string[];
  stages: StageKind[];
  topics: Topic[];
  place: 'in-person' | 'online';
  region: string | null;
  placeName: string | null;
  weekday: Day;
  /** 'HH:MM' in `timeZone`. */
  startTime: string;
  minutes: number;
  everyWeeks: number;
  timeZone: string;
  /** How many other mothers it is for. */
  company: number;
  /** First names of those who look after it. */
  ledBy: string[];
}

interface SeatRow {
  seat_id: string;
  role: Seat['role'];
  state: Seat['state'];
  reasons: Message[];
  offered_at: Date;
  answer_by: Date;
  circle_state: Seat['gathering'];
  circle_id: string | null;
  name: string;
  languages: string[];
  stages: StageKind[];
  topics: Topic[];
  place: Seat['place'];
  region: string | null;
  place_name: string | null;
  weekday: Day;
  start_time: string;
  minutes: number;
  every_weeks: number;
  time_zone: string;
  company: number;
  led_by: string[];
}

/** Every seat that is or was kept for her, the newest first. */
export async function herSeats(tx: Tx): Promise<Seat[]> {
  const rows = await tx.hot<SeatRow>('SELECT * FROM access.my_seats()', []);
  return rows.map((row) => ({
    id: row.seat_id,
    role: row.role,
    state: row.state,
    reasons: row.reasons,
    offeredAt: row.offered_at,
    answerBy: row.answer_by,
    gathering: row.circle_state,
    circleId: row.circle_id,
    name: row.name,
    languages: row.languages,
    stages: row.stages,
    topics: row.topics,
    place: row.place,
    region: row.region,
    placeName: row.place_name,
    weekday: row.weekday,
    startTime: row.start_time.slice(0, 5),
    minutes: row.minutes,
    everyWeeks: row.every_weeks,
    timeZone: row.time_zone,
    company: row.company,
    ledBy: row.led_by,
  }));
}

export const herSeat = async (tx: Tx, id: string): Promise<Seat | undefined> =>
  (await herSeats(tx)).find((seat) => seat.id === id);

/** in: she is in the circle. yes: it opens with a facilitator's yes. gone: the seat is no more. */
export type Answered = 'in' | 'yes' | 'no' | 'gone';

/** Her yes or no; null when there is no such seat of hers. */
export async function answerSeat(tx: Tx, id: string, yes: boolean, now: Date): Promise<Answered | null> {
  const [row] = await tx.hot<{ said: Answered | null }>('SELECT access.answer_seat($1, $2, $3, $4) AS said', [
    id,
    yes,
    newId(),
    now,
  ]);
  return row?.said ?? null;
}
