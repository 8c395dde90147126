import { Facts, type Page } from '../../../ui/index.ts';
import type { ProgramBasics } from '../program.ts';

/** What a program promises: by when she is matched, how soon the first hello, how often, how long. */
export function PromiseFacts({ page, program }: { page: Page; program: ProgramBasics }) {
  const { t } = page;
  return (
    <Facts
      facts={[
        {
          icon: 'clock',
          label: t('programs.promise.label'),
          value: t('programs.promise.matched', { days: program.promiseDays }),
        },
        {
          icon: 'message',
          label: t('programs.promise.first-label'),
          value: t('programs.promise.first', { hours: program.firstContactHours }),
        },
        {
          icon: 'repeat',
          label: t('programs.promise.rhythm-label'),
          value: t('programs.promise.rhythm', { days: program.cadenceDays, weeks: program.weeks }),
        },
      ]}
    />
  );
}
