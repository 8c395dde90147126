// Beside a button that sends several choices at once: how many are chosen now, counted anew with every tap. Without
// scripts there is no number, rather than a wrong one.

/** `data-chosen="with-"`: of the radio buttons and checkboxes of its form whose names begin so, those that choose somebody. */
function count(place: HTMLElement): void {
  const form = place.closest('form');
  const begins = place.dataset.chosen;
  if (!form || !begins) return;
  const chosen = [...form.elements].filter(
    (field) =>
      field instanceof HTMLInputElement &&
      (field.type === 'radio' || field.type === 'checkbox') &&
      field.checked &&
      field.name.startsWith(begins) &&
      field.value !== 'none',
  );
  place.textContent = `(${new Intl.NumberFormat(document.documentElement.lang).format(chosen.length)})`;
  place.hidden = false;
}

const countAll = (): void => {
  for (const place of document.querySelectorAll<HTMLElement>('[data-chosen]')) count(place);
};

for (const event of ['turbo:load', 'turbo:render', 'change']) document.addEventListener(event, countAll);
// "Back" without a visit puts the choices back before anything is told.
window.addEventListener('pageshow', countAll);
