import { html } from 'hono/html';
import { formatTime, type Page } from '../../../ui/index.ts';
import type { Poll } from './poll.ts';
import { choiceName } from './poll-form.ts';

/** The form that all polls of a page belong to. */
export const VOTE_FORM = 'vote';

/** A poll in its post. `by` names the post it stands in. */
export function pollView(page: Page, postId: string, poll: Poll, by: string) {
  const { t } = page;
  const voted = poll.options.some(({ mine }) => mine);
  const said = [
    poll.voters !== null
      ? t('conversation.poll-voters', { count: poll.voters })
      : t(voted ? 'conversation.poll-few' : 'conversation.poll-hidden'),
    poll.over
      ? t('conversation.poll-over')
      : poll.closes_at &&
        t('conversation.poll-until', { date: formatTime(page, new Date(poll.closes_at), 'day') }),
  ];
  return html`<fieldset class="poll" aria-describedby="${by}"><legend class="unseen">${t('conversation.poll')}</legend>${poll.options.map(
    (option) => line(postId, poll, option),
  )}<p class="quiet">${said.filter(Boolean).join(' ')}</p>${
    !poll.over &&
    html`<button form="${VOTE_FORM}" class="btn plain" name="vote" value="${postId}">${t(
      voted ? 'conversation.poll-change' : 'conversation.poll-vote',
    )}</button>`
  }</fieldset>`;
}

function line(postId: string, poll: Poll, { place, label, mine, votes }: Poll['options'][number]) {
  const count = votes !== null && html` <span class="quiet">· ${votes}</span>`;
  const share =
    votes !== null && poll.voters
      ? html`<meter value="${votes}" max="${poll.voters}" aria-hidden="true"></meter>`
      : '';
  if (poll.over) return html`<p class="poll-option">${mine && '✓ '}${label}${count}${share}</p>`;
  return html`<label class="poll-option"><input type="${poll.several ? 'checkbox' : 'radio'}" form="${VOTE_FORM}" name="${choiceName(
    postId,
  )}" value="${place}"${mine && html` checked`}> <span>${label}${count}</span>${share}</label>`;
}
