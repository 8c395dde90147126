import {
  Actions,
  Button,
  ButtonLink,
  Form,
  formatTime,
  Layout,
  type Page,
  PageHead,
} from '../../../ui/index.ts';

interface Props {
  page: Page;
  path: string;
  /** null: it is over, or called off. */
  when: Date | null;
  done: boolean;
}

/** One button. It says when, and neither what nor who: whoever else has the link learns nothing. */
export function CannotComePage({ page, path, when, done }: Props) {
  const { t } = page;
  const title = t(done ? 'coming.cannot-done' : when ? 'coming.cannot' : 'coming.cannot-over');
  return (
    <Layout page={page} title={title} narrow>
      <PageHead title={title} lead={done || when ? t('coming.cannot-lead') : undefined}>
        {when && <p>{formatTime(page, when, 'moment')}</p>}
      </PageHead>
      {!done && when ? (
        <Form page={page} action={path}>
          <Actions>
            <Button>{t('coming.cannot-button')}</Button>
          </Actions>
        </Form>
      ) : (
        <Actions>
          <ButtonLink href="/calendar" look="plain">
            {t('coming.cannot-calendar')}
          </ButtonLink>
        </Actions>
      )}
    </Layout>
  );
}
