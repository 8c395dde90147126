import { Actions, ButtonLink, Card, CopyButton, type Page, textTo } from '../../../ui/index.ts';
import type { ByHand } from '../by-hand.ts';

/** Who has a turn soon and left only a number: she may remind them herself, with the words ready. */
export function ByHandCard({ page, toRemind }: { page: Page; toRemind: ByHand[] }) {
  const { t } = page;
  if (toRemind.length === 0) return null;
  return (
    <Card lit as="section" labelledby="by-hand">
      <h2 id="by-hand">{t('help-calendars.by-hand')}</h2>
      <p class="quiet">{t('help-calendars.by-hand-lead')}</p>
      {toRemind.map(({ name, phone, words }) => (
        <>
          <p class="ready-words">{words}</p>
          <Actions>
            <ButtonLink href={textTo(phone, words)} look="plain" icon="message">
              {t('help-calendars.by-hand.text', { name })}
            </ButtonLink>
            <CopyButton page={page} text={words} />
          </Actions>
        </>
      ))}
    </Card>
  );
}
