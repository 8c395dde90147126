import { type Message, type PlanKey, say } from '../keys.ts';
import type { Known } from '../rules.ts';
import type { FamilyPrompt, StageKind, Topic } from '../words.ts';
import type { Climb } from './ladder.ts';
import { stepOf } from './ladder.ts';
import type { CalendarPrefill, Step } from './step.ts';

const TITLES = {
  meal: 'plan-steps.family.meal.title',
  'sleep-hour': 'plan-steps.family.sleep-hour.title',
  errand: 'plan-steps.family.errand.title',
  listen: 'plan-steps.family.listen.title',
  childcare: 'plan-steps.family.childcare.title',
  'loss-company': 'plan-steps.loss.family.company.title',
  'loss-meal': 'plan-steps.loss.family.meal.title',
  'loss-tell': 'plan-steps.loss.family.tell.title',
} as const satisfies Record<FamilyPrompt, PlanKey>;

const WITH_CHILD: ReadonlySet<StageKind> = new Set(['baby', 'toddler', 'school-age', 'adopting']);
const LOSS_PROMPTS: FamilyPrompt[] = ['loss-company', 'loss-meal', 'loss-tell'];
/** What a topic of hers most often needs from somebody close. */
const PROMPT_TOPICS: [FamilyPrompt, Topic[]][] = [
  ['sleep-hour', ['sleep', 'twins', 'nicu']],
  ['listen', ['low-mood', 'relationship', 'newly-arrived']],
  [
    'childcare',
    ['returning-to-work', 'working-from-home', 'single-parenting', 'additional-needs', 'down-syndrome'],
  ],
  ['meal', ['feeding', 'birth-recovery', 'money']],
];

/** Hands from many at once where she asked for hands, then notes to one person of hers, the likeliest need first. Always possible: the note is ours, the person her choice. */
export function familyLadder({ known }: Climb): Step[] {
  const notes = notesFor(known);
  const calendar = calendarStep(known);
  if (!calendar) return notes;
  // Who asked to be heard too is heard first.
  const before = known.seeker.supports.includes('emotional') ? 1 : 0;
  return [...notes.slice(0, before), calendar, ...notes.slice(before)];
}

const notesFor = (known: Known): Step[] =>
  promptsFor(known).map((prompt) =>
    stepOf({
      key: `family:note:${prompt}`,
      kind: 'family',
      action: 'family-note',
      prompt,
      title: say(TITLES[prompt]),
      reasons: familyReasons(known, prompt),
      firstStep: say(known.grieving ? 'plan-steps.loss.family.first' : 'plan-steps.family.first'),
      minutes: 5,
    }),
  );

/** One link instead of many questions: what is wanted more than once is better shared out than asked for each time. */
function calendarStep(known: Known): Step | null {
  const { supports, helpCalendar } = known.seeker;
  if (!supports.includes('practical') || helpCalendar) return null;
  const sort = known.grieving ? 'plan-steps.loss' : 'plan-steps';
  return stepOf({
    key: 'family:help-calendar',
    kind: 'family',
    action: 'make-help-calendar',
    title: say(`${sort}.family.calendar.title`),
    reasons: [
      ...(known.grieving ? [] : [say('plan-steps.reason.you-said-practical')]),
      say(`${sort}.reason.calendar`),
    ],
    firstStep: say(`${sort}.family.calendar.first`),
    minutes: 5,
    calendar: calendarFor(known),
  });
}

function calendarFor(known: Known): CalendarPrefill {
  if (known.grieving) return { occasion: 'loss', tasks: ['meal', 'company'] };
  const { topics } = known;
  const has = (...kinds: StageKind[]) => known.stages.some(({ kind }) => kinds.includes(kind));
  const wanted: [CalendarPrefill['tasks'][number], boolean][] = [
    ['meal', true],
    ['childcare', has('toddler', 'school-age') || topics.has('single-parenting')],
    ['laundry', topics.has('twins') || topics.has('birth-recovery')],
    ['night-feed', has('baby') && topics.has('sleep')],
  ];
  const born = has('baby', 'expecting') || topics.has('birth-recovery');
  return {
    occasion: topics.has('nicu') ? 'nicu' : born ? 'birth' : null,
    tasks: wanted.flatMap(([task, is]) => (is ? [task] : [])),
  };
}

function promptsFor(known: Known): FamilyPrompt[] {
  if (known.grieving) return LOSS_PROMPTS;
  const asked = PROMPT_TOPICS.filter(([, topics]) => topics.some((topic) => known.topics.has(topic)));
  const heard: FamilyPrompt[] = known.seeker.supports.includes('emotional') ? ['listen'] : [];
  const wished = [...asked.map(([prompt]) => prompt), ...heard, 'meal', 'sleep-hour', 'listen', 'errand'];
  // To be listened to is not what she asked for who asked for hands.
  const hands = known.seeker.supports.includes('practical') && heard.length === 0;
  if (hands) wished.sort((a, b) => Number(a === 'listen') - Number(b === 'listen'));
  const withChild = known.stages.some((stage) => WITH_CHILD.has(stage.kind));
  return [...new Set(wished as FamilyPrompt[])].filter((prompt) => prompt !== 'childcare' || withChild);
}

function familyReasons(known: Known, prompt: FamilyPrompt): Message[] {
  if (known.grieving) return [say('plan-steps.loss.reason.note')];
  const { supports } = known.seeker;
  const reasons: Message[] = [];
  if (prompt === 'sleep-hour' && known.topics.has('sleep'))
    reasons.push(say('plan-steps.reason.you-said-sleep'));
  else if (prompt === 'listen' && supports.includes('emotional')) {
    reasons.push(say('plan-steps.reason.you-said-emotional'));
  } else if (prompt !== 'listen' && supports.includes('practical')) {
    reasons.push(say('plan-steps.reason.you-said-practical'));
  }
  return [...reasons, say('plan-steps.reason.note-ready')];
}
