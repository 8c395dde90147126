import type { Kind, Pointers } from './kinds.ts';

const hers = (n: Pointers): string => `/callbacks/requests/${n.subjectId}`;
const desk = (): string => '/community/callbacks';

/** About calls that were asked for. None of them says who, about what, or a number. */
export const CALLBACK_KINDS = {
  'callbacks.waiting': {
    words: 'notifications.callback-waiting',
    path: () => '/callbacks',
    timely: true,
    fromCommunity: true,
  },
  'callbacks.given': {
    words: 'notifications.callback-given',
    path: (n) => `/callbacks/calls/${n.subjectId}`,
    timely: true,
    fromCommunity: true,
  },
  'callbacks.withdrawn': {
    words: 'notifications.callback-withdrawn',
    path: () => '/callbacks',
    fromCommunity: true,
  },
  'callbacks.swapped': {
    words: 'notifications.callback-swapped',
    path: () => '/callbacks/rota',
    fromCommunity: true,
  },
  'callbacks.taken': { words: 'notifications.callback-taken', path: hers, timely: true, fromCommunity: true },
  'callbacks.tried': { words: 'notifications.callback-tried', path: hers, timely: true, fromCommunity: true },
  'callbacks.unreached': { words: 'notifications.callback-unreached', path: hers, fromCommunity: true },
  'callbacks.next-step': { words: 'notifications.callback-next-step', path: hers, fromCommunity: true },
  'callbacks.overdue': {
    words: 'notifications.callback-overdue',
    path: desk,
    timely: true,
    fromCommunity: true,
  },
  'callbacks.offered': {
    words: 'notifications.callback-offered',
    path: () => '/callbacks/new',
    fromCommunity: true,
  },
  'callbacks.uncovered': { words: 'notifications.callback-uncovered', path: desk, fromCommunity: true },
  'callbacks.urgent': {
    words: 'notifications.callback-urgent',
    path: desk,
    urgent: true,
    fromCommunity: true,
  },
} as const satisfies Record<string, Kind>;
