import type { Slot } from '../../../matching/index.ts';

/** When somebody in the sample is there to call, by the clocks of Chicago. `by`: who does it every week; none: a gap. */
export const SHIFTS: { weekday: number; starts: string; minutes: number; by?: 'dana' | 'rosa' }[] = [
  { weekday: 2, starts: '19:00', minutes: 120, by: 'dana' },
  { weekday: 4, starts: '10:00', minutes: 120, by: 'rosa' },
  { weekday: 6, starts: '16:00', minutes: 120, by: 'dana' },
  { weekday: 7, starts: '20:00', minutes: 120 },
];

/** Who has been trained for calls. */
export const CALLERS = [
  { by: 'dana', languages: ['en'], trainedOn: '2026-09-12' },
  { by: 'rosa', languages: ['es', 'en'], trainedOn: '2026-09-12' },
] as const;

/** What Imani asks. A number that is nobody's: 555-01xx is kept for stories. */
export const IMANIS_CALL = {
  language: 'en',
  hours: [] as Slot[],
  topics: ['sleep', 'low-mood'],
  name: 'Imani',
  phone: '312 555 0148',
  line: 'I have not slept more than two hours in a row since October. I would like to hear a grown-up.',
  safe: 'Not while the baby naps, around two.',
  discreet: true,
  message: false,
  country: 'US',
  region: 'IL',
};
