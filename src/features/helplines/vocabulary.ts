/** The words facts are filed under. Topics, stages and supports are the same as in onboarding and the plan. */
export const TOPICS = [
  'sleep',
  'feeding',
  'low-mood',
  'nicu',
  'twins',
  'single-parenting',
  'returning-to-work',
  'working-from-home',
  'down-syndrome',
  'additional-needs',
  'adoption',
  'loss',
  'faith',
  'newly-arrived',
  'lgbtq',
  'birth-recovery',
  'relationship',
  'money',
] as const;

export const STAGES = [
  'trying',
  'expecting',
  'baby',
  'toddler',
  'school-age',
  'adopting',
  'loss',
  'unsaid',
] as const;

export const SUPPORTS = ['emotional', 'practical', 'informational'] as const;

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

export type Topic = (typeof TOPICS)[number];
export type Stage = (typeof STAGES)[number];
export type Support = (typeof SUPPORTS)[number];
export type Concern = (typeof CONCERNS)[number];
