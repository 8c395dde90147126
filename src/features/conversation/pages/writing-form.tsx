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
  Unsent,
} from '../../../ui/index.ts';
import { CareNote } from '../../danger/index.ts';
import { shownPseudonym } from '../../pseudonyms/index.ts';
import { BODY_MOST } from '../post.ts';
import { WritingExtras } from './writing-extras.tsx';

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
  /** A thread begins here: it may ask for something. */
  opens?: boolean;
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
  const key = [page.locale, page.csrf, page.viewer?.memberId, JSON.stringify(rest)].join(' ');
  return (
    <>
      <input type="hidden" name="key" form={FORM} value={one(refused?.raw.key) ?? draftKey} />
      {refused ? draw() : raw(drawn(key, () => String(draw())))}
    </>
  );
}

function Drawing({ page, refused, ...p }: Omit<WritingFormProps, 'draftKey'>) {
  const { t } = page;
  const sent = refused?.raw;
  const anonymous = sent ? sent.anonymous !== undefined : Boolean(p.pseudonym);
  return (
    <Form page={page} action={p.action} id={FORM} label={p.label} multipart>
      {p.to && <input type="hidden" name="to" value={p.to} />}
      <TextArea
        page={page}
        name="body"
        label={p.label}
        placeholder={p.placeholder}
        rows={3}
        maxlength={BODY_MOST}
        keepDraft
        value={one(sent?.body) ?? p.body}
        error={refused?.errors.body}
      />
      <CareNote page={page} />
      <WritingExtras page={page} refused={refused} opens={p.opens && !p.to} />
      <Unsent page={page} />
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
            keepDraft
          />
        )}
      </Actions>
    </Form>
  );
}

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
