import { MEETING_PLACES, TOPICS, type Topic } from '../../../matching/index.ts';
import {
  CheckboxGroup,
  Disclosure,
  type Errors,
  LongChoices,
  type Page,
  RadioGroup,
  Select,
  WeekGrid,
} from '../../../ui/index.ts';
import { languagesFor } from '../../onboarding/index.ts';
import { MILES, type typed } from '../forms.ts';

type Was = ReturnType<typeof typed<'languages' | 'free' | 'meets' | 'maxMiles' | 'topics'>>;

interface Props {
  page: Page;
  was: Was;
  errors?: Errors;
}

/** Language, hours and how to meet: asked of her who looks for a circle and of her who would look after one. */
export function MeetingFields({ page, was, errors }: Props) {
  const { t } = page;
  return (
    <>
      <LongChoices
        page={page}
        name="languages"
        label={t('forming.form.languages')}
        options={languagesFor(page).map((value) => ({ value, label: t(`words.language.${value}`) }))}
        values={was.all('languages')}
        atOnce={4}
        more={{ summary: t('onboarding.hours.more'), label: t('onboarding.hours.more-label') }}
        error={errors?.languages}
      />
      <WeekGrid
        page={page}
        name="free"
        label={t('forming.form.free')}
        hint={t('forming.form.free-hint')}
        values={was.all('free')}
        error={errors?.free}
      />
      <RadioGroup
        page={page}
        name="meets"
        label={t('forming.form.meets')}
        options={[...MEETING_PLACES]
          .reverse()
          .map((value) => ({ value, label: t(`forming.meets.${value}`) }))}
        value={was.one('meets')}
        error={errors?.meets}
      />
      <MilesField page={page} of="form" value={was.one('maxMiles')} errors={errors} />
    </>
  );
}

interface MilesProps extends Pick<Props, 'page' | 'errors'> {
  /** Her own way, or the furthest that a community asks of anybody. */
  of: 'form' | 'settings';
  value: string;
}

const MILES_WORDS = {
  form: { label: 'forming.form.miles', empty: 'forming.form.miles-usual' },
  settings: { label: 'forming.settings.miles', empty: 'forming.settings.miles-own' },
} as const;

/** How far to go. */
export function MilesField({ page, of, value, errors }: MilesProps) {
  const { t } = page;
  const { label, empty } = MILES_WORDS[of];
  return (
    <Select
      page={page}
      name="maxMiles"
      label={t(label)}
      empty={t(empty)}
      options={MILES.map((one) => ({
        value: one,
        label: t('forming.form.miles-up-to', { miles: Number(one) }),
      }))}
      value={value}
      error={errors?.maxMiles}
    />
  );
}

interface TopicsProps extends Props {
  label: string;
  hint: string;
  /** Shown at once; the rest waits under a lid. */
  first: readonly Topic[];
  /** All that are offered; to one who grieves not every one. */
  offered?: readonly Topic[];
}

/** What is shared. */
export function TopicFields({ page, was, errors, label, hint, first, offered = TOPICS }: TopicsProps) {
  const { t } = page;
  const values = was.all('topics');
  const inSight = offered.filter((topic) => first.includes(topic) || values.includes(topic));
  const rest = offered.filter((topic) => !inSight.includes(topic));
  const options = (topics: readonly Topic[]) =>
    topics.map((value) => ({ value, label: t(`words.topic.${value}`) }));
  return (
    <>
      {inSight.length > 0 && (
        <CheckboxGroup
          page={page}
          name="topics"
          label={label}
          hint={hint}
          options={options(inSight)}
          values={values}
          error={errors?.topics}
        />
      )}
      {rest.length > 0 && (
        <Disclosure summary={inSight.length > 0 ? t('forming.form.more-topics') : label}>
          <CheckboxGroup
            page={page}
            name="topics"
            id="f-more-topics"
            label={inSight.length > 0 ? t('forming.form.more-topics') : label}
            hint={inSight.length > 0 ? undefined : hint}
            options={options(rest)}
            values={values}
          />
        </Disclosure>
      )}
    </>
  );
}
