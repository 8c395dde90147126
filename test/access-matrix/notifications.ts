import type { Row } from './row.ts';

const members = {
  nobody: 303,
  other: 200,
  outsider: 200,
  blocked: 200,
  member: 200,
  facilitator: 200,
  moderator: 200,
  admin: 200,
};
const acts = {
  nobody: 401,
  other: 303,
  outsider: 303,
  blocked: 303,
  member: 303,
  facilitator: 303,
  moderator: 303,
  admin: 303,
};

export const notifications: Row[] = [
  { route: 'GET /notifications', path: () => '/notifications', expect: members },
  { route: 'POST /notifications/seen', path: () => '/notifications/seen', expect: acts },
];
