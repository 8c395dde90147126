import { postalCountry, usRegion } from '../../platform/geo/index.ts';
import type { Ctx } from '../../platform/http/index.ts';
import { type Answers, answersOf } from '../onboarding/index.ts';
import type { Concern } from './vocabulary.ts';

export interface PlaceOfHelp {
  country: string | null;
  region: string | null;
}

/** Topics of hers that helplines are filed under. */
const CONCERN_OF: Partial<Record<Answers['topics'][number], Concern>> = {
  'low-mood': 'mood',
  loss: 'loss',
  feeding: 'feeding',
  money: 'money',
  lgbtq: 'lgbtq',
};

/** The place she asks for in the address; else the one she told us; else the community's. And what weighs on her. */
export async function whereAndWhat(c: Ctx): Promise<PlaceOfHelp & { concerns: Concern[] }> {
  const viewer = c.get('viewer');
  const answers = viewer && (await c.get('db').read(viewer, (tx) => answersOf(tx, viewer)));
  const concerns = (answers?.topics ?? []).flatMap((topic) => CONCERN_OF[topic] ?? []);
  // Before set-up there is no community, and help all the same.
  const { country, region } = c.get('community') ?? { country: null, region: null };
  const home = answers?.country ? { country: answers.country, region: answers.region } : { country, region };
  return { ...(placeAsked(c) ?? home), concerns };
}

/** What the address says, if anything. A country that is none of the world's is one we do not know. */
function placeAsked(c: Ctx): PlaceOfHelp | null {
  const country = c.req.query('country');
  const state = usRegion(c.req.query('region'))?.code ?? null;
  if (country === undefined) return state ? { country: 'US', region: state } : null;
  const known = postalCountry(country);
  return { country: known, region: known === 'US' ? (usRegion(country)?.code ?? state) : null };
}
