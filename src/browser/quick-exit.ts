// One tap, or Esc twice within a second: another site takes this page's place, and Back does not return to it.
// The link works without any of this; the server then sends her on.

let lastEscape = Number.NEGATIVE_INFINITY;

function leave(): void {
  const link = document.querySelector<HTMLElement>('[data-quick-exit]');
  const to = link?.dataset.quickExit;
  if (!to) return;
  // The next site may be slow to come: what was on screen goes first.
  document.title = ' ';
  document.body.hidden = true;
  window.location.replace(to);
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !event.target.closest('[data-quick-exit]')) return;
  event.preventDefault();
  leave();
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.repeat) return;
  if (event.timeStamp - lastEscape < 1000) leave();
  lastEscape = event.timeStamp;
});

// Coming back through the browser's memory would show the page again: ask the server instead.
window.addEventListener('pageshow', (event) => {
  if (event.persisted && document.body.hidden) window.location.reload();
});
