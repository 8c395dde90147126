import { type Page, Section, Stack } from '../../../ui/index.ts';
import { dayOf } from '../finding.ts';
import type { Listed } from '../listed.ts';
import { GatheringCard } from './gathering-card.tsx';

/** Times of gatherings under their days. */
export function Agenda({ page, times }: { page: Page; times: Listed[] }) {
  return (
    <>
      {byDay(page, times).map(([day, those]) => (
        <Section title={dayName(page.lang, day)} id={`day-${day}`}>
          <Stack list>
            {those.map((one) => (
              <GatheringCard page={page} one={one} />
            ))}
          </Stack>
        </Section>
      ))}
    </>
  );
}

/** "Thursday, November 26". */
export const dayName = (lang: string, day: string): string =>
  new Intl.DateTimeFormat(lang, { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(day),
  );

function byDay(page: Page, times: Listed[]): [string, Listed[]][] {
  const days = new Map<string, Listed[]>();
  for (const one of times) {
    const day = dayOf(one, page.timeZone);
    const those = days.get(day);
    if (those) those.push(one);
    else days.set(day, [one]);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}
