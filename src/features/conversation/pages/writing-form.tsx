import { raw } from 'hono/html';
import type { Raw } from '../../../platform/http/index.ts';
import { remember } from '../../../platform/memory/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  type Errors,
  Form,
  type Page,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { shownPseudonym } from '../../pseudonyms/index.ts';
import { CareNote } from '../../safety/index.ts';
import { BODY_MOST, NOTE_MOST } from '../post.ts';

/** A writing form that could not be accepted, as it was sent. */
export interface Unaccepted {
  raw: Raw;
  errors: Errors;
}

interface WritingFormProps {
  page: Page;
  action: string;
  label: string;
  placeholder: string;
  button: string;
  /** The id the post will have; a fresh one for each form drawn. */
  draftKey: string;
  refused?: Unaccepted;
  /** Words to begin with. */
  body?: string;
  /** Whom a greeting is for. It is given in one's own name. */
  to?: string;
  /** Her pseudonym in this thread: having begun without her name, she goes on so unless she says otherwise. */
  pseudonym?: string | null;
}

const FORM = 'write';
const drawn = remember<string>(1000);

/**
 * Room to say something: in her name or without it, with a note of what it is about if she likes. An empty form is
 * the same each time she comes, but for its key, which therefore stands beside it.
 */
export function WritingForm({ draftKey, ...p }: WritingFormProps) {
  const { page, refused, ...rest } = p;
  const draw = () => <Drawing {...p} />;
  const key = [page.locale, page.csrf, JSON.stringify(rest)].join(' ');
  return (
    <>
      <input type="hidden" name="key" form={FORM} value={text(refused?.raw.key) ?? draftKey} />
      {refused ? draw() : raw(drawn(key, () => String(draw())))}
    </>
  );
}

function Drawing({ page, refused, ...p }: Omit<WritingFormProps, 'draftKey'>) {
  const { t } = page;
  const sent = refused?.raw;
  const anonymous = sent ? sent.anonymous !== undefined : Boolean(p.pseudonym);
  const note = text(sent?.note);
  return (
    <Form page={page} action={p.action} id={FORM} label={p.label}>
      {p.to && <input type="hidden" name="to" value={p.to} />}
      <TextArea
        page={page}
        name="body"
        label={p.label}
        placeholder={p.placeholder}
        rows={3}
        maxlength={BODY_MOST}
        keepDraft
        value={text(sent?.body) ?? p.body}
        error={refused?.errors.body}
      />
      <CareNote page={page} />
      <details class="fold" open={Boolean(note) || undefined}>
        <summary>
          <span>{t('conversation.note-add')}</span>
        </summary>
        <div>
          <TextInput
            page={page}
            name="note"
            label={t('conversation.note')}
            hint={t('conversation.note-hint')}
            optional
            maxlength={NOTE_MOST}
            value={note}
            error={refused?.errors.note}
          />
        </div>
      </details>
      <Actions>
        <Button>{p.button}</Button>
        {!p.to && (
          <Checkbox
            page={page}
            name="anonymous"
            label={
              p.pseudonym
                ? t('conversation.as-pseudonym', { name: shownPseudonym(page.locale, p.pseudonym) })
                : t('conversation.without-name')
            }
            checked={anonymous}
          />
        )}
      </Actions>
    </Form>
  );
}

const text = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
