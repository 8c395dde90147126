import { described, Field, type FieldProps, fieldId } from './field.tsx';

export interface Option {
  value: string;
  label: string;
}

interface SelectProps extends FieldProps {
  options: Option[];
  value?: string;
  /** The first, empty line: "Choose a month". */
  empty?: string;
  /** As in TextArea: comes back with the words it belongs to. */
  keepDraft?: boolean;
}

/** One of many. For six or fewer, prefer RadioGroup: nothing is hidden. */
export function Select(p: SelectProps) {
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
      <select
        class="input"
        id={fieldId(p)}
        name={p.name}
        data-draft={p.keepDraft ? p.page.viewer?.memberId : undefined}
        {...described(p)}
      >
        {p.empty !== undefined && <option value="">{p.empty}</option>}
        {p.options.map((option) => (
          <option value={option.value} selected={option.value === p.value || undefined}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
