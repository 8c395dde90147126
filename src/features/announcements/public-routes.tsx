import { asHtml, atomFeed } from '../../platform/atom/index.ts';
import type { Scope } from '../../platform/db/index.ts';
import { answerFeed, type Ctx, routes as newRoutes, publicUrl } from '../../platform/http/index.ts';
import { pickLocale, translator } from '../../platform/i18n/index.ts';
import { hasItems } from '../around-us/index.ts';
import { published } from './announcement.ts';
import { AnnouncementsPage } from './pages/announcements.tsx';

/** What is said to everybody. The only feed there is: no circle has one. */
export const publicRoutes = newRoutes();

const scopeOf = (c: Ctx): Scope => ({
  communityId: c.get('community').communityId,
  memberId: c.get('viewer')?.memberId ?? null,
});

publicRoutes.get('/announcements', async (c) => {
  const scope = scopeOf(c);
  const shown = await c.get('db').read(scope, async (tx) => ({
    announcements: await published(tx, scope),
    othersWrote: await hasItems(tx, scope),
  }));
  return c.html(<AnnouncementsPage page={c.get('page')} {...shown} />);
});

publicRoutes.get('/announcements.atom', async (c) => {
  // The same for everybody who asks: nobody's eyes, nobody's language.
  const { communityId, name, languages } = c.get('community');
  const scope = { communityId, memberId: null };
  const { announcements, updated } = await c.get('db').read(scope, async (tx) => ({
    announcements: await published(tx, scope),
    updated: (
      await tx.hot<{ updated: Date }>(
        `SELECT greatest(c.created_at, (SELECT max(a.updated_at) FROM announcements a WHERE a.community_id = $1)) AS updated
         FROM communities c WHERE c.community_id = $1`,
        [communityId],
      )
    )[0]!.updated,
  }));
  const language = pickLocale(languages, false);
  const title = translator(language)('announcements.feed-title', { community: name });
  const page = `${publicUrl(c)}/announcements`;
  const entries = announcements.map((one) => ({
    ...one,
    published: one.publishedAt,
    updated: one.updatedAt,
    page: `${page}#a-${one.id}`,
    html: asHtml(one.body),
  }));
  const head = { id: communityId, title, language, author: name, updated, self: `${page}.atom`, page };
  return answerFeed(c, atomFeed({ ...head, entries }), 'application/atom+xml; charset=utf-8');
});
