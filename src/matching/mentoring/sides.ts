import { shiftSlots, zoneShift } from '../hours.ts';
import { baseLanguage, type Known, know } from '../rules.ts';
import { silentSeeker } from '../seeker.ts';
import { squares } from '../squares.ts';
import { type StageLimits, stageRank } from '../stages.ts';
import type { StageKind, Topic } from '../words.ts';
import type { Mentee } from './mentee.ts';
import type { Mentor } from './mentor.ts';
import { EXPERIENCE_WORTH } from './weights.ts';

type Lived = StageLimits & { topics: Topic[] };

/** A mother, with what every comparison asks of her worked out once. */
export interface Hers {
  mentee: Mentee;
  known: Known;
  /** What she named, and what her stages say without it. */
  topics: ReadonlySet<Topic>;
  /** Of all her topics together. */
  worth: number;
  free: number;
  ranks: number[];
  lived: Lived;
}

/** A mentor likewise. */
export interface Theirs {
  mentor: Mentor;
  self: Known;
  languages: string[];
  experiences: ReadonlySet<Topic>;
  ranks: number[];
  lived: Lived;
  /** Her free hours as squares of another zone's week. */
  freeIn: (zone: string | null | undefined) => number;
}

export function hersOf(mentee: Mentee): Hers {
  const known = know(mentee.self);
  const kinds = known.stages.map(({ kind }) => kind);
  const topics = withImplied(mentee.self.topics, kinds);
  return {
    mentee,
    known,
    topics,
    worth: worthOf(topics),
    free: squares(mentee.self.free),
    ranks: kinds.flatMap((kind) => stageRank(kind) ?? []),
    lived: { stages: kinds, topics: mentee.self.topics },
  };
}

export function theirsOf(mentor: Mentor, today: string): Theirs {
  const self = know({ ...silentSeeker(today), stages: mentor.stages });
  const kinds = self.stages.map(({ kind }) => kind);
  const byZone = new Map<string, number>();
  return {
    mentor,
    self,
    languages: mentor.languages.map(baseLanguage),
    experiences: withImplied(mentor.experiences, kinds),
    ranks: kinds.flatMap((kind) => stageRank(kind) ?? []),
    lived: { stages: kinds, topics: mentor.experiences },
    freeIn(zone) {
      const known = byZone.get(zone ?? '');
      if (known !== undefined) return known;
      const shifted = squares(shiftSlots(mentor.free, zoneShift(mentor.timeZone, zone, today)));
      byZone.set(zone ?? '', shifted);
      return shifted;
    },
  };
}

export const worthOf = (topics: Iterable<Topic>): number => {
  let worth = 0;
  for (const topic of topics) worth += EXPERIENCE_WORTH[topic];
  return worth;
};

/** What her stages say of her beside the topics she named. */
export function withImplied(topics: readonly Topic[], stages: readonly StageKind[]): ReadonlySet<Topic> {
  const all = new Set(topics);
  if (stages.includes('loss')) all.add('loss');
  if (stages.includes('adopting')) all.add('adoption');
  return all;
}
