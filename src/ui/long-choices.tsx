import { CheckboxGroup, type Choice } from './choices.tsx';
import { Disclosure } from './disclosure.tsx';
import type { FieldProps } from './field.tsx';

interface LongChoicesProps extends FieldProps {
  /** The likeliest first. */
  options: Choice[];
  values: readonly string[];
  /** How many stand in sight; what is chosen always does. */
  atOnce: number;
  /** What the lid says, and what the choices under it are called. */
  more: { summary: string; label: string };
}

/** Any of many, on a small screen: the likeliest and the chosen at once, the rest under one tap. */
export function LongChoices({ options, atOnce, more, ...field }: LongChoicesProps) {
  const inSight = (choice: Choice, i: number) => i < atOnce || field.values.includes(choice.value);
  return (
    <>
      <CheckboxGroup {...field} options={options.filter(inSight)} />
      <Disclosure summary={more.summary}>
        <CheckboxGroup
          page={field.page}
          name={field.name}
          id={`f-more-${field.name}`}
          label={more.label}
          options={options.filter((choice, i) => !inSight(choice, i))}
          values={field.values}
        />
      </Disclosure>
    </>
  );
}
