import type { Kind, Pointers } from './kinds.ts';

const pair = (n: Pointers): string => `/pairs/${n.subjectId}`;
/** What the coordinators are told of names nobody: which pair it is stands on the program's own page. */
const pairs = (n: Pointers): string => `/community/programs/${n.subjectId}/pairs`;

/** About two whom a mentoring program brought together. The subject is the pair, or the program for its coordinators. */
export const MENTORING_KINDS = {
  'mentoring.may-be-waiting': { words: 'notifications.pair-may-be-waiting', path: pair, who: 'subject' },
  'mentoring.in-touch': { words: 'notifications.pair-in-touch', path: pair, who: 'subject' },
  'mentoring.weeks-over': { words: 'notifications.pair-weeks-over', path: pair, who: 'subject' },
  'mentoring.rests': { words: 'notifications.pair-rests', path: pair, who: 'subject' },
  'mentoring.parted': { words: 'notifications.pair-parted', path: pair, who: 'subject' },
  'mentoring.finished': { words: 'notifications.pair-finished', path: pair, who: 'subject' },
  'mentoring.other-left': {
    words: 'notifications.pair-other-left',
    path: () => '/pairs',
    fromCommunity: true,
  },
  'mentoring.been-there': {
    words: 'notifications.pair-been-there',
    path: () => '/pairs',
    fromCommunity: true,
  },
  'mentoring.quiet': { words: 'notifications.pair-quiet', path: pairs, fromCommunity: true },
  'mentoring.worried': {
    words: 'notifications.pair-worried',
    path: pairs,
    timely: true,
    fromCommunity: true,
  },
} as const satisfies Record<string, Kind>;
