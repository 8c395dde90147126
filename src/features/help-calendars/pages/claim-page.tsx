import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  TextInput,
} from '../../../ui/index.ts';
import { BoundariesCard } from '../../boundaries/index.ts';
import type { Taking, Whole } from '../access.ts';
import { clocksOf, dayOf, hoursOf } from '../saying.ts';
import type { Slot } from '../slot.ts';
import { whoBrings } from './days.tsx';

type Raw = Record<string, string | string[]>;
const one = (raw: Raw, name: string): string => [raw[name] ?? ''].flat()[0]!;

interface Props {
  page: Page;
  whole: Taking;
  slot: Slot;
  path: string;
  raw: Raw;
  errors?: Errors;
  /** Meals near that day that sound like this one. */
  similar?: Slot[];
}

/** Taking one: a name, how to be reached, and what they bring. */
export function ClaimPage({ page, whole, slot, path, raw, errors = {}, similar = [] }: Props) {
  const { t } = page;
  const { calendar } = whole;
  const name = calendar.called;
  const clocks = clocksOf(page.lang, calendar);
  const task = t(`help-calendars.task.${slot.task}`);
  return (
    <Layout page={page} title={t('help-calendars.claim-title', { task, day: dayOf(clocks, slot) })} narrow>
      <PageHead
        title={t('help-calendars.claim-title', { task, day: dayOf(clocks, slot) })}
        lead={`${hoursOf({ t, ...clocks }, slot)} · ${t('help-calendars.for', { name })}`}
        back={{ href: path, label: t('help-calendars.for', { name }) }}
      />
      <ErrorSummary page={page} errors={errors} />
      {similar.length > 0 && <Similar page={page} whole={whole} similar={similar} />}
      <BoundariesCard page={page} boundaries={whole.boundaries} name={name} />
      <Form page={page} action={`${path}/slots/${slot.slotId}`}>
        <input type="hidden" name="once" value={one(raw, 'once')} />
        <Who page={page} raw={raw} errors={errors} name={name} />
        {slot.task === 'meal' && (
          <TextInput
            page={page}
            name="brings"
            label={t('help-calendars.what-meal')}
            hint={t('help-calendars.what-meal-hint')}
            value={one(raw, 'brings')}
            maxlength={120}
            error={errors.brings}
            optional
          />
        )}
        <Checkbox
          page={page}
          name="backsUp"
          label={t('help-calendars.also-ask-me')}
          checked={one(raw, 'backsUp') !== ''}
        />
        <Actions>
          {similar.length > 0 ? (
            <Button name="anyway" value="yes" wide>
              {t('help-calendars.bring-anyway')}
            </Button>
          ) : (
            <Button wide>{t('help-calendars.claim')}</Button>
          )}
        </Actions>
      </Form>
    </Layout>
  );
}

/** Who it is: a member by her account, anybody else by a name and a way to be reached. */
export function Who({ page, raw, errors, name }: { page: Page; raw: Raw; errors: Errors; name: string }) {
  const { t } = page;
  return (
    <>
      <TextInput
        page={page}
        name="name"
        label={t('help-calendars.your-name')}
        hint={t('help-calendars.your-name-hint')}
        value={raw.name === undefined ? page.viewer?.displayName : one(raw, 'name')}
        maxlength={60}
        autocomplete="given-name"
        error={errors.name}
      />
      {!page.viewer && (
        <>
          <TextInput
            page={page}
            name="mail"
            type="email"
            label={t('help-calendars.your-mail')}
            hint={t('help-calendars.your-mail-hint')}
            value={one(raw, 'mail')}
            maxlength={200}
            autocomplete="email"
            error={errors.mail}
          />
          <TextInput
            page={page}
            name="phone"
            type="tel"
            label={t('help-calendars.your-phone')}
            hint={t('help-calendars.your-phone-hint', { name })}
            value={one(raw, 'phone')}
            maxlength={40}
            autocomplete="tel"
            error={errors.phone}
            optional
          />
        </>
      )}
      {page.viewer && <p class="quiet">{t('help-calendars.as-member')}</p>}
    </>
  );
}

function Similar({ page, whole, similar }: { page: Page; whole: Whole; similar: Slot[] }) {
  const clocks = clocksOf(page.lang, whole.calendar);
  return (
    <Note tone="warm" icon="meal">
      <p>{page.t('help-calendars.similar', { count: similar.length })}</p>
      <ul class="prose">
        {similar.map((slot) => (
          <li>
            {dayOf(clocks, slot)}: {whoBrings(page, whole.helpers.get(slot.helperId!)?.name ?? '', slot)}
          </li>
        ))}
      </ul>
      <p>{page.t('help-calendars.similar-then')}</p>
    </Note>
  );
}
