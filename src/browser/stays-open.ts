// What was folded only for calm, and she unfolded, is not folded under her hands when the page refreshes in place.
document.addEventListener('turbo:before-morph-attribute', (event) => {
  const { target } = event;
  const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail;
  if (attributeName === 'open' && target instanceof HTMLElement && 'calm' in target.dataset)
    event.preventDefault();
});
