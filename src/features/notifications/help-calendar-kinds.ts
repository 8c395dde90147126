import type { MessageKey } from '../../platform/i18n/index.ts';

/** About a calendar she looks after; its subject is the calendar. */
const kept = (words: MessageKey) =>
  ({
    words,
    path: ({ subjectId }: { subjectId: string | null }): string => `/help-calendars/${subjectId}`,
    fromCommunity: true,
  }) as const;
/** About a turn of hers in somebody else's; her list of them leads on. */
const turn = (words: MessageKey) =>
  ({ words, path: (): string => '/help-calendars', fromCommunity: true, timely: true }) as const;

/** What is told of help calendars. */
export const HELP_CALENDAR_KINDS = {
  'help-calendars.asked': { ...kept('notifications.help-asked'), fromCommunity: undefined },
  'help-calendars.agreed': kept('notifications.help-agreed'),
  'help-calendars.declined': kept('notifications.help-declined'),
  'help-calendars.not-like-this': kept('notifications.help-not-like-this'),
  'help-calendars.ended': kept('notifications.help-ended'),
  'help-calendars.changed': kept('notifications.help-changed'),
  'help-calendars.taken': kept('notifications.help-taken'),
  'help-calendars.freed': { ...kept('notifications.help-freed'), timely: true },
  'help-calendars.turn-day': turn('notifications.help-turn-day'),
  'help-calendars.turn-morning': turn('notifications.help-turn-morning'),
  'help-calendars.turn-closed': turn('notifications.help-turn-closed'),
  'help-calendars.turn-thanks': turn('notifications.help-turn-thanks'),
  'help-calendars.turn-ask': turn('notifications.help-turn-ask'),
  'help-calendars.turn-over': turn('notifications.help-turn-over'),
} as const;
