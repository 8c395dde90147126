import { zoneOptions } from '../../../platform/time/index.ts';
import { Checkbox, Disclosure, FieldGroup, Section, Select, TextInput } from '../../../ui/index.ts';
import { LENGTHS, REPEATS } from '../gathering-form.ts';
import { all, type FormPart, one } from './form-part.ts';
import { lengthName } from './length-name.ts';

/** When, how long, and whether again. */
export function When(part: FormPart & { asksZone: boolean }) {
  const { page, raw, errors, asksZone } = part;
  const { t } = page;
  return (
    <Section title={t('gatherings.form.when')} id="when">
      <div class="split">
        <TextInput
          page={page}
          name="date"
          type="date"
          label={t('gatherings.form.date')}
          value={one(raw, 'date')}
          error={errors.date}
        />
        <TextInput
          page={page}
          name="startTime"
          type="time"
          label={t('gatherings.form.time')}
          value={one(raw, 'startTime')}
          error={errors.startTime}
          optional={one(raw, 'allDay') !== ''}
        />
      </div>
      <div class="split">
        <Length {...part} />
        <Select
          page={page}
          name="repeats"
          label={t('gatherings.form.repeats')}
          options={REPEATS.map((value) => ({ value, label: t(`gatherings.repeats.${value}`) }))}
          value={one(raw, 'repeats')}
          error={errors.repeats}
        />
      </div>
      <div class="split if-repeats">
        <TextInput
          page={page}
          name="until"
          type="date"
          label={t('gatherings.form.until')}
          value={one(raw, 'until')}
          error={errors.until}
          optional
        />
        <TextInput
          page={page}
          name="times"
          label={t('gatherings.form.times')}
          value={one(raw, 'times')}
          error={errors.times}
          inputmode="numeric"
          chars={8}
          optional
        />
      </div>
      {asksZone && <Zone {...part} />}
      <Unusual {...part} />
    </Section>
  );
}

/** How long; what lasts otherwise than is offered stays as it is. */
export function Length({ page, raw, errors }: FormPart) {
  const now = Number(one(raw, 'minutes'));
  const offered = [...new Set([...LENGTHS, now])].filter((minutes) => minutes >= 5).sort((a, b) => a - b);
  return (
    <Select
      page={page}
      name="minutes"
      label={page.t('gatherings.form.length')}
      options={offered.map((minutes) => ({ value: String(minutes), label: lengthName(page, minutes) }))}
      value={String(now)}
      error={errors.minutes}
    />
  );
}

// Asked only where it is not plain: the place has clocks of its own, and mostly they are hers.
function Zone({ page, raw, errors }: FormPart) {
  return (
    <Select
      page={page}
      name="zone"
      label={page.t('gatherings.form.zone')}
      hint={page.t('gatherings.form.zone-hint')}
      empty={page.t('gatherings.form.zone-of-place')}
      options={zoneOptions(page.lang)}
      value={one(raw, 'zone')}
      error={errors.zone}
    />
  );
}

function Unusual({ page, raw, errors }: FormPart) {
  const { t } = page;
  const unusual = ['rule', 'extra', 'exceptOn', 'allDay'].some(
    (name) => errors[name] || all(raw, name).some(Boolean),
  );
  return (
    <Disclosure
      summary={t('gatherings.form.unusual')}
      hint={t('gatherings.form.unusual-hint')}
      open={unusual}
    >
      <Checkbox
        page={page}
        name="allDay"
        label={t('gatherings.form.all-day')}
        checked={one(raw, 'allDay') !== ''}
      />
      <Dates page={page} raw={raw} errors={errors} name="exceptOn" />
      <Dates page={page} raw={raw} errors={errors} name="extra" />
      <TextInput
        page={page}
        name="rule"
        label={t('gatherings.form.rule')}
        hint={t('gatherings.form.rule-hint')}
        value={one(raw, 'rule')}
        error={errors.rule}
        autocomplete="off"
        spellcheck={false}
        maxlength={500}
        optional
      />
    </Disclosure>
  );
}

/** Days one by one; there are always a few empty boxes more, and an emptied box takes its day away. */
function Dates({ page, raw, errors, name }: FormPart & { name: 'exceptOn' | 'extra' }) {
  const days = [...all(raw, name).filter(Boolean), '', '', ''];
  const label = page.t(`gatherings.form.${name}`);
  return (
    <FieldGroup
      page={page}
      name={name}
      label={label}
      hint={page.t(`gatherings.form.${name}-hint`)}
      error={errors[name]}
      optional
    >
      <div class="few-dates">
        {days.map((day, i) => (
          <input
            class="input"
            type="date"
            name={name}
            value={day}
            id={i === 0 ? `f-${name}` : undefined}
            aria-label={`${label} ${i + 1}`}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
