// A page that refreshes in place leaves alone what she is in the middle of: her words and where she stands in them, the
// tick that she goes without her name, the photos she chose. Only what she has just sent is laid out anew.

import { isTouched } from './draft-box.ts';

let sent: EventTarget | null = null;

document.addEventListener('turbo:submit-end', (event) => {
  // Also one that came back: what is wrong stands beside its fields, and her words come back with it.
  if ((event as CustomEvent<{ fetchResponse?: unknown }>).detail.fetchResponse) sent = event.target;
});
document.addEventListener('turbo:render', () => {
  sent = null;
});

document.addEventListener('turbo:before-morph-element', (event) => {
  const { target } = event;
  const { newElement } = (event as CustomEvent<{ newElement?: Element }>).detail;
  // A field beside its form, as the key of a post is, belongs to it as well.
  const form = target instanceof HTMLInputElement ? target.form : target;
  if (!(form instanceof HTMLFormElement) || form === sent) return;
  // Where the page has no such form any more, because a talk was closed or a thread locked, it goes.
  if (!newElement || (form === target && newElement.getAttribute('action') !== form.getAttribute('action')))
    return;
  if (isTouched(form)) event.preventDefault();
});
