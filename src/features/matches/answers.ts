import type { Sentence } from '../../matching/index.ts';
import type { Program, Question } from '../programs/index.ts';

type Said = Readonly<Record<string, readonly string[]>>;

/** What somebody chose of a program's own questions, as the engine wants it; a choice that is no longer one is left out. */
export function answersFrom({ questions }: Pick<Program, 'questions'>, kept: unknown): Said {
  const said = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  return Object.fromEntries(
    questions.flatMap(({ id, choices }) => {
      const choice = said[id];
      return typeof choice === 'string' && choices.includes(choice) ? [[id, [choice]]] : [];
    }),
  );
}

/** The questions a mother is asked. */
export const questionsForMentees = ({ questions }: Pick<Program, 'questions'>): Question[] =>
  questions.filter(({ askedOf }) => askedOf !== 'mentor');

/** The field of a question in a form, and what was chosen there: {question id: choice}. */
export const fieldOf = (question: Pick<Question, 'id'>): string => `q-${question.id}`;
export const answersOf = (
  questions: readonly Question[],
  raw: Record<string, string | string[]>,
): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const choice = raw[fieldOf(question)];
      return typeof choice === 'string' && question.choices.includes(choice) ? [[question.id, choice]] : [];
    }),
  );

/** The engine knows a question by its id; a sentence says its words. */
export const asWorded = ({ questions }: Pick<Program, 'questions'>, sentences: Sentence[]): Sentence[] =>
  sentences.map((sentence) => {
    if (sentence.key !== 'mentoring-reasons.question') return sentence;
    const asked = questions.find(({ id }) => id === sentence.values.question);
    return asked ? { ...sentence, values: { ...sentence.values, question: asked.words } } : sentence;
  });
