import type { Row } from './row.ts';

const gone = {
  nobody: 404,
  other: 404,
  outsider: 404,
  blocked: 404,
  member: 404,
  facilitator: 404,
  moderator: 404,
  admin: 404,
};

export const setup: Row[] = [
  { route: 'GET /setup', path: () => '/setup?token=anything', expect: gone, why: 'the community is founded' },
  { route: 'POST /setup', path: () => '/setup', form: { token: 'anything' }, expect: gone },
];
