// Open pages follow what happens in them: `<div data-live="/…/live" data-after="…">`. Each event brings Turbo streams and
// the version it leads to, so that a page that was cut off, or lay in another tab, catches up from where it was.
import * as Turbo from '@hotwired/turbo';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

let source: EventSource | null = null;
let again = 0;
let wait = FIRST_WAIT_MS;

const place = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-live]');

function stop(): void {
  source?.close();
  source = null;
  clearTimeout(again);
}

// A hidden tab lets go of its line: a browser has few, and a phone's battery is hers.
function follow(): void {
  stop();
  const here = place();
  if (!here || document.hidden) return;
  const url = new URL(here.dataset.live!, location.href);
  url.searchParams.set('after', here.dataset.after ?? '0');
  source = new EventSource(url);
  source.addEventListener('open', () => {
    wait = FIRST_WAIT_MS;
  });
  source.addEventListener('message', ({ data, lastEventId }: MessageEvent<string>) => {
    here.dataset.after = lastEventId;
    staying(() => Turbo.renderStreamMessage(data));
  });
  source.addEventListener('error', () => {
    if (source?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    again = window.setTimeout(follow, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  });
}

// What comes above the box she is writing in must not push it away from under her thumb.
function staying(change: () => void): void {
  const box = document.activeElement;
  const before = box instanceof HTMLTextAreaElement ? box.getBoundingClientRect().top : null;
  change();
  if (before === null) return;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const moved = box!.getBoundingClientRect().top - before;
      if (box === document.activeElement && Math.abs(moved) > 1) window.scrollBy(0, moved);
    }),
  );
}

document.addEventListener('turbo:load', follow);
document.addEventListener('turbo:before-render', stop);
document.addEventListener('turbo:render', follow);
document.addEventListener('visibilitychange', follow);
window.addEventListener('online', follow);
window.addEventListener('pagehide', stop);
