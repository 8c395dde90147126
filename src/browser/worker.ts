import { forgetDrafts } from './draft.ts';
import { sayDone } from './say-done.ts';

// The service worker: an offline page, the helplines, and her plan when she asked for it (sw.ts).

function tell(type: 'keep-plan' | 'forget'): void {
  navigator.serviceWorker?.controller?.postMessage({ type });
}

if ('serviceWorker' in navigator && window.isSecureContext) {
  document.documentElement.dataset.worker = '';
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => {
      delete document.documentElement.dataset.worker;
    });
  });
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest<HTMLElement>('[data-keep-plan]');
  if (!button) return;
  tell('keep-plan');
  sayDone(button, Number.POSITIVE_INFINITY);
});

// Signing out: nothing of hers stays in this browser.
document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || !('forgets' in event.target.dataset)) return;
  tell('forget');
  forgetDrafts();
});
