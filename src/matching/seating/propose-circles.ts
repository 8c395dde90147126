import { byCodePoint } from '../assignment/code-points.ts';
import { say } from '../keys.ts';
import type { SeatingInput, SeatingRound } from './seating.ts';

/** Circles from a waiting list: whom to seat with whom, led by whom, and when. The same whatever the order of the input. */
export function proposeCircles({ members }: SeatingInput): SeatingRound {
  const waiting = [...members]
    .sort((a, b) => byCodePoint(a.id, b.id))
    .map(({ id }) => ({
      id,
      why: 'few' as const,
      reason: say('seating-reasons.waiting.few', { reader: 'board' }),
      reasonForHer: say('seating-reasons.waiting.few', { reader: 'member' }),
    }));
  return { circles: [], waiting, total: 0, bound: null };
}
