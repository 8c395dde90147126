import { html, raw } from 'hono/html';
import { remember } from '../../../platform/memory/index.ts';
import { Face, written } from '../../../ui/index.ts';
import type { ListedPost } from '../post-list.ts';
import { REPLIES_PER_PAGE } from '../thread.ts';
import { drawPost, moment, nameId, type PostSetting } from './post-view.ts';
import { shownName } from './who.ts';

const drawn = remember<Buffer>(3000);

/** The posts of a room, each with the newest answer to it. */
export const postList = (setting: PostSetting, posts: ListedPost[]) =>
  posts.map((post) => {
    const bytes = drawn(keyOf(setting, post), () => {
      const markup = html`${drawPost(setting, post)}${post.reply_id && newestReply(setting, post)}`;
      return Buffer.from(String(markup));
    });
    return raw(setting.page.pieces?.take(bytes) ?? bytes.toString());
  });

/** Everything a drawing depends on. What was written stands for itself by its length: it changes with its version. */
function keyOf(setting: PostSetting, post: ListedPost): string {
  let key = setting.key;
  for (const [name, value] of Object.entries(post)) {
    const written = name === 'body' || name === 'reply_body';
    key += `\0${written ? value?.length : plain(value)}`;
  }
  return key;
}

const plain = (value: unknown): unknown =>
  value instanceof Date ? value.getTime() : typeof value === 'object' ? JSON.stringify(value) : value;

function newestReply({ page, circleId }: PostSetting, post: ListedPost) {
  const { t } = page;
  const name = shownName(page, post.reply_author, post.reply_pseudonym);
  const latest = post.reply_count > REPLIES_PER_PAGE ? '?part=latest' : '';
  const href = `/circles/${circleId}/posts/${post.post_id}${latest}#p-${post.reply_id}`;
  return html`<article class="post reply" aria-labelledby="${nameId(post.reply_id!)}">
${Face({ name, unnamed: post.reply_pseudonym !== null })}
<div class="post-main"><p class="meta"><b id="${nameId(post.reply_id!)}">${name}</b>${
    post.reply_mine && html`<span>${t('conversation.you')}</span>`
  }<span>${moment(page, post.reply_at!)}</span></p>
<div class="post-body">${
    post.reply_body === null
      ? html`<p><a href="${href}">${t('conversation.reply-with-note')}</a></p>`
      : post.reply_clipped
        ? [
            written(`${post.reply_body.trimEnd()}…`),
            html`<p><a href="${href}">${t('conversation.read-on')}</a></p>`,
          ]
        : written(post.reply_body)
  }</div></div></article>`;
}
