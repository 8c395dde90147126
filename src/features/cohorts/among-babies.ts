import { isForLoss } from '../../matching/index.ts';
import type { Circle } from '../circles/index.ts';

/** Babies or pregnancies are what the circle is made of: a cohort, or one that says so of itself. */
export const isAmongBabies = (circle: Pick<Circle, 'born' | 'stages' | 'topics'>): boolean =>
  circle.born !== null ||
  (!isForLoss(circle) && circle.stages.some((stage) => stage === 'baby' || stage === 'expecting'));
