import { NOT_ALONE, type Topic } from '../../../matching/index.ts';
import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  CheckboxGroup,
  Disclosure,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
} from '../../../ui/index.ts';
import { BESIDE_LOSS } from '../../onboarding/index.ts';
import { typed } from '../forms.ts';
import { LIST } from '../paths.ts';
import { mayNotBeAlone, type Told } from '../prefill.ts';
import type { Wishes } from '../wait.ts';
import { MeetingFields, TopicFields } from './shared-fields.tsx';

interface Props {
  page: Page;
  kept: Wishes;
  told: Told;
  /** She is on the list already. */
  changes: boolean;
  raw?: Raw;
  errors?: Errors;
}

/** What she looks for in a circle, filled in with what she told us: most need only look it over. */
export function WaitFormPage({ page, kept, told, changes, raw, errors }: Props) {
  const { t } = page;
  const was = typed({ ...kept, maxMiles: kept.maxMiles ?? '' }, raw);
  const title = t(changes ? 'forming.form.change' : 'forming.form.title');
  const offered = told.gentle ? BESIDE_LOSS : undefined;
  return (
    <Layout page={page} title={title} current="circles" narrow>
      <PageHead
        title={title}
        lead={changes ? undefined : t('forming.form.lead')}
        back={{ href: LIST, label: t('forming.title') }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={`${LIST}/wishes`}>
        <MeetingFields page={page} was={was} errors={errors} />
        <TopicFields
          page={page}
          was={was}
          errors={errors}
          label={t('forming.form.topics')}
          hint={t('forming.form.topics-hint')}
          first={told.topics}
          offered={offered}
        />
        <NotAlone page={page} values={was.all('notAlone')} told={told} errors={errors} />
        <p class="quiet">{t('forming.form.who-sees')}</p>
        <Actions>
          <Button>{t(changes ? 'forming.form.keep' : 'forming.form.join')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

/** In what she would not be the only one: those things first of which she told us. */
function NotAlone({
  page,
  values,
  told,
  errors,
}: Pick<Props, 'page' | 'told' | 'errors'> & { values: string[] }) {
  const { t } = page;
  const offered: readonly Topic[] = told.gentle
    ? NOT_ALONE.filter((one) => BESIDE_LOSS.includes(one))
    : NOT_ALONE;
  const near: readonly Topic[] = mayNotBeAlone(told);
  const inSight = offered.filter((one) => near.includes(one) || values.includes(one));
  const options = (topics: readonly Topic[]) =>
    topics.map((value) => ({ value, label: t(`words.topic.${value}`) }));
  if (inSight.length > 0)
    return (
      <CheckboxGroup
        page={page}
        name="notAlone"
        label={t('forming.form.not-alone')}
        hint={t('forming.form.not-alone-hint')}
        options={options(inSight)}
        values={values}
        error={errors?.notAlone}
        optional
      />
    );
  return (
    <Disclosure summary={t('forming.form.not-alone')}>
      <CheckboxGroup
        page={page}
        name="notAlone"
        label={t('forming.form.not-alone')}
        hint={t('forming.form.not-alone-hint')}
        options={options(offered)}
        values={values}
        error={errors?.notAlone}
      />
    </Disclosure>
  );
}
