/** Runs now and after each page Turbo brings: for behaviours that have to look at what is on the page. */
export function onArrival(look: () => void): void {
  look();
  document.addEventListener('turbo:load', look);
  document.addEventListener('turbo:render', look);
}
