import type { Row } from './row.ts';

/** Everybody's own plan and nobody else's. */
export const plan: Row[] = [
  {
    route: 'GET /plan',
    path: () => '/plan',
    expect: {
      nobody: 303,
      other: 200,
      outsider: 200,
      blocked: 200,
      member: 200,
      facilitator: 200,
      moderator: 200,
      admin: 200,
    },
  },
  {
    route: 'POST /plan/decisions',
    path: () => '/plan/decisions',
    form: { key: 'family:note:meal', state: 'done' },
    expect: {
      nobody: 401,
      other: 303,
      outsider: 303,
      blocked: 303,
      member: 303,
      facilitator: 303,
      moderator: 303,
      admin: 303,
    },
  },
];
