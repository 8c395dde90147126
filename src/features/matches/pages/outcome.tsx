import { Actions, ButtonLink, Layout, Note, type Page, PageHead } from '../../../ui/index.ts';
import type { Program } from '../../programs/index.ts';
import type { Outcome } from '../rounds.ts';

/** What became of an approved round. */
export function OutcomePage({ page, program, outcome }: { page: Page; program: Program; outcome: Outcome }) {
  const { t } = page;
  const board = `/community/programs/${program.id}/board`;
  return (
    <Layout page={page} title={t('matches.outcome.title')} current="me" narrow>
      <PageHead
        title={t('matches.outcome.title')}
        lead={t('matches.outcome.proposed', { count: outcome.proposed })}
        back={{ href: board, label: t('matches.board.title') }}
      />
      {outcome.full > 0 && <Note>{t('matches.outcome.full', { count: outcome.full })}</Note>}
      {outcome.gone > 0 && <Note>{t('matches.outcome.gone', { count: outcome.gone })}</Note>}
      <p>{t('matches.outcome.next')}</p>
      <Actions>
        <ButtonLink href={`/community/programs/${program.id}`}>{program.name}</ButtonLink>
        <ButtonLink href={board} look="plain">
          {t('matches.board.title')}
        </ButtonLink>
      </Actions>
    </Layout>
  );
}
