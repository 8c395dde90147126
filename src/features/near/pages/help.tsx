import { Actions, ButtonLink, type Page, Section } from '../../../ui/index.ts';
import type { HelpSeen } from '../help-seen.ts';

/** Help calendars that are open. */
export function Help({ page, help }: { page: Page; help: HelpSeen[] }) {
  if (help.length === 0) return null;
  return (
    <Section title={page.t('people.near.help')} id="help">
      <p>{page.t('people.near.help-lead')}</p>
      <Actions>
        {help.map(({ called, path }) => (
          <ButtonLink href={path} icon="calendar" wide>
            {page.t('help-calendars.for', { name: called })}
          </ButtonLink>
        ))}
      </Actions>
    </Section>
  );
}
