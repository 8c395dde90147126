import type { Topic } from '../words.ts';

/** In what somebody may ask not to be the only one in a circle: what sets one apart where nobody shares it. */
export const NOT_ALONE = [
  'loss',
  'nicu',
  'low-mood',
  'twins',
  'single-parenting',
  'newly-arrived',
  'lgbtq',
  'adoption',
  'down-syndrome',
  'additional-needs',
  'faith',
  'self-employment',
  'returning-to-work',
  'pumping-at-work',
] as const satisfies readonly Topic[];
export type NotAlone = (typeof NOT_ALONE)[number];
