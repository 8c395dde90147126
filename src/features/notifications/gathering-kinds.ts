import type { MessageKey } from '../../platform/i18n/index.ts';
import type { Kind, Pointers } from './kinds.ts';

const gathering = (n: Pointers): string =>
  `/gatherings/${n.gatheringId}${n.subjectId === n.gatheringId ? '' : `/occurrences/${n.subjectId}`}`;

const ofGathering = (words: MessageKey) =>
  ({ words, path: gathering, gathering: true, fromCommunity: true }) as const;

/** What is told of gatherings. */
export const GATHERING_KINDS = {
  // The subject is one time of a gathering, or the gathering as a whole.
  'gatherings.planned': { words: 'notifications.gathering-planned', path: gathering, gathering: true },
  'gatherings.changed': ofGathering('notifications.gathering-changed'),
  'gatherings.cancelled': ofGathering('notifications.gathering-cancelled'),
  'gatherings.merged': ofGathering('notifications.gathering-merged'),
  'gatherings.joined': ofGathering('notifications.gathering-joined'),
  'gatherings.reinstated': ofGathering('notifications.gathering-reinstated'),
  // Out of sight: it says when it would have been, and nothing else of it. Nobody sets out in vain: it waits for no digest.
  'gatherings.withdrawn': {
    words: 'notifications.gathering-withdrawn',
    path: (n) => `/gatherings/${n.subjectId}`,
    fromCommunity: true,
    timely: true,
  },
  'gatherings.yours': ofGathering('notifications.gathering-yours'),
  'gatherings.promoted': ofGathering('notifications.promoted'),
  'gatherings.company': ofGathering('notifications.company'),
  'gatherings.quiet': ofGathering('notifications.quiet-gathering'),
  'gatherings.reminder-day': { ...ofGathering('notifications.reminder-day'), timely: true },
  'gatherings.reminder-hours': { ...ofGathering('notifications.reminder-hours'), timely: true },
  // For whoever runs it: how many come.
  'gatherings.reminder-evening': { ...ofGathering('notifications.reminder-evening'), timely: true },
} as const satisfies Record<string, Kind>;
