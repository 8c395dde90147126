import type { Raw } from '../../../platform/http/index.ts';
import { Select } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import { all } from './screen.tsx';

interface MonthBoxesProps {
  page: Page;
  /** Posts `<name>Month` and `<name>Year`. */
  name: 'due' | 'home' | 'child';
  /** Which of several children. */
  row?: number;
  /** Of the month's box, for the error summary to lead to. */
  id: string;
  raw: Raw;
  years: number[];
}

/** A month and a year, never a day. */
export function MonthBoxes({ page, name, row = 0, id, raw, years }: MonthBoxesProps) {
  const { t } = page;
  const nth = row > 0 ? { label: 'onboarding.nth', n: row + 1 } : null;
  const label = (part: 'onboarding.month' | 'onboarding.year') =>
    nth ? t('onboarding.nth', { part: t(part), n: nth.n }) : t(part);
  return (
    <div class="pair">
      <Select
        page={page}
        name={`${name}Month`}
        id={id}
        label={label('onboarding.month')}
        empty={t('onboarding.choose')}
        options={monthNames(page.lang).map((month, i) => ({ value: String(i + 1), label: month }))}
        value={all(raw, `${name}Month`)[row]}
      />
      <Select
        page={page}
        name={`${name}Year`}
        id={`${id}-year`}
        label={label('onboarding.year')}
        empty={t('onboarding.choose')}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
        value={all(raw, `${name}Year`)[row]}
      />
    </div>
  );
}

const names = new Map<string, string[]>();

function monthNames(lang: string): string[] {
  let months = names.get(lang);
  if (!months) {
    const format = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' });
    months = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 15)));
    names.set(lang, months);
  }
  return months;
}
