import { createHash } from 'node:crypto';
import { asHtml, atomFeed } from '../../platform/atom/index.ts';
import { answerFeed, publicUrl, routes } from '../../platform/http/index.ts';
import { localeFor, pickLocale, translator } from '../../platform/i18n/index.ts';
import { whenThere } from './describing.ts';
import { comingPublic } from './finding.ts';
import { pathOf } from './paths.ts';

/** What is planned for everybody, for programs that follow it. The same for all who ask: nobody's eyes or language. */
export const atomRoutes = routes();

atomRoutes.get('/gatherings.atom', async (c) => {
  const { communityId, name, languages } = c.get('community');
  const scope = { communityId, memberId: null };
  const times = await c.get('db').read(scope, (tx) => comingPublic(tx, scope, new Date()));
  const language = pickLocale(languages, false);
  const t = translator(language);
  const page = `${publicUrl(c)}/gatherings`;
  const entries = times.map(({ gathering, occurrence }) => ({
    id: occurrence.occurrenceId,
    title: occurrence.title ?? gathering.title,
    language: gathering.languages[0] ?? language,
    published: gathering.createdAt,
    updated: new Date(Math.max(+gathering.updatedAt, +(occurrence.changedAt ?? 0))),
    page: `${publicUrl(c)}${pathOf(gathering.gatheringId, occurrence.occurrenceId)}`,
    html: asHtml(whenThere(localeFor(language), gathering, occurrence)),
  }));
  const updated = new Date(Math.max(0, ...entries.map((entry) => +entry.updated)));
  const title = t('agenda.feed-title', { community: name });
  const head = {
    id: feedId(communityId),
    title,
    language,
    author: name,
    updated,
    self: `${page}.atom`,
    page,
  };
  return answerFeed(c, atomFeed({ ...head, entries }), 'application/atom+xml; charset=utf-8');
});

/** A community's announcements are known by its own id; this feed of it by one that follows from that. */
function feedId(communityId: string): string {
  const hex = createHash('sha256').update(`gatherings of ${communityId}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
