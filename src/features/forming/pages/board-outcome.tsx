import { Actions, ButtonLink, Layout, Note, type Page, PageHead } from '../../../ui/index.ts';
import type { FormingOutcome } from '../board.ts';
import { CARE } from '../paths.ts';

/** What became of the circles she approved. */
export function BoardOutcomePage({ page, outcome }: { page: Page; outcome: FormingOutcome }) {
  const { t } = page;
  const { made, changed, leads, unfit } = outcome;
  const whole = changed + leads + unfit === 0;
  return (
    <Layout page={page} title={t('forming-board.outcome')} current="me" narrow>
      <PageHead
        title={t('forming-board.outcome')}
        lead={t('forming-board.made', { count: made })}
        back={{ href: `${CARE}/board`, label: t('forming-board.title') }}
      />
      {changed > 0 && <Note>{t('forming-board.changed', { count: changed })}</Note>}
      {leads > 0 && <Note>{t('forming-board.leads-full', { count: leads })}</Note>}
      {unfit > 0 && <Note>{t('forming-board.unfit', { count: unfit })}</Note>}
      {made > 0 && <p>{t('forming-board.next')}</p>}
      <Actions>
        <ButtonLink href={CARE} look={whole ? undefined : 'plain'}>
          {t('forming.care.title')}
        </ButtonLink>
        <ButtonLink href={`${CARE}/board`} look={whole ? 'plain' : undefined}>
          {t('forming-board.again')}
        </ButtonLink>
      </Actions>
    </Layout>
  );
}
