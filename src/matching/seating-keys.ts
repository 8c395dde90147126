import type { Day, Part, SayableStage, Topic } from './words.ts';

/** For one who is seated, or for the coordinator who seats. */
export type SeatingReader = 'member' | 'board';
type Read = { reader: SeatingReader };
/** How many of them did not say. */
type Unsaid = { unsaid: number };

/** The sentences of circles made from a waiting list, with their values. See keys.ts. */
export interface SeatingValues {
  'seating-reasons.language': { language: string } & Unsaid & Read;
  'seating-reasons.hours': { day: Day; part: Part } & Unsaid & Read;
  'seating-reasons.experience': { first: Topic; count: number } & Read;
  'seating-reasons.loss': { count: number } & Read;
  'seating-reasons.stage': { time: SayableStage; count: number } & Read;
  'seating-reasons.near': { miles: number } & Read;
  'seating-reasons.near-km': { km: number } & Read;
  'seating-reasons.online': { count: number } & Read;
  'seating-reasons.not-alone': Read;
  'seating-reasons.leads': { first: Topic } & Read;
  'seating-reasons.room': Read;
  'seating-reasons.waiting.facilitator': Read;
  'seating-reasons.waiting.language': Read;
  'seating-reasons.waiting.hours': Read;
  'seating-reasons.waiting.far': Read;
  'seating-reasons.waiting.apart': Read;
  'seating-reasons.waiting.stage': Read;
  'seating-reasons.waiting.alone': Read;
  'seating-reasons.waiting.few': Read;
  'seating-reasons.waiting.room': Read;
}
