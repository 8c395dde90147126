// One photo field at a time: the next appears when there is something in this one.
document.addEventListener('change', (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.type !== 'file' || !input.value) return;
  input.closest('.photo-field')?.nextElementSibling?.removeAttribute('data-later');
});
