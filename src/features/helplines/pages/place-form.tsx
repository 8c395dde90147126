import { regionName, US_REGIONS } from '../../../platform/geo/index.ts';
import { Button, Disclosure, Form, type Page, Select } from '../../../ui/index.ts';
import { helplines } from '../facts.ts';
import type { PlaceOfHelp } from '../whereabouts.ts';

/** Only countries whose lines we know: any other gives the same answer as "another country". */
const COUNTRIES = [...new Set(helplines.flatMap((line) => line.country ?? []))];

interface PlaceFormProps {
  page: Page;
  place: PlaceOfHelp;
  /** The place shown; null when we know none. */
  summary: string | null;
}

/** Which place this page is for, and the way to another: for a trip, a move, a friend far away. */
export function PlaceForm({ page, place, summary }: PlaceFormProps) {
  const { t } = page;
  const countries = COUNTRIES.map((value) => ({ value, label: countryName(page, value) }));
  const states = US_REGIONS.map(({ code }) => ({ value: code, label: regionName(code, page.locale) }));
  return (
    <Disclosure summary={summary ?? t('helplines.elsewhere')}>
      <Form page={page} action="/help-now" method="get">
        <Select
          page={page}
          name="country"
          label={t('helplines.country')}
          options={[...inOrder(page, countries), { value: '', label: t('helplines.another-country') }]}
          value={place.country && COUNTRIES.includes(place.country) ? place.country : ''}
        />
        <Select
          page={page}
          name="region"
          label={t('helplines.state')}
          hint={t('helplines.state-hint')}
          empty={t('helplines.no-state')}
          options={inOrder(page, states)}
          value={place.region ?? ''}
        />
        <Button>{t('helplines.show')}</Button>
      </Form>
    </Disclosure>
  );
}

/** "Illinois", "Canadá"; null when nobody said. */
export function placeName(page: Page, { country, region }: PlaceOfHelp): string | null {
  if (country === 'US' && region) return regionName(region, page.locale);
  return country && countryName(page, country);
}

function countryName({ lang }: Page, country: string): string {
  return new Intl.DisplayNames([lang, 'en'], { type: 'region' }).of(country) ?? country;
}

const inOrder = ({ lang }: Page, options: { value: string; label: string }[]) =>
  options.sort((a, b) => a.label.localeCompare(b.label, lang));
