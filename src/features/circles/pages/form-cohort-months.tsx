import { Select } from '../../../ui/index.ts';
import { monthName } from '../../circle-names/index.ts';
import { COHORT_MONTHS } from '../circle-form.ts';
import { cohortMonths } from '../cohort-months.ts';
import { type FormPart, one } from './circle-form.tsx';

/** The months of a cohort: when the children are due, were born or came home. */
export function CohortMonths({ page, raw, errors }: FormPart) {
  const { t } = page;
  return (
    <>
      <p class="quiet">{t('circles.form.months-lead')}</p>
      <div class="split">
        <Select
          page={page}
          name="bornFrom"
          label={t('circles.form.bornFrom')}
          empty={t('circles.form.choose-month')}
          options={cohortMonths(new Date()).map((month) => ({ value: month, label: monthName(page, month) }))}
          value={one(raw, 'bornFrom')}
          error={errors.bornFrom}
        />
        <Select
          page={page}
          name="bornMonths"
          label={t('circles.form.bornMonths')}
          options={COHORT_MONTHS.map((value) => ({
            value,
            label: t('circles.form.months-long', { months: Number(value) }),
          }))}
          value={one(raw, 'bornMonths') || '3'}
          error={errors.bornMonths}
        />
      </div>
    </>
  );
}
