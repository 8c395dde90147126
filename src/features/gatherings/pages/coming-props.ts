import type { Page } from '../../../ui/index.ts';
import type { OneTime } from '../access.ts';
import type { Standing } from '../standing.ts';

export interface ComingProps {
  page: Page;
  time: OneTime;
  standing: Standing;
}

/** No place to be had at once: all are taken, or people wait for those that are free. */
export const isFull = ({ occurrence: { capacity, seatsTaken, waiting } }: OneTime): boolean =>
  capacity !== null && (seatsTaken >= capacity || waiting > 0);
