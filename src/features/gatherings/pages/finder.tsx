import { ButtonLink, EmptyState, Layout, Note, type Page, PageHead, Section } from '../../../ui/index.ts';
import { finderPath } from '../filters.ts';
import type { Search } from '../finding.ts';
import { Agenda } from './agenda.tsx';
import { AskedFor, FinderForm } from './finder-form.tsx';
import { MonthGrid } from './month-grid.tsx';

/** What one can go to: the next ones day by day, or a month. */
export function FinderPage({ page, search }: { page: Page; search: Search }) {
  const { t } = page;
  const { filters, month, found } = search;
  return (
    <Layout
      page={page}
      title={t('gatherings.title')}
      current="calendar"
      public
      description={t('agenda.description')}
    >
      <PageHead title={t('gatherings.title')} lead={t('agenda.lead')} />
      <FinderForm page={page} search={search} />
      <AskedFor page={page} search={search} />
      <Understood page={page} search={search} />
      <nav class="asides rooms no-print" aria-label={t('agenda.views')}>
        <a href={finderPath(filters)} aria-current={month ? undefined : 'page'}>
          {t('agenda.list')}
        </a>
        <a href={finderPath(filters, { month: 'this' })} aria-current={month ? 'page' : undefined}>
          {t('agenda.month')}
        </a>
      </nav>
      {month && <MonthGrid page={page} search={search} month={month} />}
      {found.length === 0 ? <NoneFound page={page} search={search} /> : <Agenda page={page} times={found} />}
      {search.after && (
        <nav class="pagination" aria-label={t('ui.pages')}>
          <ButtonLink href={finderPath(filters, { month: month?.name, after: search.after })} look="plain">
            {t('agenda.later')}
          </ButtonLink>
        </nav>
      )}
      <Section title={t('agenda.more')} id="more" screenOnly>
        {page.viewer && (
          <p class="rule">
            <span>{t('agenda.plan-line')}</span>
            <ButtonLink href="/gatherings/new" look="plain" icon="plus">
              {t('agenda.plan')}
            </ButtonLink>
          </p>
        )}
        <p class="rule">
          <span>{t('agenda.feed-line')}</span>
          <ButtonLink href="/gatherings.ics" look="plain" icon="calendar">
            {t('agenda.feed')}
          </ButtonLink>
        </p>
      </Section>
    </Layout>
  );
}

/** What could not be understood; kindly. */
function Understood({ page, search: { near } }: { page: Page; search: Search }) {
  if (!near || near.place) return null;
  return (
    <Note tone="warm" icon="info">
      <p>{page.t(near.isCode ? 'circles.unknown-code' : 'circles.unknown-place', { text: near.label })}</p>
    </Note>
  );
}

function NoneFound({ page, search: { filters, month, near } }: { page: Page; search: Search }) {
  const { t } = page;
  const further = near?.place && filters.within !== null;
  return (
    <EmptyState drawing="chairs" title={t(month ? 'agenda.none-month' : 'agenda.none')}>
      <p>{t('agenda.none-hint')}</p>
      {page.viewer && (
        <ButtonLink href="/gatherings/new" icon="plus">
          {t('agenda.plan')}
        </ButtonLink>
      )}
      {further ? (
        <a href={finderPath({ ...filters, within: null }, { month: month?.name })}>
          {t('circles.look-further')}
        </a>
      ) : (
        <a href={finderPath({}, { month: month?.name })}>{t('agenda.see-all')}</a>
      )}
    </EmptyState>
  );
}
