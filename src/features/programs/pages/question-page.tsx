import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  RadioGroup,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { ASKED_OF, type Program, type Question } from '../program.ts';
import { countsWord } from './questions-page.tsx';

interface Props {
  page: Page;
  program: Program;
  /** Null: a new one. */
  question: Question | null;
  raw?: Raw;
  errors?: Errors;
}

/** One question: its words, whom it is asked of, what may be chosen, and how much it counts. */
export function QuestionPage({ page, program, question, raw, errors }: Props) {
  const { t } = page;
  const list = `/community/programs/${program.id}/questions`;
  const title = t(question ? 'programs.questions.one' : 'programs.questions.new');
  const value = (name: 'words' | 'askedOf' | 'counts', otherwise: string) =>
    String((raw ? raw[name] : question?.[name]) ?? otherwise);
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead title={title} back={{ href: list, label: t('programs.questions.title') }} />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={question ? `${list}/${question.id}` : list}>
        <TextInput
          page={page}
          name="words"
          label={t('programs.questions.words')}
          value={value('words', '')}
          maxlength={200}
          error={errors?.words}
        />
        <TextArea
          page={page}
          name="choices"
          label={t('programs.questions.choices')}
          hint={t('programs.questions.choices-hint')}
          rows={6}
          value={raw ? String(raw.choices ?? '') : (question?.choices.join('\n') ?? '')}
          error={errors?.choices}
        />
        <RadioGroup
          page={page}
          name="askedOf"
          label={t('programs.questions.asked-of')}
          options={ASKED_OF.map((one) => ({ value: one, label: t(`programs.asked-of.${one}`) }))}
          value={value('askedOf', 'both')}
          error={errors?.askedOf}
        />
        <RadioGroup
          page={page}
          name="counts"
          label={t('programs.questions.counts')}
          hint={t('programs.questions.counts-hint')}
          options={[0, 1, 2, 3].map((counts) => ({
            value: String(counts),
            label: t(`programs.counts.${countsWord({ counts })}`),
          }))}
          value={value('counts', '1')}
          error={errors?.counts}
        />
        <Actions>
          <Button>{t('programs.keep')}</Button>
          {question && (
            <Button look="text" formaction={`${list}/${question.id}/removal`} formnovalidate>
              {t('programs.questions.remove')}
            </Button>
          )}
        </Actions>
      </Form>
    </Layout>
  );
}
