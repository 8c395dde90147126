import { formatTime, Note, type Page } from '../../../ui/index.ts';
import type { Plan } from '../reading-source.ts';

const FIRST = 5;

/** What would be taken over: how many, the first five, and what is left out with the line where it stands. */
export function Preview({ page, plan }: { page: Page; plan: Plan }) {
  const { t } = page;
  const ahead = plan.items
    .filter(({ next }) => next !== null)
    .sort((one, other) => +one.next! - +other.next!);
  return (
    <>
      <h2>{t('calendars.found', { count: ahead.length })}</h2>
      {ahead.length > 0 && (
        <ul class="flow">
          {ahead.slice(0, FIRST).map(({ draft, next }) => (
            <li>
              <strong>{draft.title}</strong>
              <br />
              <span class="quiet">
                {formatTime({ ...page, timeZone: draft.timeZone }, next!, draft.allDay ? 'day' : 'moment')}
                {draft.venue && ` · ${draft.venue}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {ahead.length > FIRST && (
        <p class="quiet">{t('calendars.and-more', { count: ahead.length - FIRST })}</p>
      )}
      {plan.leftOut.length > 0 && (
        <Note icon="info">
          <p>{t('calendars.left-out', { count: plan.leftOut.length })}</p>
          <ul>
            {plan.leftOut.slice(0, FIRST).map(({ line, title, why }) => (
              <li>{t('calendars.left-out-one', { line, title, why: t(`calendars.left.${why}`) })}</li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}
