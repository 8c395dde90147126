import { html } from 'hono/html';
import type { Page } from '../../../ui/index.ts';
import type { Message } from '../message.ts';
import type { Talk } from '../talk.ts';
import { messageView } from './message-view.ts';

/** Where the messages stand, and where it is said that one came. */
export const MESSAGES = 'messages';
export const LIVE_WORDS = 'live-words';

const stream = (action: string, target: string, content: unknown) =>
  html`<turbo-stream action="${action}" target="${target}"><template>${content}</template></turbo-stream>`;

/** What an open page of a talk has to do to be up to date with what changed after a version. */
export function talkFragments(page: Page, talk: Talk, messages: Message[], after: number): string {
  if (talk.turned > after) return String(html`<turbo-stream action="refresh"></turbo-stream>`);
  const parts = messages.map((message) =>
    message.born > after
      ? stream('append', MESSAGES, messageView(page, talk.talkId, message))
      : stream('replace', `m-${message.messageId}`, messageView(page, talk.talkId, message)),
  );
  if (messages.some(({ born, mine, removed }) => born > after && !mine && !removed))
    parts.push(stream('update', LIVE_WORDS, page.t('messages.live', { name: talk.otherName })));
  return parts.join('');
}
