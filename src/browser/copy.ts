import { sayDone } from './say-done.ts';

// `<button data-copy="text" data-done="Copied">`
document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element && event.target.closest<HTMLElement>('[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy ?? '');
  sayDone(button);
});
