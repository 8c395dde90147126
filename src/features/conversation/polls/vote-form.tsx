import type { Page } from '../../../ui/index.ts';
import { VOTE_FORM } from './poll-view.ts';

/** What the polls of a page send along. It shows nothing. */
export const VoteForm = ({ page, circle }: { page: Page; circle: string }) => (
  <form id={VOTE_FORM} method="post" action={`${circle}/votes`}>
    <input type="hidden" name="_csrf" value={page.csrf} />
    <input type="hidden" name="back" value={page.path} />
  </form>
);
