import type { Page } from '../../../ui/index.ts';
import { Actions, Button, ButtonLink, Card, Form, Layout, PageHead, written } from '../../../ui/index.ts';
import type { Post } from '../post.ts';

/** Asks once more, because it cannot be taken back. */
export function RemovalPage({ page, back, post }: { page: Page; back: string; post: Post }) {
  const { t } = page;
  const lead = post.reply_count > 0 ? 'conversation.delete-answered' : 'conversation.delete-lead';
  return (
    <Layout page={page} title={t('conversation.delete-title')} current="circles" narrow>
      <PageHead title={t('conversation.delete-title')} lead={t(lead)} />
      <div class="flow">
        <Card quiet as="div">
          <div class="post-body">{written(post.body)}</div>
        </Card>
        <Form page={page} action={page.path}>
          <Actions>
            <Button look="danger">{t('conversation.delete')}</Button>
            <ButtonLink href={back} look="text">
              {t('conversation.keep')}
            </ButtonLink>
          </Actions>
        </Form>
      </div>
    </Layout>
  );
}
