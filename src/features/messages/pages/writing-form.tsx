import { Actions, Button, Form, type Page, TextArea, Unsent } from '../../../ui/index.ts';
import { CareNote } from '../../danger/index.ts';
import type { Standing } from '../door.ts';
import { BODY_MOST } from '../message.ts';
import type { Talk } from '../talk.ts';
import { StandingNote } from './standing-note.tsx';
import type { Unaccepted } from './talk-page.tsx';
import { why } from './why.ts';

interface WritingFormProps {
  page: Page;
  talk: Talk;
  standing: Standing;
  /** Nothing has been said yet: how it began stands above. */
  isFirst: boolean;
  newKey: string;
  refused?: Unaccepted;
}

/** Room to say something to the other. */
export function WritingForm({ page, talk, standing, isFirst, newKey, refused }: WritingFormProps) {
  const { t } = page;
  const name = talk.otherName;
  const typed = (field: string) => [refused?.raw[field] ?? ''].flat()[0];
  return (
    <section class="section flow" aria-label={t('messages.write', { name })}>
      {isFirst && (
        <p class="quiet">
          {talk.because === 'help'
            ? t('messages.begin-help')
            : t(talk.iAsked ? 'messages.begin' : 'messages.begin-asked', { name, why: why(page, talk) })}
        </p>
      )}
      <StandingNote page={page} name={name} standing={standing} />
      <Form page={page} action={`/messages/${talk.talkId}/messages`}>
        <input type="hidden" name="key" value={typed('key') || newKey} />
        <TextArea
          page={page}
          name="body"
          label={t('messages.write', { name })}
          rows={3}
          maxlength={BODY_MOST}
          keepDraft
          value={typed('body')}
          error={refused?.errors.body}
        />
        <CareNote page={page} />
        <Unsent page={page} />
        <Actions>
          <Button>{t('messages.send')}</Button>
        </Actions>
      </Form>
    </section>
  );
}
