import type { Kind, Pointers } from './kinds.ts';

const match = (n: Pointers): string => `/matches/${n.subjectId}`;
const asked = (n: Pointers): string => `/programs/${n.subjectId}/mentee`;
const board = (n: Pointers): string => `/community/programs/${n.subjectId}/board`;

/** What is told on the way to a mentor. The community speaks: nobody is named before both said yes. */
export const MATCH_KINDS = {
  'matches.asked': { words: 'notifications.match-asked', path: board, fromCommunity: true },
  'matches.proposed': { words: 'notifications.match-proposed', path: match, fromCommunity: true },
  'matches.mentor-wanted': { words: 'notifications.match-wanted', path: match, fromCommunity: true },
  'matches.not-this-one': { words: 'notifications.match-not-this-one', path: asked, fromCommunity: true },
  'matches.went-elsewhere': {
    words: 'notifications.match-elsewhere',
    path: () => '/matches',
    fromCommunity: true,
  },
  'matches.program-closed': {
    words: 'notifications.match-program-closed',
    path: () => '/matches',
    fromCommunity: true,
  },
  'matches.paired': {
    words: 'notifications.match-paired',
    path: (n) => `/pairs/${n.subjectId}`,
    fromCommunity: true,
  },
  'matches.takes-longer': { words: 'notifications.match-longer', path: asked, fromCommunity: true },
  'matches.waits-first': { words: 'notifications.match-waits-first', path: asked, fromCommunity: true },
  'matches.first-in-line': { words: 'notifications.match-first-in-line', path: board, fromCommunity: true },
  'matches.overdue': { words: 'notifications.match-overdue', path: board, fromCommunity: true },
} as const satisfies Record<string, Kind>;
