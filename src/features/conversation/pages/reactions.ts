import { html } from 'hono/html';
import type { MessageKey } from '../../../platform/i18n/index.ts';
import type { Page } from '../../../ui/index.ts';
import { type Post, REACTIONS } from '../post.ts';

type Markup = ReturnType<typeof html>;

const REACTION_WORDS: Record<(typeof REACTIONS)[number], MessageKey> = {
  hug: 'conversation.hug',
  'me-too': 'conversation.me-too',
  helpful: 'conversation.helpful',
};

/** The form that the reaction buttons of a page belong to: one for all of them. */
export const FELT_FORM = 'felt';

/**
 * Nobody hugs herself: on her own words she reads what others felt, and nothing while nobody has answered. In an archive
 * (`rests`) all words are read so.
 */
export function reactions(page: Page, post: Post, rests = false): Markup | false {
  const counts = { hug: post.hug_count, 'me-too': post.me_too_count, helpful: post.helpful_count };
  const felt = REACTIONS.filter((kind) => counts[kind] > 0);
  if (post.mine || rests)
    return (
      felt.length > 0 &&
      html`<div class="reactions">${felt.map(
        (kind) => html`<span class="reaction">${page.t(REACTION_WORDS[kind])} · ${counts[kind]}</span>`,
      )}</div>`
    );
  return html`<div class="reactions">${REACTIONS.map(
    (kind) =>
      html`<button form="${FELT_FORM}" class="reaction" name="felt" value="${kind} ${post.post_id}" aria-pressed="${
        post.felt?.includes(kind) ? 'true' : 'false'
      }">${page.t(REACTION_WORDS[kind])}${counts[kind] > 0 && ` · ${counts[kind]}`}</button>`,
  )}</div>`;
}
