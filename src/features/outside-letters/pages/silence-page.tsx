import { Actions, Button, Form, Layout, type Page, PageHead } from '../../../ui/index.ts';

/** Two buttons. It names nobody: whoever else has the link learns nothing. */
export function SilencePage({ page, path, done }: { page: Page; path: string; done: boolean }) {
  const { t } = page;
  const title = t(done ? 'outside-letters.done' : 'outside-letters.title');
  return (
    <Layout page={page} title={title} narrow>
      <PageHead title={title} lead={t(done ? 'outside-letters.done-lead' : 'outside-letters.lead')} />
      {!done && (
        <Form page={page} action={path}>
          <Actions>
            <Button name="from" value="her">
              {t('outside-letters.hers')}
            </Button>
            <Button look="plain" name="from" value="everybody">
              {t('outside-letters.all')}
            </Button>
          </Actions>
        </Form>
      )}
    </Layout>
  );
}
