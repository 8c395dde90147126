import { Button, Form, Note, type Page } from '../../../ui/index.ts';
import type { HerAsk } from '../her-ask.ts';
import { whatHappened } from './saying.ts';

/** Where her line stands, so that it goes from an open page when the answer comes. */
export const HER_ASK = 'her-ask';

/** To her who asked, while nobody has answered. */
export const HerAskLine = ({ page, ask }: { page: Page; ask: HerAsk }) => (
  <p class="heard" id={HER_ASK}>
    {whatHappened(page, ask)}
  </p>
);

/** To a listener who was asked to look in. `thread`: '/circles/…/posts/…'. */
export const AskedToLookIn = ({ page, thread }: { page: Page; thread: string }) => (
  <Note tone="warm">
    <p>{page.t('first-reply.you-were-asked')}</p>
    <Form page={page} action={`${thread}/not-now`} inline>
      <Button look="text">{page.t('first-reply.not-now')}</Button>
    </Form>
  </Note>
);
