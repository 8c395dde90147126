import {
  Button,
  Card,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  Layout,
  type Page,
  PageHead,
  PostText,
  Stack,
} from '../../../ui/index.ts';
import { type Circle, circleName } from '../../circles/index.ts';
import type { Item } from '../item.ts';
import { ItemFields, type Refused } from './item-fields.tsx';

interface ShelfPageProps {
  page: Page;
  circle: Circle;
  items: Item[];
  facilitates: boolean;
  refused?: Refused;
}

/** Links and notes that are worth finding again. */
export function ShelfPage({ page, circle, items, facilitates, refused }: ShelfPageProps) {
  const { t } = page;
  const here = `/circles/${circle.circleId}`;
  return (
    <Layout page={page} title={t('shelf.title')} current="circles">
      <PageHead
        title={t('shelf.title')}
        lead={t('shelf.lead')}
        back={{ href: here, label: circleName(page, circle) }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      {items.length === 0 && (
        <EmptyState drawing="cup" title={t('shelf.empty')}>
          <p>{t(facilitates ? 'shelf.empty-yours' : 'shelf.empty-lead')}</p>
        </EmptyState>
      )}
      {items.length > 0 && (
        <Stack list>
          {items.map((item) => (
            <OneItem page={page} here={here} item={item} facilitates={facilitates} />
          ))}
        </Stack>
      )}
      {facilitates && (
        <Disclosure summary={t('shelf.add')} open={refused !== undefined || items.length === 0}>
          <Form page={page} action={`${here}/shelf`}>
            <ItemFields page={page} refused={refused} />
            <Button>{t('shelf.put')}</Button>
          </Form>
        </Disclosure>
      )}
    </Layout>
  );
}

interface OneItemProps {
  page: Page;
  here: string;
  item: Item;
  facilitates: boolean;
}

function OneItem({ page, here, item, facilitates }: OneItemProps) {
  const { t } = page;
  return (
    <Card as="li">
      <h2>
        {item.link ? (
          <a href={item.link} rel="nofollow noopener noreferrer ugc">
            {item.title}
          </a>
        ) : (
          item.title
        )}
      </h2>
      {item.link && <p class="quiet">{new URL(item.link).host}</p>}
      {item.note && (
        <div class="post-body">
          <PostText text={item.note} />
        </div>
      )}
      {facilitates && (
        <div class="asides">
          <a href={`${here}/shelf/${item.item_id}/edit`}>
            {t('shelf.edit')} <span class="unseen">{item.title}</span>
          </a>
        </div>
      )}
    </Card>
  );
}
