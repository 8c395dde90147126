import { Chip, type Page } from '../../../ui/index.ts';
import type { Case } from '../case.ts';

type Waiting = Pick<Case, 'danger' | 'reasons' | 'dueAt' | 'answeredAt' | 'decidedAt' | 'origin'>;

/** Why it is here, and how long the promise still holds. */
export function Clock({ page, case: one }: { page: Page; case: Waiting }) {
  const { t } = page;
  return (
    <div class="chips">
      {one.danger && <Chip tint="rose">{t('safety.reason.danger')}</Chip>}
      {one.origin === 'words' && <Chip tint="rose">{t('safety.origin-words')}</Chip>}
      {one.reasons
        .filter((reason) => reason !== 'danger')
        .map((reason) => (
          <Chip tint="sky">{t(`safety.reason.${reason}`)}</Chip>
        ))}
      {!one.decidedAt && !one.answeredAt && <Due page={page} at={one.dueAt} />}
    </div>
  );
}

function Due({ page, at }: { page: Page; at: Date }) {
  const { t } = page;
  const hours = (at.getTime() - Date.now()) / 3_600_000;
  const late = hours < 0;
  return (
    <Chip tint={late ? 'rose' : 'gold'} icon="clock">
      {t(late ? 'safety.overdue' : 'safety.due', { hours: Math.ceil(Math.abs(hours)) })}
    </Chip>
  );
}
