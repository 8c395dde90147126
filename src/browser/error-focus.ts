import { onArrival } from './arrived.ts';

// A form that came back: the summary of what is wrong is where reading goes on, and its links enter their fields.
onArrival(() => {
  const summary = document.querySelector<HTMLElement>('[data-errors]');
  if (summary && !summary.contains(document.activeElement)) summary.focus();
});

// A page that says why it could not be done takes the form's place: it begins at its top, not where the button was.
document.addEventListener('turbo:render', () => {
  if (document.querySelector('[data-problem]')) scrollTo(0, 0);
});

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('[data-errors] a');
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  field.focus();
  (field.closest('.field') ?? field).scrollIntoView({ block: 'center' });
});
