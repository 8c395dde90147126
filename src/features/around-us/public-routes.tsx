import type { Scope } from '../../platform/db/index.ts';
import { type Ctx, routes as newRoutes } from '../../platform/http/index.ts';
import { newestItems, placeIn } from './item.ts';
import { AroundUsPage } from './pages/around-us.tsx';
import { followed } from './source.ts';

/** What those the community follows have written. Everybody may read it; it never comes near a circle. */
export const publicRoutes = newRoutes();

const scopeOf = (c: Ctx): Scope => ({
  communityId: c.get('community').communityId,
  memberId: c.get('viewer')?.memberId ?? null,
});

publicRoutes.get('/around-us', async (c) => {
  const scope = scopeOf(c);
  const before = placeIn(c.req.query('before'));
  const shown = await c.get('db').read(scope, async (tx) => {
    const sources = await followed(tx);
    // One that is no longer followed, or never was, is as if none were named.
    const source = sources.find(({ id }) => id === c.req.query('source'))?.id ?? null;
    return { sources, source, ...(await newestItems(tx, scope, { source, before })) };
  });
  return c.html(<AroundUsPage page={c.get('page')} isFirst={before === null} {...shown} />);
});
