import { Disclosure, RadioGroup, Section, TextArea, TextInput } from '../../../ui/index.ts';
import { JOINING } from '../circle.ts';
import { type FormPart, one } from './circle-form.tsx';

/** How people come in, and how many. */
export function ComingIn({ page, raw, errors }: FormPart) {
  const { t } = page;
  return (
    <Section title={t('circles.form.coming-in')} id="coming-in">
      <RadioGroup
        page={page}
        name="joining"
        label={t('circles.form.joining')}
        options={JOINING.map((value) => ({
          value,
          label: t(`circles.joining.${value}`),
          hint: t(`circles.joining-hint.${value}`),
        }))}
        value={one(raw, 'joining')}
        error={errors.joining}
      />
      <TextInput
        page={page}
        name="cap"
        label={t('circles.form.cap')}
        hint={t('circles.form.cap-hint')}
        value={one(raw, 'cap')}
        error={errors.cap}
        inputmode="numeric"
        chars={8}
        optional
      />
      <Disclosure
        summary={t('circles.form.questions')}
        open={one(raw, 'joining') === 'request' || Boolean(errors.questions)}
      >
        <TextArea
          page={page}
          name="questions"
          label={t('circles.form.questions-label')}
          hint={t('circles.form.questions-hint')}
          value={one(raw, 'questions')}
          error={errors.questions}
          rows={3}
          optional
        />
      </Disclosure>
    </Section>
  );
}
