import type { Raw } from '../../../platform/http/index.ts';
import { Checkbox, Disclosure, type Errors, type Page, TextInput, WeekGrid } from '../../../ui/index.ts';
import type { Particulars } from '../particulars.ts';

interface Props {
  page: Page;
  /** What she said before, when she changes it. */
  before?: Pick<Particulars, 'phone' | 'safe' | 'discreet' | 'message'> & { hours: string[] };
  raw?: Raw;
  errors?: Errors;
}

/** How she is reached, and what keeps her safe: somebody beside her may not be meant to know. */
export function ReachFields({ page, before, raw, errors }: Props) {
  const { t } = page;
  const typed = (field: 'phone' | 'safe') => (raw ? [raw[field] ?? ''].flat()[0] : before?.[field]);
  const ticked = (field: 'discreet' | 'message', otherwise: boolean) =>
    raw ? raw[field] !== undefined : (before?.[field] ?? otherwise);
  const hours = raw ? [raw.hours ?? []].flat() : (before?.hours ?? []);
  return (
    <>
      <TextInput
        page={page}
        name="phone"
        type="tel"
        label={t('callbacks.phone')}
        hint={t('callbacks.phone-hint')}
        autocomplete="tel"
        inputmode="tel"
        value={typed('phone')}
        error={errors?.phone}
      />
      <Disclosure summary={t('callbacks.only-hours')} open={hours.length > 0 || errors?.hours !== undefined}>
        <WeekGrid
          page={page}
          name="hours"
          label={t('callbacks.hours')}
          hint={t('callbacks.hours-hint')}
          values={hours}
          error={errors?.hours}
        />
      </Disclosure>
      <Checkbox
        page={page}
        name="discreet"
        label={t('callbacks.discreet')}
        hint={t('callbacks.discreet-hint')}
        checked={ticked('discreet', true)}
      />
      <Checkbox
        page={page}
        name="message"
        label={t('callbacks.message')}
        hint={t('callbacks.message-hint')}
        checked={ticked('message', false)}
      />
      <TextInput
        page={page}
        name="safe"
        label={t('callbacks.safe')}
        hint={t('callbacks.safe-hint')}
        optional
        value={typed('safe')}
        error={errors?.safe}
      />
    </>
  );
}
