import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  Select,
  TextArea,
} from '../../../ui/index.ts';
import { DAYS } from '../forms.ts';

interface Props {
  page: Page;
  name: string;
  anonymous: boolean;
  back: string;
  refused?: { raw: Raw; errors: Errors };
}

/** Before somebody only reads for a while: what it does, and what she will be told. */
export function MutePage({ page, name, anonymous, back, refused }: Props) {
  const { t } = page;
  const title = t('safety.mute-title', { name });
  return (
    <Layout page={page} title={title} current="circles" narrow>
      <PageHead
        title={title}
        lead={t('safety.mute-lead')}
        back={{ href: back, label: t('safety.care-title') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      {anonymous && <p class="quiet">{t('safety.anonymous-hint')}</p>}
      <Form page={page} action={page.path}>
        <Select
          page={page}
          name="days"
          label={t('safety.mute-days')}
          options={DAYS.slice(0, 4).map((days) => ({
            value: days,
            label: t('safety.days-count', { days: Number(days) }),
          }))}
          value={String(refused?.raw.days ?? '3')}
          error={refused?.errors.days}
        />
        <TextArea
          page={page}
          name="why"
          label={t('safety.why')}
          hint={t('safety.mute-why-hint')}
          rows={3}
          maxlength={2000}
          value={String(refused?.raw.why ?? t('safety.mute-words'))}
          error={refused?.errors.why}
        />
        <Actions>
          <Button>{t('safety.mute')}</Button>
          <ButtonLink href={back} look="text">
            {t('safety.not-now')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
