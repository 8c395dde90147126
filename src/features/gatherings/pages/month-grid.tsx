import { type Page, Section } from '../../../ui/index.ts';
import { finderPath } from '../filters.ts';
import { dayOf, type Search } from '../finding.ts';
import type { Listed } from '../listed.ts';
import type { Month } from '../month.ts';
import { pathOf } from '../paths.ts';
import { dayName } from './agenda.tsx';

/** A month on the wall. On a phone a day leads down to its list; where there is room its gatherings stand in it. */
export function MonthGrid({ page, search, month }: { page: Page; search: Search; month: Month }) {
  const { t } = page;
  const days = new Map<string, Listed[]>();
  for (const one of search.found) {
    const day = dayOf(one, page.timeZone);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  const turn = (name: string | null, words: string) =>
    name && <a href={finderPath(search.filters, { month: name })}>{words}</a>;
  return (
    <Section title={monthName(page.lang, month.name)} id="month">
      <table class="month">
        <caption class="unseen">{monthName(page.lang, month.name)}</caption>
        <thead>
          <tr>
            {weekdays(page.lang).map(([short, long]) => (
              <th scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week) => (
            <tr>
              {week.map((day) => (
                <td>{day && <Day page={page} day={day} times={days.get(day) ?? []} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="asides">
        {turn(month.before, t('agenda.month-before'))}
        {turn(month.after, t('agenda.month-after'))}
      </p>
    </Section>
  );
}

const SHOWN = 3;

function Day({ page, day, times }: { page: Page; day: string; times: Listed[] }) {
  const number = String(Number(day.slice(8)));
  if (times.length === 0) return <span class="day">{number}</span>;
  const label = page.t('agenda.day-of', { day: dayName(page.lang, day), count: times.length });
  return (
    <>
      <a class="day busy" href={`#day-${day}`} aria-label={label}>
        {number}
      </a>
      <ul>
        {times.slice(0, SHOWN).map(({ gathering, occurrence }) => (
          <li>
            <a href={pathOf(gathering.gatheringId, occurrence.occurrenceId)}>
              {occurrence.title ?? gathering.title}
            </a>
          </li>
        ))}
        {times.length > SHOWN && (
          <li class="quiet">{page.t('agenda.more-that-day', { count: times.length - SHOWN })}</li>
        )}
      </ul>
    </>
  );
}

const monthName = (lang: string, month: string): string =>
  new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );

/** 7 January 2024 was a Sunday. */
function weekdays(lang: string): [string, string][] {
  const name = (weekday: 'narrow' | 'long', day: number) =>
    new Intl.DateTimeFormat(lang, { weekday, timeZone: 'UTC' }).format(Date.UTC(2024, 0, 7 + day));
  return [0, 1, 2, 3, 4, 5, 6].map((day) => [name('narrow', day), name('long', day)]);
}
