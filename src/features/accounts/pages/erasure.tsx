import type { MessageKey } from '../../../platform/i18n/index.ts';
import type { Errors, Page } from '../../../ui/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  Form,
  Layout,
  PageHead,
  TextInput,
} from '../../../ui/index.ts';

const CONSEQUENCES: MessageKey[] = [
  'accounts.erase-what.posts',
  'accounts.erase-what.messages',
  'accounts.erase-what.answers',
  'accounts.erase-what.circles',
  'accounts.erase-what.account',
  'accounts.erase-what.reports',
  'accounts.erase-what.backups',
];

/** What happens when she goes, and the way to do it. */
export function ErasurePage({ page, errors }: { page: Page; errors?: Errors }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('accounts.erase')} current="me" narrow>
      <PageHead
        title={t('accounts.erase')}
        lead={t('accounts.erase-lead')}
        back={{ href: '/me', label: t('accounts.me') }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Card quiet as="div">
        <ul class="reasons">
          {CONSEQUENCES.map((key) => (
            <li>{t(key)}</li>
          ))}
        </ul>
      </Card>
      <Form page={page} action="/me/erasure" forgets>
        <TextInput
          page={page}
          name="word"
          label={t('accounts.erase-confirm', { word: t('accounts.erase-word') })}
          hint={t('accounts.erase-confirm-hint')}
          autocomplete="off"
          spellcheck={false}
          chars={12}
          error={errors?.word}
        />
        <Actions>
          <Button look="danger">{t('accounts.erase-do')}</Button>
          <ButtonLink href="/me/export/page" look="text">
            {t('accounts.erase-wait')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
