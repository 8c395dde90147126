import { maya, nightFeeds } from '../examples.ts';
import type { CircleOption, PlanOptions } from '../options.ts';
import { DAYS, MEETING_PLACES, TOPICS } from '../words.ts';
import { makePlan } from './plan.ts';

/** Milliseconds to make one plan out of many circles: the median of some rounds. Goal: 5 000 in under 50 ms. */
export function benchPlan(circles = 5000, rounds = 15): number {
  const options: PlanOptions = { circles: spread(circles), peers: [], services: [], online: [] };
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    makePlan(maya, options);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

/** Circles over Chicago, differing in everything that is scored; the same on every run. */
function spread(count: number): CircleOption[] {
  return Array.from({ length: count }, (_, index) => ({
    ...nightFeeds,
    id: `circle-${index}`,
    latitude: 41.7 + (index % 97) / 200,
    longitude: -87.9 + (index % 89) / 200,
    ageFromMonths: index % 6,
    ageToMonths: 6 + (index % 12),
    topics: TOPICS.filter((_topic, at) => (index + at) % 5 === 0),
    place: MEETING_PLACES[index % 3] ?? 'both',
    weekday: DAYS[index % 7] ?? null,
    timeZone: index % 2 === 0 ? 'America/Chicago' : 'America/New_York',
  }));
}
