import { Actions, Button, ButtonLink, Form, Layout, type Page, PageHead } from '../../../ui/index.ts';
import type { Mentor } from '../mentor.ts';
import type { Program } from '../program.ts';

interface Props {
  page: Page;
  program: Program;
  mentor: Mentor;
  carries: number;
}

/** What happens when she leaves, before she does; with the gentler ways beside it. */
export function LeavingPage({ page, program, mentor, carries }: Props) {
  const { t } = page;
  const applied = mentor.state === 'applied';
  const here = `/programs/${program.id}/mentor`;
  const title = t(applied ? 'programs.leaving.withdraw-title' : 'programs.leaving.title');
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead title={title} back={{ href: here, label: t('programs.mentor.title') }} />
      {/* One who stops already is sent nobody new, and has no rest to take instead. */}
      {mentor.leavingAt === null && (
        <p>{t(applied ? 'programs.leaving.withdraw' : 'programs.leaving.text')}</p>
      )}
      {carries > 0 ? (
        <TwoWays page={page} here={here} mentor={mentor} carries={carries} />
      ) : (
        <Actions>
          <Form page={page} action={`${here}/leaving`} inline>
            <Button look="danger">{t(applied ? 'programs.mentor.withdraw' : 'programs.mentor.leave')}</Button>
          </Form>
          {!applied && <Rest page={page} here={here} mentor={mentor} />}
          <ButtonLink href={here} look="text">
            {t('programs.stay')}
          </ButtonLink>
        </Actions>
      )}
    </Layout>
  );
}

interface Hers {
  page: Page;
  here: string;
  mentor: Mentor;
}

/** Somebody counts on her: she finishes with her first, or hands over now. Nobody is left behind either way. */
function TwoWays({ page, here, mentor, carries }: Hers & { carries: number }) {
  const { t } = page;
  return (
    <Form page={page} action={`${here}/leaving`}>
      <p>
        {t('programs.leaving.carries', { carries })} <a href="/pairs">{t('programs.mentor.pairs')}</a>
      </p>
      <ul class="prose">
        {mentor.leavingAt === null && <li>{t('programs.leaving.after-text', { carries })}</li>}
        <li>{t('programs.leaving.now-text', { carries })}</li>
      </ul>
      <Actions>
        {mentor.leavingAt === null && (
          <Button name="how" value="after">
            {t('programs.leaving.after', { carries })}
          </Button>
        )}
        <Button look="danger" name="how" value="now">
          {t('programs.leaving.now')}
        </Button>
        {mentor.pausedAt === null && (
          <Button look="plain" icon="moon" formaction={`${here}/pause`}>
            {t('programs.approved.pause')}
          </Button>
        )}
        <ButtonLink href={here} look="text">
          {t('programs.stay')}
        </ButtonLink>
      </Actions>
    </Form>
  );
}

const Rest = ({ page, here, mentor }: Hers) =>
  mentor.pausedAt === null ? (
    <Form page={page} action={`${here}/pause`} inline>
      <Button look="plain" icon="moon">
        {page.t('programs.approved.pause')}
      </Button>
    </Form>
  ) : null;
