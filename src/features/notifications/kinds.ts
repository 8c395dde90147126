import type { MessageKey } from '../../platform/i18n/index.ts';
import { ASK_KINDS } from './ask-kinds.ts';
import { CALLBACK_KINDS } from './callback-kinds.ts';
import { FORMING_KINDS } from './forming-kinds.ts';
import { GATHERING_KINDS } from './gathering-kinds.ts';
import { HELP_CALENDAR_KINDS } from './help-calendar-kinds.ts';
import { HELP_KINDS } from './help-kinds.ts';
import { MATCH_KINDS } from './match-kinds.ts';
import { MENTORING_KINDS } from './mentoring-kinds.ts';
import { PROGRAM_KINDS } from './program-kinds.ts';

/** Where a notification points; the ids of its row and nothing else. */
export interface Pointers {
  circleId: string | null;
  postId: string | null;
  /** The thread the post stands in. */
  threadId: string | null;
  subjectId: string | null;
  /** The gathering it is about, when she may see it: the subject itself, or the one whose time the subject is. */
  gatheringId: string | null;
}

/** What a kind of notification says and where it leads. */
export interface Kind {
  /** The sentence. It may name {who}, {count} (how many people), {circle} and {mine} (yes: she began the thread). */
  words: MessageKey;
  /** Where it leads. What she opens there counts as seen. */
  path: (n: Pointers) => string;
  /** Whose name the sentence says (of a talk, the other's); when that person is gone or out of sight, nothing is said. */
  who?: 'author' | 'subject';
  /** The sentence may name {gathering} and {when}; when she may not see it, nothing is said. */
  gathering?: true;
  /** It has its hour: told by a letter at once, also to those who want one a day, but never in quiet hours. */
  timely?: true;
  /** Told at once, through quiet hours too: for those who look after others when somebody may be in danger. */
  urgent?: true;
  /** The community speaks, not a person: a block between two people does not hold it back. */
  fromCommunity?: true;
}

const thread = (n: Pointers): string =>
  `/circles/${n.circleId}/posts/${n.threadId}${n.postId === n.threadId ? '' : `?at=${n.postId}`}#p-${n.postId}`;
const circle = (n: Pointers): string => `/circles/${n.circleId}`;
const merge = (n: Pointers): string => `/merges/${n.subjectId}`;
const succession = (n: Pointers): string => `${circle(n)}/succession`;
const talk = (n: Pointers): string => `/messages/${n.subjectId}`;
const mentoring = (): string => '/mentoring';

