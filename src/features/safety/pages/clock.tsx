import { Chip, type Page } from '../../../ui/index.ts';
import type { Case } from '../case.ts';

type Waiting = Pick<Case, 'danger' | 'reasons' | 'dueAt' | 'answeredAt' | 'decidedAt' | 'origin'>;

/** Why it is here, and how long the promise still holds. */
export function Clock({ page, case: one }: { page: Page; case: Waiting }) {
  const { t } = page;
  const urgent = one.danger || one.origin === 'words';
  return (
    <div class="chips">
      {urgent && <Chip tint="rose">{t(one.danger ? 'safety.reason.danger' : 'safety.origin-words')}</Chip>}
      {one.reasons
        .filter((reason) => reason !== 'danger')
        .map((reason) => (
          <Chip tint="sky">{t(`safety.reason.${reason}`)}</Chip>
        ))}
      {!one.decidedAt && !one.answeredAt && <Due page={page} at={one.dueAt} calm={urgent} />}
    </div>
  );
}

// One rose chip says that it is urgent; a second one beside it says no more.
function Due({ page, at, calm }: { page: Page; at: Date; calm: boolean }) {
  const { t } = page;
  const hours = (at.getTime() - Date.now()) / 3_600_000;
  const late = hours < 0;
  return (
    <Chip tint={late && !calm ? 'rose' : 'gold'} icon="clock">
      {t(late ? 'safety.overdue' : 'safety.due', { hours: Math.ceil(Math.abs(hours)) })}
    </Chip>
  );
}
