/** The words of the engine: exact strings shared by the forms, the tables and the scores. */

export const STAGE_KINDS = [
  'trying',
  'expecting',
  'baby',
  'toddler',
  'school-age',
  'adopting',
  'loss',
  'unsaid',
] as const;
export type StageKind = (typeof STAGE_KINDS)[number];
/** Loss and silence are never said aloud as a stage. */
export type SayableStage = Exclude<StageKind, 'loss' | 'unsaid'>;

export const TOPICS = [
  'sleep',
  'feeding',
  'low-mood',
  'nicu',
  'twins',
  'single-parenting',
  'returning-to-work',
  'working-from-home',
  'pumping-at-work',
  'self-employment',
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
export type Topic = (typeof TOPICS)[number];

export const SUPPORTS = ['emotional', 'practical', 'informational'] as const;
export type Support = (typeof SUPPORTS)[number];

/** Monday is 1, Sunday is 7. */
export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Day = (typeof DAYS)[number];

/** Parts of a day: morning 5-12, afternoon 12-17, evening 17-22, night 22-5. */
export const PARTS = ['morning', 'afternoon', 'evening', 'night'] as const;
export type Part = (typeof PARTS)[number];

/** One square of the coarse week grid, such as '2-evening'. */
export type Slot = `${Day}-${Part}`;
export const SLOTS: readonly Slot[] = DAYS.flatMap((day) => PARTS.map((part): Slot => `${day}-${part}`));

/** How something meets. */
export const MEETING_PLACES = ['in-person', 'online', 'both'] as const;
export type MeetingPlace = (typeof MEETING_PLACES)[number];

export const STEP_KINDS = ['circle', 'online', 'professional', 'peer', 'family'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What a note to one person of hers may ask for. The loss ones are only for somebody grieving. */
export const FAMILY_PROMPTS = [
  'meal',
  'sleep-hour',
  'errand',
  'listen',
  'childcare',
  'loss-company',
  'loss-meal',
  'loss-tell',
] as const;
export type FamilyPrompt = (typeof FAMILY_PROMPTS)[number];

/** Languages a person or a circle may speak; each has its name under `words.language.*`. */
export const LANGUAGES = [
  'en',
  'es',
  'pl',
  'zh',
  'ar',
  'uk',
  'fr',
  'ht',
  'vi',
  'tl',
  'hi',
  'ur',
  'ru',
  'pt',
  'ko',
  'asl',
] as const;
export type Language = (typeof LANGUAGES)[number];

/** Faiths a circle may be based on, with names under `words.faith.*`; 'any' welcomes all of them. */
export const FAITHS = ['any', 'christian', 'catholic', 'jewish', 'muslim', 'hindu', 'buddhist'] as const;
export type Faith = (typeof FAITHS)[number];

/** What hands can do. */
export const HELP_THINGS = [
  'meal',
  'ride',
  'childcare',
  'sleep-hour',
  'errand',
  'laundry',
  'company',
] as const;
export type HelpThing = (typeof HELP_THINGS)[number];

/** What somebody who helps would rather not: be alone with children, go into homes, be asked at night, speak of loss. */
export const HELP_LIMITS = ['children', 'homes', 'nights', 'loss'] as const;
export type HelpLimit = (typeof HELP_LIMITS)[number];

/** How soon something is needed. */
export const NEEDED = ['now', 'today', 'week', 'at'] as const;
export type Needed = (typeof NEEDED)[number];
