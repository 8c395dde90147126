import type { Language } from '../../language.ts';
import { absence } from './absence.ts';
import { baby } from './baby.ts';
import { grammar } from './grammar.ts';
import { idioms } from './idioms.ts';
import { oblique } from './oblique.ts';
import { plans } from './plans.ts';
import { psychosis } from './psychosis.ts';
import { readiness } from './readiness.ts';
import { guarded, spellings } from './spelling.ts';
import { suicide } from './suicide.ts';
import { violence } from './violence.ts';

export const english: Language = {
  grammar,
  cues: [...suicide, ...plans, ...baby, ...psychosis, ...violence, ...oblique, ...absence, ...readiness],
  idioms,
  spellings,
  guarded,
  sound: (word) => word,
};
