import { sql } from 'kysely';
import { z } from 'zod';
import type { Seeker, Slot, Stage, Support, Topic } from '../../matching/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { spokenOf } from './milestones.ts';

/** How she wants to be reached. Nothing said: kept inside, content-free, and nobody writes to her unasked. */
export interface Contact {
  by: 'app' | 'mail';
  /** 'HH:00', her zone; both or neither. */
  quietFrom: string | null;
  quietTo: string | null;
  requestsOnly: boolean;
  contentFree: boolean;
  oneToOne: boolean;
}

/** What a mother told us. A postcode's middle is the finest place there is; a month the finest date. */
export interface Answers {
  stages: Stage[];
  country: string | null;
  region: string | null;
  postcode: string | null;
  placeName: string | null;
  latitude: number | null;
  longitude: number | null;
  supports: Support[];
  topics: Topic[];
  languages: string[];
  faith: string | null;
  free: Slot[];
  contact: Contact;
  /** When she reached the end the first time. */
  finishedAt: Date | null;
  /** Since when no cohort and no milestone is to reach her; null: it may. */
  milestonesEndedAt: Date | null;
}

export const NOTHING_SAID: Answers = {
  stages: [],
  country: null,
  region: null,
  postcode: null,
  placeName: null,
  latitude: null,
  longitude: null,
  supports: [],
  topics: [],
  languages: [],
  faith: null,
  free: [],
  contact: {
    by: 'app',
    quietFrom: null,
    quietTo: null,
    requestsOnly: true,
    contentFree: true,
    oneToOne: false,
  },
  finishedAt: null,
  milestonesEndedAt: null,
};

const contactSchema = z
  .object({
    by: z.enum(['app', 'mail']),
    quietFrom: z.string().nullable(),
    quietTo: z.string().nullable(),
    requestsOnly: z.boolean(),
    contentFree: z.boolean(),
    oneToOne: z.boolean(),
  })
  .partial();

/** Her own answers; null while she has said nothing. Nobody else's can be read: the database shows no others. */
export async function answersOf(
  tx: Tx,
  viewer: Pick<Viewer, 'communityId' | 'memberId'>,
): Promise<Answers | null> {
  const row = await tx.first(
    query
      .selectFrom('answers')
      .selectAll()
      .where('community_id', '=', viewer.communityId)
      .where('member_id', '=', viewer.memberId),
  );
  if (!row) return null;
  return {
    stages: row.stages as unknown as Stage[],
    country: row.country,
    region: row.region,
    postcode: row.postcode,
    placeName: row.place_name,
    latitude: row.latitude,
    longitude: row.longitude,
    supports: row.supports as Support[],
    topics: row.topics as Topic[],
    languages: row.languages,
    faith: row.faith,
    free: row.free as Slot[],
    contact: { ...NOTHING_SAID.contact, ...contactSchema.catch({}).parse(row.contact) },
    finishedAt: row.finished_at,
    milestonesEndedAt: row.milestones_ended_at,
  };
}

/** Writes down a part of her answers at once; the rest stays as it was. */
export async function keepAnswers(tx: Tx, viewer: Viewer, part: Partial<Answers>): Promise<void> {
  const columns = columnsOf(part);
  const { communityId: community_id, memberId: member_id } = viewer;
  await tx.run(
    query
      .insertInto('answers')
      .values({ community_id, member_id, ...columns })
      .onConflict((conflict) =>
        conflict
          .columns(['community_id', 'member_id'])
          .doUpdateSet({ ...columns, updated_at: sql<Date>`now()` }),
      ),
  );
}

/** Notes that she has reached the end; only the first time counts. */
export async function finishAnswers(tx: Tx, viewer: Viewer): Promise<void> {
  await tx.hot(
    `INSERT INTO answers (community_id, member_id, finished_at) VALUES ($1, $2, now())
     ON CONFLICT (community_id, member_id) DO UPDATE SET finished_at = coalesce(answers.finished_at, now())`,
    [viewer.communityId, viewer.memberId],
  );
}

function columnsOf(part: Partial<Answers>) {
  const { stages, contact, placeName, finishedAt: _never, milestonesEndedAt: _alone, ...same } = part;
  return {
    ...same,
    ...(placeName === undefined ? {} : { place_name: placeName }),
    ...(stages === undefined ? {} : { stages: JSON.stringify(stages) }),
    ...(contact === undefined ? {} : { contact: JSON.stringify(contact) }),
  };
}

/** The engine's view of her. `today` is 'YYYY-MM-DD' in her zone. */
export function seekerFrom(answers: Answers | null, today: string, timeZone: string | null = null): Seeker {
  const { supports, topics, languages, free, faith, milestonesEndedAt, ...place } = answers ?? NOTHING_SAID;
  const { country, region, latitude, longitude } = place;
  const placed = country !== null || region !== null || latitude !== null;
  return {
    stages: answers ? spokenOf(answers) : [],
    supports,
    topics,
    languages,
    free,
    faith,
    timeZone,
    today,
    noCohorts: milestonesEndedAt !== null,
    place: placed ? { country, region, latitude, longitude } : null,
  };
}

/** She told us of a loss: nothing cheerful, nothing about a child. */
export const isGrieving = (answers: Pick<Answers, 'stages' | 'topics'>): boolean =>
  answers.topics.includes('loss') || answers.stages.some((stage) => stage.kind === 'loss');
