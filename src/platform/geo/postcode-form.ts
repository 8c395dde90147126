/** Codes of US territories that are also countries in ISO 3166: their mail is US mail. */
const US_MAIL = new Set(['US', 'PR', 'GU', 'VI', 'AS', 'MP', 'FM', 'MH', 'PW', 'UM']);

/** Longest postcode in use is 10 characters; 12 leaves room for a stray space. */
const LONGEST = 12;

/** ISO 3166 alpha-2 in capitals, with US territories folded into "US"; null for anything else. */
export function postalCountry(country: string): string | null {
  const code = country.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return null;
  return US_MAIL.has(code) ? 'US' : code;
}

/**
 * A postcode as we keep it: capitals, plain digits and hyphens, single spaces. A US ZIP+4 loses its last
 * four digits, which would all but name the street. Null when it cannot be a postcode of that country's mail.
 */
export function normalisePostcode(country: string, code: string): string | null {
  const home = postalCountry(country);
  if (!home || code.length > 64) return null;
  const plain = code
    .normalize('NFKC') // full-width digits, as some keyboards write them
    .replace(/[‐-―−]/g, '-')
    .trim()
    .replace(/ +/g, ' ')
    .toUpperCase();
  if (home === 'US') return /^(\d{5})(?:[- ]?\d{4})?$/.exec(plain)?.[1] ?? null;
  if (plain.length === 0 || plain.length > LONGEST) return null;
  return /^[A-Z0-9](?:[A-Z0-9 -]*[A-Z0-9])?$/.test(plain) ? plain : null;
}
