import type { Kind, Pointers } from './kinds.ts';

const ask = (n: Pointers): string => `/asks/${n.subjectId}`;
const talk = (n: Pointers): string => `/messages/${n.subjectId}`;

/** About what somebody asks for, and those who can. Whether it still stands is asked again whenever it is shown or sent. */
export const ASK_KINDS = {
  // Somebody needs what she offers; who, she learns with her yes. The subject is the introduction.
  'asks.introduced': {
    words: 'notifications.ask-introduced',
    path: (n) => `/asks/introductions/${n.subjectId}`,
  },
  // The subject of these two is the talk of the two.
  'asks.accepted': { words: 'notifications.ask-accepted', path: talk, who: 'subject' },
  'asks.thanked': { words: 'notifications.ask-thanked', path: talk, who: 'subject' },
  'asks.person-yes': { words: 'notifications.ask-person-yes', path: ask },
  'asks.person-no': { words: 'notifications.ask-person-no', path: ask },
  'asks.follow-up': { words: 'notifications.ask-follow-up', path: ask },
} as const satisfies Record<string, Kind>;
