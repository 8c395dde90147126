import { Icon, type Page } from '../../../ui/index.ts';
import { shownName } from '../pages/who.ts';
import type { Pinned } from './pinned.ts';

/** What the facilitators want seen first: a line each, read on its own page. */
export function PinnedStrip({ page, here, pinned }: { page: Page; here: string; pinned: Pinned[] }) {
  if (pinned.length === 0) return null;
  return (
    <section class="pinned" aria-labelledby="pinned">
      <h2 id="pinned">{page.t('conversation.pinned')}</h2>
      <ul>
        {pinned.map((post) => (
          <li>
            <Icon name="pin" size={18} />
            <a href={`${here}/posts/${post.post_id}`}>
              <b>{shownName(page, post.author, post.pseudonym)}</b> {firstLine(post.beginning)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const firstLine = (text: string): string => {
  const [first = ''] = text.trim().split('\n');
  return first.length < text.trim().length || text.length >= 120 ? `${first.trimEnd()}…` : first;
};
