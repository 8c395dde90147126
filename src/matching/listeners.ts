import { scoreOf, weigh } from './fit.ts';
import { amongBabies, type Known, know, noCommonLanguage } from './rules.ts';
import type { Seeker } from './seeker.ts';
import { isGrieving, type StageLimits, stageCloseness } from './stages.ts';
import { languageTerm, topicsValue } from './terms.ts';
import { LISTENER_WEIGHTS } from './weights.ts';
import type { Slot, Topic } from './words.ts';

/** Somebody in the circle who offered to be asked when a post waits for a first word. */
export interface Listener {
  id: string;
  /** What she told us of herself. */
  self: Seeker;
  /** The squares of her week grid that hold this moment, in her zone. */
  now: Slot[];
  /** In her quiet hours. */
  asleep: boolean;
  /** Within the days in which nobody is asked twice. */
  askedLately: boolean;
  /** When she was last asked, as a number that grows; null: never. */
  lastAsked: number | null;
  /** Either one has blocked the other, or she cannot see the post. */
  blocked: boolean;
}

/** What a circle or a post is made of. */
export type About = StageLimits & { topics: Topic[] };

/** Whom a mother whose only stage is loss is spared: she is never sent, unasked, to where babies are spoken of. */
export const isSpared = (self: Seeker, ...abouts: About[]): boolean =>
  abouts.some((about) => amongBabies(know(self), about));

/**
 * Whom to ask for a first word: at most `most`, best first. Whoever is asleep, blocked, was asked lately, shares no
 * language or would be hurt by it is never asked. Of equals the one asked longest ago, then by id: the order in which
 * listeners come never shows.
 */
export function chooseListeners(asker: Seeker, circle: About, listeners: Listener[], most: number): string[] {
  const known = know(asker);
  return listeners
    .filter((one) => mayBeAsked(known, circle, one))
    .map((one) => ({ one, score: scoreOf(termsOf(known, one)) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        (a.one.lastAsked ?? Number.NEGATIVE_INFINITY) - (b.one.lastAsked ?? Number.NEGATIVE_INFINITY) ||
        (a.one.id < b.one.id ? -1 : 1),
    )
    .slice(0, most)
    .map(({ one }) => one.id);
}

function mayBeAsked(asker: Known, circle: About, { self, ...one }: Listener): boolean {
  if (one.blocked || one.asleep || one.askedLately) return false;
  if (noCommonLanguage(asker, self.languages)) return false;
  const hers: About = { stages: asker.stages.map(({ kind }) => kind), topics: asker.seeker.topics };
  if (isSpared(self, circle, hers)) return false;
  // To somebody grieving, one who has been there must have been there. Not said is not the same as no.
  const said = self.topics.length > 0 || self.stages.some(({ kind }) => kind !== 'unsaid');
  return !asker.onlyGrieving || !said || isGrieving(self);
}

function termsOf(asker: Known, { self, now }: Listener) {
  const W = LISTENER_WEIGHTS;
  const both = asker.grieving && isGrieving(self);
  return [
    weigh('experience', W.experience, both ? 1 : topicsValue(asker, self.topics).value),
    weigh('stage', W.stage, sharesStage(asker, self) ? 1 : 0),
    weigh('awake', W.awake, now.some((slot) => self.free.includes(slot)) ? 1 : 0),
    languageTerm(asker, W.language, self.languages),
  ];
}

function sharesStage(asker: Known, self: Seeker): boolean {
  const stages = know(self).stages.map(({ kind }) => kind);
  return stages.length > 0 && ['kind', 'ages'].includes(stageCloseness(asker.stages, { stages }));
}
