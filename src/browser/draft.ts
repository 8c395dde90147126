// What she is writing survives a closed tab and a lost connection: kept in this browser only, until her post is there
// or a few days have gone. `data-draft` bears whose page it is: on a phone that two people share, neither finds the
// other's words. The key is where the form posts and the field's name, so each thread has its own.

import { onArrival } from './arrived.ts';
import { type Box, brought, isBox, isWords, put, said } from './draft-box.ts';

const PREFIX = 'draft ';
const KEPT_MS = 7 * 86_400_000;

interface Kept {
  text: string;
  /** What the page had brought: other words in their place since then are not written over. */
  from?: string;
  at: number;
  /** The id its post was going to have: sent twice, it is one post. */
  post?: string;
}

const owner = (box: Box): string => `${PREFIX}${box.dataset.draft} `;
const key = (box: Box): string => `${owner(box)}${new URL(box.form.action).pathname} ${box.name}`;
const keptOf = (box: Box): Kept | null => JSON.parse(localStorage.getItem(key(box)) ?? 'null') as Kept | null;

function postField(form: HTMLFormElement): HTMLInputElement | null {
  const field = form.elements.namedItem('key');
  return field instanceof HTMLInputElement ? field : null;
}

function keep(box: Box): void {
  const text = said(box);
  try {
    const from = keptOf(box)?.from ?? brought(box);
    const kept: Kept = { text, from, at: Date.now(), post: postField(box.form)?.value };
    if (text === from || (isWords(box) && text.trim() === '')) localStorage.removeItem(key(box));
    else localStorage.setItem(key(box), JSON.stringify(kept));
  } catch {
    // Storage is full or refused: she can still post.
  }
}

const isThere = (post?: string): boolean =>
  post !== undefined && ['p-', 'm-'].some((sign) => document.getElementById(sign + post) !== null);

function recall(box: Box): void {
  const kept = keptOf(box);
  if (!kept) return;
  const { text, from = '', at, post } = kept;
  if (isThere(post) || Date.now() - at > KEPT_MS) {
    localStorage.removeItem(key(box));
    return;
  }
  const asItCame = said(box) === brought(box);
  if (asItCame && ['', from].includes(brought(box))) {
    put(box, text);
    const fold = box.closest('details');
    if (fold) fold.open = true;
  }
  const field = postField(box.form);
  if (field && post && isWords(box) && said(box) === text) field.value = post;
}

// That she goes without her name, and what she asks for, come back with her words and never without them.
function recallAll(boxes: Box[]): void {
  const words = boxes.filter(isWords);
  for (const box of words) recall(box);
  for (const box of boxes) {
    if (isWords(box)) continue;
    if (words.some((one) => one.form === box.form && said(one) !== brought(one))) recall(box);
    else localStorage.removeItem(key(box));
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

// All of a form at each stroke: a tick that was made before there were words is kept with the first of them.
document.addEventListener('input', ({ target }) => {
  if (isBox(target)) for (const box of target.form.elements) if (isBox(box)) keep(box);
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
    recallAll(boxes);
  } catch {
    // No storage here.
  }
});
