import type { Row } from './row.ts';

const everyMember = {
  other: 200,
  outsider: 200,
  blocked: 200,
  member: 200,
  facilitator: 200,
  moderator: 200,
  admin: 200,
};
const everyMemberOn = {
  other: 303,
  outsider: 303,
  blocked: 303,
  member: 303,
  facilitator: 303,
  moderator: 303,
  admin: 303,
};

/** Everybody answers for herself alone; what she said is shown to nobody else. */
export const onboarding: Row[] = [
  { route: 'GET /welcome', path: () => '/welcome', expect: { nobody: 303, ...everyMemberOn } },
  { route: 'GET /welcome/:step{[1-5]}', path: () => '/welcome/2', expect: { nobody: 303, ...everyMember } },
  {
    route: 'POST /welcome/:step{[1-5]}',
    path: () => '/welcome/3',
    form: { supports: 'practical' },
    expect: { nobody: 401, ...everyMemberOn },
  },
];
