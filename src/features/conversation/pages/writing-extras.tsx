import { type Errors, type Page, Select, TextInput } from '../../../ui/index.ts';
import { PhotoFields } from '../../photos/index.ts';
import { PollFields } from '../polls/poll-fields.tsx';
import { ASKS, NOTE_MOST } from '../post.ts';
import type { Unaccepted } from './writing-form.tsx';

/** What a post may have beside its words: each folded into one word until it is wanted. */
export function WritingExtras({
  page,
  refused,
  opens,
}: {
  page: Page;
  refused?: Unaccepted;
  opens?: boolean;
}) {
  const note = one(refused?.raw.note);
  return (
    <>
      {opens && (
        <div class="asks-line">
          <AsksField page={page} value={one(refused?.raw.asks)} error={refused?.errors.asks} />
        </div>
      )}
      <div class="folds">
        <NoteField page={page} value={note} error={refused?.errors.note} />
        <PhotoFields page={page} raw={refused?.raw} errors={refused?.errors} />
        {opens && <PollFields page={page} raw={refused?.raw} errors={refused?.errors} />}
        <HowToWrite page={page} />
      </div>
    </>
  );
}

interface One {
  page: Page;
  value?: string;
  error?: Errors[string];
}

/** What she is asking for, if anything: those who answer then know whether to listen, to come, or to look it up. */
export const AsksField = ({ page, value, error }: One) => (
  <Select
    page={page}
    name="asks"
    label={page.t('conversation.asks')}
    empty={page.t('conversation.asks-nothing')}
    options={ASKS.map((kind) => ({ value: kind, label: page.t(`words.support.${kind}`) }))}
    value={value}
    error={error}
    keepDraft
  />
);

function NoteField({ page, value, error }: One) {
  const { t } = page;
  return (
    <details class="fold" open={Boolean(value) || undefined}>
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
          keepDraft
          maxlength={NOTE_MOST}
          value={value}
          error={error}
        />
      </div>
    </details>
  );
}

const SIGNS = ['**', '*', '- ', '> '] as const;
const SHOWN = ['bold', 'italic', 'list', 'quote'] as const;

function HowToWrite({ page }: { page: Page }) {
  const { t } = page;
  const said = (name: (typeof SHOWN)[number]) => t(`conversation.how.${name}`);
  return (
    <details class="fold">
      <summary>
        <span>{t('conversation.how')}</span>
      </summary>
      <dl class="signs">
        {SHOWN.map((name, index) => (
          <div>
            <dt>
              {SIGNS[index]}
              {said(name)}
              {name === 'bold' || name === 'italic' ? SIGNS[index] : ''}
            </dt>
            <dd>
              {name === 'bold' ? (
                <strong>{said(name)}</strong>
              ) : name === 'italic' ? (
                <em>{said(name)}</em>
              ) : name === 'list' ? (
                <>• {said(name)}</>
              ) : (
                <span class="quoted">{said(name)}</span>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('conversation.how.mention')}</dt>
          <dd>{t('conversation.how.mention-does')}</dd>
        </div>
      </dl>
    </details>
  );
}

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
