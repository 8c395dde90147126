import type { Child, PropsWithChildren } from 'hono/jsx';
import type { MessageKey } from '../platform/i18n/index.ts';
import { Icon } from './icon.tsx';
import type { Page } from './page.ts';

/** What every form control understands. */
export interface FieldProps {
  page: Page;
  name: string;
  label: string;
  hint?: string;
  error?: MessageKey;
  /** Marks the label "optional". */
  optional?: boolean;
  /** Defaults to `f-<name>`; give one when a page holds two fields of one name. */
  id?: string;
}

/** The id an error summary links to. */
export const fieldId = (field: { name: string; id?: string }): string => field.id ?? `f-${field.name}`;

/** aria wiring for a control: its hint and its error, read out with it. */
export function described(field: { name: string; id?: string; hint?: string; error?: string }) {
  const id = fieldId(field);
  const by = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean).join(' ');
  return { 'aria-describedby': by || undefined, 'aria-invalid': field.error ? ('true' as const) : undefined };
}

/** Label, hint and error around one control. */
export function Field({ children, ...field }: PropsWithChildren<FieldProps>) {
  const id = fieldId(field);
  return (
    <div class={field.error ? 'field wrong' : 'field'}>
      <label for={id}>
        {field.label}
        <Optional page={field.page} optional={field.optional} />
      </label>
      <Hint id={id} hint={field.hint} />
      <FieldError page={field.page} id={id} error={field.error} />
      {children}
    </div>
  );
}

/** A group of controls under one question. */
export function FieldGroup({ children, ...field }: PropsWithChildren<FieldProps & { legend?: Child }>) {
  const id = fieldId(field);
  return (
    <fieldset
      class={field.error ? 'field wrong' : 'field'}
      aria-describedby={described(field)['aria-describedby']}
    >
      <legend>
        {field.legend ?? field.label}
        <Optional page={field.page} optional={field.optional} />
      </legend>
      <Hint id={id} hint={field.hint} />
      <FieldError page={field.page} id={id} error={field.error} />
      {children}
    </fieldset>
  );
}

function Optional({ page, optional }: { page: Page; optional?: boolean }) {
  return optional ? <span class="optional"> {page.t('ui.optional')}</span> : null;
}

function Hint({ id, hint }: { id: string; hint?: string }) {
  return hint ? (
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null;
}

function FieldError({ page, id, error }: { page: Page; id: string; error?: MessageKey }) {
  return error ? (
    <p class="error" id={`${id}-error`}>
      <Icon name="alert" size={18} />
      <span>{page.t(error)}</span>
    </p>
  ) : null;
}
