// A form of one tap, answered by the same page anew: she goes on from the control she pressed, not from the page's top.
// Where it is gone, from what the page says came of it. Where she wrote, the page leads to what she wrote.

interface Pressed {
  page: string;
  action: string;
  name: string;
  value: string;
}
let pressed: Pressed | null = null;

const WRITTEN = 'textarea, input:not([type=hidden], [type=radio], [type=checkbox])';

document.addEventListener('turbo:submit-start', (event) => {
  const { formSubmission } = (event as CustomEvent<{ formSubmission: { submitter?: HTMLElement } }>).detail;
  const { submitter } = formSubmission;
  const form = event.target;
  const isTap = submitter instanceof HTMLButtonElement && form instanceof HTMLFormElement;
  pressed =
    isTap && !form.querySelector(WRITTEN)
      ? { page: location.pathname, action: form.action, name: submitter.name, value: submitter.value }
      : null;
});

document.addEventListener('turbo:load', () => {
  const before = pressed;
  pressed = null;
  // Not from where the page itself has led her: a form that came back, or a field of it.
  if (!before || document.activeElement?.closest('[data-errors], form')) return;
  const again = [...document.querySelectorAll('button')].find(
    (one) =>
      one.form?.action === before.action &&
      one.name === before.name &&
      one.value === before.value &&
      one.checkVisibility(),
  );
  (again ?? (location.pathname === before.page ? saidHere() : null))?.focus();
});

/** What the page says came of it. */
function saidHere(): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>('[role=status]:not(.unseen)')];
  const said = all.find((one) => one.checkVisibility() && one.textContent?.trim());
  if (said) said.tabIndex = -1;
  return said ?? null;
}
