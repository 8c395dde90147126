import type { Raw } from '../../../platform/http/index.ts';
import {
  Disclosure,
  ErrorSummary,
  type Errors,
  Form,
  type Page,
  Section,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { ComingIn } from './form-coming-in.tsx';
import { ForWhom } from './form-for-whom.tsx';
import { WhenAndWhere } from './form-when-where.tsx';

export interface FormPart {
  page: Page;
  raw: Raw;
  errors: Errors;
}

/** One value, as typed. */
export const one = (raw: Raw, name: string): string => {
  const value = raw[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};
/** Every value of a name. */
export const all = (raw: Raw, name: string): string[] => [raw[name] ?? []].flat();

/** A circle's form, in short sections: the same for starting one and for changing it. Children: its buttons. */
export function CircleForm(p: FormPart & { action: string; children: unknown }) {
  const { page, raw, errors } = p;
  const { t } = page;
  const cohort = one(raw, 'cohort');
  return (
    <>
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={p.action}>
        {cohort && <input type="hidden" name="cohort" value={cohort} />}
        <Section title={t('circles.form.what')} id="what">
          <TextInput
            page={page}
            name="name"
            label={t('circles.form.name')}
            hint={t(cohort ? 'circles.form.cohort-name-hint' : 'circles.form.name-hint')}
            optional={cohort !== ''}
            value={one(raw, 'name')}
            error={errors.name}
            maxlength={80}
          />
          <TextArea
            page={page}
            name="purpose"
            label={t('circles.form.purpose')}
            hint={t('circles.form.purpose-hint')}
            value={one(raw, 'purpose')}
            error={errors.purpose}
            rows={3}
            maxlength={1000}
            optional
          />
        </Section>
        <ForWhom page={page} raw={raw} errors={errors} />
        <WhenAndWhere page={page} raw={raw} errors={errors} />
        <ComingIn page={page} raw={raw} errors={errors} />
        <Section title={t('circles.charter')} id="charter">
          <Disclosure
            summary={t('circles.form.charter')}
            hint={t('circles.form.charter-hint')}
            open={Boolean(errors.charter)}
          >
            <TextArea
              page={page}
              name="charter"
              label={t('circles.charter')}
              value={one(raw, 'charter')}
              error={errors.charter}
              rows={12}
              maxlength={6000}
              optional
            />
          </Disclosure>
        </Section>
        {p.children as never}
      </Form>
    </>
  );
}
