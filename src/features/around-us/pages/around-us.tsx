import {
  Actions,
  ButtonLink,
  EmptyState,
  Layout,
  type Page,
  PageHead,
  Pagination,
} from '../../../ui/index.ts';
import type { Item } from '../item.ts';
import type { Followed } from '../source.ts';
import { ItemCard } from './item-card.tsx';

interface Props {
  page: Page;
  sources: Followed[];
  /** The one that is shown alone. */
  source: string | null;
  items: Item[];
  /** Where what is older begins. */
  earlier: string | null;
  isFirst: boolean;
}

/** What those the community follows have written, newest first. */
export function AroundUsPage({ page, sources, source, items, earlier, isFirst }: Props) {
  const { t } = page;
  const community = page.community?.name ?? '';
  const here = `/around-us${source ? `?source=${source}` : ''}`;
  const older =
    earlier && `/around-us?${new URLSearchParams({ ...(source && { source }), before: earlier })}`;
  const lead = t('around-us.lead', { community });
  return (
    <Layout page={page} title={t('around-us.title')} description={lead} public>
      <PageHead title={t('around-us.title')} lead={lead} />
      {page.viewer?.role === 'coordinator' && (
        <Actions>
          <ButtonLink href="/community/sources" look="text" icon="edit">
            {t('around-us.sources')}
          </ButtonLink>
        </Actions>
      )}
      {sources.length > 1 && <Filter page={page} sources={sources} source={source} />}
      {items.length === 0 ? (
        <EmptyState title={t('around-us.none')} drawing="letter">
          <p class="quiet">{t(sources.length === 0 ? 'around-us.none-followed' : 'around-us.none-yet')}</p>
        </EmptyState>
      ) : (
        items.map((item) => <ItemCard page={page} item={item} />)
      )}
      <Pagination page={page} older={older} newest={isFirst ? null : here} />
    </Layout>
  );
}

/** Everybody's, or one's alone. */
function Filter({ page, sources, source }: Pick<Props, 'page' | 'sources' | 'source'>) {
  const choices = [{ id: null, name: page.t('around-us.everybody') }, ...sources];
  return (
    <nav class="asides rooms" aria-label={page.t('around-us.filter')}>
      {choices.map(({ id, name }) => (
        <a
          href={id ? `/around-us?source=${id}` : '/around-us'}
          aria-current={id === source ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
