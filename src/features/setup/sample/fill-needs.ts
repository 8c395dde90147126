import type { Slot, Topic } from '../../../matching/index.ts';
import { query } from '../../../platform/db/index.ts';
import { findPostcode } from '../../../platform/geo/index.ts';
import type { Cast } from './cast.ts';

interface SampleOffer {
  by: string;
  about: string;
  experiences: Topic[];
  languages: string[];
  free: Slot[];
  capacity: number;
}

const OFFERS: SampleOffer[] = [
  {
    by: 'dana',
    about:
      'Our first was nine weeks early and I was low for most of a year after. I am well now, and I remember. Evenings are good for me, by message or on the phone.',
    experiences: ['nicu', 'low-mood', 'sleep'],
    languages: ['en', 'es'],
    free: ['1-evening', '2-evening', '3-evening', '4-evening', '5-evening'],
    capacity: 3,
  },
  {
    by: 'tomasa',
    about: 'Crié a la mayor sola. Puedo escuchar, y sé de guarderías.',
    experiences: ['single-parenting', 'returning-to-work'],
    languages: ['es', 'en'],
    free: ['6-morning', '7-morning'],
    capacity: 1,
  },
  {
    by: 'joelle',
    about: 'Ask me anything about the first two years, or nothing and we talk about bananas.',
    experiences: ['down-syndrome', 'additional-needs'],
    languages: ['en'],
    free: ['2-morning', '4-morning'],
    capacity: 2,
  },
];

// Loading the table of places takes a moment: not at import, only when a sample is filled.
const near = () => findPostcode('US', '60657');

/** Three who have been there offer an ear. */
export async function fillOffers(cast: Cast): Promise<void> {
  for (const { by, ...offer } of OFFERS) {
    const memberId = await cast.as(by);
    await cast.tx.run(
      query.insertInto('mentor_offers').values({
        community_id: cast.communityId,
        member_id: memberId,
        ...offer,
        country: 'US',
        region: 'IL',
        latitude: near()?.latitude ?? null,
        longitude: near()?.longitude ?? null,
      }),
    );
  }
}

/** What Maya told: a baby of four months, nights awake, Tuesday evenings free. */
export async function fillMayasAnswers(cast: Cast): Promise<void> {
  const memberId = await cast.as('maya');
  const born = new Date();
  born.setUTCDate(1);
  born.setUTCMonth(born.getUTCMonth() - 4);
  await cast.tx.run(
    query.insertInto('answers').values({
      community_id: cast.communityId,
      member_id: memberId,
      stages: JSON.stringify([{ kind: 'baby', birthMonth: born.toISOString().slice(0, 7) }]),
      country: 'US',
      region: 'IL',
      postcode: '60657',
      place_name: near()?.placeName ?? null,
      latitude: near()?.latitude ?? null,
      longitude: near()?.longitude ?? null,
      supports: ['emotional', 'practical'],
      topics: ['sleep', 'low-mood'],
      languages: ['en'],
      free: ['2-evening', '1-night', '2-night', '3-night', '4-night', '5-night'],
      finished_at: new Date(),
    }),
  );
}
