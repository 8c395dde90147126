import { html, raw } from 'hono/html';
import type { MessageKey } from '../../../platform/i18n/index.ts';
import { remember } from '../../../platform/memory/index.ts';
import { Face, formatTime, type Page, written } from '../../../ui/index.ts';
import { photoStrip } from '../../photos/index.ts';
import type { Carried } from '../carried.ts';
import { pollView } from '../polls/poll-view.ts';
import { isThread, type Post } from '../post.ts';
import { reactions } from './reactions.ts';
import { shownName } from './who.ts';

// Posts are drawn with templates rather than components: thirty of them are most of a page, and a template is
// several times as quick. Values are escaped either way. What was drawn is kept for those who look again.

/** What all posts of a page share. */
export interface PostSetting {
  page: Page;
  /** Everything below in one line, with the day and the reader's language and zone: part of what a drawing depends on. */
  key: string;
  circleId: string;
  /** Ids of those who look after the circle. */
  facilitators: ReadonlySet<string>;
  waiting: string; // said of a newcomer's words until somebody lets them in
  rewording: string; // and of her other words for what was let in
  /** Whether the viewer may remove what others wrote. */
  facilitates: boolean;
  /** On its thread's page a post does not lead to itself. */
  inThread?: boolean;
  /** An archive: read, and added to by nobody. */
  rests?: boolean;
  /** She only reads here just now: nothing leads to a form that is not there. */
  silent?: boolean;
}

type Markup = ReturnType<typeof html>;
type ShownPost = Post & { clipped?: boolean; reply_id?: string | null };

const drawn = remember<Markup>(3000);

/** Draws one post of a page, or takes the drawing of the same row in the same setting. */
export const keptDrawing = <P extends Post>(setting: PostSetting, post: P, draw: () => Markup): Markup =>
  drawn(`${setting.key}${JSON.stringify(post)}`, () => raw(String(draw())));

/** A post or reply with everything the viewer may do about it. */
export const postView = (setting: PostSetting, post: ShownPost): Markup =>
  keptDrawing(setting, post, () => drawPost(setting, post));

/** An id for the name a post stands under: short, since everything in the post refers to it. */
export const nameId = (postId: string): string => `by-${postId.slice(-8)}`;

/** The same, drawn anew. */
export function drawPost(setting: PostSetting, post: ShownPost): Markup {
  if (post.removed_by) return emptyPlace(setting, post);
  if (post.unseen) return foldedAway(setting, post);
  const { page } = setting;
  const by = nameId(post.post_id);
  const words = html`<div class="post-body">${written(post.body)}${readOn(setting, post)}</div>`;
  const body = post.carried
    ? html`${words}${carriedView(page, post.post_id, setting.rests ? atRest(post.carried) : post.carried, by)}`
    : words;
  return html`<article class="${isThread(post) ? 'post' : 'post reply'}" id="p-${post.post_id}" aria-labelledby="${by}">
${Face({ name: shownName(page, post.author, post.pseudonym), unnamed: post.pseudonym !== null })}
<div class="post-main">${byline(setting, post, by)}
${post.content_note ? folded(page, post.content_note, body) : body}
<div class="post-acts">${reactions(setting.page, post, setting.rests)}<div class="asides">${asides(setting, post, by)}</div></div></div></article>`;
}

function byline({ page, facilitators, waiting, rewording }: PostSetting, post: Post, id: string): Markup {
  const { t } = page;
  const name = shownName(page, post.author, post.pseudonym);
  const leads = post.author_id && post.author && !post.mine;
  return html`<p class="meta"><b id="${id}">${leads ? html`<a href="/members/${post.author_id}">${name}</a>` : name}</b>${
    post.mine && html`<span>${t('conversation.you')}</span>`
  }${post.pseudonym && html`<span>${t('ui.unnamed')}</span>`}${
    post.author_id && facilitators.has(post.author_id) && html`<span>${t('conversation.facilitator')}</span>`
  }<span>${moment(page, post.created_at)}</span>${post.held_at && html`<span class="held">${waiting}</span>`}${post.mine && post.reworded && html`<span class="held">${rewording}</span>`}${post.edited_at && html`<span>${t('conversation.edited')}</span>`}${
    post.asks && html`<span class="asks">${t(`conversation.asks.${post.asks}`)}</span>`
  }</p>`;
}

// In an archive nobody answers any more.
const atRest = ({ photos, poll }: Carried): Carried => ({ photos, poll: poll && { ...poll, over: true } });

const carriedView = (page: Page, postId: string, { photos, poll }: Carried, by: string): Markup =>
  html`${photos && photoStrip(page, photos)}${poll && pollView(page, postId, poll, by)}`;

/** A moment, with the exact one underneath. */
export const moment = (page: Page, at: Date): Markup =>
  html`<time datetime="${at.toISOString()}">${formatTime(page, at)}</time>`;

function readOn({ page, circleId }: PostSetting, post: Post & { clipped?: boolean }): Markup | false {
  return (
    post.clipped === true &&
    html` … <p><a href="/circles/${circleId}/posts/${post.post_id}">${page.t('conversation.read-on')}</a></p>`
  );
}

