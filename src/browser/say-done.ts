/** The button says that it did what it does (`data-done`), then goes back to its own words. */
export function sayDone(button: HTMLElement, forMs = 2500): void {
  const words = button.querySelector('[role=status]');
  const done = button.dataset.done;
  if (!words || !done || words.textContent === done) return;
  const before = words.textContent;
  words.textContent = done;
  if (Number.isFinite(forMs))
    setTimeout(() => {
      words.textContent = before;
    }, forMs);
}
