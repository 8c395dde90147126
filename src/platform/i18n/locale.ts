/** What a reader may choose. The two pseudo-locales prove that nothing is hard-coded and that the page can turn round. */
export const LOCALES = ['en', 'es', 'pseudo', 'pseudo-rtl'] as const;
export type Locale = (typeof LOCALES)[number];

/** BCP 47 tag and direction of a locale. */
export function localeFor(locale: Locale): { lang: string; dir: 'ltr' | 'rtl' } {
  if (locale === 'pseudo') return { lang: 'en-XA', dir: 'ltr' };
  if (locale === 'pseudo-rtl') return { lang: 'ar-XB', dir: 'rtl' };
  // Spanish as it is read in the United States: 7:00 p. m., 3.5 miles.
  return { lang: locale === 'es' ? 'es-US' : locale, dir: 'ltr' };
}

/**
 * The first of the reader's wishes that we speak: her own setting, her choice on this device, what her browser asks
 * for, the community's first language, English.
 */
export function pickLocale(wishes: (string | null | undefined)[], pseudoAllowed: boolean): Locale {
  for (const wish of wishes) {
    for (const part of (wish ?? '').split(',')) {
      const tag = part.split(';')[0]!.trim().toLowerCase();
      if (pseudoAllowed && (tag === 'pseudo' || tag === 'pseudo-rtl')) return tag;
      const language = tag.split('-')[0];
      if (language === 'en' || language === 'es') return language;
    }
  }
  return 'en';
}
