import { remember } from '../platform/memory/index.ts';
import type { Page } from './page.ts';

const LANGUAGES = ['en', 'es'];

/** The quiet end of every page: what this place is, and its other language. */
export function SiteFooter({ page }: { page: Page }) {
  const { t } = page;
  return (
    <footer class="foot">
      <ul>
        {page.community && <Places page={page} />}
        {LANGUAGES.filter((language) => language !== page.locale).map((language) => (
          <li>
            <a
              href={`/language?to=${language}&back=${encodeURIComponent(page.path)}`}
              lang={language}
              hreflang={language}
              rel="nofollow"
              data-turbo="false"
            >
              {ownName(language)}
            </a>
          </li>
        ))}
      </ul>
      <p>{t('ui.footer')}</p>
      {page.community?.isSample && <p>{t('ui.sample')}</p>}
    </footer>
  );
}

/** What this community says of itself; pages for those outside it name none. */
function Places({ page: { t } }: { page: Page }) {
  return (
    <>
      <li>
        <a href="/about">{t('ui.about')}</a>
      </li>
      <li>
        <a href="/announcements">{t('ui.announcements')}</a>
      </li>
      <li>
        <a href="/privacy">{t('ui.privacy')}</a>
      </li>
      <li>
        <a href="/guides/charter">{t('ui.charter')}</a>
      </li>
      <li>
        <a href="/guides">{t('guides.title')}</a>
      </li>
    </>
  );
}

const ownNames = remember<string>(200);

/** A language by the name its speakers give it: "Español". */
export const ownName = (language: string): string =>
  ownNames(language, () => {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  });
