import type { Page } from '../../../ui/index.ts';
import { FELT_FORM } from './reactions.ts';

/** What every reaction button of the page sends along. It shows nothing. */
export const FeltForm = ({ page, circle }: { page: Page; circle: string }) => (
  <form id={FELT_FORM} method="post" action={`${circle}/reactions`}>
    <input type="hidden" name="_csrf" value={page.csrf} />
    <input type="hidden" name="back" value={page.path} />
  </form>
);
