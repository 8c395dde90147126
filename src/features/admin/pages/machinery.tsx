import { Note, type Page, Time } from '../../../ui/index.ts';
import type { Unsent } from '../../letters/index.ts';

export interface MachineryProps {
  page: Page;
  /** Letters that could not be sent, by reason. */
  unsent: Unsent[];
  /** Work by the clock that keeps failing. */
  failing: { job: string; since: Date }[];
  /** The server does not know where links in letters should lead. */
  addressless: boolean;
}

/** What went wrong behind the scenes, for whoever can mend it; about nobody in particular. */
export function Machinery({ page, unsent, failing, addressless }: MachineryProps) {
  const { t } = page;
  const count = unsent.reduce((sum, { letters }) => sum + letters, 0);
  const reasons = unsent.map(({ reason, letters }) => t(`letters.unsent.${reason}`, { count: letters }));
  return (
    <>
      {addressless && <Note icon="mail">{t('letters.unsent.no-address')}</Note>}
      {count > 0 && (
        <Note icon="mail">
          {t('letters.unsent', { count })}: {reasons.join('; ')}.
        </Note>
      )}
      {failing.map(({ job, since }) => (
        <Note tone="warm">
          {t('admin.failing', { job })} <Time page={page} at={since} shape="date" />
        </Note>
      ))}
    </>
  );
}
