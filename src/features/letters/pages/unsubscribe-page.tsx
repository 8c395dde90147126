import { Actions, Button, ButtonLink, Form, Layout, type Page, PageHead } from '../../../ui/index.ts';

interface Props {
  page: Page;
  path: string;
  /** Of one circle, else of all. */
  ofCircle: boolean;
  done: boolean;
}

/** One button. It names neither her nor the circle: whoever else has the link learns nothing. */
export function UnsubscribePage({ page, path, ofCircle, done }: Props) {
  const { t } = page;
  const title = t(done ? 'letters.ended' : ofCircle ? 'letters.end.circle' : 'letters.end.all');
  return (
    <Layout page={page} title={title} narrow>
      <PageHead title={title} lead={t(done ? 'letters.ended-lead' : 'letters.end-lead')} />
      {done ? (
        <Actions>
          <ButtonLink href="/me/notifications" look="plain">
            {t('letters.change')}
          </ButtonLink>
        </Actions>
      ) : (
        <Form page={page} action={path}>
          <Actions>
            <Button>{t('letters.end-button')}</Button>
          </Actions>
        </Form>
      )}
    </Layout>
  );
}
