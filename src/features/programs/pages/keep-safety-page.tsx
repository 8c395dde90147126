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
  TextArea,
} from '../../../ui/index.ts';
import type { Program } from '../program.ts';

interface Props {
  page: Page;
  program: Program;
  /** As they stand, or the draft of its kind. */
  words: string;
  raw?: Raw;
  errors?: Errors;
}

/** What a mentor of this program does when she is worried: the coordinators' own words. */
export function KeepSafetyPage({ page, program, words, raw, errors }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('programs.safety.title')} current="me">
      <PageHead
        title={t('programs.safety.title')}
        lead={t('programs.safety.lead')}
        back={{ href: `/community/programs/${program.id}`, label: program.name }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={`/community/programs/${program.id}/safety`}>
        <TextArea
          page={page}
          name="safety"
          label={t('programs.safety.words')}
          hint={t('programs.markdown-hint')}
          rows={16}
          maxlength={4000}
          optional
          value={raw ? String(raw.safety ?? '') : words}
          error={errors?.safety}
        />
        <Actions>
          <Button>{t('programs.keep')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
