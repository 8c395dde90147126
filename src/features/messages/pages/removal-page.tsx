import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Form,
  Layout,
  type Page,
  PageHead,
  written,
} from '../../../ui/index.ts';
import type { Message } from '../message.ts';

/** Asks once more, because it cannot be undone. */
export function RemovalPage({ page, back, message }: { page: Page; back: string; message: Message }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('messages.removal-title')} current="me" narrow>
      <PageHead title={t('messages.removal-title')} lead={t('messages.removal-lead')} />
      <div class="flow">
        <Card quiet as="div">
          <div class="post-body">{written(message.body)}</div>
        </Card>
        <Form page={page} action={page.path}>
          <Actions>
            <Button look="danger">{t('messages.take-back')}</Button>
            <ButtonLink href={back} look="text">
              {t('messages.keep')}
            </ButtonLink>
          </Actions>
        </Form>
      </div>
    </Layout>
  );
}
