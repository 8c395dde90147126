import { LANGUAGES } from '../../../matching/index.ts';
import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  CheckboxGroup,
  Disclosure,
  type Errors,
  Form,
  formatTime,
  type Page,
  Section,
  Select,
  TextInput,
  WEEK_DAYS,
} from '../../../ui/index.ts';
import type { Volunteer } from '../volunteer.ts';
import { everyDay } from './weekly.ts';

interface Props {
  page: Page;
  refused?: { raw: Raw; errors: Errors };
}

const typedIn = (refused: Props['refused']) => (field: string) => [refused?.raw[field] ?? ''].flat()[0];

/** Support volunteers, and whether their training and agreement are on record. */
export function Named({ page, named, refused }: Props & { named: Volunteer[] }) {
  const { t } = page;
  const trained = named.filter(({ trainedOn }) => trainedOn);
  const others = named.filter(({ trainedOn }) => !trainedOn);
  return (
    <Section title={t('callbacks.who-calls')} id="who">
      {trained.map((one) => (
        <div class="rule">
          <span>
            {one.name}
            <br />
            <small class="quiet">{recordSaid(page, one)}</small>
          </span>
          <Form page={page} action={`/community/callbacks/volunteers/${one.memberId}/removal`} inline>
            <Button look="text" label={t('callbacks.unrecord-named', { name: one.name })}>
              {t('callbacks.unrecord')}
            </Button>
          </Form>
        </div>
      ))}
      {others.length === 0 ? (
        <p class="quiet">
          {t('callbacks.name-first')} <a href="/community/support-volunteers">{t('asks.volunteers.title')}</a>
        </p>
      ) : (
        <Recording page={page} others={others} refused={refused} />
      )}
    </Section>
  );
}

function recordSaid(page: Page, { languages, trainedOn, recordedBy, paused }: Volunteer): string {
  const { t, lang } = page;
  const day = formatTime({ lang, timeZone: 'UTC' }, new Date(`${trainedOn}T12:00:00Z`), 'date');
  return [
    (languages ?? []).map((one) => t(`words.language.${one as 'en'}`)).join(', '),
    t('callbacks.record-said', { day, by: recordedBy ?? t('callbacks.a-coordinator') }),
    ...(paused ? [t('callbacks.resting')] : []),
  ].join(' · ');
}

function Recording({ page, others, refused }: Props & { others: Volunteer[] }) {
  const { t } = page;
  const typed = typedIn(refused);
  const errors = refused?.errors;
  return (
    <Disclosure
      summary={t('callbacks.record')}
      open={Boolean(errors?.trainedOn || errors?.agreed || errors?.languages)}
    >
      <Form page={page} action="/community/callbacks/volunteers">
        <Select
          page={page}
          name="member"
          label={t('callbacks.volunteer')}
          options={others.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          value={typed('member')}
          error={errors?.member}
        />
        <CheckboxGroup
          page={page}
          name="languages"
          label={t('callbacks.speaks')}
          options={LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }))}
          values={[refused?.raw.languages ?? []].flat()}
          error={errors?.languages}
        />
        <TextInput
          page={page}
          name="trainedOn"
          type="date"
          label={t('callbacks.trained-on')}
          value={typed('trainedOn')}
          error={errors?.trainedOn}
        />
        <Checkbox
          page={page}
          name="agreed"
          label={t('callbacks.agreed')}
          hint={t('callbacks.agreed-hint')}
          checked={Boolean(typed('agreed'))}
          error={errors?.agreed}
        />
        <Actions>
          <Button>{t('callbacks.record-now')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}

/** A shift every week, or once; by the clocks of the community. */
export function NewShift({ page, zone, refused }: Props & { zone: string }) {
  const { t } = page;
  const typed = typedIn(refused);
  const errors = refused?.errors;
  const days = WEEK_DAYS.map((day) => ({
    value: String(day),
    label: everyDay(page, day),
  }));
  return (
    <Disclosure
      summary={t('callbacks.new-shift')}
      open={Boolean(errors?.starts || errors?.day || errors?.hours)}
    >
      <Form page={page} action="/community/callbacks/shifts">
        <p class="quiet">
          {t('callbacks.shift-zone', { zone: zone.split('/').pop()!.replaceAll('_', ' ') })}
        </p>
        <Select
          page={page}
          name="when"
          label={t('callbacks.when')}
          options={[...days, { value: 'once', label: t('callbacks.once') }]}
          value={typed('when')}
          error={errors?.when}
        />
        <TextInput
          page={page}
          name="day"
          type="date"
          label={t('callbacks.shift-day')}
          hint={t('callbacks.shift-day-hint')}
          optional
          value={typed('day')}
          error={errors?.day}
        />
        <div class="split">
          <TextInput
            page={page}
            name="starts"
            type="time"
            label={t('callbacks.starts')}
            value={typed('starts')}
            error={errors?.starts}
          />
          <TextInput
            page={page}
            name="hours"
            type="text"
            inputmode="numeric"
            chars={4}
            label={t('callbacks.shift-hours')}
            value={typed('hours') || '2'}
            error={errors?.hours}
          />
          <TextInput
            page={page}
            name="seats"
            type="number"
            min="1"
            max="9"
            chars={4}
            label={t('callbacks.seats')}
            value={typed('seats') || '1'}
            error={errors?.seats}
          />
        </div>
        <Actions>
          <Button look="plain" icon="plus">
            {t('callbacks.make-shift')}
          </Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
