import { described, Field, type FieldProps, fieldId } from './field.tsx';

interface TextInputProps extends FieldProps {
  value?: string;
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'month' | 'date' | 'time' | 'number';
  inputmode?: 'numeric' | 'text' | 'email' | 'tel' | 'search';
  autocomplete?: string;
  maxlength?: number;
  /** Width in characters, for postcodes, codes and years. */
  chars?: 4 | 8 | 12 | 20;
  placeholder?: string;
  min?: string;
  max?: string;
  spellcheck?: boolean;
  /** As in TextArea. */
  keepDraft?: boolean;
}

/** One line of text. */
export function TextInput(p: TextInputProps) {
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
      <input
        class={p.chars ? `input chars-${p.chars}` : 'input'}
        id={fieldId(p)}
        name={p.name}
        type={p.type ?? 'text'}
        value={p.value}
        inputmode={p.inputmode}
        autocomplete={p.autocomplete}
        maxlength={p.maxlength}
        placeholder={p.placeholder}
        min={p.min}
        max={p.max}
        spellcheck={p.spellcheck}
        data-draft={p.keepDraft ? p.page.viewer?.memberId : undefined}
        required={p.optional ? undefined : true}
        {...described(p)}
      />
    </Field>
  );
}
