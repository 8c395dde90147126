import { type Message, type PlanKey, say } from '../keys.ts';
import type { Known } from '../rules.ts';
import type { FamilyPrompt, StageKind, Topic } from '../words.ts';
import type { Climb } from './ladder.ts';
import { stepOf } from './ladder.ts';
import type { Step } from './step.ts';

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

/** Notes to one person of hers, the likeliest need first. Always possible: the note is ours, the person her choice. */
export const familyLadder = ({ known }: Climb): Step[] =>
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
