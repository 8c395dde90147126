import { CheckboxGroup, type Errors, type Page, Select, TextInput } from '../../../ui/index.ts';
import { taskOf } from '../saying.ts';
import type { Task } from '../words.ts';

type Raw = Record<string, string | string[]>;
export const listIn = (raw: Raw, name: string): string[] => [raw[name] ?? []].flat();
export const textIn = (raw: Raw, name: string): string => listIn(raw, name)[0] ?? '';

const WEEKS = [1, 2, 3, 4, 6, 8, 12];

/** Which tasks, which days, from when and for how long: the same words for the first slots and for more. */
export function PlanFields({
  page,
  raw,
  errors,
  tasks,
  hers,
}: {
  page: Page;
  raw: Raw;
  errors: Errors;
  tasks: readonly Task[];
  /** She fills it in for herself. */
  hers: boolean;
}) {
  const { t } = page;
  return (
    <>
      <CheckboxGroup
        page={page}
        name="tasks"
        label={t('help-calendars.which-tasks')}
        options={tasks.map((value) => ({ value, label: taskOf(t, value, hers) }))}
        values={listIn(raw, 'tasks')}
        error={errors.tasks}
      />
      <CheckboxGroup
        page={page}
        name="days"
        label={t('help-calendars.which-days')}
        options={['1', '2', '3', '4', '5', '6', '7'].map((value) => ({
          value,
          label: t(`words.day.${value}` as 'words.day.1'),
        }))}
        values={listIn(raw, 'days')}
        error={errors.days}
      />
      <div class="split">
        <TextInput
          page={page}
          name="from"
          type="date"
          label={t('help-calendars.from')}
          value={textIn(raw, 'from')}
          error={errors.from}
        />
        <Select
          page={page}
          name="weeks"
          label={t('help-calendars.for-weeks')}
          options={WEEKS.map((weeks) => ({
            value: String(weeks),
            label: t('help-calendars.weeks-count', { weeks }),
          }))}
          value={textIn(raw, 'weeks')}
          error={errors.weeks}
        />
      </div>
    </>
  );
}
