import type { Page } from '../../../ui/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  Layout,
  PageHead,
  TextArea,
  TextInput,
  Unsent,
} from '../../../ui/index.ts';
import { CareNote } from '../../danger/index.ts';
import { EditPhotos, type Photo } from '../../photos/index.ts';
import { BODY_MOST, isThread, NOTE_MOST, type Post } from '../post.ts';
import type { Rewritable } from '../rewriting.ts';
import { AsksField } from './writing-extras.tsx';
import type { Unaccepted } from './writing-form.tsx';

/** Her own words again, to be put better. */
export function EditPage({
  page,
  back,
  post,
  now,
  photos,
  refused,
}: {
  page: Page;
  back: string;
  post: Post;
  now: Rewritable;
  photos: Photo[];
  refused?: Unaccepted;
}) {
  const { t } = page;
  const raw = refused?.raw;
  return (
    <Layout page={page} title={t('conversation.edit-title')} current="circles">
      <PageHead
        title={t('conversation.edit-title')}
        lead={t(now.waits ? 'conversation.edit-lead-new' : 'conversation.edit-lead')}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      <Form page={page} action={page.path}>
        <TextArea
          page={page}
          name="body"
          label={t('conversation.edit-words')}
          rows={8}
          maxlength={BODY_MOST}
          keepDraft
          value={typeof raw?.body === 'string' ? raw.body : now.body}
          error={refused?.errors.body}
        />
        <CareNote page={page} />
        <TextInput
          page={page}
          name="note"
          label={t('conversation.note')}
          hint={t('conversation.note-hint')}
          optional
          keepDraft
          maxlength={NOTE_MOST}
          value={typeof raw?.note === 'string' ? raw.note : now.note}
          error={refused?.errors.note}
        />
        {isThread(post) && (
          <AsksField page={page} value={typeof raw?.asks === 'string' ? raw.asks : (post.asks ?? '')} />
        )}
        <EditPhotos page={page} photos={photos} raw={raw} described={now.waits} />
        <Unsent page={page} />
        <Actions>
          <Button>{t('conversation.save')}</Button>
          <ButtonLink href={back} look="text">
            {t('conversation.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
