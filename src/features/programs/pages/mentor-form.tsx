import { TOPICS } from '../../../matching/index.ts';
import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  LongChoices,
  type Page,
  PageHead,
  RadioGroup,
  Section,
  TextArea,
  WeekGrid,
  written,
} from '../../../ui/index.ts';
import { languagesFor } from '../../onboarding/index.ts';
import { fieldOf, mentorsQuestions, ROOM } from '../forms.ts';
import type { MentorState, Said } from '../mentor.ts';
import type { Program } from '../program.ts';
import { AboutHerself } from './about-herself.tsx';
import { AgreeFields } from './agreement-page.tsx';
import { Shown } from './mentor-form-shown.ts';
import { RecoveredSince } from './recovered-since.tsx';

interface Props {
  page: Page;
  program: Program;
  /** What she said here, or elsewhere before. */
  kept: Said;
  /** What she is already; undefined: she applies for the first time. */
  state?: MentorState;
  raw?: Raw;
  errors?: Errors;
}

/** What a mentor says of herself: to apply, and later to change it. */
export function MentorFormPage({ page, program, kept, state, raw, errors }: Props) {
  const { t } = page;
  const changes = state === 'applied' || state === 'approved';
  const was = new Shown(kept, raw);
  const title = t(changes ? 'programs.form.change' : 'programs.form.title');
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead
        title={title}
        lead={t(changes ? 'programs.form.change-lead' : 'programs.form.lead', { name: program.name })}
        back={
          changes
            ? { href: `/programs/${program.id}/mentor`, label: t('programs.mentor.title') }
            : { href: `/programs/${program.id}`, label: program.name }
        }
      />
      <ErrorSummary page={page} errors={errors} ids={{ agreementVersion: 'f-agreed' }} />
      <Form page={page} action={`/programs/${program.id}/mentor`}>
        <CheckboxGroup
          page={page}
          name="experiences"
          label={t('programs.form.experiences')}
          options={TOPICS.map((value) => ({ value, label: t(`words.topic.${value}`) }))}
          values={was.list('experiences')}
          error={errors?.experiences}
        />
        {program.recoveredMonths !== null && (
          <RecoveredSince page={page} months={program.recoveredMonths} was={was} errors={errors} />
        )}
        <TextArea
          page={page}
          name="about"
          label={t('programs.form.about')}
          hint={t('programs.form.about-hint')}
          rows={4}
          maxlength={600}
          optional
          keepDraft
          value={was.text('about')}
          error={errors?.about}
        />
        <LongChoices
          page={page}
          name="languages"
          label={t('programs.form.languages')}
          options={languagesFor(page).map((value) => ({ value, label: t(`words.language.${value}`) }))}
          values={was.list('languages')}
          atOnce={4}
          more={{ summary: t('onboarding.hours.more'), label: t('onboarding.hours.more-label') }}
          error={errors?.languages}
        />
        <WeekGrid
          page={page}
          name="free"
          label={t('programs.form.free')}
          hint={t('programs.form.free-hint')}
          values={was.list('free')}
          error={errors?.free}
        />
        <Checkbox
          page={page}
          name="online"
          value="yes"
          label={t('programs.form.online')}
          hint={t('programs.form.online-hint')}
          checked={was.online}
        />
        {mentorsQuestions(program).map((question) => (
          <RadioGroup
            page={page}
            name={fieldOf(question)}
            label={question.words}
            options={question.choices.map((choice) => ({ value: choice, label: choice }))}
            value={was.answer(question.id)}
            optional
          />
        ))}
        <AboutHerself page={page} was={was} />
        {!changes && <Beginning page={page} program={program} was={was} errors={errors} />}
        <Actions>
          <Button>{t(changes ? 'programs.form.keep' : 'programs.form.apply')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

/** What is asked once: how much room, and the agreement. */
function Beginning({
  page,
  program,
  was,
  errors,
}: Pick<Props, 'page' | 'program' | 'errors'> & { was: Shown }) {
  const { t } = page;
  return (
    <>
      <RadioGroup
        page={page}
        name="capacity"
        label={t('programs.room.label')}
        hint={t('programs.room.hint')}
        options={ROOM.map((n) => ({ value: String(n), label: String(n) }))}
        value={was.text('capacity')}
        error={errors?.capacity}
      />
      <Section id="agreement" title={t('programs.agreement.title')}>
        <div class="prose">{written(program.agreement)}</div>
        <AgreeFields page={page} program={program} errors={errors} />
      </Section>
    </>
  );
}
