import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Chip,
  EmptyState,
  Form,
  Layout,
  type Page,
  PageHead,
  Stack,
} from '../../../ui/index.ts';
import type { Program, Question } from '../program.ts';

/** A program's questions in the order they are asked. */
export function QuestionsPage({ page, program }: { page: Page; program: Program }) {
  const { t } = page;
  const here = `/community/programs/${program.id}/questions`;
  return (
    <Layout page={page} title={t('programs.questions.title')} current="me">
      <PageHead
        title={t('programs.questions.title')}
        lead={t('programs.questions.lead')}
        back={{ href: `/community/programs/${program.id}`, label: program.name }}
      />
      {program.questions.length === 0 ? (
        <EmptyState title={t('programs.questions.none')} drawing="letter">
          <p>{t('programs.questions.none-text')}</p>
        </EmptyState>
      ) : (
        <Stack list>
          {program.questions.map((question, i) => (
            <QuestionCard page={page} here={here} question={question} first={i === 0} />
          ))}
        </Stack>
      )}
      <Actions>
        <ButtonLink href={`${here}/new`} icon="plus">
          {t('programs.questions.new')}
        </ButtonLink>
      </Actions>
    </Layout>
  );
}

function QuestionCard(p: { page: Page; here: string; question: Question; first: boolean }) {
  const { page, question } = p;
  const { t } = page;
  const href = `${p.here}/${question.id}`;
  const named = { name: question.words };
  return (
    <Card as="li">
      <div class="chips">
        <Chip tint="sky">{t(`programs.asked-of.${question.askedOf}`)}</Chip>
        {question.askedOf === 'both' && (
          <Chip tint="gold">{t(`programs.counts.${countsWord(question)}`)}</Chip>
        )}
      </div>
      <h2>{question.words}</h2>
      <p class="quiet">{question.choices.join(' · ')}</p>
      <Actions>
        <ButtonLink href={href} look="plain" icon="edit" label={t('programs.edit-named', named)}>
          {t('programs.edit')}
        </ButtonLink>
        {!p.first && (
          <Form page={page} action={`${href}/earlier`} inline>
            <Button look="text" label={t('programs.earlier-named', named)}>
              {t('programs.earlier')}
            </Button>
          </Form>
        )}
      </Actions>
    </Card>
  );
}

const COUNTS = ['nothing', 'little', 'some', 'much'] as const;

/** How much an answer in common counts, in a word. */
export const countsWord = ({ counts }: Pick<Question, 'counts'>): (typeof COUNTS)[number] =>
  COUNTS[counts] ?? 'nothing';
