import { ButtonLink, Card, type Page, Section, Stack } from '../../../ui/index.ts';
import { tasksInWords } from '../../help-calendars/index.ts';
import type { HelpSeen } from '../help-seen.ts';

/** Help calendars that are open, each with what tells it from another of hers: what is wanted, when, and how much is open. */
export function Help({ page, help }: { page: Page; help: HelpSeen[] }) {
  if (help.length === 0) return null;
  return (
    <Section title={page.t('people.near.help')} id="help">
      <p>{page.t('people.near.help-lead')}</p>
      <Stack list>
        {help.map((one) => (
          <HelpCard page={page} help={one} />
        ))}
      </Stack>
    </Section>
  );
}

function HelpCard({ page, help }: { page: Page; help: HelpSeen }) {
  const { t, lang } = page;
  const { called, said, path, tasks, from, until, open } = help;
  return (
    <Card as="li">
      <h3>{t('help-calendars.for', { name: called })}</h3>
      {said && <p class="quiet">{said}</p>}
      {from && until ? (
        <p>
          {sentence(tasksInWords({ t, lang }, tasks), lang)}
          <br />
          {daysBetween(lang, from, until)} · {t('people.near.help-open', { open })}
        </p>
      ) : (
        <p>{t('people.near.help-later')}</p>
      )}
      <ButtonLink href={path} icon="calendar" wide>
        {t('people.near.help-see')}
      </ButtonLink>
    </Card>
  );
}

const sentence = (words: string, lang: string): string =>
  words.charAt(0).toLocaleUpperCase(lang) + words.slice(1);

/** "Nov 24 – Dec 19", by the calendar's own days. */
function daysBetween(lang: string, from: string, until: string): string {
  const format = new Intl.DateTimeFormat(lang, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return format.formatRange(new Date(from), new Date(until));
}
