import { ButtonLink } from './button.tsx';
import type { Page } from './page.ts';

/** One link to what is older, one back to the newest: pages end, and say so. */
export function Pagination({
  page,
  older,
  newest,
}: {
  page: Page;
  older?: string | null;
  newest?: string | null;
}) {
  if (!older && !newest) return null;
  return (
    <nav class="pagination" aria-label={page.t('ui.pages')}>
      {newest && (
        <ButtonLink href={newest} look="plain">
          {page.t('ui.newest')}
        </ButtonLink>
      )}
      {older && (
        <ButtonLink href={older} look="plain">
          {page.t('ui.older')}
        </ButtonLink>
      )}
    </nav>
  );
}
