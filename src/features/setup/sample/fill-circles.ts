import { newId } from '../../../platform/crypto/index.ts';
import { query } from '../../../platform/db/index.ts';
import { findPostcode } from '../../../platform/geo/index.ts';
import { translator } from '../../../platform/i18n/index.ts';
import { todayIn } from '../../../platform/time/index.ts';
import type { Cast } from './cast.ts';
import { CIRCLES, type SampleCircle } from './circles.ts';

const ZONE = 'America/Chicago';

/** Founds every circle and lets its people in, the keepers given their keys. Ids by the circles' keys. */
export async function fillCircles(cast: Cast): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const circle of CIRCLES) {
    const id = newId();
    ids.set(circle.key, id);
    await foundCircle(cast, id, circle);
    await letIn(cast, id, circle);
  }
  return ids;
}

async function foundCircle(cast: Cast, id: string, circle: SampleCircle): Promise<void> {
  const place = circle.near && findPostcode('US', circle.near[0]);
  const createdBy = await cast.as(circle.people[0]!);
  await cast.tx.run(
    query.insertInto('circles').values({
      community_id: cast.communityId,
      circle_id: id,
      name: circle.name,
      purpose: circle.purpose,
      charter: translator(circle.languages?.[0] === 'es' ? 'es' : 'en')('circles.charter-default'),
      // Doors open while the people come in; the real one is hung afterwards.
      joining: 'open',
      questions: circle.questions ?? [],
      cap: circle.cap ?? 12,
      languages: circle.languages ?? ['en'],
      stages: circle.stages ?? [],
      age_from_months: circle.ages?.[0] ?? null,
      age_to_months: circle.ages?.[1] ?? null,
      topics: circle.topics ?? [],
      place: circle.near ? 'in-person' : 'online',
      country: 'US',
      region: 'IL',
      postcode: place?.postcode ?? null,
      place_name: circle.near?.[1] ?? null,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      weekday: circle.meets?.[0] ?? null,
      start_time: circle.meets?.[1] ?? null,
      minutes: circle.meets ? 60 : null,
      every_weeks: circle.meets?.[2] ?? null,
      first_meeting: circle.meets ? firstMeeting(circle.meets[0]) : null,
      time_zone: ZONE,
      childcare: circle.childcare ?? false,
      created_by: createdBy,
    }),
  );
}

async function letIn(cast: Cast, id: string, circle: SampleCircle): Promise<void> {
  const [founder, ...others] = circle.people;
  for (const key of others) {
    await cast.as(key);
    const [row] = await cast.tx.hot<{ said: string }>('SELECT access.enter_circle($1, NULL) AS said', [id]);
    if (row?.said !== 'joined') throw new Error(`${key} could not join ${circle.name}: ${row?.said}`);
  }
  await cast.as(founder!);
  for (const key of circle.people.slice(1, circle.keepers)) {
    await cast.tx.hot('SELECT access.make_facilitator($1, $2)', [id, cast.idOf(key)]);
  }
  await cast.tx.run(
    query.updateTable('circles').set({ joining: circle.joining }).where('circle_id', '=', id),
  );
  // All have been welcomed but Maya, who is new in hers.
  await cast.tx.run(
    query
      .updateTable('circle_members')
      .set({ welcomed_at: new Date() })
      .where('circle_id', '=', id)
      .where('member_id', '!=', cast.idOf('maya')),
  );
}

/** The first such weekday of the last eight weeks, so that meetings every few weeks have a beginning to count from. */
function firstMeeting(weekday: number): string {
  const day = new Date(`${todayIn(ZONE)}T12:00:00Z`);
  const since = 49 + ((day.getUTCDay() - (weekday % 7) + 7) % 7);
  day.setUTCDate(day.getUTCDate() - since);
  return day.toISOString().slice(0, 10);
}
