import { html } from 'hono/html';
import { formatTime, type Page, written } from '../../../ui/index.ts';
import type { Message } from '../message.ts';

/** One message with what the viewer may do about it. */
export function messageView(page: Page, talkId: string, message: Message) {
  const { messageId, mine, author, createdAt } = message;
  const head = html`<p class="meta"><b>${mine ? page.t('messages.you') : author}</b><time
    datetime="${createdAt.toISOString()}">${formatTime(page, createdAt)}</time></p>`;
  const body = message.removed
    ? html`<p class="quiet">${page.t('messages.was-taken-back')}</p>`
    : html`<div class="post-body">${written(message.body)}</div>`;
  return html`<article class="${mine ? 'message mine' : 'message'}" id="m-${messageId}">${head}${body}${
    message.removed ? '' : act(page, talkId, message)
  }</article>`;
}

function act(page: Page, talkId: string, { messageId, mine }: Message) {
  const here = `/messages/${talkId}/messages/${messageId}`;
  const [act, words] = mine
    ? ['removal', page.t('messages.take-back')]
    : ['report', page.t('messages.report')];
  return html`<p class="asides"><a href="${here}/${act}">${words}</a></p>`;
}
