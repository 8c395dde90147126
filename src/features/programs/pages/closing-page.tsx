import { Actions, Button, ButtonLink, Form, Layout, type Page, PageHead } from '../../../ui/index.ts';
import type { Affected } from '../closing.ts';
import type { Program } from '../program.ts';

/** What closing does to those who wait, to pairs and to mentors, before it is done. */
export function ClosingPage({
  page,
  program,
  affected,
}: {
  page: Page;
  program: Program;
  affected: Affected;
}) {
  const { t } = page;
  const here = `/community/programs/${program.id}`;
  const title = t('programs.closing.title', { name: program.name });
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead title={title} back={{ href: here, label: program.name }} />
      <ul class="prose">
        <li>{t('programs.closing.waiting', { count: affected.waiting })}</li>
        <li>{t('programs.closing.pairs', { count: affected.pairs })}</li>
        <li>{t('programs.closing.mentors', { count: affected.applied })}</li>
        <li>{t('programs.closing.again')}</li>
      </ul>
      <Actions>
        <Form page={page} action={`${here}/closing`} inline>
          <Button look="danger">{t('programs.closing.close')}</Button>
        </Form>
        <ButtonLink href={here} look="text">
          {t('programs.closing.not')}
        </ButtonLink>
      </Actions>
    </Layout>
  );
}
