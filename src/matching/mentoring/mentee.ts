import type { Seeker } from '../seeker.ts';
import type { Answers, Requests, RuledOut } from './traits.ts';

/** Mentors she is never matched with, by id. Either side's block counts; so does either side's no. */
export interface Apart {
  blocked: ReadonlySet<string>;
  family: ReadonlySet<string>;
  /** Declined before, or parted from: nobody is asked twice. */
  declined: ReadonlySet<string>;
}

/** A mother who asks for a mentor, as plain data. Whatever she did not say counts against nobody. */
export interface Mentee {
  id: string;
  /** Stages, topics, languages, free hours, zone, place, how she meets and how far she goes; `today` in her zone. */
  self: Seeker;
  requests: Requests;
  ruledOut: RuledOut;
  apart: Apart;
  /** The day she asked, 'YYYY-MM-DD'. */
  waitingSince: string;
  answers: Answers;
}
