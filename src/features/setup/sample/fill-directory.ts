import { sql } from 'kysely';
import { newId } from '../../../platform/crypto/index.ts';
import { query } from '../../../platform/db/index.ts';
import { findPostcode } from '../../../platform/geo/index.ts';
import type { Cast } from './cast.ts';
import { type SampleService, SERVICES } from './directory.ts';

/** The invented services, marked as such, written down by the coordinator. */
export async function fillDirectory(cast: Cast): Promise<void> {
  await cast.as('admin');
  for (const service of SERVICES) await writeDown(cast, service);
}

async function writeDown({ tx, communityId }: Cast, s: SampleService): Promise<void> {
  const [organisationId, serviceId, locationId] = [newId(), newId(), newId()];
  const place = findPostcode('US', s.near)!;
  await tx.run(
    query.insertInto('organisations').values({
      community_id: communityId,
      organisation_id: organisationId,
      name: s.organisation,
      is_sample: true,
    }),
  );
  await tx.run(
    query.insertInto('services').values({
      community_id: communityId,
      service_id: serviceId,
      organisation_id: organisationId,
      name: s.name,
      description: s.description,
      topics: s.topics,
      languages: s.languages,
      cost: s.cost,
      remote: s.remote,
      phone: s.phone,
      openings_on: s.openings ? sql`current_date - 4` : null,
      source: 'Porchlight sample',
      verified_on: sql`current_date - 4`,
      review_on: sql`current_date + 176`,
    }),
  );
  await tx.run(
    query.insertInto('locations').values({
      community_id: communityId,
      location_id: locationId,
      service_id: serviceId,
      country: place.country,
      region: place.region,
      postcode: place.postcode,
      place_name: place.placeName,
      latitude: place.latitude,
      longitude: place.longitude,
    }),
  );
}
