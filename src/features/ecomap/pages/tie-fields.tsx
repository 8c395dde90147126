import { FEELINGS, FLOWS, RINGS, STEP_KINDS, SUPPORTS } from '../../../matching/index.ts';
import type { Errors, Raw } from '../../../platform/http/index.ts';
import { CheckboxGroup, Disclosure, RadioGroup, Select, TextInput } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import { ABOUT_WORDS, NAME_MOST } from '../tie-form.ts';

interface FieldsProps {
  page: Page;
  raw: Raw;
  errors: Errors;
  today: string;
  /** All of it stands open: she is changing, not adding. */
  open: boolean;
}

/** Who, how near, of which kind; the rest when she likes. */
export function TieFields({ page, raw, errors, today, open }: FieldsProps) {
  const { t } = page;
  return (
    <>
      <TextInput
        page={page}
        name="name"
        label={t('ecomap.name')}
        hint={t('ecomap.name-hint')}
        value={one(raw, 'name')}
        error={errors.name}
        maxlength={NAME_MOST}
        autocomplete="off"
      />
      <RadioGroup
        page={page}
        name="people"
        label={t('ecomap.people')}
        options={AS_SHE_THINKS.map((value) => ({ value, label: t(`ecomap.people.${value}`) }))}
        value={one(raw, 'people')}
        error={errors.people}
      />
      <RadioGroup
        page={page}
        name="ring"
        label={t('ecomap.ring')}
        options={RINGS.map((ring) => ({ value: String(ring), label: t(`ecomap.ring.${ring}`) }))}
        value={one(raw, 'ring')}
        error={errors.ring}
      />
      {open ? (
        <More page={page} raw={raw} errors={errors} today={today} />
      ) : (
        <Disclosure
          summary={t('ecomap.more')}
          hint={t('ecomap.more-hint')}
          open={Boolean(errors.last || errors.feeling || errors.flow || errors.supports)}
        >
          <More page={page} raw={raw} errors={errors} today={today} />
        </Disclosure>
      )}
    </>
  );
}
/** Family first: the first one somebody draws is seldom a professional. */
const AS_SHE_THINKS = [...STEP_KINDS].reverse();

function More({ page, raw, errors, today }: Omit<FieldsProps, 'open'>) {
  const { t } = page;
  return (
    <div class="flow">
      <RadioGroup
        page={page}
        name="feeling"
        label={t('ecomap.feeling')}
        options={FEELINGS.map((value) => ({ value, label: t(`ecomap.feeling.${value}`) }))}
        value={one(raw, 'feeling') ?? 'plain'}
        error={errors.feeling}
      />
      <CheckboxGroup
        page={page}
        name="supports"
        label={t('ecomap.supports')}
        options={SUPPORTS.map((value) => ({ value, label: t(`words.support.${value}`) }))}
        values={[raw.supports ?? []].flat()}
        error={errors.supports}
        optional
      />
      <RadioGroup
        page={page}
        name="flow"
        label={t('ecomap.flow')}
        options={[
          ...FLOWS.map((value) => ({ value, label: t(`ecomap.flow.${value}`) })),
          { value: '', label: t('ecomap.about.none') },
        ]}
        value={one(raw, 'flow') ?? ''}
        error={errors.flow}
      />
      <div class="split">
        <Select
          page={page}
          name="about"
          label={t('ecomap.last-about')}
          empty={t('ecomap.about.none')}
          options={ABOUT_WORDS.map((value) => ({ value, label: t(`ecomap.about.${value}`) }))}
          value={one(raw, 'about')}
        />
        <TextInput
          page={page}
          name="last"
          type="date"
          label={t('ecomap.last')}
          value={one(raw, 'last')}
          max={today}
          error={errors.last}
          optional
        />
      </div>
    </div>
  );
}

const one = (raw: Raw, name: string): string | undefined => [raw[name] ?? []].flat()[0];
