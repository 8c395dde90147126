import { raw } from 'hono/html';
import { remember } from '../platform/memory/index.ts';
import { Icon } from './icon.tsx';
import { Lantern } from './lantern.tsx';
import { Navigation, type Place } from './navigation.tsx';
import type { Page } from './page.ts';

interface SiteHeaderProps {
  page: Page;
  current?: Place;
}

const drawn = remember<string>(500);

/** On every page: whose house this is, where she can go, help, and the way out. */
export function SiteHeader({ page, current }: SiteHeaderProps) {
  const { locale, community, viewer, exitUrl } = page;
  // On the way in already: the link to it would only lead in a circle.
  const entering = /^\/(sign-in|join)\b/.test(page.path);
  const key = [locale, current, viewer && (viewer.unseen ?? 0), entering, exitUrl, community?.name].join(' ');
  return raw(drawn(key, () => String(<Drawing page={page} current={current} entering={entering} />)));
}

function Drawing({ page, current, entering }: SiteHeaderProps & { entering: boolean }) {
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
          {!viewer && community && !entering && (
            <a class="top-link" href="/sign-in">
              {t('ui.sign-in')}
            </a>
          )}
          {viewer && <Bell page={page} unseen={viewer.unseen ?? 0} />}
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

function Bell({ page, unseen }: { page: Page; unseen: number }) {
  return (
    <a class="bell" href="/notifications">
      <Icon name="bell" size={22} />
      {unseen > 0 && <span class="bell-mark" />}
      <span class="unseen">{page.t('ui.notifications', { unseen })}</span>
    </a>
  );
}
