import type { Month } from '../../../matching/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Layout,
  type Page,
  PageHead,
  Select,
  Stack,
} from '../../../ui/index.ts';
import { monthName } from '../../circle-names/index.ts';
import { cohortMonths } from '../cohort-months.ts';
import type { Found } from '../ranking.ts';
import { CircleCard } from './circle-card.tsx';

interface ByMonthProps {
  page: Page;
  /** Those she told us of. */
  months: Month[];
  month: Month | null;
  found: Found[];
}

/** Circles of one month's children. Which month counts is hers to say. */
export function ByMonthPage({ page, months, month, found }: ByMonthProps) {
  const { t } = page;
  return (
    <Layout page={page} title={t('circles.months')} current="circles">
      <PageHead
        title={t('circles.months')}
        lead={t('circles.months-lead')}
        back={{ href: '/circles', label: t('circles.title') }}
      />
      <Form page={page} action="/cohorts" method="get" label={t('circles.months')}>
        <Select
          page={page}
          name="month"
          label={t('circles.months-label')}
          hint={t('circles.months-hint')}
          empty={t('circles.form.choose-month')}
          options={cohortMonths(new Date()).map((one) => ({ value: one, label: monthName(page, one) }))}
          value={month ?? ''}
        />
        <Actions>
          <Button icon="search">{t('circles.find')}</Button>
        </Actions>
      </Form>
      {months.length > 1 && (
        <div class="chips">
          {months.map((one) => (
            <ButtonLink href={`/cohorts?month=${one}`} look="text">
              {monthName(page, one)}
            </ButtonLink>
          ))}
        </div>
      )}
      {month && found.length > 0 && (
        <Stack list>
          {found.map((one) => (
            <CircleCard page={page} found={one} />
          ))}
        </Stack>
      )}
      {month && found.length === 0 && (
        <EmptyState title={t('circles.months-none', { month: monthName(page, month) })} drawing="chairs">
          <p>{t('circles.months-none-lead')}</p>
        </EmptyState>
      )}
      {month && (
        <Actions>
          <ButtonLink href={`/circles/new?cohort=${month}`} look={found.length > 0 ? 'plain' : 'primary'}>
            {t('circles.months-start')}
          </ButtonLink>
        </Actions>
      )}
    </Layout>
  );
}
