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
