import { routes as newRoutes, notFound } from '../../../platform/http/index.ts';
import { promiseOf } from '../promise.ts';
import { isGuide } from './guide.ts';
import { GuidePage, GuidesPage } from './guide-page.tsx';

/** How we look after each other, for anybody to read before she joins. */
export const guideRoutes = newRoutes();

guideRoutes.get('/guides', (c) => c.html(<GuidesPage page={c.get('page')} />));

guideRoutes.get('/guides/:slug{[a-z-]+}', async (c) => {
  const slug = c.req.param('slug');
  if (!isGuide(slug)) return notFound();
  const scope = c.get('viewer') ?? { communityId: c.get('community').communityId, memberId: null };
  const promise = await c.get('db').read(scope, promiseOf);
  return c.html(
    <GuidePage page={c.get('page')} guide={slug} promise={promise} charter={c.get('community').charter} />,
  );
});
