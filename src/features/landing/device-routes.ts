import { setCookie } from 'hono/cookie';
import { cookieOptions, notFound, ownPath, routes } from '../../platform/http/index.ts';
import { LOCALES } from '../../platform/i18n/index.ts';
import { asset, webManifest } from '../../ui/index.ts';

const YEAR = 365 * 86_400;

/** What is asked for by a browser itself, and the two links that leave this page for another. */
export const deviceRoutes = routes();

// Without scripts this is the way out: to a page of no interest, leaving no copy of ours behind.
deviceRoutes.get('/quick-exit', (c) => {
  c.header('Clear-Site-Data', '"cache"');
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  return c.redirect(c.get('config').quickExitUrl, 303);
});

deviceRoutes.get('/language', (c) => {
  const to = LOCALES.find((locale) => locale === c.req.query('to'));
  if (!to || (to.startsWith('pseudo') && !c.get('config').pseudoLocale)) notFound();
  setCookie(c, 'lang', to, { ...cookieOptions(c), maxAge: YEAR });
  return c.redirect(ownPath(c.req.query('back'), '/'), 303);
});

deviceRoutes.get('/manifest.webmanifest', (c) =>
  c.body(JSON.stringify(webManifest(c.get('page'))), 200, { 'Content-Type': 'application/manifest+json' }),
);

deviceRoutes.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /language\nDisallow: /quick-exit\n'));

deviceRoutes.get('/favicon.ico', (c) => c.redirect(asset('icon-32.png'), 303));
