// A form that finds no connection stays as it is, photos and all, and says so: `[data-unsent]` holds the words.

function say(form: EventTarget | null, isUnsent: boolean): void {
  const words = form instanceof HTMLFormElement && form.querySelector<HTMLElement>('[data-unsent]');
  if (words) words.hidden = !isUnsent;
}

// Before anybody else hears of it: the browser would leave for its own "no connection" page.
document.addEventListener(
  'submit',
  (event) => {
    const form = event.target as HTMLFormElement;
    const isHeld = !navigator.onLine && form.querySelector('[data-unsent]') !== null;
    if (isHeld) event.preventDefault();
    say(form, isHeld);
  },
  true,
);

// A bar of signal, and no answer.
document.addEventListener('turbo:fetch-request-error', (event) => say(event.target, true));
