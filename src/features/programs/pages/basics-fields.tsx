import type { Raw } from '../../../platform/http/index.ts';
import { Checkbox, CheckboxGroup, type Errors, type Page, TextArea, TextInput } from '../../../ui/index.ts';
import { CHECKS, type Program } from '../program.ts';

interface Props {
  page: Page;
  program: Program;
  raw?: Raw;
  errors?: Errors;
}

const RHYTHM = ['promiseDays', 'firstContactHours', 'cadenceDays', 'weeks'] as const;

/** What a program is, promises and asks. */
export function BasicsFields({ page, program, raw, errors }: Props) {
  const { t } = page;
  const text = (name: 'name' | 'about' | (typeof RHYTHM)[number] | 'recoveredMonths') =>
    raw ? String(raw[name] ?? '') : String(program[name] ?? '');
  const needs = raw ? [raw.needs ?? []].flat() : CHECKS.filter((what) => program.needs[what]);
  return (
    <>
      <TextInput
        page={page}
        name="name"
        label={t('programs.basics.name')}
        value={text('name')}
        maxlength={80}
        error={errors?.name}
      />
      <TextArea
        page={page}
        name="about"
        label={t('programs.basics.about')}
        hint={t('programs.basics.about-hint')}
        rows={5}
        maxlength={2000}
        optional
        value={text('about')}
        error={errors?.about}
      />
      <div class="split">
        {RHYTHM.map((name) => (
          <TextInput
            page={page}
            name={name}
            label={t(`programs.basics.${name}`)}
            hint={t(`programs.basics.${name}-hint`)}
            inputmode="numeric"
            chars={4}
            value={text(name)}
            error={errors?.[name]}
          />
        ))}
      </div>
      <CheckboxGroup
        page={page}
        name="needs"
        label={t('programs.basics.needs')}
        hint={t('programs.basics.needs-hint')}
        options={CHECKS.map((value) => ({ value, label: t(`programs.check.${value}`) }))}
        values={needs}
        error={errors?.needs}
      />
      <TextInput
        page={page}
        name="recoveredMonths"
        label={t('programs.basics.recoveredMonths')}
        hint={t('programs.basics.recoveredMonths-hint')}
        inputmode="numeric"
        chars={4}
        optional
        value={text('recoveredMonths')}
        error={errors?.recoveredMonths}
      />
      <Checkbox
        page={page}
        name="notInDanger"
        value="yes"
        label={t('programs.basics.notInDanger')}
        hint={t('programs.basics.notInDanger-hint')}
        checked={raw ? 'notInDanger' in raw : program.notInDanger}
      />
    </>
  );
}
