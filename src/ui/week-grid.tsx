import type { MessageKey } from '../platform/i18n/index.ts';
import { FieldGroup, type FieldProps, fieldId } from './field.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

/** Monday is 1, as in ISO 8601. */
export const WEEK_DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const DAY_TIMES = ['morning', 'afternoon', 'evening', 'night'] as const;

const TIMES: Record<(typeof DAY_TIMES)[number], { key: MessageKey; icon: IconName }> = {
  morning: { key: 'ui.time.morning', icon: 'sunrise' },
  afternoon: { key: 'ui.time.afternoon', icon: 'sun' },
  evening: { key: 'ui.time.evening', icon: 'sunset' },
  night: { key: 'ui.time.night', icon: 'moon' },
};

/** When she is free: days down, times of day across. Each ticked cell posts `<day>-<time>`, as "2-evening". */
export function WeekGrid({ values = [], ...field }: FieldProps & { values?: readonly string[] }) {
  const { t, lang } = field.page;
  return (
    <FieldGroup {...field}>
      <table class="week">
        <thead>
          <tr>
            <td />
            {DAY_TIMES.map((time) => (
              <th scope="col">
                <Icon name={TIMES[time].icon} />
                <span>{t(TIMES[time].key)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEK_DAYS.map((day, d) => (
            <tr>
              <th scope="row">
                <abbr title={dayName(lang, d, 'long')}>{dayName(lang, d, 'short')}</abbr>
              </th>
              {DAY_TIMES.map((time, i) => (
                <td>
                  <label>
                    <input
                      type="checkbox"
                      name={field.name}
                      value={`${day}-${time}`}
                      checked={values.includes(`${day}-${time}`) || undefined}
                      id={d === 0 && i === 0 ? fieldId(field) : undefined}
                      aria-label={`${dayName(lang, d, 'long')}, ${t(TIMES[time].key)}`}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </FieldGroup>
  );
}

const names = new Map<string, string>();

// Kept: making a formatter costs more than the rest of the page, and the grid asks for forty-two names.
function dayName(lang: string, day: number, width: 'short' | 'long'): string {
  const key = `${lang} ${day} ${width}`;
  let name = names.get(key);
  if (!name) {
    const date = new Date(Date.UTC(1970, 0, 5 + day)); // 5 January 1970 was a Monday
    name = new Intl.DateTimeFormat(lang, { weekday: width, timeZone: 'UTC' }).format(date);
    names.set(key, name);
  }
  return name;
}
