import { ButtonLink, Card, type Page, PostText, Section, Stack } from '../../../ui/index.ts';
import { ASPECTS, type BeingThere, linesOf } from '../being-there.ts';
import type { HelpSeen } from '../help-seen.ts';
import type { Update } from '../update.ts';
import { UpdateLine } from './updates-page.tsx';

/** Her news, the newest first. */
export function News({ page, updates }: { page: Page; updates: Update[] }) {
  if (updates.length === 0) return null;
  return (
    <Section title={page.t('people.near.news')} id="news">
      <Stack list>
        {updates.map((update, i) => (
          <Card as="li" lit={i === 0}>
            <PostText text={update.text} />
            <UpdateLine page={page} update={update} />
          </Card>
        ))}
      </Stack>
    </Section>
  );
}

/** Help calendars that are open. */
export function Help({ page, help }: { page: Page; help: HelpSeen[] }) {
  if (help.length === 0) return null;
  return (
    <Section title={page.t('people.near.help')} id="help">
      <p>{page.t('people.near.help-lead')}</p>
      {help.map(({ called, path }) => (
        <ButtonLink href={path} icon="calendar" wide>
          {page.t('help-calendars.for', { name: called })}
        </ButtonLink>
      ))}
    </Section>
  );
}

/** How to be there for her: prompts in the reader's language, her own words as she wrote them. */
export function BeingThereFor({ page, being, name }: { page: Page; being: BeingThere | null; name: string }) {
  const { t } = page;
  if (!being) return null;
  const said = ASPECTS.map((aspect) => ({ aspect, lines: linesOf(t, being, aspect) }));
  return (
    <Section title={t('people.near.how', { name })} id="how">
      {said.map(
        ({ aspect, lines }) =>
          lines.length > 0 && (
            <div class="being-there">
              <h3>{t(`people.near.aspect.${aspect}`)}</h3>
              <ul>
                {lines.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </Section>
  );
}
