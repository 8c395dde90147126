import { formatTime, Note, type Page } from '../../../ui/index.ts';
import type { Standing } from '../door.ts';

interface StandingNoteProps {
  page: Page;
  name: string;
  standing: Standing;
  /** Before they talk: then she cannot be asked while she is away. */
  asking?: boolean;
}

/** Why it may take a while, so that a silence hurts nobody. */
export function StandingNote({ page, name, standing, asking }: StandingNoteProps) {
  const { t } = page;
  const { awayUntil, quietUntil } = standing;
  if (awayUntil) {
    const day = dayName(page, awayUntil);
    return (
      <Note tone="warm" icon="moon">
        <p>{t(asking ? 'messages.away-ask' : 'messages.away', { name, day })}</p>
      </Note>
    );
  }
  if (!quietUntil) return null;
  return (
    <Note icon="moon">
      <p>{t('messages.quiet', { name, time: formatTime(page, quietUntil, 'time') })}</p>
    </Note>
  );
}

/** A calendar day, the same in every zone: 'YYYY-MM-DD' → "Thursday, November 26". */
export const dayName = ({ lang }: Page, day: string): string =>
  formatTime({ lang, timeZone: 'UTC' }, new Date(`${day}T12:00Z`), 'day');
