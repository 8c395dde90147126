import { Actions, Button, ButtonLink, Form, Layout, type Page, PageHead } from '../../../ui/index.ts';
import type { Mentor } from '../mentor.ts';
import type { Program } from '../program.ts';

interface Props {
  page: Page;
  program: Program;
  mentor: Mentor;
  carries: number;
}

/** What happens when she leaves, before she does; with the gentler way beside it. */
export function LeavingPage({ page, program, mentor, carries }: Props) {
  const { t } = page;
  const applied = mentor.state === 'applied';
  const here = `/programs/${program.id}/mentor`;
  const title = t(applied ? 'programs.leaving.withdraw-title' : 'programs.leaving.title');
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead title={title} back={{ href: here, label: t('programs.mentor.title') }} />
      <p>{t(applied ? 'programs.leaving.withdraw' : 'programs.leaving.text')}</p>
      {carries > 0 && (
        <p>
          {t('programs.leaving.carries', { carries })} <a href="/pairs">{t('programs.mentor.pairs')}</a>
        </p>
      )}
      <Actions>
        <Form page={page} action={`${here}/leaving`} inline>
          <Button look="danger">{t(applied ? 'programs.mentor.withdraw' : 'programs.mentor.leave')}</Button>
        </Form>
        {!applied && mentor.pausedAt === null && (
          <Form page={page} action={`${here}/pause`} inline>
            <Button look="plain" icon="moon">
              {t('programs.approved.pause')}
            </Button>
          </Form>
        )}
        <ButtonLink href={here} look="text">
          {t('programs.stay')}
        </ButtonLink>
      </Actions>
    </Layout>
  );
}
