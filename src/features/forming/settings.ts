import type { MeetingPlace } from '../../matching/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';

/** How a community makes circles from its waiting list. */
export interface FormingSettings {
  /** Mothers may put themselves on the list. */
  open: boolean;
  /** How many mothers a circle is for; facilitators are not counted. */
  lower: number;
  upper: number;
  /** Facilitators of one circle at most; one at least. */
  leads: 1 | 2;
  /** How its circles meet. */
  meets: MeetingPlace;
  /** The furthest anybody is asked to go, miles; null: as far as each said herself. */
  maxMiles: number | null;
  everyDays: number;
  /** 'YYYY-MM-DD' in the community's zone; null: no day was named. */
  nextOn: string | null;
  /** So many days a seat is kept. */
  answerDays: number;
}

/** Where nothing was said yet. */
export const UNSAID: FormingSettings = {
  open: false,
  lower: 6,
  upper: 12,
  leads: 2,
  meets: 'both',
  maxMiles: null,
  everyDays: 28,
  nextOn: null,
  answerDays: 4,
};

/** How this community forms circles; any member may know. */
export async function settingsOf(tx: Tx): Promise<FormingSettings> {
  const row = await tx.first(query.selectFrom('forming_settings').selectAll());
  if (!row) return UNSAID;
  return {
    open: row.open,
    lower: row.lower,
    upper: row.upper,
    leads: row.leads as 1 | 2,
    meets: row.meets as MeetingPlace,
    maxMiles: row.max_miles,
    everyDays: row.every_days,
    nextOn: row.next_on,
    answerDays: row.answer_days,
  };
}

/** Keeps what a coordinator said; the database refuses anybody else. */
export async function keepSettings(
  tx: Tx,
  { communityId }: Scope,
  settings: FormingSettings,
  now: Date,
): Promise<void> {
  const columns = {
    open: settings.open,
    lower: settings.lower,
    upper: settings.upper,
    leads: settings.leads,
    meets: settings.meets,
    max_miles: settings.maxMiles,
    every_days: settings.everyDays,
    next_on: settings.nextOn,
    answer_days: settings.answerDays,
  };
  await tx.run(
    query
      .insertInto('forming_settings')
      .values({ community_id: communityId, ...columns })
      .onConflict((conflict) => conflict.column('community_id').doUpdateSet({ ...columns, changed_at: now })),
  );
}
