import { Actions, ButtonLink, Layout, Note, type Page, PageHead } from '../../../ui/index.ts';
import type { Program } from '../../programs/index.ts';

/** Somebody is in danger: help at once comes first, and nothing of what she wrote was kept. */
export function FirstHelpPage({ page, program }: { page: Page; program: Program }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('matches.first-help.title')} current="plan" narrow>
      <PageHead
        title={t('matches.first-help.title')}
        lead={t('matches.first-help.lead')}
        back={{ href: `/programs/${program.id}`, label: program.name }}
      />
      <Actions>
        <ButtonLink href="/help-now" icon="help">
          {t('ui.help-now')}
        </ButtonLink>
        <ButtonLink href="/callbacks/new" look="plain">
          {t('matches.first-help.callback')}
        </ButtonLink>
      </Actions>
      <Note>{t('matches.first-help.later')}</Note>
    </Layout>
  );
}
