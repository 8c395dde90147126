import { Actions, Button, ErrorSummary, Form, Layout, type Page, PageHead } from '../../../ui/index.ts';
import type { Circle } from '../../circles/index.ts';
import type { Item } from '../item.ts';
import { ItemFields, type Refused } from './item-fields.tsx';

interface ItemPageProps {
  page: Page;
  circle: Circle;
  item: Item;
  refused?: Refused;
}

/** Something on the shelf, to be said otherwise or taken off. */
export function ItemPage({ page, circle, item, refused }: ItemPageProps) {
  const { t } = page;
  const shelf = `/circles/${circle.circleId}/shelf`;
  return (
    <Layout page={page} title={t('shelf.edit-title')} current="circles" narrow>
      <PageHead title={t('shelf.edit-title')} back={{ href: shelf, label: t('shelf.title') }} />
      <ErrorSummary page={page} errors={refused?.errors} />
      <Form page={page} action={`${shelf}/${item.item_id}/edit`}>
        <ItemFields page={page} item={item} refused={refused} />
        <Actions>
          <Button>{t('shelf.save')}</Button>
          <Button look="text" formaction={`${shelf}/${item.item_id}/removal`} formnovalidate>
            {t('shelf.remove')}
          </Button>
        </Actions>
      </Form>
    </Layout>
  );
}
