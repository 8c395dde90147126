import { Actions, ButtonLink, Layout, Note, type Page, PageHead } from '../../../ui/index.ts';
import type { Program } from '../../programs/index.ts';

interface Props {
  page: Page;
  program: Program;
  /** Somebody here answers calls. */
  callable: boolean;
}

/** Somebody is in danger: help at once comes first, and nothing of what she wrote was kept. */
export function FirstHelpPage({ page, program, callable }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('matches.first-help.title')} current="me" narrow>
      <PageHead
        title={t('matches.first-help.title')}
        lead={t('matches.first-help.lead')}
        back={{ href: `/programs/${program.id}`, label: program.name }}
      />
      <Actions>
        <ButtonLink href="/help-now" icon="help">
          {t('ui.help-now')}
        </ButtonLink>
        {callable && (
          <ButtonLink href="/callbacks/new?about=low-mood" look="plain" icon="phone">
            {t('matches.first-help.callback')}
          </ButtonLink>
        )}
      </Actions>
      <Note>{t('matches.first-help.later')}</Note>
    </Layout>
  );
}
