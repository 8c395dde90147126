import { reasonsFor, type Sentence, suggestionsFor, type Topic, whyNobody } from '../../matching/index.ts';
import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Program } from '../programs/index.ts';
import { asWorded } from './answers.ts';
import { mentorsIn, type Offering, rulesOf, type Waiting, waitingIn } from './company.ts';
import type { Proposing } from './proposal.ts';
import { THINKING_MS } from './proposal.ts';

/** One of up to three mentors she may choose: why, and what the mentor says of herself. Neither name nor id. */
export interface Suggested {
  /** Stands for the mentor in the form; it opens nothing elsewhere. */
  token: string;
  reasons: Sentence[];
  about: string;
  experiences: Topic[];
  languages: string[];
  online: boolean | null;
}

interface Chosen extends Suggested {
  mentor: Offering;
  score: number;
}

/** Up to three for a request of hers that waits and that she chooses for herself; why, where there is nobody. */
export async function suggestedFor(
  tx: Tx,
  keys: Keyring,
  program: Program,
  requestId: string,
  now: Date,
): Promise<{ suggested: Suggested[]; why: Sentence | null }> {
  const { found, why } = await choices(tx, keys, program, requestId, now);
  return { suggested: found.map(({ mentor: _mentor, score: _score, ...shown }) => shown), why };
}

async function choices(tx: Tx, keys: Keyring, program: Program, requestId: string, now: Date) {
  const [waiting] = await waitingIn(tx, program, now, requestId);
  if (!waiting?.chooses || waiting.open) return { waiting, found: [] as Chosen[], why: null };
  const mentors = new Map((await mentorsIn(tx, program, requestId)).map((one) => [one.id, one]));
  const found = suggestionsFor(rulesOf(program), waiting, [...mentors.values()]).map(
    ({ mentorId, score, reasons }): Chosen => {
      const mentor = mentors.get(mentorId)!;
      const { words: about, experiences, languages, online } = mentor;
      const token = keys.sign('suggested-mentor', `${requestId} ${mentorId}`);
      return {
        token,
        reasons: asWorded(program, reasons),
        about,
        experiences,
        languages,
        online,
        mentor,
        score,
      };
    },
  );
  const why = found.length > 0 ? null : whyNobody(rulesOf(program), waiting, [...mentors.values()], 'mentee');
  return { waiting, found, why };
}

/** What to propose when she chooses one of those she was shown; null when that one is not among them any more. */
export async function chosenBy(
  tx: Tx,
  keys: Keyring,
  program: Program,
  requestId: string,
  token: string,
  now: Date,
): Promise<Proposing | null> {
  const { waiting, found } = await choices(tx, keys, program, requestId, now);
  const chosen = found.find((one) => one.token === token);
  return waiting && chosen ? proposing(program, waiting, chosen.mentor, chosen.score, now) : null;
}

/** A proposal with its sentences for each of its readers. */
export function proposing(
  program: Program,
  mentee: Waiting,
  mentor: Offering,
  score: number,
  now: Date,
): Proposing {
  const rules = rulesOf(program);
  const sentences = (reader: 'mentee' | 'mentor' | 'board') =>
    asWorded(program, reasonsFor(rules, mentee, mentor, reader));
  return {
    requestId: mentee.id,
    mentorId: mentor.id,
    score,
    why: { mentee: sentences('mentee'), mentor: sentences('mentor'), board: sentences('board') },
    until: new Date(now.getTime() + THINKING_MS),
  };
}
