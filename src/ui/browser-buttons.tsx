import { Button } from './button.tsx';
import type { Page } from './page.ts';

// Buttons that only a browser with JavaScript can keep the promise of; hidden in any other.

/** Copies `text`, then says so. */
export function CopyButton({ page, text, label }: { page: Page; text: string; label?: string }) {
  return (
    <span class="needs-js">
      <Button type="button" look="plain" icon="copy" data={{ copy: text, done: page.t('ui.copied') }}>
        <span role="status">{label ?? page.t('ui.copy')}</span>
      </Button>
    </span>
  );
}

/** The phone's own share sheet; hidden where there is none. */
export function ShareButton({
  page,
  title,
  url,
  text,
}: {
  page: Page;
  title: string;
  url: string;
  text?: string;
}) {
  return (
    <span class="needs-share">
      <Button
        type="button"
        look="plain"
        icon="share"
        data={{ share: url, 'share-title': title, 'share-text': text ?? '' }}
      >
        {page.t('ui.share')}
      </Button>
    </span>
  );
}

export function PrintButton({ page, label }: { page: Page; label?: string }) {
  return (
    <span class="needs-js">
      <Button type="button" look="plain" icon="print" data={{ print: '' }}>
        {label ?? page.t('ui.print')}
      </Button>
    </span>
  );
}

/** Keeps a copy of her plan on this phone for when there is no signal; until she signs out. */
export function KeepPlanButton({ page }: { page: Page }) {
  return (
    <span class="needs-sw">
      <Button type="button" look="plain" icon="download" data={{ 'keep-plan': '', done: page.t('ui.kept') }}>
        <span role="status">{page.t('ui.keep-plan')}</span>
      </Button>
    </span>
  );
}
