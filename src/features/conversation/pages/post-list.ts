import { html } from 'hono/html';
import { Face } from '../../../ui/index.ts';
import { written } from '../markdown/index.ts';
import type { ListedPost } from '../post-list.ts';
import { REPLIES_PER_PAGE } from '../thread.ts';
import { drawPost, keptDrawing, moment, nameId, type PostSetting } from './post-view.ts';
import { shownName } from './who.ts';

/** The posts of a room, each with the newest answer to it. */
export const postList = (setting: PostSetting, posts: ListedPost[]) =>
  posts.map((post) =>
    keptDrawing(
      setting,
      post,
      () => html`${drawPost(setting, post)}${post.reply_id && newestReply(setting, post)}`,
    ),
  );

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
