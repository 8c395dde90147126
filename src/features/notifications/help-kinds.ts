import type { Kind } from './kinds.ts';

/** What members are told of practical help and of those near them. */
export const HELP_KINDS = {
  // The subject is the member whose news they are, for a circle she shares them with.
  'people.update': {
    words: 'notifications.people-update',
    path: (n) => `/circles/${n.circleId}/near/${n.subjectId}`,
    who: 'subject',
  },
  'people.not-me': {
    words: 'notifications.people-not-me',
    path: (n) => `/people/${n.subjectId}`,
    fromCommunity: true,
  },
  // Never who: the letter may be read over her shoulder.
  'ecomap.quiet': { words: 'notifications.ecomap-quiet', path: () => '/ecomap', fromCommunity: true },
} as const satisfies Record<string, Kind>;
