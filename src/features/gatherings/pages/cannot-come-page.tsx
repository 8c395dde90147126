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
import type { Before } from '../cannot-come.ts';
import type { Spoken } from './coming-words.tsx';

interface Props {
  page: Page;
  path: string;
  /** null: it is over, or called off. */
  when: Date | null;
  /** She has just said so. */
  done?: boolean;
  /** What an undo says again; null when there is nothing to undo. */
  before?: Before | null;
  /** What became of an undo. */
  undone?: Spoken;
}

/** One button. It says when, and neither what nor who: whoever else has the link learns nothing. */
export function CannotComePage({ page, path, when, done = false, before = null, undone }: Props) {
  const { t } = page;
  const title = done ? 'coming.cannot-done' : when ? 'coming.cannot' : 'coming.cannot-over';
  const lead = done || when ? t('coming.cannot-lead') : undefined;
  return (
    <Layout page={page} title={undone ? t(`coming.said.${undone}`) : t(title)} narrow>
      <PageHead title={undone ? t(`coming.said.${undone}`) : t(title)} lead={undone ? undefined : lead}>
        {when && <p id="when">{formatTime(page, when, 'moment')}</p>}
      </PageHead>
      {!done && !undone && when ? (
        <SayIt page={page} path={path} />
      ) : (
        <Onward page={page} path={path} before={before} />
      )}
    </Layout>
  );
}

/** Already in focus: opened from a letter, Enter is all there is left to do. */
function SayIt({ page, path }: { page: Page; path: string }) {
  return (
    <Form page={page} action={path}>
      <Actions>
        <Button focused describedBy="when">
          {page.t('coming.cannot-button')}
        </Button>
      </Actions>
    </Form>
  );
}

function Onward({ page, path, before }: { page: Page; path: string; before: Before | null }) {
  const { t } = page;
  return (
    <Actions>
      {before && (
        <Form page={page} action={`${path}/undo?was=${before}`} inline>
          <Button look="plain">{t('coming.undo')}</Button>
        </Form>
      )}
      <ButtonLink href="/calendar" look={before ? 'text' : 'plain'}>
        {t('coming.cannot-calendar')}
      </ButtonLink>
    </Actions>
  );
}
