import { FieldGroup, type FieldProps, fieldId } from './field.tsx';

export interface Choice {
  value: string;
  label: string;
  /** A few words under the label; the choices then stand one to a line. */
  hint?: string;
}

interface GroupProps extends FieldProps {
  options: Choice[];
  /** One to a line even without hints. */
  column?: boolean;
}

/** Any of several: tappable words. */
export function CheckboxGroup({ values = [], ...p }: GroupProps & { values?: readonly string[] }) {
  return <Choices {...p} type="checkbox" chosen={values} />;
}

/** One of a few: tappable words. */
export function RadioGroup({ value, ...p }: GroupProps & { value?: string }) {
  return <Choices {...p} type="radio" chosen={value === undefined ? [] : [value]} />;
}

function Choices({
  type,
  chosen,
  options,
  column,
  ...field
}: GroupProps & { type: 'checkbox' | 'radio'; chosen: readonly string[] }) {
  const rows = column || options.some((option) => option.hint);
  return (
    <FieldGroup {...field}>
      <div class={rows ? 'choices rows' : 'choices'}>
        {options.map((option, i) => (
          <label class="choice">
            <input
              type={type}
              name={field.name}
              value={option.value}
              checked={chosen.includes(option.value) || undefined}
              id={i === 0 ? fieldId(field) : undefined}
            />
            <span class="choice-words">
              <span>{option.label}</span>
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
