import type { Page } from './page.ts';

/** In a form whose words are kept as a draft: said when a tap found no connection. See browser/unsent.ts. */
export const Unsent = ({ page }: { page: Page }) => (
  <p class="unsent" role="status" data-unsent hidden>
    {page.t('ui.unsent')}
  </p>
);
