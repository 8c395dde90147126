import type { MessageKey } from '../../platform/i18n/index.ts';

interface About {
  subjectId: string | null;
  circleId: string | null;
}

/** Told by the community: nobody is named, and a block between two of them holds nothing back. */
const told = (words: MessageKey, path: (n: About) => string) =>
  ({ words, path, fromCommunity: true }) as const;
const seat = ({ subjectId }: About): string => `/circle-seats/${subjectId}`;
const list = (): string => '/circles/waiting-list';
const leading = (): string => '/circles/leading';
const care = (): string => '/community/circle-forming';

/** What is told of circles that are made from the waiting list. */
export const FORMING_KINDS = {
  'forming.seat': told('notifications.forming-seat', seat),
  'forming.seat-waits': told('notifications.forming-seat-waits', seat),
  'forming.lapsed': told('notifications.forming-lapsed', list),
  'forming.still-waiting': told('notifications.forming-still-waiting', list),
  'forming.next-day': told('notifications.forming-next-day', list),
  'forming.seat-gone': told('notifications.forming-seat-gone', list),
  'forming.dissolved': told('notifications.forming-dissolved', list),
  'forming.opens': told('notifications.forming-opens', ({ circleId }) => `/circles/${circleId}`),
  'forming.lead-seat': told('notifications.forming-lead-seat', seat),
  'forming.lead-lapsed': told('notifications.forming-lead-lapsed', leading),
  'forming.lead-dissolved': told('notifications.forming-lead-dissolved', leading),
  'forming.lead-welcome': told('notifications.forming-lead-welcome', leading),
  'forming.lead-not-now': told('notifications.forming-lead-not-now', leading),
  'forming.lead-offered': told('notifications.forming-lead-offered', () => `${care()}#leads`),
  'forming.short': told('notifications.forming-short', () => `${care()}#gathering`),
  'forming.day': told('notifications.forming-day', care),
} as const;
