const ZONES = new Set(Intl.supportedValuesOf('timeZone'));

/** Whether a text names a time zone. */
export const isZone = (text: string): boolean => ZONES.has(text);

const made = new Map<string, { value: string; label: string }[]>();

/** Every time zone by its city and what its time is called: "Chicago (Central Time)". */
export function zoneOptions(lang: string): { value: string; label: string }[] {
  let options = made.get(lang);
  if (!options) {
    options = [...ZONES]
      .map((value) => ({ value, label: label(value, lang) }))
      .sort((a, b) => a.label.localeCompare(b.label, lang));
    made.set(lang, options);
  }
  return options;
}

function label(zone: string, lang: string): string {
  const city = zone.split('/').slice(1).reverse().join(', ').replaceAll('_', ' ') || zone;
  const parts = new Intl.DateTimeFormat(lang, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts();
  return `${city} (${parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone})`;
}
