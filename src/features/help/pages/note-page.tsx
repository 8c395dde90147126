import {
  Button,
  ButtonLink,
  CheckboxGroup,
  CopyButton,
  Form,
  Layout,
  Note,
  PageHead,
  ShareButton,
  TextArea,
} from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import { noteText, type Recipient, type Want, wantsFor } from '../note.ts';

interface NotePageProps {
  page: Page;
  to: Recipient;
  wants: Want[];
  /** She told us of a loss. */
  gentle: boolean;
}

/** A few warm words to one person, hers to change and send from her own phone. Nothing of it is kept here. */
export function NotePage({ page, to, wants, gentle }: NotePageProps) {
  const { t } = page;
  const text = noteText(t, to, wants, gentle);
  const doctor = to === 'doctor';
  return (
    <Layout
      page={page}
      title={t(doctor ? 'help.note.doctor-title' : 'help.note.title')}
      current="plan"
      narrow
    >
      <PageHead
        title={t(doctor ? 'help.note.doctor-title' : 'help.note.title')}
        lead={t(doctor ? 'help.note.doctor-lead' : 'help.note.lead')}
        back={{ href: '/plan', label: t('help.to-plan') }}
      />
      {!doctor && (
        <Form page={page} action="/help/note" method="get">
          <CheckboxGroup
            page={page}
            name="want"
            label={t('help.note.wants')}
            options={wantsFor(gentle).map((want) => ({ value: want, label: t(`help.want.${want}`) }))}
            values={wants}
          />
          <Button look="plain">{t('help.note.write')}</Button>
        </Form>
      )}
      <div class="note-text flow">
        <TextArea
          page={page}
          name="note"
          label={t('help.note.text')}
          hint={t('help.note.text-hint')}
          rows={doctor ? 8 : 10}
          value={text}
        />
        <div class="actions" data-note-for="f-note">
          {doctor || <SendLinks page={page} text={text} />}
          <CopyButton page={page} text={text} />
          <ShareButton page={page} title="" url="" text={text} />
        </div>
        <Note icon="lock">{t('help.note.private')}</Note>
      </div>
    </Layout>
  );
}

/** Opens the phone's own messages or mail with the note in it; whom to send it to is chosen there. */
function SendLinks({ page, text }: { page: Page; text: string }) {
  const { t } = page;
  const body = encodeURIComponent(text);
  const subject = encodeURIComponent(t('help.note.subject'));
  return (
    <>
      <ButtonLink href={`sms:?&body=${body}`} icon="message">
        {t('help.note.sms')}
      </ButtonLink>
      <ButtonLink look="plain" href={`mailto:?subject=${subject}&body=${body}`} icon="mail">
        {t('help.note.mail')}
      </ButtonLink>
    </>
  );
}