const folded = (
  page: Page,
  note: string,
  body: Markup,
): Markup => html`<details class="content-note"><summary>
<span><span class="quiet">${page.t('ui.content-note')}</span> ${note}</span></summary>${body}</details>`;

/**
 * How many replies she can find. Where she would find none, nothing is said: "one reply" over an empty page would tell
 * that somebody keeps out of her sight.
 */
function repliesLink(
  { page, circleId, inThread, facilitates }: PostSetting,
  post: ShownPost,
): Markup | false {
  const none = post.reply_count === 0 || (post.reply_id === null && !facilitates);
  if (inThread || !isThread(post) || none) return false;
  const words = page.t('conversation.replies', { count: post.reply_count });
  return html`<a href="/circles/${circleId}/posts/${post.post_id}" aria-describedby="${nameId(post.post_id)}">${words}</a>`;
}

function asides(setting: PostSetting, post: ShownPost, by: string): Markup {
  const { page, circleId, inThread, rests, silent } = setting;
  const { t } = page;
  const here = `/circles/${circleId}/posts/${post.post_id}`;
  const link = (href: string, words: string) => html`<a href="${href}" aria-describedby="${by}">${words}</a>`;
  return html`${repliesLink(setting, post)}${
    !inThread &&
    !rests &&
    !silent &&
    !(post.locked_at && !setting.facilitates) &&
    link(`${here}#write`, t('conversation.reply'))
  }<details class="more"><summary aria-describedby="${by}"><span>${t('conversation.more')}</span></summary><div>${seldom(
    setting,
    post,
    here,
  )}</div></details>`;
}

// One word until it is wanted: thirty times "report" on a page makes a room feel watched.
function seldom(setting: PostSetting, post: Post, here: string): Markup[] {
  const { page, rests } = setting;
  const { t } = page;
  const link = (href: string, words: string) => html`<a href="${href}">${words}</a>`;
  if (post.mine)
    return [
      ...(rests || setting.silent ? [] : [link(`${here}/edit`, t('conversation.edit'))]),
      link(`${here}/removal`, t('conversation.delete')),
    ];
  const links = [link(`/reports/new?kind=post&id=${post.post_id}`, t('conversation.report'))];
  if (post.pseudonym) links.push(link(`/posts/${post.post_id}/hiding`, t('conversation.hide')));
  else if (post.author && post.author_id)
    links.push(link(`/members/${post.author_id}/block`, t('conversation.block')));
  if (mayDecide(setting, post))
    links.push(link(`${here}/mute`, t('safety.mute')), link(`${here}/takedown`, t('conversation.remove')));
  return links;
}

// About each other those who look after a circle decide nothing: that goes to the moderators, by a report.
const mayDecide = ({ facilitates, facilitators }: PostSetting, { author_id }: Post): boolean =>
  facilitates && !(author_id && facilitators.has(author_id));

const EMPTY_PLACE: Record<NonNullable<Post['removed_by']>, MessageKey> = {
  author: 'conversation.removed-by-author',
  facilitator: 'conversation.removed-by-facilitator',
  moderator: 'conversation.removed-by-moderator',
};

/** Where a post was: the answers to it stay, its words do not. */
function emptyPlace(setting: PostSetting, post: ShownPost): Markup {
  const words = html`<p class="quiet" id="${nameId(post.post_id)}">${setting.page.t(EMPTY_PLACE[post.removed_by!])}</p>`;
  return place(post, html`${words}${aside(repliesLink(setting, post))}`);
}

/** What she chose not to see, in a circle she looks after: folded, with nothing but what is needed to look after it. */
function foldedAway(setting: PostSetting, post: ShownPost): Markup {
  const { page, circleId } = setting;
  const here = `/circles/${circleId}/posts/${post.post_id}`;
  const name = shownName(page, post.author, post.pseudonym);
  return place(
    post,
    html`<details class="content-note"><summary id="${nameId(post.post_id)}"><span class="quiet">${page.t(
      'conversation.unseen',
    )}</span></summary>
<div class="post-body"><p class="meta"><b>${name}</b><span>${moment(page, post.created_at)}</span></p>
${written(post.body)}${readOn(setting, post)}${post.carried && carriedView(page, post.post_id, post.carried, nameId(post.post_id))}${mayDecide(setting, post) && aside(html`<a href="${here}/takedown">${page.t('conversation.remove')}</a>`)}</div></details>${aside(repliesLink(setting, post))}`,
  );
}

const aside = (inside: Markup | false): Markup | false => inside && html`<div class="asides">${inside}</div>`;

const place = (post: Post, inside: Markup): Markup =>
  html`<article class="${isThread(post) ? 'post' : 'post reply'}" id="p-${post.post_id}" aria-labelledby="${nameId(post.post_id)}">
<span class="face empty-place" aria-hidden="true"></span>
<div class="post-main">${inside}</div></article>`;
