import { translator } from '../../../platform/i18n/index.ts';
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
} from '../../../ui/index.ts';
import { KINDS } from '../program.ts';

interface Props {
  page: Page;
  /** The community's, its first one first. */
  languages: string[];
  errors?: Errors;
}

const WRITTEN_IN = ['en', 'es'] as const;

/** Which kind of program: each comes with everything it needs, to be changed at leisure. */
export function KindsPage({ page, languages, errors }: Props) {
  const { t } = page;
  const choices = languages.flatMap((one) => WRITTEN_IN.filter((language) => language === one));
  return (
    <Layout page={page} title={t('programs.new.title')} current="me" narrow>
      <PageHead
        title={t('programs.new.title')}
        lead={t('programs.new.lead')}
        back={{ href: '/community/programs', label: t('programs.kept.title') }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/community/programs">
        <RadioGroup
          page={page}
          name="kind"
          label={t('programs.new.kind')}
          options={KINDS.map((value) => ({
            value,
            label: t(`programs.kind.${value}`),
            hint: t(`programs.kind-hint.${value}`),
          }))}
          value="perinatal"
          error={errors?.kind}
        />
        {choices.length > 1 && (
          <RadioGroup
            page={page}
            name="language"
            label={t('programs.new.language')}
            options={choices.map((value) => ({ value, label: translator(value)(`words.language.${value}`) }))}
            value={choices[0]}
            error={errors?.language}
          />
        )}
        <Actions>
          <Button>{t('programs.new.make')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
