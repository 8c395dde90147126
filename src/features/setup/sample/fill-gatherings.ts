import { Temporal } from 'temporal-polyfill';
import { query } from '../../../platform/db/index.ts';
import { findPostcode } from '../../../platform/geo/index.ts';
import { answerOccurrence, type Draft, FACTS, organise } from '../../gatherings/index.ts';
import type { Cast } from './cast.ts';
import type { SampleGathering } from './gatherings.ts';
import { SERIES } from './series.ts';
import { SINGLE } from './single-gatherings.ts';

const ZONE = 'America/Chicago';

/** A month of things to go to, each planned by its own organiser. */
export async function fillGatherings(cast: Cast, circles: Map<string, string>): Promise<void> {
  for (const gathering of [...SERIES, ...SINGLE]) {
    const memberId = await cast.as(gathering.by);
    const scope = { communityId: cast.communityId, memberId };
    const { gatheringId } = await organise(cast.tx, scope, draftOf(gathering, circles));
    for (const who of gathering.coming ?? []) await comeFirst(cast, who, gatheringId);
  }
}

/** Says yes to the first time of it, in her own name. */
async function comeFirst(cast: Cast, who: string, gatheringId: string): Promise<void> {
  await cast.as(who);
  const first = query
    .selectFrom('occurrences')
    .select('occurrence_id')
    .where('gathering_id', '=', gatheringId)
    .orderBy('starts_at')
    .limit(1);
  const time = await cast.tx.first(first);
  const outcome = time && (await answerOccurrence(cast.tx, time.occurrence_id, 'yes'));
  if (outcome !== 'yes') throw new Error(`${who} found no place: ${outcome}`);
}

function draftOf(g: SampleGathering, circles: Map<string, string>): Draft {
  const circleId = g.circle ? circles.get(g.circle) : null;
  if (circleId === undefined) throw new Error(`The sample knows no circle called ${g.circle}`);
  const said = Object.fromEntries(
    FACTS.map((fact) => [fact, g.yes?.includes(fact) || (g.no?.includes(fact) ? false : null)]),
  );
  return {
    circleId,
    kind: g.kind,
    seenBy: g.seenBy,
    title: g.title,
    description: g.description,
    starts: startOf(g.at),
    minutes: g.minutes,
    allDay: false,
    timeZone: ZONE,
    rule: g.rule ?? null,
    extra: [],
    exceptOn: [],
    ...placeOf(g),
    facts: said as Draft['facts'],
    accessNote: '',
    gettingThere: g.gettingThere ?? '',
    cost: g.cost ?? null,
    costNote: '',
    languages: g.languages,
    faith: null,
    forWhom: g.forWhom ?? '',
    stages: g.stages ?? [],
    topics: [],
    ageFromMonths: g.ages?.[0] ?? null,
    ageToMonths: g.ages?.[1] ?? null,
    capacity: g.capacity ?? null,
    signUp: g.series ? 'series' : 'occurrence',
    door: { link: g.near ? '' : 'https://meet.example.org/sample-room', address: g.home ?? '' },
  };
}

/** The next such weekday, tomorrow at the earliest, so many weeks on. */
function startOf([weekday, clock, weeks]: SampleGathering['at']): string {
  const tomorrow = Temporal.Now.zonedDateTimeISO(ZONE).toPlainDate().add({ days: 1 });
  const day = tomorrow.add({ days: ((weekday - tomorrow.dayOfWeek + 7) % 7) + 7 * weeks });
  return `${day}T${clock}:00`;
}

function placeOf(g: SampleGathering) {
  const place = g.near && findPostcode('US', g.near[0])!;
  return {
    place: place ? ('in-person' as const) : ('online' as const),
    venue: g.venue ?? '',
    address: g.address ?? '',
    country: place?.country ?? null,
    region: place?.region ?? null,
    postcode: place?.postcode ?? null,
    placeName: g.near?.[1] ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
  };
}
