import type { Message, PlanKey, SayableStage } from './keys.ts';
import type { Day, HelpThing, Part, Topic } from './words.ts';

const TOPIC_KEYS = {
  sleep: 'plan-steps.topic.sleep',
  feeding: 'plan-steps.topic.feeding',
  'low-mood': 'plan-steps.topic.low-mood',
  nicu: 'plan-steps.topic.nicu',
  twins: 'plan-steps.topic.twins',
  'single-parenting': 'plan-steps.topic.single-parenting',
  'returning-to-work': 'plan-steps.topic.returning-to-work',
  'working-from-home': 'plan-steps.topic.working-from-home',
  'pumping-at-work': 'plan-steps.topic.pumping-at-work',
  'self-employment': 'plan-steps.topic.self-employment',
  'down-syndrome': 'plan-steps.topic.down-syndrome',
  'additional-needs': 'plan-steps.topic.additional-needs',
  adoption: 'plan-steps.topic.adoption',
  loss: 'plan-steps.topic.loss',
  faith: 'plan-steps.topic.faith',
  'newly-arrived': 'plan-steps.topic.newly-arrived',
  lgbtq: 'plan-steps.topic.lgbtq',
  'birth-recovery': 'plan-steps.topic.birth-recovery',
  relationship: 'plan-steps.topic.relationship',
  money: 'plan-steps.topic.money',
} as const satisfies Record<Topic, string>;

const STAGE_KEYS = {
  trying: 'plan-steps.stage.trying',
  expecting: 'plan-steps.stage.expecting',
  baby: 'plan-steps.stage.baby',
  toddler: 'plan-steps.stage.toddler',
  'school-age': 'plan-steps.stage.school-age',
  adopting: 'plan-steps.stage.adopting',
} as const satisfies Record<SayableStage, string>;

const DAY_KEYS = {
  1: 'plan-steps.day.1',
  2: 'plan-steps.day.2',
  3: 'plan-steps.day.3',
  4: 'plan-steps.day.4',
  5: 'plan-steps.day.5',
  6: 'plan-steps.day.6',
  7: 'plan-steps.day.7',
} as const satisfies Record<Day, string>;

const PART_KEYS = {
  morning: 'plan-steps.part.morning',
  afternoon: 'plan-steps.part.afternoon',
  evening: 'plan-steps.part.evening',
  night: 'plan-steps.part.night',
} as const satisfies Record<Part, string>;

const THING_KEYS = {
  meal: 'asks.things.meal',
  ride: 'asks.things.ride',
  childcare: 'asks.things.childcare',
  'sleep-hour': 'asks.things.sleep-hour',
  errand: 'asks.things.errand',
  laundry: 'asks.things.laundry',
  company: 'asks.things.company',
} as const satisfies Record<HelpThing, string>;

export type WordKey =
  | (typeof TOPIC_KEYS)[Topic]
  | (typeof THING_KEYS)[HelpThing]
  | (typeof STAGE_KEYS)[SayableStage]
  | (typeof DAY_KEYS)[Day]
  | (typeof PART_KEYS)[Part];

type Values = Record<string, string | number | Date>;
type Translate = (key: PlanKey | WordKey, values?: Values) => string;

const TOPIC_VALUES = new Set(['topic', 'first', 'second']);

/**
 * A message in the reader's words. `languageName` turns a code such as 'es' into its name ("Spanish"), which only
 * the caller's locale knows (Intl.DisplayNames); `questionName` a program's question into its short name.
 */
export function speak(
  message: Message,
  t: Translate,
  languageName: (code: string) => string,
  questionName: (id: string) => string = (id) => id,
): string {
  const spoken: Values = {};
  for (const [name, value] of Object.entries<string | number>(message.values)) {
    spoken[name] = name === 'question' ? questionName(String(value)) : wordFor(name, value, t, languageName);
  }
  return t(message.key, spoken);
}

function wordFor(
  name: string,
  value: string | number,
  t: Translate,
  languageName: (code: string) => string,
): string | number | Date {
  if (TOPIC_VALUES.has(name)) return t(TOPIC_KEYS[value as Topic]);
  if (name === 'thing') return t(THING_KEYS[value as HelpThing]);
  if (name === 'stage') return t(STAGE_KEYS[value as SayableStage]);
  if (name === 'day') return t(DAY_KEYS[Number(value) as Day]);
  if (name === 'part') return t(PART_KEYS[value as Part]);
  if (name === 'language') return languageName(String(value));
  // Noon in UTC is the same day from Hawaii to New Zealand's winter.
  if (name === 'date') return new Date(`${value}T12:00:00Z`);
  return value;
}
