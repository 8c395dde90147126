import type { Errors, Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  Layout,
  type Page,
  PageHead,
  PostText,
  RadioGroup,
  Section,
  TextArea,
} from '../../../ui/index.ts';
import { CareNote } from '../../danger/index.ts';
import type { Program } from '../../programs/index.ts';
import { fieldOf, questionsForMentees } from '../answers.ts';
import type { MenteeRequest } from '../request.ts';
import { WishFields } from './wish-fields.tsx';

interface Props {
  page: Page;
  program: Program;
  /** What she asked for before, when she changes it. */
  request?: MenteeRequest;
  note?: string;
  raw?: Raw;
  errors?: Errors;
}

/** "I would like someone": little is asked, all of it may be left open, and no name is told. */
export function AskingPage({ page, program, request, note = '', raw, errors }: Props) {
  const { t } = page;
  const here = `/programs/${program.id}/mentee`;
  const title = request ? t('matches.wishes.title') : t('matches.ask.title');
  const typed = (name: string) => (typeof raw?.[name] === 'string' ? (raw[name] as string) : undefined);
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead
        title={title}
        lead={request ? undefined : t('matches.ask.lead', { days: program.promiseDays })}
        back={
          request
            ? { href: here, label: t('matches.standing.title') }
            : { href: `/programs/${program.id}`, label: program.name }
        }
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={request ? `${here}/wishes` : here}>
        {!request && program.notInDanger && (
          <RadioGroup
            page={page}
            name="danger"
            label={t('matches.ask.danger')}
            hint={t('matches.ask.danger-hint')}
            options={(['no', 'yes'] as const).map((value) => ({
              value,
              label: t(`matches.ask.danger-${value}`),
            }))}
            value={typed('danger')}
            error={errors?.danger}
          />
        )}
        <RadioGroup
          page={page}
          name="chooses"
          label={t('matches.ask.chooses')}
          options={(['her', 'coordinator'] as const).map((value) => ({
            value,
            label: t(`matches.ask.chooses-${value}`),
            hint: t(`matches.ask.chooses-${value}-hint`),
          }))}
          value={typed('chooses') ?? (request?.chooses === false ? 'coordinator' : 'her')}
        />
        {questionsForMentees(program).map((question) => (
          <RadioGroup
            page={page}
            name={fieldOf(question)}
            label={question.words}
            optional
            options={question.choices.map((choice) => ({ value: choice, label: choice }))}
            value={typed(fieldOf(question)) ?? request?.answers[question.id]}
          />
        ))}
        <TextArea
          page={page}
          name="note"
          label={t('matches.ask.note')}
          hint={t('matches.ask.note-hint')}
          rows={3}
          optional
          value={typed('note') ?? note}
          error={errors?.note}
        />
        <WishFields page={page} request={request} raw={raw} errors={errors} />
        {!request && program.agreement && (
          <Section title={t('matches.ask.agreement')} id="agreement">
            <PostText text={program.agreement} />
            <input type="hidden" name="version" value={String(program.agreementVersion)} />
            <Checkbox
              page={page}
              name="agreed"
              label={t('matches.ask.agree')}
              value="yes"
              error={errors?.agreed}
            />
          </Section>
        )}
        <CareNote page={page} />
        <p class="quiet">{t('matches.ask.who-sees')}</p>
        <Actions>
          <Button>{request ? t('matches.wishes.keep') : t('matches.ask.do')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
