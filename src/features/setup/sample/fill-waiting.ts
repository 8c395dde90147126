import type { Slot, Topic } from '../../../matching/index.ts';
import { query } from '../../../platform/db/index.ts';
import { askForMentor } from '../../matches/index.ts';
import type { Cast } from './cast.ts';

const DAY = 86_400_000;

interface Waiting {
  by: string;
  daysAgo: number;
  topics: Topic[];
  languages: string[];
  free: Slot[];
}

/** Three who leave the choice to a coordinator. Aisha has waited longer than was promised. */
const WAITING: Waiting[] = [
  {
    by: 'lucia',
    daysAgo: 3,
    topics: ['newly-arrived', 'sleep'],
    languages: ['es'],
    free: ['3-morning', '6-morning'],
  },
  {
    by: 'priya',
    daysAgo: 2,
    topics: ['returning-to-work', 'pumping-at-work'],
    languages: ['en'],
    free: ['2-evening', '4-evening'],
  },
  {
    by: 'aisha',
    daysAgo: 9,
    topics: ['low-mood', 'nicu'],
    languages: ['en'],
    free: ['1-evening', '3-evening'],
  },
];

const OPEN = { ages: [], faith: null, culture: [], identity: [] };

/** Maya has asked and may choose for herself; a round of three waits for the coordinator. */
export async function fillWaiting(cast: Cast, programId: string): Promise<void> {
  await asks(cast, programId, 'maya', 1, true);
  for (const { by, daysAgo, ...told } of WAITING) {
    const member_id = await cast.as(by);
    await cast.tx.run(
      query
        .insertInto('answers')
        .values({ community_id: cast.communityId, member_id, ...told, country: 'US', region: 'IL' }),
    );
    await asks(cast, programId, by, daysAgo, false);
  }
}

async function asks(cast: Cast, programId: string, by: string, daysAgo: number, chooses: boolean) {
  await cast.as(by);
  await askForMentor(
    (work) => work(cast.tx),
    programId,
    { chooses, wishes: OPEN, rulesOut: [], answers: {}, agreed: 1 },
    new Date(Date.now() - daysAgo * DAY),
    async () => {},
  );
}
