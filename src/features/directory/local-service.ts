import { sql } from 'kysely';
import type { ServiceOption, StageKind, Topic } from '../../matching/index.ts';
import { newId } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';

/** A service of an organisation near here, in HSDS terms, with who told us and when. */
export interface Service {
  id: string;
  name: string;
  organisation: string;
  organisationUrl: string | null;
  isSample: boolean;
  description: string;
  topics: Topic[];
  stages: StageKind[];
  languages: string[];
  cost: string;
  remote: boolean;
  phone: string | null;
  email: string | null;
  url: string | null;
  openingsOn: string | null;
  source: string;
  verifiedOn: string;
  reviewOn: string;
  /** Past its review date: shown as such. */
  overdue: boolean;
  placeName: string | null;
  country: string | null;
  region: string | null;
  latitude: number | null;
  longitude: number | null;
}

const MOST = 500;

const services = query
  .selectFrom('services as s')
  .innerJoin('organisations as o', (j) =>
    j.onRef('o.community_id', '=', 's.community_id').onRef('o.organisation_id', '=', 's.organisation_id'),
  )
  .leftJoin('locations as l', (j) =>
    j.onRef('l.community_id', '=', 's.community_id').onRef('l.service_id', '=', 's.service_id'),
  )
  .select([
    's.service_id as id',
    's.name',
    'o.name as organisation',
    'o.url as organisationUrl',
    'o.is_sample as isSample',
    's.description',
    's.topics',
    's.stages',
    's.languages',
    's.cost',
    's.remote',
    's.phone',
    's.email',
    's.url',
    sql<string | null>`s.openings_on`.as('openingsOn'),
    's.source',
    sql<string>`s.verified_on`.as('verifiedOn'),
    sql<string>`s.review_on`.as('reviewOn'),
    sql<boolean>`s.review_on < current_date`.as('overdue'),
    'l.place_name as placeName',
    'l.country',
    'l.region',
    'l.latitude',
    'l.longitude',
  ])
  .orderBy('s.name')
  .orderBy('s.service_id');

/** All of them, by name. */
export async function allServices(tx: Tx): Promise<Service[]> {
  return (await tx.all(services.limit(MOST))) as Service[];
}

export async function serviceById(tx: Tx, id: string): Promise<Service | undefined> {
  return (await tx.first(services.where('s.service_id', '=', id))) as Service | undefined;
}

/** The directory as the plan's engine wants it. */
export async function serviceOptions(tx: Tx): Promise<ServiceOption[]> {
  return (await allServices(tx)).map((s) => ({
    id: s.id,
    name: `${s.name}, ${s.organisation}`,
    topics: s.topics,
    stages: s.stages,
    languages: s.languages,
    country: s.country,
    region: s.region,
    latitude: s.latitude,
    longitude: s.longitude,
    remote: s.remote,
    helpline: false,
    alwaysOpen: false,
    openingsKnown: s.openingsOn,
    cost: null,
    source: 'directory',
  }));
}

export interface NewService
  extends Pick<
    Service,
    | 'name'
    | 'organisation'
    | 'description'
    | 'topics'
    | 'languages'
    | 'cost'
    | 'remote'
    | 'phone'
    | 'url'
    | 'source'
  > {
  place: {
    country: string;
    region: string | null;
    postcode: string;
    placeName: string | null;
    latitude: number | null;
    longitude: number | null;
  } | null;
  openings: boolean;
}

/** Adds a service checked today, to be looked at again in half a year. */
export async function addService(tx: Tx, viewer: Scope, s: NewService): Promise<string> {
  const { communityId } = viewer;
  const organisationId = newId();
  const serviceId = newId();
  await tx.run(
    query.insertInto('organisations').values({
      community_id: communityId,
      organisation_id: organisationId,
      name: s.organisation,
      url: s.url,
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
      url: s.url,
      source: s.source,
      openings_on: s.openings ? sql`current_date` : null,
      verified_on: sql`current_date`,
      review_on: sql`current_date + 182`,
    }),
  );
  if (s.place) {
    const { placeName, ...place } = s.place;
    await tx.run(
      query.insertInto('locations').values({
        community_id: communityId,
        location_id: newId(),
        service_id: serviceId,
        place_name: placeName,
        ...place,
      }),
    );
  }
  return serviceId;
}

/** Takes a service out, with its organisation when that was its last. False when it was not there to take. */
export async function removeService(tx: Tx, id: string): Promise<boolean> {
  const removed = await tx.run(query.deleteFrom('services').where('service_id', '=', id));
  await tx.run(
    query
      .deleteFrom('organisations as o')
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('services as s')
              .whereRef('s.organisation_id', '=', 'o.organisation_id')
              .select('s.service_id'),
          ),
        ),
      ),
  );
  return removed > 0;
}