/** Every kind there is. Another feature adds a line here and a sentence in locales/…/notifications.json. */
export const KINDS = {
  'conversation.reply': { words: 'notifications.reply', path: thread, who: 'author' },
  'conversation.post': { words: 'notifications.post', path: thread, who: 'author' },
  'conversation.mention': { words: 'notifications.mention', path: thread, who: 'author' },
  'circles.request': {
    words: 'notifications.request',
    path: (n) => `${circle(n)}/people`,
    who: 'subject',
  },
  'circles.admitted': { words: 'notifications.admitted', path: circle },
  'circles.merge-asked': { words: 'notifications.merge-asked', path: merge, fromCommunity: true },
  'circles.merge-announced': { words: 'notifications.merge-announced', path: merge, fromCommunity: true },
  'circles.merge-called-off': { words: 'notifications.merge-called-off', path: merge, fromCommunity: true },
  'circles.merged': { words: 'notifications.merged', path: merge, fromCommunity: true },
  'circles.merge-undone': { words: 'notifications.merge-undone', path: merge, fromCommunity: true },
  'circles.went-back': { words: 'notifications.went-back', path: circle, fromCommunity: true },
  'circles.keys-offered': { words: 'notifications.keys-offered', path: succession, fromCommunity: true },
  'circles.keys-announced': { words: 'notifications.keys-announced', path: succession, fromCommunity: true },
  'circles.keys-back': { words: 'notifications.keys-back', path: succession, fromCommunity: true },
  'circles.keeper-offered': {
    words: 'notifications.keeper-offered',
    path: () => '/community/circles',
    fromCommunity: true,
  },
  'circles.neighbours': {
    words: 'notifications.neighbours',
    path: (n) => `${circle(n)}/neighbours`,
    fromCommunity: true,
  },
  'mentoring.asked': { words: 'notifications.introduction', path: mentoring, who: 'subject' },
  'mentoring.accepted': { words: 'notifications.introduced', path: circle, who: 'subject' },
  ...MENTORING_KINDS,
  'messages.request': { words: 'notifications.message-request', path: talk, who: 'subject' },
  'messages.accepted': { words: 'notifications.message-accepted', path: talk, who: 'subject' },
  'messages.message': { words: 'notifications.message', path: talk, who: 'subject' },
  ...ASK_KINDS,
  ...MATCH_KINDS,
  ...CALLBACK_KINDS,
  'first-reply.asked': { words: 'notifications.first-reply-asked', path: thread, who: 'author' },
  'first-reply.facilitators': {
    words: 'notifications.first-reply-facilitators',
    path: thread,
    who: 'author',
  },
  'first-reply.late': {
    words: 'notifications.first-reply-late',
    path: () => '/community#first-replies',
    fromCommunity: true,
  },
  ...FORMING_KINDS,
  ...GATHERING_KINDS,
  ...HELP_CALENDAR_KINDS,
  ...HELP_KINDS,
  ...PROGRAM_KINDS,
  'calendars.failing': {
    words: 'notifications.calendar-failing',
    path: (n) => `/community/calendars/${n.subjectId}`,
    fromCommunity: true,
  },
  'safety.report-closed': {
    words: 'notifications.report-closed',
    path: (n) => `/me/reports/${n.subjectId}`,
    fromCommunity: true,
  },
  'safety.case': {
    words: 'notifications.case',
    path: (n) => `/moderation/${n.subjectId}`,
    fromCommunity: true,
  },
  'safety.urgent': {
    words: 'notifications.case-urgent',
    path: (n) => `/moderation/${n.subjectId}`,
    urgent: true,
    fromCommunity: true,
  },
  'safety.urgent-here': {
    words: 'notifications.urgent-here',
    path: (n) => `${circle(n)}/settings/care`,
    urgent: true,
    fromCommunity: true,
  },
  'safety.decision': {
    words: 'notifications.decision',
    path: (n) => `/me/decisions/${n.subjectId}`,
    fromCommunity: true,
  },
  'safety.appeal': {
    words: 'notifications.appeal',
    path: (n) => `/moderation/${n.subjectId}`,
    fromCommunity: true,
  },
  'safety.appeal-unheard': {
    words: 'notifications.appeal-unheard',
    path: () => '/moderation',
    fromCommunity: true,
  },
  'safety.revealed': {
    words: 'notifications.revealed',
    path: () => '/me/decisions#reveals',
    fromCommunity: true,
  },
  'safety.reveal-asked': {
    words: 'notifications.reveal-asked',
    path: (n) => `/moderation/${n.subjectId}#reveal`,
    fromCommunity: true,
  },
  'safety.reveal-agreed': {
    words: 'notifications.reveal-agreed',
    path: (n) => `/moderation/${n.subjectId}#reveal`,
    fromCommunity: true,
  },
  'safety.let-in': {
    words: 'notifications.let-in',
    path: (n) => `${circle(n)}/posts/${n.subjectId}`,
    fromCommunity: true,
  },
  'safety.words-left': {
    words: 'notifications.words-left',
    path: (n) => `${circle(n)}/posts/${n.subjectId}`,
    fromCommunity: true,
  },
  'safety.removed': { words: 'notifications.removed', path: circle, fromCommunity: true },
  // One of before it could be appealed points nowhere.
  'safety.muted': {
    words: 'notifications.muted',
    path: (n) => (n.subjectId ? `/me/decisions/${n.subjectId}` : '/me/decisions'),
    fromCommunity: true,
  },
  'safety.words-kept-out': {
    words: 'notifications.words-kept-out',
    path: (n) => `/me/decisions/${n.subjectId}`,
    fromCommunity: true,
  },
} as const satisfies Record<string, Kind>;

export type NotificationKind = keyof typeof KINDS;

/** What is known of a kind that a row names; undefined for one of a newer version. */
export const kindOf = (name: string): Kind | undefined =>
  Object.hasOwn(KINDS, name) ? KINDS[name as NotificationKind] : undefined;

/** Whether it is told at once, through quiet hours too. */
export const isUrgent = (name: string): boolean => kindOf(name)?.urgent === true;

/** Whether it waits for no digest. */
export const isTimely = (name: string): boolean => kindOf(name)?.timely === true;

export const urgentKinds: readonly string[] = Object.keys(KINDS).filter(isUrgent);
