import type { SeatingValues } from './seating-keys.ts';
import type { Day, HelpThing, Part, SayableStage, Topic } from './words.ts';

export type { SayableStage } from './words.ts';

type None = Record<string, never>;
type Named = { name: string };
type Shared = { count: number; first: Topic; second: Topic };
/** For whom it is written: the mother, the mentor, or the coordinator's board. */
type Read = { reader: 'mentee' | 'mentor' | 'board' };

/**
 * Every sentence the engine can ask for, with its values. Values named here are words of the engine, not text:
 * `speak` turns topics, stages, days, parts, languages and dates into the reader's words.
 */
export interface MessageValues extends SeatingValues {
  'plan-steps.reason.distance': { miles: number };
  'plan-steps.reason.distance-km': { km: number };
  'plan-steps.reason.same-region': None;
  'plan-steps.reason.online': None;
  'plan-steps.reason.ages': { from: number; to: number; unit: 'months' | 'years' };
  'plan-steps.reason.stage': { stage: SayableStage };
  'plan-steps.reason.topics': Shared;
  'plan-steps.reason.hours': { day: Day; part: Part };
  'plan-steps.reason.language': { language: string };
  'plan-steps.reason.childcare': None;
  'plan-steps.reason.free': None;
  'plan-steps.reason.faith': None;
  'plan-steps.reason.open': None;
  'plan-steps.reason.active': None;
  'plan-steps.reason.facilitator': Named;
  'plan-steps.reason.member': None;
  'plan-steps.reason.requested': None;
  'plan-steps.reason.none-near': None;
  'plan-steps.reason.none-yet': None;
  'plan-steps.reason.new-circles': None;
  'plan-steps.reason.form-ready': None;
  'plan-steps.reason.form-hours': { day: Day; part: Part };
  'plan-steps.reason.any-hour': None;
  'plan-steps.reason.remote': None;
  'plan-steps.reason.openings': { date: string };
  'plan-steps.reason.moderated': None;
  'plan-steps.reason.experience': Shared;
  'plan-steps.reason.hours-shared': { day: Day; part: Part };
  'plan-steps.reason.trained': None;
  'plan-steps.reason.offers': None;
  'plan-steps.reason.low-mood': None;
  'plan-steps.reason.doctor': None;
  'plan-steps.reason.pair': None;
  'plan-steps.reason.help-now': None;
  'plan-steps.reason.circle-knows': None;
  'plan-steps.reason.note-ready': None;
  'plan-steps.reason.calendar': None;
  'plan-steps.reason.you-said-practical': None;
  'plan-steps.reason.you-said-emotional': None;
  'plan-steps.reason.you-said-sleep': None;

  'plan-steps.reason.map-missing': None;
  'plan-steps.reason.map-takes': Named;
  'plan-steps.reason.map-thin.emotional': None;
  'plan-steps.reason.map-thin.practical': None;
  'plan-steps.reason.map-thin.informational': None;
  'plan-steps.reason.map-quiet': Named & { weeks: number };
  'plan-steps.loss.reason.map-quiet': Named;
  'plan-steps.tie.title': None;
  'plan-steps.tie.first': None;
  'plan-steps.loss.tie.title': None;
  'plan-steps.loss.tie.first': None;

  'plan-steps.join.title': Named;
  'plan-steps.join.first': None;
  'plan-steps.request.title': Named;
  'plan-steps.request.first': None;
  'plan-steps.charter.title': Named;
  'plan-steps.charter.first': None;
  'plan-steps.hello.title': Named;
  'plan-steps.hello.first': None;
  'plan-steps.answer.title': Named;
  'plan-steps.answer.first': None;
  'plan-steps.wait.title': None;
  'plan-steps.wait.first': None;
  'plan-steps.start.title': None;
  'plan-steps.start.title-topic': { topic: Topic };
  'plan-steps.start.title-online': None;
  'plan-steps.start.first': None;
  'plan-steps.online.title': Named;
  'plan-steps.online.first': None;
  'plan-steps.helpline.title': Named;
  'plan-steps.helpline.first': None;
  'plan-steps.service.title': Named;
  'plan-steps.service.first': None;
  'plan-steps.find.title': Named;
  'plan-steps.find.first': None;
  'plan-steps.doctor.title': None;
  'plan-steps.doctor.first': None;
  'plan-steps.help-now.title': None;
  'plan-steps.help-now.first': None;
  'plan-steps.peer.title': Named;
  'plan-steps.peer.first': None;
  'plan-steps.ask-circle.title': Named;
  'plan-steps.ask-circle.first': None;
  'plan-steps.pair.title': None;
  'plan-steps.pair.first': None;
  'plan-steps.prepare.first': None;
  'plan-steps.family.meal.title': None;
  'plan-steps.family.sleep-hour.title': None;
  'plan-steps.family.errand.title': None;
  'plan-steps.family.listen.title': None;
  'plan-steps.family.childcare.title': None;
  'plan-steps.family.first': None;
  'plan-steps.family.calendar.title': None;
  'plan-steps.family.calendar.first': None;

