import { html } from 'hono/html';
import type { Page } from '../../../ui/index.ts';
import { HER_ASK } from '../../first-reply/index.ts';
import type { Change, Changes } from '../thread-changes.ts';
import { type PostSetting, postView } from './post-view.ts';
import { shownName } from './who.ts';

/** Where the replies of a thread stand, and where it is said that one came. */
export const REPLIES = 'replies';
export const LIVE_WORDS = 'live-words';

const stream = (action: string, target: string, content: unknown = '') =>
  html`<turbo-stream action="${action}" target="${target}"><template>${content}</template></turbo-stream>`;

/** The whole page once more, in place. */
export const refresh = (): string => String(html`<turbo-stream action="refresh"></turbo-stream>`);

/** What an open thread page has to do to be up to date. */
export function threadFragments(setting: PostSetting, changes: Changes): string {
  if (changes.reshaped) return refresh();
  const { page } = setting;
  const newest = changes.posts.findLast((post) => post.isNew && !post.mine && !post.removed_by);
  const parts = changes.posts.map((post) => fragment(setting, post));
  if (newest) {
    const name = shownName(page, newest.author, newest.pseudonym);
    parts.push(stream('update', LIVE_WORDS, page.t('conversation.live-reply', { name })));
    parts.push(stream('remove', HER_ASK));
  }
  return parts.join('');
}

// What she herself removed leaves no place in the thread; what came and was removed before it was seen, neither.
function fragment(setting: PostSetting, post: Change) {
  const place = `p-${post.post_id}`;
  if (post.removed_by === 'author' && post.post_id !== post.thread_id) return stream('remove', place);
  return post.isNew && post.post_id !== post.thread_id
    ? stream('append', REPLIES, postView(setting, post))
    : stream('replace', place, postView(setting, post));
}

/** Says on an open room page that there is more to read, without moving anything under her eyes. */
export const stirredFragment = (page: Page, circle: string): string =>
  String(
    stream(
      'update',
      LIVE_WORDS,
      html`<a class="button plain" href="${circle}">${page.t('conversation.live-more')}</a>`,
    ),
  );
