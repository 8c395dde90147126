document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-print]')) window.print();
});

// What was folded only for calm is printed whole, also where the style sheet alone cannot unfold it.
let unfolded: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  unfolded = [...document.querySelectorAll<HTMLDetailsElement>('details[data-calm]:not([open])')];
  for (const each of unfolded) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of unfolded) each.open = false;
  unfolded = [];
});
