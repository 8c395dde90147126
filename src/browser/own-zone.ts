// Only in the United States does the postcode tell the time zone (the set-up page). Elsewhere the browser's own is
// most likely the right one: preselected, and the coordinator's to change.
const country = document.querySelector<HTMLSelectElement>('select[name=country]');
const zone = document.querySelector<HTMLSelectElement>('select[name=timeZone]');
let chosen = Boolean(zone?.value);

function propose(): void {
  if (!country || !zone || chosen) return;
  const own = country.value === 'US' ? '' : Intl.DateTimeFormat().resolvedOptions().timeZone;
  zone.value = [...zone.options].some(({ value }) => value === own) ? own : '';
}

zone?.addEventListener('change', () => {
  chosen = zone.value !== '';
});
country?.addEventListener('change', propose);
propose();
