import { type MessageKey, translator } from '../../platform/i18n/index.ts';
import type { AskedOf, Kind } from './program.ts';

/** What a ready-made program is in numbers; its words stand in locales/…/program-drafts.json. */
interface Shape {
  promiseDays: number;
  firstContactHours: number;
  cadenceDays: number;
  weeks: number;
  recoveredMonths: number | null;
  needsReferences: boolean;
  notInDanger: boolean;
  /** The first week of each phase. */
  fromWeeks: readonly [number, number, number];
  questions: readonly [{ askedOf: AskedOf; counts: number }, { askedOf: AskedOf; counts: number }];
}

const BOTH_SOME = { askedOf: 'both', counts: 2 } as const;
const SHE_SAYS = { askedOf: 'mentee', counts: 0 } as const;
const BY_FORTNIGHT = {
  promiseDays: 14,
  firstContactHours: 96,
  cadenceDays: 14,
  weeks: 26,
  recoveredMonths: null,
} as const;

const SHAPES: Record<Kind, Shape> = {
  // A first contact within two days, weekly, twelve weeks and on; a mentor who has been well for a year.
  perinatal: {
    promiseDays: 7,
    firstContactHours: 48,
    cadenceDays: 7,
    weeks: 12,
    recoveredMonths: 12,
    needsReferences: true,
    notInDanger: true,
    fromWeeks: [1, 3, 12],
    questions: [BOTH_SOME, SHE_SAYS],
  },
  'return-to-work': {
    promiseDays: 14,
    firstContactHours: 72,
    cadenceDays: 7,
    weeks: 16,
    recoveredMonths: null,
    needsReferences: false,
    notInDanger: false,
    fromWeeks: [1, 5, 13],
    questions: [{ askedOf: 'both', counts: 3 }, SHE_SAYS],
  },
  'self-employment': {
    ...BY_FORTNIGHT,
    needsReferences: false,
    notInDanger: false,
    fromWeeks: [1, 5, 21],
    questions: [{ askedOf: 'both', counts: 3 }, SHE_SAYS],
  },
  career: {
    ...BY_FORTNIGHT,
    needsReferences: false,
    notInDanger: false,
    fromWeeks: [1, 5, 21],
    questions: [{ askedOf: 'both', counts: 3 }, SHE_SAYS],
  },
  neighbour: {
    promiseDays: 7,
    firstContactHours: 72,
    cadenceDays: 7,
    weeks: 8,
    recoveredMonths: null,
    needsReferences: true, // the two may go into each other's homes
    notInDanger: false,
    fromWeeks: [1, 3, 7],
    questions: [BOTH_SOME, { askedOf: 'both', counts: 1 }],
  },
  other: {
    promiseDays: 14,
    firstContactHours: 72,
    cadenceDays: 7,
    weeks: 12,
    recoveredMonths: null,
    needsReferences: false,
    notInDanger: false,
    fromWeeks: [1, 3, 11],
    questions: [BOTH_SOME, SHE_SAYS],
  },
};

type DraftLanguage = 'en' | 'es';

/** A whole program to begin with, in the community's language: every word of it is the coordinator's to change. */
export function draftOf(kind: Kind, language: DraftLanguage) {
  const t = translator(language);
  const { fromWeeks, questions, ...numbers } = SHAPES[kind];
  const lines = (key: MessageKey) => t(key).split('\n');
  return {
    ...numbers,
    name: t(`program-drafts.${kind}.name`),
    about: t(`program-drafts.${kind}.about`),
    agreement: t('program-drafts.agreement'),
    phases: ([1, 2, 3] as const).map((phase) => ({
      phase,
      name: t(`program-drafts.${kind}.phase-${phase}`),
      fromWeek: fromWeeks[phase - 1]!,
      guide: t(`program-drafts.${kind}.guide-${phase}`),
    })),
    questions: ([1, 2] as const).map((n) => ({
      ...questions[n - 1]!,
      words: t(`program-drafts.${kind}.question-${n}`),
      choices: lines(`program-drafts.${kind}.choices-${n}`),
    })),
    training: lines(`program-drafts.${kind}.training`),
  };
}

const safetyDraft = (kind: Kind, language: DraftLanguage): string =>
  translator(language)(`program-drafts.${kind}.safety`);

/** What a mentor does when she is worried: in the program's own words, else the draft of its kind as the reader speaks. */
export const safetyOf = ({ safety, kind }: { safety: string; kind: Kind }, locale: string): string =>
  safety || safetyDraft(kind, locale === 'es' ? 'es' : 'en');

/** What is kept of the words sent: nothing when they are the draft untouched, so every mentor reads it in her language. */
export function ownSafety(kind: Kind, words: string): string {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const untouched = (['en', 'es'] as const).some((one) => plain(safetyDraft(kind, one)) === plain(words));
  return untouched ? '' : words;
}
