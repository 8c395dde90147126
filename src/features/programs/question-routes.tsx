import {
  type Ctx,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { requireProgram, UUID } from './access.ts';
import { questionSchema } from './forms.ts';
import { QuestionPage } from './pages/question-page.tsx';
import { QuestionsPage } from './pages/questions-page.tsx';
import { dropFrom, keepQuestion, moveUp } from './parts.ts';

const QUESTIONS = `/community/programs/:id{${UUID}}/questions` as const;
const QUESTION = `${QUESTIONS}/:question{${UUID}}` as const;

/** A program's own questions, in their order. */
export const questionRoutes = routes();

questionRoutes.get(QUESTIONS, async (c) =>
  c.html(<QuestionsPage page={c.get('page')} program={await requireProgram(c)} />),
);
questionRoutes.get(`${QUESTIONS}/new`, async (c) => c.html(await form(c)));
questionRoutes.post(QUESTIONS, (c) => keep(c));
questionRoutes.get(QUESTION, async (c) => c.html(await form(c)));
questionRoutes.post(QUESTION, (c) => keep(c));
questionRoutes.post(`${QUESTION}/removal`, (c) => change(c, dropFrom));
questionRoutes.post(`${QUESTION}/earlier`, (c) => change(c, moveUp));

const here = (id: string) => `/community/programs/${id}/questions`;

async function change(c: Ctx, verb: typeof dropFrom) {
  const program = await requireProgram(c);
  const question = c.req.param('question')!;
  const done = await c
    .get('db')
    .write(requireViewer(c), (tx) => verb(tx, 'program_questions', program.id, question));
  return done ? seeOther(c, here(program.id), 'programs.notice.kept') : notFound();
}

async function keep(c: Ctx) {
  const viewer = requireViewer(c);
  const program = await requireProgram(c);
  const read = await readForm(c, questionSchema);
  if (!read.ok) return c.html(await form(c, read), 422);
  const question = { id: c.req.param('question') ?? null, ...read.values };
  const done = await c.get('db').write(viewer, (tx) => keepQuestion(tx, viewer, program.id, question));
  if (done === 'absent') notFound();
  return seeOther(c, here(program.id), done === 'full' ? 'programs.notice.full' : 'programs.notice.kept');
}

async function form(c: Ctx, refused?: { raw: Raw; errors: Errors }) {
  const program = await requireProgram(c);
  const id = c.req.param('question');
  const question = id ? (program.questions.find((one) => one.id === id) ?? notFound()) : null;
  return <QuestionPage page={c.get('page')} program={program} question={question} {...refused} />;
}
