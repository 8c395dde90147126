import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  written,
} from '../../../ui/index.ts';
import type { Program } from '../program.ts';

interface Props {
  page: Page;
  program: Program;
  /** It has changed since she said yes, or she never did: she is asked now. */
  asked: boolean;
  errors?: Errors;
}

/** What both sides agree to, for anybody to read; and the yes of whoever is asked anew. */
export function AgreementPage({ page, program, asked, errors }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('programs.agreement.title')} current="me" narrow>
      <PageHead
        title={t('programs.agreement.title')}
        lead={asked ? t('programs.agreement.changed') : undefined}
        back={{ href: `/programs/${program.id}`, label: program.name }}
      />
      <ErrorSummary page={page} errors={errors} />
      <div class="prose">{written(program.agreement)}</div>
      {asked && (
        <Form page={page} action={`/programs/${program.id}/agreement`}>
          <AgreeFields page={page} program={program} errors={errors} />
          <Actions>
            <Button>{t('programs.agreement.yes')}</Button>
          </Actions>
        </Form>
      )}
      {asked && <p class="quiet">{t('programs.agreement.or-not')}</p>}
    </Layout>
  );
}

/** The yes to the words as they stand on this page. */
export function AgreeFields({ page, program, errors }: Pick<Props, 'page' | 'program' | 'errors'>) {
  return (
    <>
      <input type="hidden" name="agreementVersion" value={String(program.agreementVersion)} />
      <Checkbox
        page={page}
        name="agreed"
        value="yes"
        label={page.t('programs.agreement.agree')}
        error={errors?.agreed ?? errors?.agreementVersion}
      />
    </>
  );
}
