import { Note } from './note.tsx';
import type { Page } from './page.ts';
import { Time } from './time.tsx';

/**
 * For a page that can be kept on a phone: that it is a copy, and from when. Part of every drawing of it and unseen;
 * the service worker uncovers it (sw-answers.ts) when the copy is all that there is to show.
 */
export function KeptCopy({ page, now = new Date() }: { page: Page; now?: Date }) {
  return (
    <div data-copy="" hidden class="no-print">
      <Note icon="download">
        {page.t('ui.kept-copy')} <Time page={page} at={now} shape="moment" />
      </Note>
    </div>
  );
}
