/** What is gently put before the two: as they begin, on the way, toward the end. */
export type Stretch = 'begin' | 'way' | 'end';

/** Where a week of so many stands; past the last it is the end. */
export function stretchOf(week: number, weeks: number): Stretch {
  const gone = (week - 1) / weeks;
  return gone < 0.25 ? 'begin' : gone < 0.75 ? 'way' : 'end';
}
