import { isOutside, outsidePage } from './features/links/index.ts';
import { type Ctx, Problem } from './platform/http/index.ts';
import type { MessageKey } from './platform/i18n/index.ts';
import { ButtonLink, Drawing, Layout, PageHead } from './ui/index.ts';

const TITLES: Record<number, MessageKey> = {
  404: 'errors.absentTitle',
  413: 'errors.tooLargeTitle',
  429: 'errors.tooManyTitle',
};

/** The one place that answers a request that went wrong: a Problem says how; anything else is our own fault. */
export function answerProblem(error: Error, c: Ctx): Response | Promise<Response> {
  const problem = error instanceof Problem ? error : null;
  if (!problem) c.get('log').error({ id: c.get('requestId'), route: c.req.routePath, err: error });
  // Whoever came by a link, even one that leads nowhere, reads no community's name and finds no way to its door.
  const outside = isOutside(c.req.path);
  const page = outside ? outsidePage(c) : c.get('page');
  const dead = outside && problem?.status === 404;
  const title = dead ? 'errors.deadLinkTitle' : (TITLES[problem?.status ?? 500] ?? 'errors.title');
  c.status(problem?.status ?? 500);
  return c.html(
    <Layout page={page} title={page.t(title)} narrow>
      <Drawing name="path" />
      <PageHead
        title={page.t(title)}
        lead={page.t(dead ? 'errors.deadLink' : (problem?.key ?? 'errors.ours'), problem?.values)}
      />
      {!problem && <p class="quiet">{page.t('errors.reference', { id: c.get('requestId') })}</p>}
      <div class="actions" data-problem>
        {!outside && (
          <ButtonLink href={problem?.status === 401 ? '/sign-in' : '/'}>{page.t('errors.home')}</ButtonLink>
        )}
      </div>
    </Layout>,
  );
}
