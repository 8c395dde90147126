import {
  Actions,
  Button,
  ErrorSummary,
  type Errors,
  Form,
  formatTime,
  Layout,
  type Page,
  PageHead,
  RadioGroup,
} from '../../../ui/index.ts';

interface Props {
  page: Page;
  said: 'no' | 'yes' | 'resting';
  /** 'YYYY-MM-DD' until which she rests. */
  resting: string | null;
  errors?: Errors;
}

/** Where she offers to be asked, and where she says that it is enough. */
export function ListeningPage({ page, said, resting, errors }: Props) {
  const { t } = page;
  const until = resting && formatTime({ ...page, timeZone: 'UTC' }, new Date(`${resting}T12:00:00Z`), 'date');
  const options = [
    { value: 'yes', label: t('first-reply.listen-yes') },
    ...(until ? [{ value: 'resting', label: t('first-reply.listen-resting', { date: until }) }] : []),
    { value: 'weeks', label: t('first-reply.listen-weeks') },
    { value: 'month', label: t('first-reply.listen-month') },
    { value: 'no', label: t('first-reply.listen-no') },
  ];
  return (
    <Layout page={page} title={t('first-reply.listen')} current="me" narrow>
      <PageHead
        title={t('first-reply.listen')}
        lead={t('first-reply.listen-lead')}
        back={{ href: '/me', label: t('ui.nav.me') }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/me/listening">
        <RadioGroup
          page={page}
          name="listening"
          label={t('first-reply.listen-ask')}
          hint={t('first-reply.listen-limits')}
          options={options}
          value={said}
          error={errors?.listening}
        />
        <Actions>
          <Button>{t('first-reply.save')}</Button>
        </Actions>
      </Form>
      <p class="quiet">{t('first-reply.listen-how')}</p>
    </Layout>
  );
}
