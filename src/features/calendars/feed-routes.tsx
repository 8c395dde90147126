import {
  type Ctx,
  clientAddress,
  notFound,
  publicUrl,
  requireViewer,
  routes,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { localeFor, pickLocale, translator } from '../../platform/i18n/index.ts';
import { answerCalendar, REFRESH_MINUTES } from './answering.ts';
import { contentFree, NAMELESS } from './content-free.ts';
import { chooseContent, endFeed, feedOf, feedPath, makeFeed, type Reader, readerOf } from './feed.ts';
import { herEvents } from './her-calendar.ts';
import { FeedPage } from './pages/feed-page.tsx';

/** Addresses that led nowhere, from one place: nobody mistypes 22 letters so often. */
const GUESSES = { points: 30, seconds: 3600 };
/** One feed, in an hour: several phones may follow it. */
const FETCHES = { points: 240, seconds: 3600 };

/** Her calendar for her phone's: asked for by a program, without a session. */
export const feedRoutes = routes();

feedRoutes.get('/calendar/feed.ics', async (c) => {
  const reader = await readerOf(c.get('db'), c.get('community'), c.req.query('token') ?? '');
  if (!reader) {
    await spend(c, GUESSES, clientAddress(c));
    return notFound();
  }
  await spend(c, FETCHES, `feed ${reader.memberId}`);
  return answerCalendar(c, await herFile(c, reader), 'private');
});

/** In her own eyes at this moment: what she may no longer see is no longer in it. */
async function herFile(c: Ctx, reader: Reader, now = new Date()) {
  const { communityId, memberId } = reader;
  const locale = pickLocale([reader.locale], false);
  const teller = { t: translator(locale), lang: localeFor(locale).lang, origin: publicUrl(c) };
  const events = reader.suspendedUntil
    ? []
    : await c
        .get('db')
        .read({ communityId, memberId }, (tx) => herEvents(tx, c.get('keys'), teller, reader, now));
  const free = reader.contentFree;
  return {
    name: free ? NAMELESS : teller.t('calendars.hers', { community: c.get('community').name }),
    zone: reader.timeZone,
    refreshMinutes: REFRESH_MINUTES,
    events: free ? events.map(contentFree) : events,
  };
}

/** Where she makes, changes and ends the address. */
export const feedPages = routes();
const HERE = '/calendar/feed';

feedPages.get(HERE, async (c) => {
  const viewer = requireViewer(c);
  const feed = await c.get('db').read(viewer, (tx) => feedOf(tx, viewer));
  const address = feed && `${publicUrl(c)}${feedPath(c.get('keys'), viewer, feed)}`;
  return c.html(<FeedPage page={c.get('page')} feed={feed} address={address} />);
});

/** Makes it, or gives it a new address. */
feedPages.post(HERE, async (c) => {
  const viewer = requireViewer(c);
  const form = await c.req.parseBody();
  const had = await c.get('db').write(viewer, async (tx) => {
    const feed = await feedOf(tx, viewer);
    const free = form.shows === undefined ? (feed?.contentFree ?? false) : form.shows === 'hours';
    await makeFeed(tx, c.get('keys'), viewer, free);
    return feed;
  });
  return seeOther(c, HERE, had ? 'calendars.renewed' : 'calendars.made');
});

feedPages.post(`${HERE}/content`, async (c) => {
  const viewer = requireViewer(c);
  const free = (await c.req.parseBody()).shows === 'hours';
  await c.get('db').write(viewer, (tx) => chooseContent(tx, viewer, free));
  return seeOther(c, HERE, 'calendars.chosen');
});

feedPages.post(`${HERE}/end`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => endFeed(tx, viewer));
  return seeOther(c, HERE, 'calendars.ended');
});
