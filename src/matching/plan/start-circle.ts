import { readSlot } from '../hours.ts';
import { type Message, say } from '../keys.ts';
import type { Known } from '../rules.ts';
import type { Day, MeetingPlace, Part, Topic } from '../words.ts';
import { stepOf } from './ladder.ts';
import type { CirclePrefill, Step } from './step.ts';

/** The parts of a day a circle is most often begun in, likeliest first, with an hour to start from. */
const HOURS: [Part, string][] = [
  ['evening', '19:00'],
  ['morning', '10:00'],
  ['afternoon', '14:00'],
  ['night', '22:00'],
];

/** Where nothing near fits: begin one, with the form half filled in from what she told us. Always possible. */
export function startStep(known: Known, kind: 'circle' | 'online', noneNear: boolean): Step {
  const prefill = prefillFor(known, kind);
  return stepOf({
    key: `${kind}:start`,
    kind,
    action: 'start-circle',
    title: startTitle(known, prefill),
    reasons: startReasons(known, prefill, noneNear),
    firstStep: say(known.grieving ? 'plan-steps.loss.start.first' : 'plan-steps.start.first'),
    minutes: 10,
    prefill,
  });
}

function prefillFor(known: Known, kind: 'circle' | 'online'): CirclePrefill {
  const stage = known.grieving ? 'loss' : (known.stages[0]?.kind ?? null);
  const topic: Topic | null = known.grieving ? 'loss' : (known.seeker.topics[0] ?? null);
  const hour = firstHour(known);
  return { stage, topic, place: placeFor(known, kind), language: known.seeker.languages[0] ?? null, ...hour };
}

function placeFor(known: Known, kind: 'circle' | 'online'): MeetingPlace {
  if (kind === 'online') return 'online';
  return known.seeker.meets === 'online' ? 'both' : 'in-person';
}

function firstHour(known: Known): { weekday: Day | null; part: Part | null; startTime: string | null } {
  const free = known.seeker.free.map(readSlot);
  for (const [part, startTime] of HOURS) {
    const days = free.filter((slot) => slot.part === part).map((slot) => slot.day);
    if (days.length > 0) return { weekday: Math.min(...days) as Day, part, startTime };
  }
  return { weekday: null, part: null, startTime: null };
}

function startTitle(known: Known, prefill: CirclePrefill): Message {
  const online = prefill.place === 'online';
  if (known.grieving)
    return say(online ? 'plan-steps.loss.start.title-online' : 'plan-steps.loss.start.title');
  if (online) return say('plan-steps.start.title-online');
  return prefill.topic
    ? say('plan-steps.start.title-topic', { topic: prefill.topic })
    : say('plan-steps.start.title');
}

function startReasons(known: Known, { weekday, part }: CirclePrefill, noneNear: boolean): Message[] {
  const none = known.grieving ? 'plan-steps.loss.reason.none-near' : 'plan-steps.reason.none-near';
  return [
    ...(noneNear ? [say(none)] : []),
    say('plan-steps.reason.form-ready'),
    ...(weekday && part ? [say('plan-steps.reason.form-hours', { day: weekday, part })] : []),
  ];
}
