import type { Errors, Page } from '../../../ui/index.ts';
import {
  asset,
  Button,
  Drawing,
  ErrorSummary,
  Form,
  Layout,
  PageHead,
  TextInput,
} from '../../../ui/index.ts';

interface SignInProps {
  page: Page;
  next: string;
  email?: string;
  errors?: Errors;
}

/** The door: an address, or a passkey where the browser has them. */
export function SignInPage({ page, next, email, errors }: SignInProps) {
  const { t } = page;
  return (
    <Layout
      page={page}
      title={t('accounts.sign-in')}
      description={t('accounts.sign-in-about')}
      narrow
      public
      head={<script type="module" src={asset('passkey.js')} />}
    >
      <Drawing name="porch" />
      <PageHead title={t('accounts.sign-in')} lead={t('accounts.sign-in-lead')} />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <TextInput
          page={page}
          name="email"
          type="email"
          inputmode="email"
          autocomplete="email"
          spellcheck={false}
          label={t('accounts.email')}
          hint={t('accounts.email-hint')}
          value={email}
          error={errors?.email}
        />
        <Button wide>{t('accounts.send-code')}</Button>
      </Form>
      <PasskeyDoor page={page} next={next} />
    </Layout>
  );
}

// Shown by src/browser/passkey.ts where the browser knows passkeys.
function PasskeyDoor({ page, next }: { page: Page; next: string }) {
  return (
    <div
      class="flow"
      hidden
      data-passkey-door
      data-next={next}
      data-csrf={page.csrf}
      data-failed={page.t('accounts.passkey-failed')}
    >
      <p class="quiet">{page.t('accounts.passkey-or')}</p>
      <Button type="button" look="plain" icon="passkey" wide data={{ 'passkey-sign-in': '' }}>
        {page.t('accounts.passkey-sign-in')}
      </Button>
      <p role="status" class="quiet" />
    </div>
  );
}
