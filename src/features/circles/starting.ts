import type { BirthWindow } from '../../matching/index.ts';
import { type Keyring, newId } from '../../platform/crypto/index.ts';
import { type Database, query, refusal } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import type { CircleForm } from './circle-form.ts';
import type { CirclePlace } from './circle-place.ts';
import { makeInvitation } from './invitation.ts';

/** What a form of a cohort means beside its fields. */
export interface Cohort {
  born: BirthWindow;
  /** What it is called while nobody names it, for places that know nothing of months. */
  plainName: string;
}

/** The columns a form fills. A cohort's stages and ages follow from its months and are not kept. */
function columnsOf(form: CircleForm, place: CirclePlace, timeZone: string, cohort: Cohort | null) {
  const inPerson = form.place !== 'online';
  return {
    name: form.name || (cohort?.plainName ?? ''),
    own_name: cohort === null || form.name !== '',
    purpose: form.purpose,
    charter: form.charter,
    joining: form.joining,
    questions: form.questions,
    cap: form.cap,
    languages: form.languages,
    stages: cohort ? [] : form.stages,
    age_from_months: cohort ? null : form.ageFrom,
    age_to_months: cohort ? null : form.ageTo,
    topics: form.topics,
    place: form.place,
    country: place.country,
    region: place.region,
    postcode: place.postcode,
    place_name: place.placeName,
    latitude: place.latitude,
    longitude: place.longitude,
    weekday: form.weekday && Number(form.weekday),
    start_time: form.startTime,
    minutes: form.minutes && Number(form.minutes),
    every_weeks: form.everyWeeks && Number(form.everyWeeks),
    first_meeting: form.firstMeeting,
    time_zone: timeZone,
    childcare: inPerson && form.childcare,
    cost: form.cost,
    faith: form.faith,
  };
}

/** Starts a circle with its founder as facilitator and a first invitation. Resolves to its id. */
export async function startCircle(
  db: Database,
  keys: Keyring,
  viewer: Viewer,
  form: CircleForm,
  place: CirclePlace,
  cohort: Cohort | null,
): Promise<string> {
  const circleId = newId();
  await db.write(viewer, async (tx) => {
    await tx.run(
      query.insertInto('circles').values({
        ...columnsOf(form, place, place.timeZone ?? viewer.timeZone, cohort),
        born_from: cohort?.born.from,
        born_to: cohort?.born.to,
        community_id: viewer.communityId,
        circle_id: circleId,
        created_by: viewer.memberId,
      }),
    );
    await makeInvitation(tx, keys, viewer, circleId);
  });
  return circleId;
}

/**
 * Keeps what its facilitator changed. 'small': the cap is below the number of people in it; 'absent': not hers.
 * An online circle keeps the zone it had.
 */
export async function changeCircle(
  db: Database,
  viewer: Viewer,
  circleId: string,
  form: CircleForm,
  place: CirclePlace,
  timeZone: string,
  cohort: Cohort | null,
): Promise<'changed' | 'small' | 'absent'> {
  try {
    const touched = await db.write(viewer, (tx) =>
      tx.run(
        query
          .updateTable('circles')
          .set(columnsOf(form, place, place.timeZone ?? timeZone, cohort))
          .where('community_id', '=', viewer.communityId)
          .where('circle_id', '=', circleId)
          .where('closed_at', 'is', null),
      ),
    );
    return touched > 0 ? 'changed' : 'absent';
  } catch (error) {
    if (refusal(error) === 'unfit') return 'small';
    throw error;
  }
}

/** Ends a circle: from now on it is absent for everybody. */
export async function closeCircle(db: Database, viewer: Viewer, circleId: string): Promise<boolean> {
  return db.write(viewer, async (tx) => {
    const touched = await tx.run(
      query
        .updateTable('circles')
        .set({ closed_at: new Date() })
        .where('community_id', '=', viewer.communityId)
        .where('circle_id', '=', circleId)
        .where('closed_at', 'is', null),
    );
    return touched > 0;
  });
}