  'plan-steps.loss.reason.circle': None;
  'plan-steps.loss.reason.none-near': None;
  'plan-steps.loss.reason.none-yet': None;
  'plan-steps.loss.wait.title': None;
  'plan-steps.loss.wait.first': None;
  'plan-steps.loss.reason.peer': None;
  'plan-steps.loss.reason.service': None;
  'plan-steps.loss.reason.doctor': None;
  'plan-steps.loss.reason.note': None;
  'plan-steps.loss.reason.calendar': None;
  'plan-steps.loss.join.first': None;
  'plan-steps.loss.hello.title': Named;
  'plan-steps.loss.hello.first': None;
  'plan-steps.loss.start.title': None;
  'plan-steps.loss.start.title-online': None;
  'plan-steps.loss.start.first': None;
  'plan-steps.loss.pair.title': None;
  'plan-steps.loss.pair.first': None;
  'plan-steps.loss.doctor.title': None;
  'plan-steps.loss.doctor.first': None;
  'plan-steps.loss.prepare.first': None;
  'plan-steps.loss.family.company.title': None;
  'plan-steps.loss.family.meal.title': None;
  'plan-steps.loss.family.tell.title': None;
  'plan-steps.loss.family.first': None;
  'plan-steps.loss.family.calendar.title': None;
  'plan-steps.loss.family.calendar.first': None;

  'asks.reason.emotional': None;
  'asks.reason.practical': None;
  'asks.reason.informational': None;
  'asks.reason.volunteer': None;
  'asks.reason.thing': { thing: HelpThing };
  'asks.reason.distance': { miles: number };
  'asks.reason.distance-km': { km: number };
  'asks.reason.online': None;
  'asks.reason.hours': { day: Day; part: Part };
  'asks.reason.language': { language: string };

  'mentoring-reasons.experience': Shared & Read;
  'mentoring-reasons.loss': Read;
  'mentoring-reasons.hours': { day: Day; part: Part } & Read;
  'mentoring-reasons.near': { miles: number } & Read;
  'mentoring-reasons.near-km': { km: number } & Read;
  'mentoring-reasons.online': Read;
  'mentoring-reasons.language': { language: string } & Read;
  'mentoring-reasons.stage': { time: SayableStage } & Read;
  'mentoring-reasons.request': { asked: 'age' | 'faith' | 'culture' | 'identity' } & Read;
  'mentoring-reasons.question': { question: string } & Read;
  'mentoring-reasons.trained': Read;
  'mentoring-reasons.room': Read;
  'mentoring-reasons.keeps': { language: string; count: number };
  'mentoring-reasons.waiting.nobody': Read;
  'mentoring-reasons.waiting.language': Read;
  'mentoring-reasons.waiting.far': Read;
  'mentoring-reasons.waiting.hurts': Read;
  'mentoring-reasons.waiting.ruled-out': Read;
  'mentoring-reasons.waiting.apart': Read;
  'mentoring-reasons.waiting.not-ready': Read;
  'mentoring-reasons.waiting.full': Read;
}

export type PlanKey = keyof MessageValues;

/** One sentence: its key and the values that key needs. */
export type Message = { [K in PlanKey]: { key: K; values: MessageValues[K] } }[PlanKey];

/** A message, checked against the table above. */
export function say<K extends PlanKey>(
  key: K,
  ...[values]: MessageValues[K] extends None ? [] : [MessageValues[K]]
): Message {
  return { key, values: values ?? {} } as Message;
}
