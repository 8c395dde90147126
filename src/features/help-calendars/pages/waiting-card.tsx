import { Actions, Button, Card, Disclosure, Form, type Page, TextInput } from '../../../ui/index.ts';
import type { HelpersOwn } from '../helping.ts';
import { waitsFor } from '../trusting.ts';

/** An address typed anew that cannot be. */
export interface MistypedMail {
  value: string;
  error: 'help-calendars.error.mail' | 'help-calendars.error.mail-elsewhere';
}

interface Props {
  page: Page;
  own: HelpersOwn;
  path: string;
  mail?: MistypedMail;
}

/** Why the door is not shown to this helper yet, and what they can do about it. Nothing once it is known who they are. */
export function WaitingCard({ page, own: { calendar, me }, path, mail }: Props) {
  const { t } = page;
  const waits = waitsFor(calendar, me);
  if (!waits) return null;
  const name = calendar.called;
  return (
    <Card lit as="section" labelledby="not-yet">
      <h2 id="not-yet">{t(`help-calendars.not-yet.${waits}`, { name })}</h2>
      <p>{t(`help-calendars.not-yet-lead.${waits}`, { name })}</p>
      {waits === 'letter' && (
        <Form page={page} action={`${path}/letter`} inline>
          <Button look="plain">{t('help-calendars.letter-again')}</Button>
        </Form>
      )}
      {calendar.doorFor === 'answered' && !me.memberId && (
        <Disclosure
          summary={t(me.mailed ? 'help-calendars.mail-correct' : 'help-calendars.mail-leave')}
          open={mail !== undefined}
        >
          <Form page={page} action={`${path}/mail`}>
            <TextInput
              page={page}
              name="mail"
              type="email"
              label={t('help-calendars.your-mail')}
              value={mail?.value ?? ''}
              maxlength={200}
              autocomplete="email"
              error={mail?.error}
            />
            <Actions>
              <Button look="plain">{t('help-calendars.mail-send')}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </Card>
  );
}
