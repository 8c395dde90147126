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

/** Her own note and calendar: they show her circles and keep nothing. */
export const help: Row[] = ['/help/note', '/calendar'].map((path) => ({
  route: `GET ${path}`,
  path: () => path,
  expect: { nobody: 303, ...everyMember },
}));
