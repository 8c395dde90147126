import { Icon, type Page, Time } from '../../../ui/index.ts';
import type { Item } from '../item.ts';

/** One thing somebody around us has written: words, and a way out that tells them nothing of who follows it. */
export function ItemCard({ page, item }: { page: Page; item: Item }) {
  const { id, title, link, excerpt, language, source, publishedAt } = item;
  const lang = language ?? undefined;
  return (
    <article class="card" aria-labelledby={`i-${id}`}>
      <h2 id={`i-${id}`} lang={lang}>
        <WayOut page={page} to={link}>
          {title}
        </WayOut>
      </h2>
      {excerpt && <p lang={lang}>{excerpt}</p>}
      <p class="quiet">
        {source} · <Time page={page} at={publishedAt} shape="date" />
      </p>
    </article>
  );
}

/** A link to somebody else's page. */
export function WayOut({ page, to, children }: { page: Page; to: string; children: unknown }) {
  return (
    <a href={to} rel="noopener noreferrer nofollow external" referrerpolicy="no-referrer">
      {children as string}
      {'\u00a0'}
      <Icon name="external" />
      <span class="unseen"> {page.t('around-us.elsewhere')}</span>
    </a>
  );
}
