import { FAITHS, LANGUAGES, TOPICS } from '../../../matching/index.ts';
import { CheckboxGroup, Disclosure, Section, Select, TextInput } from '../../../ui/index.ts';
import { STAGES_OFFERED } from '../filters.ts';
import { all, type FormPart, one } from './circle-form.tsx';
import { CohortMonths } from './form-cohort-months.tsx';

/** Who it is for. Nothing ticked welcomes everybody. */
export function ForWhom({ page, raw, errors }: FormPart) {
  const { t } = page;
  const topics = all(raw, 'topics');
  const languages = all(raw, 'languages');
  const cohort = one(raw, 'cohort');
  return (
    <Section
      title={t('circles.form.for-whom')}
      id="for-whom"
      aside={cohort ? undefined : t('circles.form.for-whom-hint')}
    >
      {cohort === 'start' && <CohortMonths page={page} raw={raw} errors={errors} />}
      {cohort === 'kept' && <p class="quiet">{t('circles.form.months-kept')}</p>}
      {!cohort && <Stages page={page} raw={raw} errors={errors} />}
      <Disclosure
        summary={withChosen(
          t('circles.form.topics'),
          TOPICS.filter((one) => topics.includes(one)).map((one) => t(`words.topic.${one}`)),
        )}
        open={Boolean(errors.topics)}
      >
        <CheckboxGroup
          page={page}
          name="topics"
          label={t('circles.form.topics-legend')}
          options={TOPICS.map((value) => ({ value, label: t(`words.topic.${value}`) }))}
          values={topics}
          error={errors.topics}
        />
      </Disclosure>
      <Disclosure
        summary={withChosen(
          t('circles.form.languages-and-faith'),
          LANGUAGES.filter((one) => languages.includes(one)).map((one) => t(`words.language.${one}`)),
        )}
        open={Boolean(errors.languages || errors.faith)}
      >
        <CheckboxGroup
          page={page}
          name="languages"
          label={t('circles.form.languages')}
          options={LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }))}
          values={languages}
          error={errors.languages}
        />
        <Select
          page={page}
          name="faith"
          label={t('circles.by.faith')}
          empty={t('circles.faith-none')}
          options={FAITHS.map((value) => ({ value, label: t(`words.faith.${value}`) }))}
          value={one(raw, 'faith')}
          error={errors.faith}
        />
      </Disclosure>
    </Section>
  );
}

function Stages({ page, raw, errors }: FormPart) {
  const { t } = page;
  return (
    <>
      <CheckboxGroup
        page={page}
        name="stages"
        label={t('circles.form.stages')}
        options={STAGES_OFFERED.map((value) => ({ value, label: t(`words.stage.${value}`) }))}
        values={all(raw, 'stages')}
        error={errors.stages}
      />
      <Ages page={page} raw={raw} errors={errors} />
    </>
  );
}

/** "Topics: Sleep, Feeding": what a closed lid holds. */
const withChosen = (name: string, chosen: string[]): string =>
  chosen.length > 0 ? `${name}: ${chosen.join(', ')}` : name;

function Ages({ page, raw, errors }: FormPart) {
  const { t } = page;
  return (
    <div class="split">
      {(['ageFrom', 'ageTo'] as const).map((name) => (
        <TextInput
          page={page}
          name={name}
          label={t(`circles.form.${name}`)}
          value={one(raw, name)}
          error={errors[name]}
          inputmode="numeric"
          chars={8}
          optional
        />
      ))}
    </div>
  );
}
