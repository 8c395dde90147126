import type { Row } from './row.ts';

export const helplines: Row[] = [
  {
    route: 'GET /help-now',
    path: () => '/help-now?country=US&region=IL',
    expect: {
      nobody: 200,
      other: 200,
      outsider: 200,
      blocked: 200,
      member: 200,
      facilitator: 200,
      moderator: 200,
      admin: 200,
    },
    why: 'help is for anybody',
  },
];
