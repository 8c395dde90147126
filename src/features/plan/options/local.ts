import type { ServiceOption, StageKind, Topic } from '../../../matching/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { milesBetween, type Point } from '../../../platform/geo/index.ts';
import { type Reach, safeUrl, siteName, type WayTo } from './reach.ts';

interface ServiceRow {
  id: string;
  name: string;
  organisation: string;
  description: string;
  topics: Topic[];
  stages: StageKind[];
  languages: string[];
  cost: string;
  remote: boolean;
  phone: string | null;
  email: string | null;
  url: string | null;
  openings_on: string | null;
  source: string;
  verified_on: string;
  review_on: string;
  country: string | null;
  region: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** A directory larger than this is searched by her place first. */
const MOST_CONSIDERED = 400;
const DEGREES_NEAR = 0.8;

/** The community's own directory near her, each service at its nearest location. */
export async function localServices(tx: Tx, near: Point | null, today: string) {
  const rows = await tx.hot<ServiceRow>(
    `SELECT s.service_id AS id, s.name, o.name AS organisation, s.description, s.topics, s.stages, s.languages, s.cost,
       s.remote, s.phone, s.email, s.url, s.openings_on, s.source, s.verified_on, s.review_on,
       l.country, l.region, l.latitude, l.longitude
     FROM services s JOIN organisations o USING (community_id, organisation_id)
     LEFT JOIN locations l USING (community_id, service_id)
     WHERE s.remote OR $1::float8 IS NULL OR l.latitude IS NULL
       OR (abs(l.latitude - $1) < $3 AND abs(l.longitude - $2) < 2 * $3)
     ORDER BY s.openings_on DESC NULLS LAST, s.service_id LIMIT $4`,
    [near?.latitude ?? null, near?.longitude ?? null, DEGREES_NEAR, MOST_CONSIDERED],
  );
  const services = new Map<string, ServiceOption>();
  const reach = new Map<string, Reach>();
  for (const row of [...rows].sort((a, b) => far(a, near) - far(b, near))) {
    if (services.has(row.id)) continue;
    services.set(row.id, optionOf(row));
    reach.set(row.id, reachOf(row, today));
  }
  return { services: [...services.values()], reach };
}

function far({ latitude, longitude }: ServiceRow, near: Point | null): number {
  if (!near || latitude === null || longitude === null) return Number.MAX_VALUE;
  return milesBetween(near, { latitude, longitude });
}

function optionOf(row: ServiceRow): ServiceOption {
  const { id, topics, stages, languages, country, region, latitude, longitude, remote } = row;
  return {
    ...{ id, topics, stages, languages, country, region, latitude, longitude, remote },
    name: row.name.includes(row.organisation) ? row.name : `${row.name}, ${row.organisation}`,
    helpline: false,
    alwaysOpen: false,
    openingsKnown: row.openings_on,
    cost: row.cost === 'free' || row.cost === 'paid' ? row.cost : null,
    source: 'directory',
  };
}

function reachOf(row: ServiceRow, today: string): Reach {
  const ways: WayTo[] = [];
  const phone = row.phone?.replace(/[^+\d]/g, '');
  if (row.phone && phone) ways.push({ kind: 'call', value: phone, label: row.phone });
  const url = safeUrl(row.url);
  if (url) ways.push({ kind: 'web', value: url, label: siteName(url) });
  if (row.email) ways.push({ kind: 'mail', value: encodeURIComponent(row.email), label: row.email });
  return {
    what: row.description.length > 0 && row.description.length <= 200 ? row.description : '',
    first: null,
    minutes: null,
    ways,
    source: { name: row.source, url: null, verified: row.verified_on, overdue: row.review_on < today },
  };
}
