import { Icon } from './icon.tsx';
import type { Page } from './page.ts';

/** What has to be said before the page begins: that something was done; to coordinators, that mail is not sent. */
export function Banners({ page }: { page: Page }) {
  const { t, notice, viewer, mailToOutbox } = page;
  return (
    <>
      {mailToOutbox && viewer?.role === 'coordinator' && (
        <div class="banner host">
          <Icon name="mail" />
          <p>{t('ui.mail-to-outbox')}</p>
        </div>
      )}
      {notice && (
        <div class="banner" role="status">
          <Icon name="check" />
          <p>{t(notice)}</p>
        </div>
      )}
    </>
  );
}
