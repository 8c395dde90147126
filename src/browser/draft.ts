// What she was writing survives a closed tab: kept in this browser only, for a day, and gone once it is sent.
// `<textarea data-draft>`; the key is where the form posts and the field's name, so each reply box has its own.

import { onArrival } from './arrived.ts';

const PREFIX = 'draft ';
const DAY = 86_400_000;

type Box = HTMLTextAreaElement & { form: HTMLFormElement };

const isBox = (target: unknown): target is Box =>
  target instanceof HTMLTextAreaElement && 'draft' in target.dataset && target.form !== null;

const key = (box: Box): string => `${PREFIX}${new URL(box.form.action).pathname} ${box.name}`;

function keep(box: Box): void {
  try {
    if (box.value.trim() === '') localStorage.removeItem(key(box));
    else localStorage.setItem(key(box), JSON.stringify({ text: box.value, at: Date.now() }));
  } catch {
    // Storage is full or refused: she can still post.
  }
}

function recall(box: Box): void {
  const kept = localStorage.getItem(key(box));
  if (!kept) return;
  const { text, at } = JSON.parse(kept) as { text: string; at: number };
  if (Date.now() - at > DAY) localStorage.removeItem(key(box));
  else if (box.value === '') box.value = text;
}

/** Signing out leaves nothing behind. */
export function forgetDrafts(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
}

function forget(form: EventTarget | null): void {
  if (!(form instanceof HTMLFormElement)) return;
  for (const box of form.elements) if (isBox(box)) localStorage.removeItem(key(box));
}

document.addEventListener('input', (event) => {
  if (isBox(event.target)) keep(event.target);
});

// With Turbo we hear whether the server accepted it. Without, a form sent while online counts as sent.
document.addEventListener('turbo:submit-end', (event) => {
  if ((event as CustomEvent<{ success: boolean }>).detail.success) forget(event.target);
});
document.addEventListener('submit', (event) => {
  if (!('Turbo' in window) && navigator.onLine && !event.defaultPrevented) forget(event.target);
});

onArrival(() => {
  try {
    for (const box of document.querySelectorAll('textarea[data-draft]')) if (isBox(box)) recall(box);
  } catch {
    // No storage here.
  }
});
