import { isMessageKey } from '../../../platform/i18n/index.ts';
import type { Reason } from '../../../platform/ical/index.ts';
import { formatTime, type Page } from '../../../ui/index.ts';
import { type Source, waitsUntil } from '../source.ts';
import { wordsFor } from '../source-form.ts';

/** How it stands with a calendar, in a sentence. */
export function stateOf(page: Page, source: Source): string {
  const { t } = page;
  if (source.problem) return troubleOf(page, source);
  if (!source.acceptedAt)
    return t('calendars.state.waiting-until', { day: formatTime(page, waitsUntil(source), 'date') });
  const at = source.lookedAt ? formatTime(page, source.lookedAt, 'moment') : '';
  return t(source.url ? 'calendars.state.kept' : 'calendars.state.file', { at });
}

/** What is wrong with it, and since when. */
function troubleOf(page: Page, { problem, problemLine, failingSince }: Source): string {
  const { t } = page;
  const since = failingSince ? formatTime(page, failingSince, 'date') : '';
  return `${t('calendars.state.trouble', { since })} ${whyOf(page, problem ?? '', problemLine)}`;
}

function whyOf({ t }: Page, problem: string, line: number | null): string {
  const reason = `calendars.reason.${problem as Reason}`;
  if (problem === 'empty') return t('calendars.not.empty');
  if (line !== null && isMessageKey(reason)) return t('calendars.unread', { line, why: t(reason) });
  return t(wordsFor(problem as Parameters<typeof wordsFor>[0]));
}
