import { formatTime, type Page, Section } from '../../../ui/index.ts';
import type { View } from '../gathering-view.ts';
import { pathOf } from '../paths.ts';

/** The other times of a series that lie ahead. */
export function NextDates({ page, view }: { page: Page; view: View }) {
  const { t } = page;
  const { gathering, next } = view;
  if (next.length === 0) return null;
  return (
    <Section title={t('gatherings.next-dates')} id="next-dates">
      <ul class="next-dates">
        {next.map((occurrence) => {
          const off = occurrence.cancelledAt !== null || gathering.cancelledAt !== null;
          const shape = gathering.allDay ? 'day' : 'moment';
          const when = formatTime(
            { lang: page.lang, timeZone: gathering.timeZone },
            occurrence.startsAt,
            shape,
          );
          return (
            <li>
              <a href={pathOf(gathering.gatheringId, occurrence.occurrenceId)}>
                {off ? <s>{when}</s> : when}
              </a>
              {off && <span class="quiet"> {t('gatherings.off-short')}</span>}
              {!off && occurrence.title && <span class="quiet"> {occurrence.title}</span>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
