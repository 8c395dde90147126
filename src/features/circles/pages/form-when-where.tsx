import { DAYS, MEETING_PLACES } from '../../../matching/index.ts';
import { Checkbox, RadioGroup, Section, Select, TextInput } from '../../../ui/index.ts';
import { MINUTES, WEEKS } from '../circle-form.ts';
import { type FormPart, one } from './circle-form.tsx';

/** When and where, as finely as anybody needs to know before coming: never a street. */
export function WhenAndWhere(part: FormPart) {
  const { page, raw, errors } = part;
  const { t } = page;
  return (
    <Section title={t('circles.form.when-where')} id="when-where">
      <RadioGroup
        page={page}
        name="place"
        label={t('circles.form.place')}
        options={MEETING_PLACES.map((value) => ({ value, label: t(`words.place.${value}`) }))}
        value={one(raw, 'place')}
        error={errors.place}
      />
      <div class="split">
        <TextInput
          page={page}
          name="near"
          label={t('circles.form.near')}
          hint={t('circles.form.near-hint')}
          value={one(raw, 'near')}
          error={errors.near}
          autocomplete="off"
          chars={12}
          maxlength={20}
          optional
        />
        <TextInput
          page={page}
          name="placeName"
          label={t('circles.form.place-name')}
          hint={t('circles.form.place-name-hint')}
          value={one(raw, 'placeName')}
          error={errors.placeName}
          autocomplete="off"
          maxlength={80}
          optional
        />
      </div>
      <Hours {...part} />
      <div>
        <Checkbox
          page={page}
          name="childcare"
          label={t('circles.childcare')}
          checked={one(raw, 'childcare') !== ''}
        />
      </div>
      <RadioGroup
        page={page}
        name="cost"
        label={t('circles.form.cost')}
        options={(['free', 'paid'] as const).map((value) => ({ value, label: t(`circles.cost.${value}`) }))}
        value={one(raw, 'cost')}
        error={errors.cost}
      />
    </Section>
  );
}

function Hours({ page, raw, errors }: FormPart) {
  const { t } = page;
  const select = (
    name: 'weekday' | 'minutes' | 'everyWeeks',
    options: { value: string; label: string }[],
    empty?: string,
  ) => (
    <Select
      page={page}
      name={name}
      label={t(`circles.form.${name}`)}
      empty={empty}
      options={options}
      value={one(raw, name)}
      error={errors[name]}
    />
  );
  return (
    <>
      <div class="split">
        {select(
          'weekday',
          DAYS.map((day) => ({ value: String(day), label: t(`words.day.${day}`) })),
          t('circles.form.no-day'),
        )}
        <TextInput
          page={page}
          name="startTime"
          type="time"
          label={t('circles.form.startTime')}
          value={one(raw, 'startTime')}
          error={errors.startTime}
          optional
        />
      </div>
      <div class="split">
        {select(
          'minutes',
          MINUTES.map((value) => ({
            value,
            label: t('circles.form.for-minutes', { minutes: Number(value) }),
          })),
        )}
        {select(
          'everyWeeks',
          WEEKS.map((value) => ({ value, label: t('circles.form.every', { weeks: Number(value) }) })),
        )}
        <TextInput
          page={page}
          name="firstMeeting"
          type="date"
          label={t('circles.form.firstMeeting')}
          value={one(raw, 'firstMeeting')}
          error={errors.firstMeeting}
          optional
        />
      </div>
    </>
  );
}
