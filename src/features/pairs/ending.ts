import type { Tx } from '../../platform/db/index.ts';

/** What she may say about why, if she likes. It is counted, and stands beside nobody's name. */
export const BECAUSE = ['hours', 'language', 'distance', 'click', 'pause', 'know'] as const;
export type Because = (typeof BECAUSE)[number];

/** The three short questions at the end, and what may be answered; an unanswered one is no answer. */
export const QUESTIONS = {
  helped: ['much', 'some', 'little'],
  often: ['right', 'more', 'less'],
  again: ['yes', 'perhaps', 'no'],
} as const;
export type Question = keyof typeof QUESTIONS;
export const ASKED = Object.keys(QUESTIONS) as Question[];

type End = 'rematch' | 'finished' | 'stopped';
const said = async (tx: Tx, text: string, values: unknown[]): Promise<boolean> =>
  (await tx.hot<{ done: boolean }>(text, values))[0]?.done === true;

/**
 * Ends a pair: 'rematch' without fault (the mother waits again, in her old place), 'finished', or 'stopped' (she looks for
 * nobody else). The database knows who may. False when there is nothing of hers to end.
 */
export async function endPair(
  tx: Tx,
  id: string,
  how: End,
  { because = [], stay = false, now = new Date() }: { because?: Because[]; stay?: boolean; now?: Date } = {},
): Promise<boolean> {
  const counted = because.filter((one) => one !== 'know');
  const over = await said(tx, 'SELECT access.end_pair($1, $2, $3, $4, $5) AS done', [
    id,
    how,
    counted,
    stay,
    now,
  ]);
  // Two who know each other are kept apart from now on, in every program.
  if (over && because.includes('know')) await said(tx, 'SELECT access.say_we_know($1) AS done', [id]);
  return over;
}

/** How she looks back on it: counted once, kept nowhere. */
export const lookBack = (
  tx: Tx,
  id: string,
  answers: Partial<Record<Question, string>>,
  now = new Date(),
): Promise<boolean> =>
  said(tx, 'SELECT access.look_back($1, $2, $3) AS done', [id, JSON.stringify(answers), now]);

/** The weeks are over and they go on; both are asked again four weeks later. */
export const goOn = (tx: Tx, id: string, now = new Date()): Promise<boolean> =>
  said(tx, 'SELECT access.go_on_together($1, $2) AS done', [id, now]);

export const SILENCE = ['yes', 'not-yet', 'someone-else'] as const;

/** The mentee's word on whether they are in touch. False when she is not asked. */
export const answerSilence = (
  tx: Tx,
  id: string,
  answer: (typeof SILENCE)[number],
  now = new Date(),
): Promise<boolean> => said(tx, 'SELECT access.answer_silence($1, $2, $3) AS done', [id, answer, now]);

/** The mentor is worried and would like a coordinator to call her. */
export const askCoordinator = (tx: Tx, id: string, now = new Date()): Promise<boolean> =>
  said(tx, 'SELECT access.ask_coordinator($1, $2) AS done', [id, now]);

/** A coordinator did. */
export const meetWorry = (tx: Tx, id: string, now = new Date()): Promise<boolean> =>
  said(tx, 'SELECT access.meet_worry($1, $2) AS done', [id, now]);

/** "Not this month": nobody new comes; those she keeps are told until when. False when she is no mentor there. */
export const rest = (
  tx: Tx,
  programId: string,
  keep: string[],
  until: Date,
  now = new Date(),
): Promise<boolean> =>
  said(tx, 'SELECT access.rest_from_mentoring($1, $2, $3, $4) AS done', [programId, keep, until, now]);
