import type { Errors } from '../../../platform/http/index.ts';
import { formatTime, type Page, Select } from '../../../ui/index.ts';

/** 'HH:00', by her clock. */
export const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

interface QuietHoursProps {
  page: Page;
  from?: string;
  to?: string;
  errors?: Errors;
}

/** From when until when nobody should ring: two fields, `quietFrom` and `quietTo`. */
export function QuietHours({ page, from, to, errors }: QuietHoursProps) {
  const hours = HOURS.map((value) => ({ value, label: hourName(page, value) }));
  const field = (name: 'quietFrom' | 'quietTo', value?: string) => (
    <Select
      page={page}
      name={name}
      label={page.t(`onboarding.contact.${name}`)}
      empty={page.t('onboarding.contact.no-quiet')}
      options={hours}
      value={value}
      error={errors?.[name]}
    />
  );
  return (
    <div class="pair">
      {field('quietFrom', from)}
      {field('quietTo', to)}
    </div>
  );
}

/** What is wrong when only one end was chosen. */
export function halfSaid({
  quietFrom,
  quietTo,
}: {
  quietFrom: string | null;
  quietTo: string | null;
}): Errors | null {
  if (!quietFrom === !quietTo) return null;
  return { [quietFrom ? 'quietTo' : 'quietFrom']: 'onboarding.contact.both' };
}

const hourName = (page: Page, hour: string): string =>
  formatTime({ lang: page.lang, timeZone: 'UTC' }, new Date(`2026-01-05T${hour}:00Z`), 'time');
