import { NIGHT_FEEDS } from '../kit/people.ts';
import type { Row } from './row.ts';

const members = {
  nobody: 303,
  outsider: 200,
  blocked: 200,
  member: 200,
  facilitator: 200,
  moderator: 200,
  admin: 200,
};

export const search: Row[] = [
  { route: 'GET /search', path: () => '/search?q=night', expect: { ...members, other: 200 } },
];

/** Within a circle only those who are in it. */
export const searchInCircle: Row[] = [
  {
    route: 'GET /search',
    path: () => `/search?q=night&in=${NIGHT_FEEDS}`,
    expect: { ...members, other: 404, outsider: 404, moderator: 404, admin: 404 },
  },
];
