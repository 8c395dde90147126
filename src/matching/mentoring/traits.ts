import type { StageKind, Topic } from '../words.ts';

/** As much of an age as is ever kept: a band. */
export const AGE_BANDS = ['under-25', '25-34', '35-44', '45-over'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** What a mentor told about herself so that somebody who asks for it finds her. Whatever is left out counts for nothing. */
export interface About {
  ageBand?: AgeBand | null;
  /** As FAITHS spells it. */
  faith?: string | null;
  /** Codes of the community's own lists. */
  culture?: string[];
  identity?: string[];
}

/** What a mother would like in a mentor. Wishes: they weigh, and shut no door. */
export interface Requests {
  ages?: AgeBand[];
  /** As FAITHS spells it; 'any': a mentor with a faith, whichever. */
  faith?: string | null;
  culture?: string[];
  identity?: string[];
}
export const REQUEST_KINDS = ['age', 'faith', 'culture', 'identity'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/**
 * What somebody will not be brought together with: hard. Topics and stages are what the other has lived or lives. A mother
 * may also rule out ages and faiths; there is no way to rule out a people.
 */
export interface RuledOut {
  topics?: Topic[];
  stages?: StageKind[];
  ages?: AgeBand[];
  faiths?: string[];
}

/** Choices to a program's own questions, by the question's id. */
export type Answers = Readonly<Record<string, readonly string[]>>;
