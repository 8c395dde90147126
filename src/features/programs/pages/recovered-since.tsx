import { type Errors, FieldGroup, type Page, Select } from '../../../ui/index.ts';
import type { Shown } from './mentor-form-shown.ts';

const YEARS_BACK = 30;

/** Since when she is well again: a month and a year, never a day. */
export function RecoveredSince(p: { page: Page; months: number; was: Shown; errors?: Errors }) {
  const { page, months, was } = p;
  const { t } = page;
  const thisYear = new Date().getFullYear();
  const names = new Intl.DateTimeFormat(page.lang, { month: 'long', timeZone: 'UTC' });
  const monthNames = Array.from({ length: 12 }, (_, i) => names.format(Date.UTC(2024, i, 15)));
  const years = Array.from({ length: YEARS_BACK }, (_, i) => String(thisYear - i));
  return (
    <FieldGroup
      page={page}
      name="recovered"
      id="f-recovered"
      label={t('programs.form.recovered')}
      hint={t('programs.form.recovered-hint', { months })}
      error={p.errors?.recoveredMonth ?? p.errors?.recoveredYear}
    >
      <div class="pair">
        <Select
          page={page}
          name="recoveredMonth"
          label={t('onboarding.month')}
          empty={t('onboarding.choose')}
          options={monthNames.map((label, i) => ({ value: String(i + 1), label }))}
          value={was.text('recoveredMonth')}
        />
        <Select
          page={page}
          name="recoveredYear"
          label={t('onboarding.year')}
          empty={t('onboarding.choose')}
          options={years.map((value) => ({ value, label: value }))}
          value={was.text('recoveredYear')}
        />
      </div>
    </FieldGroup>
  );
}
