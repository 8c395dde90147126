import {
  Actions,
  Button,
  Card,
  CopyButton,
  Disclosure,
  Form,
  Note,
  type Page,
  ShareButton,
  TextInput,
} from '../../../ui/index.ts';
import type { Whole } from '../access.ts';
import { pathOf } from '../paths.ts';

const waitingFor = ({ forOther, consentBy }: Whole['calendar']) => {
  if (!forOther) return 'help-calendars.waiting-lead';
  return consentBy === 'mail' ? 'help-calendars.waiting-letter' : 'help-calendars.waiting-link';
};

/** To her own address; the link in it is hers alone. */
const HerLetter = ({ page, path, sent }: { page: Page; path: string; sent: boolean }) => (
  <Disclosure summary={page.t(sent ? 'help-calendars.letter-again' : 'help-calendars.letter-instead')}>
    <Form page={page} action={`${path}/consent-letter`}>
      <TextInput
        page={page}
        name="mail"
        type="email"
        label={page.t('help-calendars.her-mail')}
        value=""
        maxlength={200}
      />
      <Actions>
        <Button look="plain">{page.t('help-calendars.mail-send')}</Button>
      </Actions>
    </Form>
  </Disclosure>
);

/** Not open yet: she is asked first, by a notification or by the link that whoever set it up hands her. */
export function Waiting({
  page,
  whole: { calendar },
  link,
}: {
  page: Page;
  whole: Whole;
  link: string | null;
}) {
  const { t } = page;
  return (
    <Card lit>
      <h2>{t('help-calendars.waiting', { name: calendar.called })}</h2>
      <p>{t(waitingFor(calendar))}</p>
      {calendar.notLikeThis && (
        <Note icon="message">{t('help-calendars.she-said', { words: calendar.notLikeThis })}</Note>
      )}
      {calendar.forOther && (
        <HerLetter page={page} path={pathOf(calendar.calendarId)} sent={calendar.consentBy === 'mail'} />
      )}
      {link && (
        <>
          <p class="feed-address">
            <code>{link}</code>
          </p>
          <Actions>
            <ShareButton page={page} title={t('help-calendars.consent-title')} url={link} />
            <CopyButton page={page} text={link} />
          </Actions>
        </>
      )}
    </Card>
  );
}
