// Heavy words in a writing form: a calm note with helplines appears under them. They are read here, in the browser, by a
// script that is fetched once she begins to write anything at all: nothing she types is sent, nor that it was heavy.
type Reader = { worries(text: string): boolean };

let reader: Promise<Reader> | undefined;
let waiting = 0;

document.addEventListener('input', ({ target }) => {
  const isLine = target instanceof HTMLInputElement && target.type === 'text';
  if (!(target instanceof HTMLTextAreaElement) && !isLine) return;
  const note = target.form?.querySelector<HTMLElement>('[data-care]');
  const source = note?.dataset.care;
  if (!note || !source) return;
  reader ??= import(new URL(source, location.href).href) as Promise<Reader>;
  window.clearTimeout(waiting);
  waiting = window.setTimeout(async () => {
    // Once it is there it stays: help that vanishes with the next word is none.
    const heavy = await reader?.then((it) => it.worries(target.value)).catch(() => false);
    if (!heavy || !note.hidden) return;
    note.hidden = false;
    note.scrollIntoView({ block: 'nearest' });
  }, 400);
});
