import type { Errors, Page } from '../../../ui/index.ts';
import {
  Actions,
  Button,
  Drawing,
  ErrorSummary,
  Form,
  Layout,
  PageHead,
  TextInput,
} from '../../../ui/index.ts';
import { CODE_MINUTES } from '../auth.ts';

interface CodeProps {
  page: Page;
  email: string;
  next: string;
  code?: string;
  errors?: Errors;
}

/** The code from the letter. */
export function CodePage({ page, email, next, code, errors }: CodeProps) {
  const { t } = page;
  return (
    <Layout page={page} title={t('accounts.code-title')} narrow>
      <Drawing name="letter" />
      <PageHead
        title={t('accounts.code-title')}
        lead={t('accounts.code-lead', { email, minutes: CODE_MINUTES })}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/sign-in/code">
        <TextInput
          page={page}
          name="code"
          label={t('accounts.code')}
          inputmode="numeric"
          autocomplete="one-time-code"
          chars={12}
          spellcheck={false}
          value={code}
          error={errors?.code}
        />
        <Button wide>{t('accounts.enter')}</Button>
      </Form>
      <NewCode page={page} email={email} next={next} />
      <p>
        <a href={next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'}>
          {t('accounts.other-email')}
        </a>
      </p>
    </Layout>
  );
}

/** Another letter to the same address. */
export function NewCode({ page, email, next }: { page: Page; email: string; next: string }) {
  return (
    <Form page={page} action="/sign-in" inline>
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="next" value={next} />
      <Actions>
        <span class="quiet">{page.t('accounts.no-code')}</span>
        <Button look="text">{page.t('accounts.send-new-code')}</Button>
      </Actions>
    </Form>
  );
}
