import type { Message } from '../keys.ts';
import type { Day, FamilyPrompt, MeetingPlace, Part, StageKind, StepKind, Topic } from '../words.ts';

/** What pressing the step's button does. */
export const STEP_ACTIONS = [
  'join-circle',
  'ask-to-join',
  'read-charter',
  'say-hello',
  'answer-someone',
  'wait-for-circle',
  'start-circle',
  'open-online',
  'call-helpline',
  'call-service',
  'ask-doctor',
  'open-help',
  'meet-peer',
  'ask-circle',
  'ask-pair',
  'family-note',
  'make-help-calendar',
  'reach-tie',
] as const;
export type StepAction = (typeof STEP_ACTIONS)[number];

/** The start-a-circle form, half filled in from her answers. null: left to her. */
export interface CirclePrefill {
  stage: StageKind | null;
  topic: Topic | null;
  place: MeetingPlace;
  language: string | null;
  weekday: Day | null;
  part: Part | null;
  /** 'HH:MM', her zone. */
  startTime: string | null;
}

/** The form of a help calendar, half filled in from her answers. Its words are those of the help calendars. */
export interface CalendarPrefill {
  /** null: left to her. */
  occasion: 'birth' | 'nicu' | 'loss' | null;
  tasks: ('meal' | 'childcare' | 'laundry' | 'company' | 'night-feed')[];
}

/** One concrete thing to do toward people or help. Plain data: it may be stored as JSON. */
export interface Step {
  /** The same thing has the same key on every planning: 'circle:join:<id>', 'family:note:meal'. */
  key: string;
  kind: StepKind;
  action: StepAction;
  /** The circle, peer, service or community it is about. */
  subjectId: string | null;
  title: Message;
  /** At most four, the strongest first. */
  reasons: Message[];
  firstStep: Message;
  /** What the first step takes. */
  minutes: number;
  /** It needs no answer from anybody and no opening hours. */
  doableToday: boolean;
  /** 0..1, comparable within a kind only. */
  score: number;
  /** With 'start-circle'. */
  prefill: CirclePrefill | null;
  /** With 'make-help-calendar'. */
  calendar: CalendarPrefill | null;
  /** With 'family-note'. */
  prompt: FamilyPrompt | null;
}

/** What she decided about a step. Dates are ISO; `until` is the day a put-off step comes back. */
export interface Decision {
  state: 'done' | 'not-now' | 'declined';
  at: string;
  until?: string | null;
}
export type Decisions = ReadonlyMap<string, Decision>;

export interface Plan {
  /** Five to seven as a rule; the first is doable today. */
  steps: Step[];
  /** Every step she finished, newest first, whether or not its subject still exists. */
  done: { key: string; at: string }[];
  /** Put off, with the day each returns, soonest first. */
  putOff: { key: string; until: string }[];
  /** Kinds with no step left, because she has decided on everything there is. */
  setAside: StepKind[];
  /** She is grieving: the page around the steps must stay quiet too. */
  gentle: boolean;
}
