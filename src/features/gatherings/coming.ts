import type { Scope, Tx } from '../../platform/db/index.ts';

/** What she may say; 'none' takes back what she said. */
export const ANSWERS = ['yes', 'maybe', 'no', 'none'] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * What became of it. waiting: on the waitlist. full: there is no room for a bigger party, hers stays as it was.
 * too-many: more than there are places at all. series: one signs up for the whole.
 */
export const OUTCOMES = [
  ...ANSWERS,
  'waiting',
  'full',
  'too-many',
  'series',
  'over',
  'cancelled',
  'absent',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Beside herself. What is not said stays as it was. */
export interface Party {
  guests?: number;
  children?: number;
}

/** Somebody to walk in with: she would like it, she offers it, or neither (''). */
export type Company = 'wanted' | 'offered' | '';

/** How she stands to one time of a gathering. */
export interface MyComing {
  occurrenceId: string;
  answer: 'yes' | 'maybe' | 'no' | 'waiting';
  guests: number;
  children: number;
  company: Company;
  /** On the waitlist: 1 is next. */
  place: number | null;
  promotedAt: Date | null;
  /** Whether she was there; null: nobody marked it. */
  attended: boolean | null;
}

interface Row {
  occurrence_id: string;
  answer: MyComing['answer'];
  guests: number;
  children: number;
  company: 'wanted' | 'offered' | null;
  place: number | null;
  promoted_at: Date | null;
  attended: boolean | null;
}

/** Her answer to one time of a gathering, whole and under its lock. Those promoted by it are told in the same moment. */
export async function answerOccurrence(
  tx: Tx,
  occurrenceId: string,
  answer: Answer,
  { guests, children, company }: Party & { company?: Company } = {},
): Promise<Outcome> {
  const [row] = await tx.hot<{ outcome: Outcome }>(
    'SELECT access.answer_occurrence($1, $2, $3, $4, $5) AS outcome',
    [occurrenceId, answer, guests ?? null, children ?? null, company ?? null],
  );
  return row!.outcome;
}

const MINE = `SELECT r.occurrence_id, r.answer, r.guests, r.children, r.company, p.place, r.promoted_at, r.attended
  FROM rsvps r LEFT JOIN access.my_places($3) p ON p.line_of = r.occurrence_id
  WHERE r.community_id = $1 AND r.member_id = $2 AND r.occurrence_id = ANY ($3)`;

/** Her answers to these occurrences, by id; those she did not answer are not in it. For lists: one query for all. */
export async function comingOf(
  tx: Tx,
  viewer: Scope,
  occurrenceIds: readonly string[],
): Promise<Map<string, MyComing>> {
  if (!viewer.memberId || occurrenceIds.length === 0) return new Map();
  const rows = await tx.hot<Row>(MINE, [viewer.communityId, viewer.memberId, occurrenceIds]);
  return new Map(
    rows.map((row) => [
      row.occurrence_id,
      {
        occurrenceId: row.occurrence_id,
        answer: row.answer,
        guests: row.guests,
        children: row.children,
        company: row.company ?? '',
        place: row.place,
        promotedAt: row.promoted_at,
        attended: row.attended,
      },
    ]),
  );
}

/** Somebody who comes (or may, or waits), as those coming and those who run it may know her. */
export interface Comer {
  memberId: string;
  name: string;
  answer: 'yes' | 'maybe' | 'waiting';
  guests: number;
  children: number;
}

/** Who comes to it: nobody, for whoever neither comes nor runs it. */
export async function comersTo(tx: Tx, occurrenceId: string): Promise<Comer[]> {
  const rows = await tx.hot<Omit<Comer, 'memberId' | 'name'> & { member_id: string; display_name: string }>(
    'SELECT member_id, display_name, answer, guests, children FROM access.coming_to($1)',
    [occurrenceId],
  );
  return rows.map(({ member_id, display_name, answer, guests, children }) => ({
    memberId: member_id,
    name: display_name,
    answer,
    guests,
    children,
  }));
}

/** The most places taken at one of these times: fewer than that a gathering cannot have. 0 when nobody comes yet. */
export async function placesTaken(tx: Tx, viewer: Scope, gatheringId: string): Promise<number> {
  const [row] = await tx.hot<{ taken: number }>(
    `SELECT greatest(max(o.seats_taken), max(g.seats_taken), 0)::int AS taken FROM gatherings g
     LEFT JOIN occurrences o ON o.community_id = g.community_id AND o.gathering_id = g.gathering_id AND o.ends_at > now()
     WHERE g.community_id = $1 AND g.gathering_id = $2`,
    [viewer.communityId, gatheringId],
  );
  return row?.taken ?? 0;
}
