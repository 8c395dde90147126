import { Actions, Button, Disclosure, Form, Note, type Page } from '../../../ui/index.ts';
import { canUndoEnough, type HelpCalendar, isOpen } from '../calendar.ts';
import { pathOf } from '../paths.ts';
import type { Slot } from '../slot.ts';

/** "Enough food": said in one tap, and taken back for a while. */
export function Enough({
  page,
  calendar,
  slots,
}: {
  page: Page;
  calendar: HelpCalendar;
  slots: readonly Slot[];
}) {
  const { t } = page;
  const path = pathOf(calendar.calendarId, '/enough');
  if (!isOpen(calendar)) return null;
  if (canUndoEnough(calendar))
    return (
      <Note icon="meal">
        <p>{t('help-calendars.enough-now')}</p>
        <Form page={page} action={`${path}/end`} inline>
          <Button look="plain">{t('help-calendars.enough-undo')}</Button>
        </Form>
      </Note>
    );
  if (!slots.some(({ task, closedAt }) => task === 'meal' && !closedAt)) return null;
  return (
    <div class="rule no-print">
      <span>{t('help-calendars.enough-lead')}</span>
      <Form page={page} action={path} inline>
        <Button look="plain">{t('help-calendars.enough')}</Button>
      </Form>
    </div>
  );
}

/** The end of it all, two taps away. */
export const Ending = ({ page, path }: { page: Page; path: string }) => (
  <div class="no-print">
    <Disclosure summary={page.t('help-calendars.end')}>
      <p>{page.t('help-calendars.end-lead')}</p>
      <Form page={page} action={`${path}/end`}>
        <Actions>
          <Button look="danger">{page.t('help-calendars.end-now')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  </div>
);
