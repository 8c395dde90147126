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
} from '../../../ui/index.ts';
import { BESIDE_LOSS } from '../../onboarding/index.ts';
import { MANY, typed } from '../forms.ts';
import type { Offer } from '../lead.ts';
import { LEADING, LIST } from '../paths.ts';
import type { Told } from '../prefill.ts';
import { MeetingFields, TopicFields } from './shared-fields.tsx';

interface Props {
  page: Page;
  kept: Offer;
  told: Told;
  /** She has offered before, and stands by it. */
  changes: boolean;
  raw?: Raw;
  errors?: Errors;
}

/** An offer to look after a circle: when, where, for what, how many. */
export function LeadFormPage({ page, kept, told, changes, raw, errors }: Props) {
  const { t } = page;
  const was = typed({ ...kept, maxMiles: kept.maxMiles ?? '' }, raw);
  const title = t(changes ? 'forming.leading.change' : 'forming.leading.offer');
  return (
    <Layout page={page} title={title} current="circles" narrow>
      <PageHead
        title={title}
        lead={changes ? undefined : t('forming.leading.lead')}
        back={
          changes
            ? { href: LEADING, label: t('forming.leading.title') }
            : { href: LIST, label: t('forming.title') }
        }
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={LEADING}>
        <MeetingFields page={page} was={was} errors={errors} />
        <TopicFields
          page={page}
          was={was}
          errors={errors}
          label={t('forming.leading.topics')}
          hint={t('forming.leading.topics-hint')}
          first={kept.topics}
          offered={told.gentle ? BESIDE_LOSS : undefined}
        />
        <RadioGroup
          page={page}
          name="circles"
          label={t('forming.leading.many')}
          options={MANY.map((value) => ({ value, label: value }))}
          value={was.one('circles')}
          error={errors?.circles}
        />
        <p class="quiet">{t('forming.leading.who-sees')}</p>
        <Actions>
          <Button>{t(changes ? 'forming.leading.keep' : 'forming.leading.send')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
