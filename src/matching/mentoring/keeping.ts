import { say } from '../keys.ts';
import { baseLanguage } from '../rules.ts';
import type { Sentence } from './pair.ts';
import { UNIT } from './score-pair.ts';
import type { Hers, Theirs } from './sides.ts';
import type { Standing } from './standing.ts';
import { FEW_PLACES, KEEPS_FREE } from './weights.ts';

/** A language of a mentor, and in how many places it is still spoken. */
interface Spoken {
  language: string;
  places: number;
}

/**
 * What a round keeps free. A place with one of the last mentors who speak a language is dear to a mother who does not need
 * it: tomorrow somebody may ask who speaks nothing else. It takes nothing from how well two suit each other, forbids
 * nobody, and never leaves a mother without a mentor: it only chooses between those she can have.
 */
export class Keeping {
  /** By mentor, rarest first. */
  private readonly rarest: Spoken[][];

  /** `kept`: pairs that stand already. Their places count as if they were left, so that to keep a pair changes no price. */
  constructor(theirs: readonly Theirs[], kept: Standing['kept']) {
    const places = new Map<string, number>();
    const count = (spoken: readonly string[], more: number) => {
      for (const language of new Set(spoken)) places.set(language, (places.get(language) ?? 0) + more);
    };
    for (const { mentor, languages } of theirs) count(languages, Math.max(0, mentor.capacityLeft));
    for (const { mentor } of kept) count(mentor.languages.map(baseLanguage), 1);
    this.rarest = theirs.map(({ languages }) =>
      [...new Set(languages)]
        .map((language) => ({ language, places: places.get(language)! }))
        .sort((a, b) => a.places - b.places || (a.language < b.language ? -1 : 1)),
    );
  }

  /** What it costs to give this mentor to this mother, in UNITs. */
  price(hers: Hers, mentor: number): number {
    const spoken = this.notNeeded(hers, mentor);
    return spoken ? Math.round((UNIT * KEEPS_FREE) / (1 + spoken.places)) : 0;
  }

  /** For the coordinator: whom else that mentor may be the last for; null where there are others enough. */
  said(hers: Hers, mentor: number): Sentence | null {
    const spoken = this.notNeeded(hers, mentor);
    if (!spoken || spoken.places > FEW_PLACES) return null;
    return say('mentoring-reasons.keeps', { language: spoken.language, count: spoken.places });
  }

  private notNeeded({ known }: Hers, mentor: number): Spoken | undefined {
    return this.rarest[mentor]!.find(({ language }) => !known.languages.includes(language));
  }
}
