import { FAITHS, LANGUAGES, TOPICS } from '../../../matching/index.ts';
import { Checkbox, CheckboxGroup, Disclosure, Select, TextArea, TextInput } from '../../../ui/index.ts';
import { COSTS, FACTS } from '../gathering.ts';
import { STAGES_WELCOME } from '../gathering-form.ts';
import { all, capacityHint, type FormPart, one } from './form-part.ts';

/** What a mother asks before she packs the bag. What is left open is shown to nobody. */
export function GoodToKnow({ page, raw, errors }: FormPart) {
  const { t } = page;
  const answers = (['yes', 'no'] as const).map((value) => ({ value, label: t(`gatherings.form.${value}`) }));
  return (
    <Disclosure
      summary={t('gatherings.form.facts')}
      hint={t('gatherings.form.facts-hint')}
      open={anyOf(errors, ['accessNote', 'gettingThere', ...FACTS])}
    >
      <div class="split">
        {FACTS.map((fact) => (
          <Select
            page={page}
            name={fact}
            label={t(`gatherings.form.fact.${fact}`)}
            empty={t('gatherings.form.not-said')}
            options={answers}
            value={one(raw, fact)}
            error={errors[fact]}
          />
        ))}
      </div>
      {(['accessNote', 'gettingThere'] as const).map((name) => (
        <TextInput
          page={page}
          name={name}
          label={t(`gatherings.form.${name}`)}
          hint={t(`gatherings.form.${name}-hint`)}
          value={one(raw, name)}
          error={errors[name]}
          maxlength={300}
          optional
        />
      ))}
    </Disclosure>
  );
}

export function CostLanguageFaith({ page, raw, errors }: FormPart) {
  const { t } = page;
  return (
    <Disclosure
      summary={t('gatherings.form.cost-language')}
      open={anyOf(errors, ['cost', 'costNote', 'languages', 'faith'])}
    >
      <div class="split">
        <Select
          page={page}
          name="cost"
          label={t('gatherings.form.cost')}
          empty={t('gatherings.form.not-said')}
          options={COSTS.map((value) => ({ value, label: t(`gatherings.cost.${value}`) }))}
          value={one(raw, 'cost')}
          error={errors.cost}
        />
        <TextInput
          page={page}
          name="costNote"
          label={t('gatherings.form.costNote')}
          value={one(raw, 'costNote')}
          error={errors.costNote}
          maxlength={160}
          optional
        />
      </div>
      <CheckboxGroup
        page={page}
        name="languages"
        label={t('gatherings.form.languages')}
        options={LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }))}
        values={all(raw, 'languages')}
        error={errors.languages}
      />
      <Select
        page={page}
        name="faith"
        label={t('gatherings.form.faith')}
        empty={t('gatherings.form.no-faith')}
        options={FAITHS.map((value) => ({ value, label: t(`words.faith.${value}`) }))}
        value={one(raw, 'faith')}
        error={errors.faith}
      />
    </Disclosure>
  );
}

export function ForWhom({ page, raw, errors }: FormPart) {
  const { t } = page;
  return (
    <Disclosure
      summary={t('gatherings.form.for-whom')}
      hint={t('gatherings.form.for-whom-hint')}
      open={anyOf(errors, ['forWhom', 'stages', 'ageFrom', 'ageTo', 'topics'])}
    >
      <TextArea
        page={page}
        name="forWhom"
        label={t('gatherings.form.forWhom')}
        value={one(raw, 'forWhom')}
        error={errors.forWhom}
        rows={2}
        maxlength={300}
        optional
      />
      <CheckboxGroup
        page={page}
        name="stages"
        label={t('gatherings.form.stages')}
        options={STAGES_WELCOME.map((value) => ({ value, label: t(`words.stage.${value}`) }))}
        values={all(raw, 'stages')}
        error={errors.stages}
      />
      <div class="split">
        {(['ageFrom', 'ageTo'] as const).map((name) => (
          <TextInput
            page={page}
            name={name}
            label={t(`gatherings.form.${name}`)}
            value={one(raw, name)}
            error={errors[name]}
            inputmode="numeric"
            chars={8}
            optional
          />
        ))}
      </div>
      <CheckboxGroup
        page={page}
        name="topics"
        label={t('gatherings.form.topics')}
        options={TOPICS.map((value) => ({ value, label: t(`words.topic.${value}`) }))}
        values={all(raw, 'topics')}
        error={errors.topics}
      />
    </Disclosure>
  );
}

export function Places({ page, raw, errors, taken }: FormPart) {
  const { t } = page;
  return (
    <Disclosure summary={t('gatherings.form.places')} open={anyOf(errors, ['capacity', 'series'])}>
      <TextInput
        page={page}
        name="capacity"
        label={t('gatherings.form.capacity')}
        hint={capacityHint({ page, taken })}
        value={one(raw, 'capacity')}
        error={errors.capacity}
        inputmode="numeric"
        chars={8}
        optional
      />
      <div>
        <Checkbox
          page={page}
          name="series"
          label={t('gatherings.form.series')}
          hint={t('gatherings.form.series-hint')}
          checked={one(raw, 'series') !== ''}
        />
      </div>
    </Disclosure>
  );
}

const anyOf = (errors: FormPart['errors'], names: readonly string[]): boolean =>
  names.some((name) => errors[name]);
