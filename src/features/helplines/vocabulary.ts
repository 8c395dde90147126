/** What a helpline is for. */
export const CONCERNS = [
  'danger',
  'mood',
  'violence',
  'loss',
  'feeding',
  'poison',
  'child-safety',
  'substance',
  'parenting',
  'money',
  'lgbtq',
  'military',
  'general',
] as const;

export type Concern = (typeof CONCERNS)[number];
