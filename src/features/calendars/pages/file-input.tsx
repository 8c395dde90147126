import type { MessageKey } from '../../../platform/i18n/index.ts';
import { Field, type Page } from '../../../ui/index.ts';

/** A calendar as a file of hers. */
export const FileInput = ({ page, error }: { page: Page; error?: MessageKey }) => (
  <Field
    page={page}
    name="file"
    label={page.t('calendars.file')}
    hint={page.t('calendars.file-hint')}
    error={error}
    optional
  >
    <input
      class="input"
      type="file"
      id="f-file"
      name="file"
      accept=".ics,text/calendar"
      aria-describedby={error ? 'f-file-hint f-file-error' : 'f-file-hint'}
      aria-invalid={error ? 'true' : undefined}
    />
  </Field>
);
