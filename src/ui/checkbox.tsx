import type { MessageKey } from '../platform/i18n/index.ts';
import { described, fieldId } from './field.tsx';
import { Icon } from './icon.tsx';
import type { Page } from './page.ts';

interface CheckboxProps {
  page: Page;
  name: string;
  label: string;
  value?: string;
  checked?: boolean;
  hint?: string;
  error?: MessageKey;
  id?: string;
  /** As in TextArea: comes back with the words it belongs to. */
  keepDraft?: boolean;
}

/** One yes-or-no, on a line of its own or beside a button. */
export function Checkbox(p: CheckboxProps) {
  const id = fieldId(p);
  return (
    <div class={p.error ? 'check wrong' : 'check'}>
      <label>
        <input
          type="checkbox"
          id={id}
          name={p.name}
          value={p.value ?? 'yes'}
          checked={p.checked || undefined}
          data-draft={p.keepDraft ? p.page.viewer?.memberId : undefined}
          {...described(p)}
        />
        <span>{p.label}</span>
      </label>
      {p.hint && (
        <p class="hint" id={`${id}-hint`}>
          {p.hint}
        </p>
      )}
      {p.error && (
        <p class="error" id={`${id}-error`}>
          <Icon name="alert" size={18} />
          <span>{p.page.t(p.error)}</span>
        </p>
      )}
    </div>
  );
}
