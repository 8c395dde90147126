import type { Stage } from '../../../matching/index.ts';
import { query } from '../../../platform/db/index.ts';
import { findPostcode } from '../../../platform/geo/index.ts';
import { decideLead, keepSettings, offerToLead, UNSAID, waitForCircle } from '../../forming/index.ts';
import type { Cast } from './cast.ts';
import { CIRCLE_LIST, type SampleWait } from './circle-list.ts';

const DAY = 86_400_000;
const LEADS = [
  { by: 'rosa', languages: ['es', 'en'], free: ['6-morning', '3-morning'], topics: [], circles: 1 },
  { by: 'dana', languages: ['en', 'es'], free: ['2-evening', '4-evening'], topics: [], circles: 2 },
  {
    by: 'joelle',
    languages: ['en'],
    free: ['2-morning'],
    topics: ['down-syndrome', 'additional-needs'],
    circles: 1,
  },
] as const;

/** Thirteen wait for a new circle, two may lead one, a third has offered: today is the day of a forming. */
export async function fillCircleList(cast: Cast): Promise<void> {
  const { tx, communityId } = cast;
  const now = new Date();
  await cast.as('admin');
  const settings = { ...UNSAID, open: true, lower: 4, upper: 8, nextOn: now.toISOString().slice(0, 10) };
  await keepSettings(tx, { communityId, memberId: cast.idOf('admin') }, settings, now);
  for (const one of CIRCLE_LIST) await waits(cast, one, now);
  for (const { by, ...offer } of LEADS) {
    await cast.as(by);
    const said = {
      ...offer,
      languages: [...offer.languages],
      free: [...offer.free],
      topics: [...offer.topics],
    };
    await offerToLead(tx, { ...said, meets: 'both', maxMiles: null }, now);
  }
  await cast.as('admin');
  for (const by of ['rosa', 'dana']) await decideLead(tx, cast.idOf(by), true, now);
}

async function waits(cast: Cast, one: SampleWait, now: Date): Promise<void> {
  const { languages, free, topics, notAlone = [], meets = 'both' } = one;
  const place = findPostcode('US', one.postcode);
  const told = {
    stages: JSON.stringify([stageOf(one, now)]),
    country: 'US',
    region: 'IL',
    postcode: one.postcode,
    place_name: place?.placeName ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    topics,
    languages,
    free,
  };
  const member_id = await cast.as(one.by);
  await cast.tx.run(
    query
      .insertInto('answers')
      .values({ community_id: cast.communityId, member_id, ...told })
      .onConflict((conflict) => conflict.columns(['community_id', 'member_id']).doUpdateSet(told)),
  );
  const since = new Date(now.getTime() - one.daysAgo * DAY);
  await waitForCircle(cast.tx, { languages, free, meets, maxMiles: null, topics, notAlone }, since);
}

/** The month her child was born or is due, as far from today as the sample says. */
function stageOf({ stage, months = 0 }: SampleWait, now: Date): Stage {
  const month = (away: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + away, 1)).toISOString().slice(0, 7);
  if (stage === 'expecting') return { kind: stage, dueMonth: month(months) };
  if (stage === 'baby' || stage === 'toddler') return { kind: stage, birthMonth: month(-months) };
  return { kind: stage };
}
