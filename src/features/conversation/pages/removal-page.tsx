import type { Page } from '../../../ui/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Form,
  Layout,
  Note,
  PageHead,
  written,
} from '../../../ui/index.ts';
import type { Post } from '../post.ts';

/** Asks once more, because it cannot be taken back. */
export function RemovalPage({ page, back, post }: { page: Page; back: string; post: Post }) {
  const { t } = page;
  const title = t(post.mine ? 'conversation.delete-title' : 'conversation.remove-title');
  const lead = !post.mine
    ? 'conversation.remove-lead'
    : post.reply_count > 0
      ? 'conversation.delete-answered'
      : 'conversation.delete-lead';
  return (
    <Layout page={page} title={title} current="circles" narrow>
      <PageHead title={title} lead={t(lead)} />
      <div class="flow">
        <Card quiet as="div">
          <div class="post-body">{written(post.body)}</div>
        </Card>
        {!post.mine && (
          <Note>
            {t('conversation.rather-hide')}{' '}
            <a href={`/reports/new?kind=post&id=${post.post_id}`}>{t('conversation.rather-report')}</a>
          </Note>
        )}
        <Form page={page} action={page.path}>
          <Actions>
            <Button look="danger">{t(post.mine ? 'conversation.delete' : 'conversation.remove')}</Button>
            <ButtonLink href={back} look="text">
              {t('conversation.keep')}
            </ButtonLink>
          </Actions>
        </Form>
      </div>
    </Layout>
  );
}
