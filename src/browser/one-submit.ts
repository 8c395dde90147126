// A second tap on "Post" must not post twice. Server-side verbs guard themselves too; this spares her the wait.

const busy = new WeakSet<HTMLFormElement>();

/** Forms whose answer is a download, or that a script took over, never lead to another page: they open again by themselves. */
const LONGEST_MS = 8000;

document.addEventListener(
  'submit',
  (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (busy.has(form)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (form.method !== 'post') return;
    busy.add(form);
    event.submitter?.setAttribute('aria-busy', 'true');
    setTimeout(release, LONGEST_MS);
  },
  true,
);

function release(): void {
  for (const form of document.forms) busy.delete(form);
  for (const button of document.querySelectorAll('button[aria-busy]')) button.removeAttribute('aria-busy');
}

document.addEventListener('turbo:submit-end', release);
window.addEventListener('pageshow', release);
