import { described, Field, type FieldProps, fieldId } from './field.tsx';

interface TextAreaProps extends FieldProps {
  value?: string;
  rows?: number;
  maxlength?: number;
  placeholder?: string;
  /** What she typed survives a closed tab and a lost connection, on this device, for her alone. */
  keepDraft?: boolean;
}

/** Room to write. */
export function TextArea(p: TextAreaProps) {
  return (
    <Field
      page={p.page}
      name={p.name}
      id={p.id}
      label={p.label}
      hint={p.hint}
      error={p.error}
      optional={p.optional}
    >
      <textarea
        class="input"
        id={fieldId(p)}
        name={p.name}
        rows={p.rows ?? 4}
        maxlength={p.maxlength}
        placeholder={p.placeholder}
        required={p.optional ? undefined : true}
        data-draft={p.keepDraft ? p.page.viewer?.memberId : undefined}
        {...described(p)}
      >
        {p.value ?? ''}
      </textarea>
    </Field>
  );
}
