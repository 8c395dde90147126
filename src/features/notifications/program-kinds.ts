import type { MessageKey } from '../../platform/i18n/index.ts';

/** About a program; its subject is the program, and the community speaks. */
const program = (words: MessageKey, path: (id: string | null) => string) =>
  ({
    words,
    path: ({ subjectId }: { subjectId: string | null }): string => path(subjectId),
    fromCommunity: true,
  }) as const;
/** To her who applied. */
const mentor = (words: MessageKey) => program(words, (id) => `/programs/${id}/mentor`);
/** To those who decide. */
const deciding = (words: MessageKey) => program(words, (id) => `/community/programs/${id}/mentors`);

/** What is told of mentoring programs. */
export const PROGRAM_KINDS = {
  'programs.applied': deciding('notifications.programs-applied'),
  'programs.left': deciding('notifications.programs-left'),
  'programs.leaving': deciding('notifications.programs-leaving'),
  'programs.thanks': program('notifications.programs-thanks', (id) => `/programs/${id}`),
  'programs.ended': program('notifications.programs-ended', (id) => `/programs/${id}`),
  'programs.will-talk': mentor('notifications.programs-will-talk'),
  'programs.approved': mentor('notifications.programs-approved'),
  'programs.declined': program('notifications.programs-declined', (id) => `/programs/${id}`),
  'programs.agreement': program('notifications.programs-agreement', (id) => `/programs/${id}/agreement`),
  'programs.closed': program('notifications.programs-closed', (id) => `/programs/${id}`),
} as const;
