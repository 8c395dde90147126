// A note she changes: the links that send it, and the buttons that copy or share it, follow her words.
document.addEventListener('input', (event) => {
  const box = event.target;
  if (!(box instanceof HTMLTextAreaElement) || !box.id) return;
  const senders = document.querySelector(`[data-note-for="${box.id}"]`);
  if (!senders) return;
  for (const link of senders.querySelectorAll('a')) {
    link.href = link.href.replace(/([?&]body=)[^&]*/, (_all, name) => name + encodeURIComponent(box.value));
  }
  for (const button of senders.querySelectorAll<HTMLElement>('[data-copy]')) button.dataset.copy = box.value;
  for (const button of senders.querySelectorAll<HTMLElement>('[data-share]'))
    button.dataset.shareText = box.value;
});
