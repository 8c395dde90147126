import { forgetDrafts } from './draft.ts';
import { sayDone } from './say-done.ts';

// The service worker: an offline page, the helplines, and her plan when she asked for it (sw.ts).

/** Asks the worker, which may still be on its way up; resolves to whether it was done. */
async function ask(type: 'keep-plan'): Promise<boolean> {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((answered) => {
    port1.onmessage = ({ data }) => answered(data === true);
    active?.postMessage({ type }, [port2]);
  });
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
  // Said only once it is true: she may be about to lose her signal.
  ask('keep-plan').then((kept) => kept && sayDone(button, Number.POSITIVE_INFINITY));
});

// Signing out: nothing of hers stays in this browser.
document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || !('forgets' in event.target.dataset)) return;
  navigator.serviceWorker?.controller?.postMessage({ type: 'forget' });
  forgetDrafts();
});
