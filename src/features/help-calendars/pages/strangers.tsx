import { Button, Card, Form, type Page, Stack } from '../../../ui/index.ts';
import type { HelpCalendar } from '../calendar.ts';
import { strangersIn } from '../trusting.ts';
import type { Helper } from '../who-helps.ts';

interface Props {
  page: Page;
  calendar: HelpCalendar;
  helpers: Iterable<Helper>;
  /** Where the yes and the no go: this, the helper, and which. */
  path: string;
  /** Whoever looks may say yes; anybody who looks after it may say "I do not know them". */
  vouches: boolean;
}

/** Whom nothing is known of but what they typed: one tap says yes, one says no. Her door is shut to them until then. */
export function Strangers({ page, calendar, helpers, path, vouches }: Props) {
  const { t } = page;
  const strangers = strangersIn(calendar, helpers);
  if (strangers.length === 0 || calendar.endedAt) return null;
  return (
    <Card lit as="section" labelledby="strangers">
      <h2 id="strangers">{t('help-calendars.strangers', { count: strangers.length })}</h2>
      <p class="quiet">{t(`help-calendars.strangers-lead.${calendar.doorFor}`)}</p>
      <Stack list>
        {strangers.map((helper) => (
          <li class="rule no-print">
            <span>
              {helper.name}
              <br />
              <span class="quiet">{t(`help-calendars.standing.${standingOf(helper)}`)}</span>
            </span>
            <div class="help-answers">
              {vouches && (
                <Form page={page} action={`${path}/${helper.helperId}/known`} inline>
                  <Button look="plain">{t('help-calendars.know', { name: helper.name })}</Button>
                </Form>
              )}
              <Form page={page} action={`${path}/${helper.helperId}/removal`} inline>
                <Button look="text" label={t('help-calendars.do-not-know-name', { name: helper.name })}>
                  {t('help-calendars.do-not-know')}
                </Button>
              </Form>
            </div>
          </li>
        ))}
      </Stack>
    </Card>
  );
}

/** What is known of a helper, in a word. */
export function standingOf(helper: Helper): 'known' | 'member' | 'answered' | 'unanswered' | 'number' {
  if (helper.known) return 'known';
  if (helper.memberId) return 'member';
  if (helper.answered) return 'answered';
  return helper.mailed ? 'unanswered' : 'number';
}
