import type { Raw } from '../../../platform/http/index.ts';
import { Checkbox, type Errors, type Page, Select, TextArea } from '../../../ui/index.ts';
import { CLOSING_DAYS, OPTION_MOST, OPTIONS_MOST } from './poll.ts';

/** A question with a few answers to choose from; the question is the post itself. */
export function PollFields({ page, raw, errors }: { page: Page; raw?: Raw; errors?: Errors }) {
  const { t } = page;
  const typed = one(raw?.options);
  return (
    <details class="fold" open={Boolean(typed) || undefined}>
      <summary>
        <span>{t('conversation.poll-add')}</span>
      </summary>
      <div class="flow">
        <TextArea
          page={page}
          name="options"
          label={t('conversation.poll-options')}
          hint={t('conversation.poll-hint')}
          rows={3}
          optional
          keepDraft
          maxlength={OPTIONS_MOST * (OPTION_MOST + 1)}
          value={typed}
          error={errors?.options}
        />
        <Select
          page={page}
          name="days"
          label={t('conversation.poll-closes')}
          empty={t('conversation.poll-open')}
          options={CLOSING_DAYS.map((days) => ({
            value: days,
            label: t('conversation.poll-days', { days: Number(days) }),
          }))}
          value={one(raw?.days)}
          keepDraft
          error={errors?.days}
        />
        <Checkbox
          page={page}
          name="several"
          label={t('conversation.poll-several')}
          checked={raw?.several !== undefined}
          keepDraft
        />
      </div>
    </details>
  );
}

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
