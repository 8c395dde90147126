import { Face, type Page, Time } from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import { shownName } from '../../conversation/index.ts';
import type { CircleHit } from '../circle-hits.ts';
import type { PersonHit } from '../people-hits.ts';
import { type PostHit, START, STOP } from '../post-hits.ts';

/** A post or reply: who, where and when, and the words in their sentence. */
export function PostResult({ page, hit }: { page: Page; hit: PostHit }) {
  const name = shownName(page, hit.author, hit.pseudonym);
  const place = hit.postId === hit.threadId ? '' : `?at=${hit.postId}`;
  const href = `/circles/${hit.circleId}/posts/${hit.threadId}${place}#p-${hit.postId}`;
  return (
    <article class="post hit" aria-labelledby={`by-${hit.postId}`}>
      <Face name={name} unnamed={hit.pseudonym !== null} />
      <div class="post-main">
        <p class="meta">
          <a href={href}>
            <b id={`by-${hit.postId}`}>{name}</b>
          </a>
          <span>{circleName(page, hit.circle)}</span>
          <span>
            <Time page={page} at={hit.createdAt} />
          </span>
        </p>
        <div class="post-body">
          {hit.contentNote === null ? (
            <p>{marked(hit.excerpt)}</p>
          ) : (
            <p class="quiet">
              {page.t('ui.content-note')} {hit.contentNote}
            </p>
          )}
        </div>
      </div>
    </article>
  );
}

/** The words that were looked for, lit. */
const marked = (excerpt: string) =>
  excerpt.split(START).map((part, n) => {
    if (n === 0) return part;
    const [lit, rest = ''] = part.split(STOP);
    return (
      <>
        <mark>{lit}</mark>
        {rest}
      </>
    );
  });

export const CircleResult = ({ page, hit }: { page: Page; hit: CircleHit }) => (
  <div class="rule her-circle">
    <a href={`/circles/${hit.circleId}`}>
      <span>{circleName(page, hit.circle)}</span>
    </a>
    {hit.purpose && <span class="quiet">{hit.purpose}</span>}
  </div>
);

export const PersonResult = ({ hit }: { hit: PersonHit }) => (
  <div class="rule her-circle">
    <a href={`/members/${hit.memberId}`}>
      <Face name={hit.name} />
      <span>{hit.name}</span>
    </a>
    {hit.about && <span class="quiet">{hit.about}</span>}
  </div>
);
