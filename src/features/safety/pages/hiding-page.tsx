import { notFound } from '../../../platform/http/index.ts';
import type { Page } from '../../../ui/index.ts';
import { Actions, Button, ButtonLink, Form, Layout, PageHead } from '../../../ui/index.ts';
import { nameOf, type StandingPost } from '../reported-post.ts';

/** What hiding a name does. @throws Problem 404 when the post is under a name, or the viewer's own */
export function HidingPage({ page, post }: { page: Page; post: StandingPost }) {
  if (!post.pseudonym || post.mine) return notFound();
  const { t } = page;
  const name = nameOf(page, post);
  const title = t('safety.hide-title', { name });
  return (
    <Layout page={page} title={title} narrow>
      <PageHead title={title} lead={t('safety.hide-lead', { name })} />
      <Form page={page} action={`/posts/${post.post_id}/hiding`}>
        <Actions>
          <Button>{t('safety.hide')}</Button>
          <ButtonLink href={`/circles/${post.circle_id}/posts/${post.thread_id}`} look="text">
            {t('safety.not-now')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
