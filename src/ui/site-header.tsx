import { Icon } from './icon.tsx';
import { Lantern } from './lantern.tsx';
import { Navigation, type Place } from './navigation.tsx';
import type { Page } from './page.ts';

/** On every page: whose house this is, where she can go, help, and the way out. */
export function SiteHeader({ page, current }: { page: Page; current?: Place }) {
  const { t, community, viewer } = page;
  return (
    <header class="top-bar">
      <div class="top">
        <a class="brand" href={viewer ? '/plan' : '/'}>
          <Lantern />
          <span>{community?.name ?? t('ui.porchlight')}</span>
        </a>
        {viewer && <Navigation page={page} current={current} />}
        <div class="top-links">
          {!viewer && community && (
            <a class="top-link" href="/sign-in">
              {t('ui.sign-in')}
            </a>
          )}
          <a class="help-now" href="/help-now">
            {t('ui.help-now')}
          </a>
          <a
            class="quick-exit"
            href="/quick-exit"
            rel="nofollow"
            data-quick-exit={page.exitUrl}
            data-turbo="false"
            title={t('ui.quick-exit-hint')}
          >
            <Icon name="exit" size={22} />
            <span>{t('ui.quick-exit')}</span>
          </a>
        </div>
      </div>
    </header>
  );
}
