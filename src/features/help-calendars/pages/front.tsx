import type { PropsWithChildren } from 'hono/jsx';
import { Drawing, type DrawingName, Icon, type Page } from '../../../ui/index.ts';
import type { HelpCalendar } from '../calendar.ts';
import { isFree, type Slot } from '../slot.ts';

const DRAWINGS: Partial<Record<HelpCalendar['occasion'], DrawingName>> = { loss: 'cup', illness: 'cup' };

/** The top of a help calendar: whom it is for, in her own words where she left some; another's are signed as another's. */
export function Front({
  page,
  calendar,
  children,
}: PropsWithChildren<{ page: Page; calendar: HelpCalendar }>) {
  const { t } = page;
  const name = calendar.called;
  return (
    <div class="help-front">
      <Drawing name={DRAWINGS[calendar.occasion] ?? 'porch'} />
      <h1>{t('help-calendars.for', { name })}</h1>
      <p class="lead">{t(`help-calendars.lead.${calendar.occasion}`, { name })}</p>
      {calendar.said && (
        <blockquote class="help-said">
          <p>{calendar.said}</p>
          <footer>{calendar.setUpBy || name}</footer>
        </blockquote>
      )}
      {calendar.setUpBy && <p class="quiet">{t('help-calendars.set-up-by', { name: calendar.setUpBy })}</p>}
      {children}
    </div>
  );
}

/** Of what is shown: a light for each that somebody has. Said in words too. */
export function Lights({ page, slots }: { page: Page; slots: readonly Slot[] }) {
  const open = slots.filter((slot) => isFree(slot)).length;
  const taken = slots.filter((slot) => slot.helperId && !slot.closedAt).length;
  if (open + taken === 0) return null;
  return (
    <div class="help-lights">
      <p aria-hidden="true">
        {slots
          .filter((slot) => !slot.closedAt)
          .slice(0, 42)
          .map((slot) => (slot.helperId ? <i class="lit" /> : <i />))}
      </p>
      <p>{page.t('help-calendars.lights', { taken, open })}</p>
    </div>
  );
}

/** Cards or collections elsewhere, each with the house it leads to. No money passes here. */
export function Gifts({ page, gifts }: { page: Page; gifts: readonly string[] }) {
  if (gifts.length === 0) return null;
  return (
    <aside class="help-gifts">
      <p>{page.t('help-calendars.gifts-lead')}</p>
      <ul>
        {gifts.map((gift) => (
          <li>
            <a href={gift} rel="noopener noreferrer external">
              <Icon name="external" size={18} /> {new URL(gift).hostname}
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
