import type { Page } from '../../../ui/index.ts';
import { Button, Form, formatTime, Note } from '../../../ui/index.ts';
import type { Passkey } from '../mine.ts';

interface PasskeysProps {
  page: Page;
  passkeys: Passkey[];
  /** She signed in not long ago. */
  fresh: boolean;
}

/** Her passkeys; removing works everywhere, adding where the browser can. */
export function Passkeys({ page, passkeys, fresh }: PasskeysProps) {
  const { t } = page;
  return (
    <div class="flow">
      <h3>{t('accounts.passkeys')}</h3>
      <p class="quiet">{t('accounts.passkey-lead')}</p>
      {passkeys.length === 0 ? (
        <p class="quiet">{t('accounts.passkey-none')}</p>
      ) : (
        <div>
          {passkeys.map((passkey) => (
            <PasskeyLine page={page} passkey={passkey} />
          ))}
        </div>
      )}
      {fresh ? <AddPasskey page={page} /> : <NotFresh page={page} />}
    </div>
  );
}

function PasskeyLine({ page, passkey }: { page: Page; passkey: Passkey }) {
  const { t } = page;
  const name = passkey.name ?? t('accounts.passkey-unnamed');
  return (
    <div class="rule">
      <div>
        <p>{name}</p>
        {passkey.addedAt && (
          <p class="quiet">
            {t('accounts.passkey-added', { date: formatTime(page, passkey.addedAt, 'date') })}
          </p>
        )}
      </div>
      <Form page={page} action={`/me/passkeys/${passkey.id}/removal`} inline>
        <Button look="text" label={t('accounts.passkey-remove-named', { name })}>
          {t('accounts.passkey-remove')}
        </Button>
      </Form>
    </div>
  );
}

// Shown by src/browser/passkey.ts where the browser knows passkeys.
function AddPasskey({ page }: { page: Page }) {
  return (
    <div hidden data-passkey-door data-csrf={page.csrf} data-failed={page.t('accounts.passkey-failed')}>
      <Button type="button" look="plain" icon="passkey" data={{ 'passkey-add': '' }}>
        {page.t('accounts.passkey-add')}
      </Button>
      <p role="status" class="quiet" />
    </div>
  );
}

function NotFresh({ page }: { page: Page }) {
  return (
    <Note icon="passkey">
      {page.t('accounts.passkey-fresh')}{' '}
      <a href="/sign-in?again&next=/me">{page.t('accounts.passkey-fresh-link')}</a>
    </Note>
  );
}
