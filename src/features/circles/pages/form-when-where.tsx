import { DAYS, MEETING_PLACES } from '../../../matching/index.ts';
import { Checkbox, Disclosure, RadioGroup, Section, Select, TextInput } from '../../../ui/index.ts';
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
      <Usual {...part} />
    </Section>
  );
}

function Hours({ page, raw, errors }: FormPart) {
  const { t } = page;
  return (
    <div class="split">
      <Select
        page={page}
        name="weekday"
        label={t('circles.form.weekday')}
        empty={t('circles.form.no-day')}
        options={DAYS.map((day) => ({ value: String(day), label: t(`words.day.${day}`) }))}
        value={one(raw, 'weekday')}
        error={errors.weekday}
      />
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
  );
}

/** What mostly stays as it is: the lid says how it stands. */
function Usual({ page, raw, errors }: FormPart) {
  const { t } = page;
  const minutes = MINUTES.map((value) => ({
    value,
    label: t('circles.form.for-minutes', { minutes: Number(value) }),
  }));
  const weeks = WEEKS.map((value) => ({ value, label: t('circles.form.every', { weeks: Number(value) }) }));
  const costs = COSTS.map((value) => ({ value, label: t(`circles.cost.${value}`) }));
  const chosen = (options: { value: string; label: string }[], name: string) =>
    options.find(({ value }) => value === one(raw, name))?.label;
  const childcare = one(raw, 'childcare') !== '';
  const stands = [
    chosen(minutes, 'minutes'),
    chosen(weeks, 'everyWeeks'),
    childcare && t('circles.childcare'),
    chosen(costs, 'cost'),
  ];
  return (
    <Disclosure
      summary={t('circles.form.usual')}
      hint={stands.filter(Boolean).join(' · ')}
      open={FOLDED.some((name) => errors[name])}
    >
      <div class="split">
        {(['minutes', 'everyWeeks'] as const).map((name) => (
          <Select
            page={page}
            name={name}
            label={t(`circles.form.${name}`)}
            options={name === 'minutes' ? minutes : weeks}
            value={one(raw, name)}
            error={errors[name]}
          />
        ))}
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
      <div>
        <Checkbox page={page} name="childcare" label={t('circles.childcare')} checked={childcare} />
      </div>
      <RadioGroup
        page={page}
        name="cost"
        label={t('circles.form.cost')}
        options={costs}
        value={one(raw, 'cost')}
        error={errors.cost}
      />
    </Disclosure>
  );
}

const COSTS = ['free', 'paid'] as const;
const FOLDED = ['minutes', 'everyWeeks', 'firstMeeting', 'childcare', 'cost'];
