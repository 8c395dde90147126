import {
  ButtonLink,
  EmptyState,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
  Stack,
} from '../../../ui/index.ts';
import { type ListDoor, WaitingLine } from '../../forming-door/index.ts';
import type { Circle } from '../circle.ts';
import { type Filters, finderPath } from '../filters.ts';
import type { Search } from '../finding.ts';
import type { Greeting } from '../greeting.ts';
import type { HerCircles as HerCirclesKnown } from '../set-aside.ts';
import { CircleCard } from './circle-card.tsx';
import { AskedFor, FinderForm } from './finder-form.tsx';
import { HerCircles } from './her-circles.tsx';

interface FinderProps {
  page: Page;
  search: Search;
  /** null for a visitor. */
  hers: HerCirclesKnown | null;
  archives: Circle[];
  greetings: Greeting[];
  /** How many wait for a first word, by circle. */
  unanswered: Map<string, number>;
  /** What stands before the waiting list for a new circle. */
  waitingList: ListDoor | null;
}

/** The finder: a question, and circles with their reasons. */
export function FinderPage({
  page,
  search,
  hers,
  archives,
  greetings,
  unanswered,
  waitingList,
}: FinderProps) {
  const { t } = page;
  const title = t('circles.title');
  return (
    <Layout page={page} title={title} current="circles" public description={t('circles.description')}>
      <PageHead title={title} lead={t('circles.lead')} />
      {!search.asked && hers && (
        <HerCircles
          page={page}
          hers={hers}
          archives={archives}
          greetings={greetings}
          unanswered={unanswered}
        />
      )}
      <FinderForm page={page} filters={search.filters} gentle={hers?.gentle ?? false} />
      <AskedFor page={page} filters={search.filters} />
      <Understood page={page} search={search} />
      <Answers page={page} search={search} />
      <WaitingLine page={page} door={waitingList} />
      {search.offersMonths && (
        <p>
          <a href="/cohorts">{t('circles.months-link')}</a>
        </p>
      )}
      {search.found.length > 0 && (
        <p class="rule">
          <span>{t('circles.start-line')}</span>
          <ButtonLink href={startPath(search.filters)} look="plain" icon="plus">
            {t('circles.start')}
          </ButtonLink>
        </p>
      )}
    </Layout>
  );
}

/** What could not be understood, or only in part; kindly. */
function Understood({ page, search: { near } }: { page: Page; search: Search }) {
  const { t } = page;
  if (!near) return null;
  if (!near.place) {
    return (
      <Note tone="warm" icon="info">
        <p>{t(near.isCode ? 'circles.unknown-code' : 'circles.unknown-place', { text: near.label })}</p>
      </Note>
    );
  }
  if (near.place.latitude !== null) return null;
  return (
    <Note icon="info">
      <p>{t('circles.no-distance', { place: near.label })}</p>
    </Note>
  );
}

function Answers({ page, search }: { page: Page; search: Search }) {
  const { t } = page;
  const { found, near } = search;
  if (found.length === 0) return <NoneFound page={page} search={search} />;
  const title = search.fitted
    ? t('circles.results-fitted')
    : near?.place
      ? t('circles.results-near', { place: near.label })
      : t('circles.results');
  return (
    <Section title={title} id="results">
      {search.fitted && (
        <p class="quiet">
          {t('circles.fitted-hint')} <a href={finderPath({})}>{t('circles.see-all')}</a>
        </p>
      )}
      <Stack list>
        {found.map((one) => (
          <CircleCard page={page} found={one} />
        ))}
      </Stack>
      {(search.hasMore || search.page > 1) && (
        <nav class="pagination" aria-label={t('ui.pages')}>
          {search.page > 1 && (
            <ButtonLink href={pagePath(search, search.page - 1)} look="plain">
              {t('circles.before')}
            </ButtonLink>
          )}
          {search.hasMore && (
            <ButtonLink href={pagePath(search, search.page + 1)} look="plain">
              {t('circles.more')}
            </ButtonLink>
          )}
        </nav>
      )}
    </Section>
  );
}

const pagePath = ({ asked, filters }: Search, page: number): string =>
  asked ? finderPath(filters, page) : `/circles?page=${page}`;

function NoneFound({ page, search }: { page: Page; search: Search }) {
  const { t } = page;
  const { filters } = search;
  const further = filters.near !== '' && filters.within !== null;
  return (
    <EmptyState drawing="chairs" title={t('circles.none')}>
      <p>{t('circles.none-hint')}</p>
      <ButtonLink href={startPath(filters)} icon="plus">
        {t('circles.start')}
      </ButtonLink>
      {further ? (
        <a href={finderPath({ ...filters, within: null })}>{t('circles.look-further')}</a>
      ) : (
        <a href={finderPath({})}>{t('circles.see-all')}</a>
      )}
    </EmptyState>
  );
}

/** The start-a-circle form, half filled in with what she looked for. */
function startPath(filters: Filters): string {
  const asked = new URLSearchParams();
  const carry: [string, string | null][] = [
    ['stage', filters.stage],
    ['topic', filters.topic],
    ['language', filters.language],
    ['place', filters.place],
    ['near', filters.near || null],
    ['weekday', filters.day && String(filters.day)],
    ['part', filters.part],
    ['age', filters.age === null ? null : String(filters.age)],
    ['childcare', filters.childcare ? 'yes' : null],
    ['cost', filters.cost],
    ['faith', filters.faith === 'none' ? null : filters.faith],
  ];
  for (const [name, value] of carry) if (value) asked.set(name, value);
  return asked.size > 0 ? `/circles/new?${asked}` : '/circles/new';
}
