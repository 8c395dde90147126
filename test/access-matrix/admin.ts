import type { Row } from './row.ts';

const page = {
  nobody: 303,
  other: 403,
  outsider: 403,
  blocked: 403,
  member: 403,
  facilitator: 403,
  moderator: 403,
  admin: 200,
};
const act = { ...page, nobody: 401, admin: 303 };

export const admin: Row[] = [
  { route: 'GET /community', path: () => '/community', expect: page },
  { route: 'GET /community/settings', path: () => '/community/settings', expect: page },
  {
    route: 'POST /community/settings',
    path: () => '/community/settings',
    form: {
      name: 'Lakeview Porch',
      postcode: '60657',
      languages: ['en', 'es'],
      charter: 'Be kind.',
      timeZone: 'America/Chicago',
    },
    expect: act,
  },
  { route: 'GET /community/people', path: () => '/community/people', expect: page },
  {
    route: 'POST /community/people/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/role',
    path: (world) => `/community/people/${world.people.vera.memberId}/role`,
    form: { role: 'member' },
    expect: act,
  },
];
