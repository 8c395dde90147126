// What she is writing survives a closed tab and a lost connection: kept in this browser only, until her post is there
// or a few days have gone. `data-draft` bears whose page it is: on a phone that two people share, neither finds the
// other's words. The key is where the form posts and the field's name, so each thread has its own.

import { onArrival } from './arrived.ts';

const PREFIX = 'draft ';
const KEPT_MS = 7 * 86_400_000;

type Box = (HTMLTextAreaElement | HTMLInputElement) & { form: HTMLFormElement };
interface Kept {
  text: string;
  at: number;
  /** The id its post was going to have: sent twice, it is one post. */
  post?: string;
}

const isBox = (target: unknown): target is Box =>
  (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) &&
  'draft' in target.dataset &&
  target.form !== null;

const owner = (box: Box): string => `${PREFIX}${box.dataset.draft} `;
const key = (box: Box): string => `${owner(box)}${new URL(box.form.action).pathname} ${box.name}`;

function postField(form: HTMLFormElement): HTMLInputElement | null {
  const field = form.elements.namedItem('key');
  return field instanceof HTMLInputElement ? field : null;
}

function keep(box: Box): void {
  const kept: Kept = { text: box.value, at: Date.now(), post: postField(box.form)?.value };
  try {
    if (box.value.trim() === '') localStorage.removeItem(key(box));
    else localStorage.setItem(key(box), JSON.stringify(kept));
  } catch {
    // Storage is full or refused: she can still post.
  }
}

function recall(box: Box): void {
  const item = localStorage.getItem(key(box));
  if (!item) return;
  const { text, at, post } = JSON.parse(item) as Kept;
  const isThere = post !== undefined && document.getElementById(`p-${post}`) !== null;
  if (isThere || Date.now() - at > KEPT_MS) localStorage.removeItem(key(box));
  else if (box.value === '') {
    box.value = text;
    const fold = box.closest('details');
    if (fold) fold.open = true;
    const field = postField(box.form);
    if (field && post) field.value = post;
  }
}

function forgetAll(but?: string): void {
  for (const name of Object.keys(localStorage))
    if (name.startsWith(PREFIX) && !(but && name.startsWith(but))) localStorage.removeItem(name);
}

/** Signing out leaves nothing behind. */
export const forgetDrafts = (): void => forgetAll();

function forget(form: EventTarget | null): void {
  if (!(form instanceof HTMLFormElement)) return;
  for (const box of form.elements) if (isBox(box)) localStorage.removeItem(key(box));
}

document.addEventListener('input', (event) => {
  if (isBox(event.target)) keep(event.target);
});

// With Turbo we hear whether the server accepted it. Without, the page that comes next shows the post; a form that
// makes none counts as sent when it was sent while online.
document.addEventListener('turbo:submit-end', (event) => {
  if ((event as CustomEvent<{ success: boolean }>).detail.success) forget(event.target);
});
document.addEventListener('submit', ({ target, defaultPrevented }) => {
  if ('Turbo' in window || !navigator.onLine || defaultPrevented || !(target instanceof HTMLFormElement))
    return;
  if (!postField(target)) forget(target);
});

onArrival(() => {
  try {
    const boxes = [...document.querySelectorAll('[data-draft]')].filter(isBox);
    if (boxes[0]) forgetAll(owner(boxes[0]));
    for (const box of boxes) recall(box);
  } catch {
    // No storage here.
  }
});
