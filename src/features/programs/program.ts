import { sql } from 'kysely';
import { query, type Tx } from '../../platform/db/index.ts';

export const KINDS = [
  'perinatal',
  'return-to-work',
  'self-employment',
  'career',
  'neighbour',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

/** Who a question is asked of; what both are asked and answer alike may count for a match. */
export const ASKED_OF = ['mentee', 'mentor', 'both'] as const;
export type AskedOf = (typeof ASKED_OF)[number];

/** What a coordinator sees done before somebody becomes a mentor. */
export const CHECKS = ['interview', 'references', 'background', 'training'] as const;
export type CheckKind = (typeof CHECKS)[number];

export interface Phase {
  phase: number;
  name: string;
  /** The first week of it, from 1. */
  fromWeek: number;
  /** For the conversation, in Markdown. */
  guide: string;
}

export interface Question {
  id: string;
  askedOf: AskedOf;
  words: string;
  /** What may be chosen; an answer is one of these, as it is written here. */
  choices: string[];
  /** Nothing, a little, some, much. */
  counts: number;
}

export interface TrainingItem {
  id: string;
  name: string;
}

/** A mentoring program: the promise, the rules and the rhythm of it. */
export interface ProgramBasics {
  id: string;
  kind: Kind;
  name: string;
  about: string;
  /** Within so many days of asking she is matched, or told how it stands. */
  promiseDays: number;
  firstContactHours: number;
  cadenceDays: number;
  weeks: number;
  /** How long ago a mentor must have recovered; null: not asked. */
  recoveredMonths: number | null;
  needs: Record<CheckKind, boolean>;
  notInDanger: boolean;
  /** What a mentor does when she is worried, in Markdown; empty: as its kind usually does (see safetyOf). */
  safety: string;
  agreement: string;
  agreementVersion: number;
  /** What the coordinators changed of the engine's weights. */
  weights: Record<string, number>;
  nextRoundAt: Date | null;
  /** Null: being prepared. */
  openedAt: Date | null;
  closedAt: Date | null;
}

export interface Program extends ProgramBasics {
  phases: Phase[];
  questions: Question[];
  training: TrainingItem[];
}

export const isOpen = (program: Pick<ProgramBasics, 'openedAt' | 'closedAt'>): boolean =>
  program.openedAt !== null && program.closedAt === null;

const basics = () =>
  query.selectFrom('programs').select([
    'program_id as id',
    sql<Kind>`kind`.as('kind'),
    'name',
    'about',
    'promise_days as promiseDays',
    'first_contact_hours as firstContactHours',
    'cadence_days as cadenceDays',
    'weeks',
    'recovered_months as recoveredMonths',
    sql<
      ProgramBasics['needs']
    >`jsonb_build_object('interview', needs_interview, 'references', needs_references,
        'background', needs_background, 'training', needs_training)`.as('needs'),
    'not_in_danger as notInDanger',
    'safety',
    'agreement',
    'agreement_version as agreementVersion',
    sql<Record<string, number>>`weights`.as('weights'),
    'next_round_at as nextRoundAt',
    'opened_at as openedAt',
    'closed_at as closedAt',
  ]);

/** Programs that take mothers and mentors, as every member reads them. */
export const openPrograms = (tx: Tx): Promise<ProgramBasics[]> =>
  tx.all(
    basics()
      .where('opened_at', 'is not', null)
      .where('closed_at', 'is', null)
      .orderBy('opened_at')
      .orderBy('program_id'),
  );

/** Every program a coordinator looks after: those being prepared and those closed as well. */
export const allPrograms = (tx: Tx): Promise<ProgramBasics[]> =>
  tx.all(basics().orderBy('closed_at', 'desc').orderBy('created_at').orderBy('program_id'));

/** One program with its phases, questions and training; undefined where the reader may not know of it. */
export async function programOf(tx: Tx, id: string): Promise<Program | undefined> {
  const found = await tx.first(basics().where('program_id', '=', id));
  if (!found) return undefined;
  const [phases, questions, training] = [
    await phasesOf(tx, id),
    await questionsOf(tx, id),
    await trainingOf(tx, id),
  ];
  return { ...found, phases, questions, training };
}

const phasesOf = (tx: Tx, id: string): Promise<Phase[]> =>
  tx.all(
    query
      .selectFrom('program_phases')
      .select(['phase', 'name', 'from_week as fromWeek', 'guide'])
      .where('program_id', '=', id)
      .orderBy('phase'),
  );

const questionsOf = (tx: Tx, id: string): Promise<Question[]> =>
  tx.all(
    query
      .selectFrom('program_questions')
      .select(['question_id as id', sql<AskedOf>`asked_of`.as('askedOf'), 'words', 'choices', 'counts'])
      .where('program_id', '=', id)
      .orderBy('position')
      .orderBy('question_id'),
  );

const trainingOf = (tx: Tx, id: string): Promise<TrainingItem[]> =>
  tx.all(
    query
      .selectFrom('program_training')
      .select(['item_id as id', 'name'])
      .where('program_id', '=', id)
      .orderBy('position')
      .orderBy('item_id'),
  );

const A_WEEK = 7 * 86_400_000;

/** The week a pair is in: 1 from the moment it began. */
export const weekAt = (startedAt: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - startedAt.getTime()) / A_WEEK)) + 1;

/** The phase a pair is in, so many weeks after it began; undefined only where a program has none. */
export function phaseAt(program: Pick<Program, 'phases'>, startedAt: Date, now: Date): Phase | undefined {
  const week = weekAt(startedAt, now);
  const begun = program.phases.filter((phase) => phase.fromWeek <= week);
  return begun.toSorted((a, b) => b.fromWeek - a.fromWeek || b.phase - a.phase)[0] ?? program.phases[0];
}
