import { Button, ButtonLink, EmptyState, Layout, type Page, PageHead, TextInput } from '../../../ui/index.ts';
import { type Circle, circleName } from '../../circles/index.ts';
import type { CircleHit } from '../circle-hits.ts';
import type { PersonHit } from '../people-hits.ts';
import type { PostHits } from '../post-hits.ts';
import { KINDS, type Search, WANTED_LEAST, WANTED_MOST } from '../search-form.ts';
import { CircleResult, PersonResult, PostResult } from './results.tsx';

/** What was found, of the kind that was looked for. */
export type Found =
  | { kind: 'posts'; found: PostHits }
  | { kind: 'circles'; found: CircleHit[] }
  | { kind: 'people'; found: PersonHit[] };

interface SearchPageProps {
  page: Page;
  search: Search;
  /** Nothing was looked for yet: null. */
  results: Found | null;
  /** The circle the search keeps to. */
  circle: Circle | null;
}

/** One question to everything she may read. */
export function SearchPage({ page, search, results, circle }: SearchPageProps) {
  const { t } = page;
  const name = circle ? circleName(page, circle) : '';
  const back = circle
    ? { href: `/circles/${circle.circleId}`, label: name }
    : { href: '/circles', label: t('search.circles') };
  return (
    <Layout page={page} title={t('search.title')} current="circles">
      <PageHead
        title={circle ? t('search.title-in', { name }) : t('search.title')}
        lead={t('search.lead')}
        back={back}
      />
      <form class="form" action="/search" aria-label={t('search.title')}>
        {circle && <input type="hidden" name="in" value={circle.circleId} />}
        {search.kind !== 'posts' && <input type="hidden" name="kind" value={search.kind} />}
        <TextInput
          page={page}
          name="q"
          type="search"
          label={t('search.wanted')}
          maxlength={WANTED_MOST}
          value={search.q}
        />
        <Button icon="search">{t('search.button')}</Button>
      </form>
      {!circle && <Kinds page={page} search={search} />}
      {search.q.length === 1 && <p class="quiet">{t('search.too-short', { count: WANTED_LEAST })}</p>}
      {results && <Results page={page} search={search} results={results} />}
    </Layout>
  );
}

const LABELS = { posts: 'search.posts', circles: 'search.circles', people: 'search.people' } as const;

function Kinds({ page, search }: { page: Page; search: Search }) {
  return (
    <nav class="asides rooms" aria-label={page.t('search.kinds')}>
      {KINDS.map((kind) => (
        <a
          href={pathOf({ ...search, kind, page: 1 })}
          aria-current={kind === search.kind ? 'page' : undefined}
        >
          {page.t(LABELS[kind])}
        </a>
      ))}
    </nav>
  );
}

function Results({ page, search, results }: { page: Page; search: Search; results: Found }) {
  const { t } = page;
  const { kind, found } = results;
  const none = kind === 'posts' ? found.hits.length === 0 : found.length === 0;
  return (
    <section class="section" aria-labelledby="results">
      <h2 id="results" class="unseen">
        {t('search.results')}
      </h2>
      {none && (
        <EmptyState drawing="cup" title={t('search.none')}>
          <p>{t(kind === 'people' ? 'search.none-people' : 'search.none-hint')}</p>
        </EmptyState>
      )}
      {kind === 'posts' && found.alike && <p class="quiet">{t('search.alike')}</p>}
      {kind === 'posts' && found.hits.map((hit) => <PostResult page={page} hit={hit} />)}
      {kind === 'circles' && found.map((hit) => <CircleResult page={page} hit={hit} />)}
      {kind === 'people' && found.map((hit) => <PersonResult hit={hit} />)}
      {kind === 'posts' && (found.more || search.page > 1) && (
        <nav class="pagination" aria-label={t('ui.pages')}>
          {search.page > 1 && (
            <ButtonLink href={pathOf({ ...search, page: search.page - 1 })} look="plain">
              {t('search.before')}
            </ButtonLink>
          )}
          {found.more && (
            <ButtonLink href={pathOf({ ...search, page: search.page + 1 })} look="plain">
              {t('search.more')}
            </ButtonLink>
          )}
        </nav>
      )}
    </section>
  );
}

/** The address of a search. */
function pathOf({ q, in: circleId, kind, page }: Search): string {
  const asked = new URLSearchParams({ q });
  if (circleId) asked.set('in', circleId);
  if (kind !== 'posts') asked.set('kind', kind);
  if (page > 1) asked.set('page', String(page));
  return `/search?${asked}`;
}
