import type { Client } from '../../../test/kit/client.ts';

type Fields = Record<string, string | string[]>;

/** Posts one screen and says where it led. */
export async function tell(her: Client, step: number, fields: Fields): Promise<string | null> {
  return (await her.post(`/welcome/${step}`, fields)).location;
}

/** A month some months from now, as two boxes post it. */
export function monthFromNow(months: number): { month: string; year: string; text: string } {
  const now = new Date();
  const then = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 15));
  const text = then.toISOString().slice(0, 7);
  return { month: String(then.getUTCMonth() + 1), year: String(then.getUTCFullYear()), text };
}

/** What Maya tells: a baby of four months in Chicago, low mood and sleep, free on Tuesday evenings. */
export async function tellAsMaya(her: Client): Promise<void> {
  const born = monthFromNow(-4);
  await tell(her, 1, { stages: 'baby', childMonth: [born.month, ''], childYear: [born.year, ''] });
  await tell(her, 2, { country: 'US', postcode: '60614', region: '' });
  await tell(her, 3, { supports: 'emotional', topics: ['low-mood', 'sleep'] });
  await tell(her, 4, { languages: 'en', free: ['2-evening', '2-night'] });
  await tell(her, 5, { by: 'mail', quietFrom: '21:00', quietTo: '07:00', requestsOnly: 'yes' });
}

/** The words of a page's main part, without its markup. */
export const wordsOf = (html: string): string =>
  html
    .replace(/^[\s\S]*?<main/, '<main')
    .replace(/<\/main>[\s\S]*$/, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** Words that must not meet somebody who told us of a loss. */
export const CHEERFUL =
  /\b(baby|babies|beb[eé]s?|newborn|reci[eé]n nacid|milestone|hitos?|congratulat|felici[dt]|birthday|cumplea|welcome|bienvenida|due\b|nursery)|[¡!]/i;
