import { raw } from 'hono/html';
import type { Child, PropsWithChildren } from 'hono/jsx';
import { remember } from '../platform/memory/index.ts';
import { asset } from './assets.ts';
import { Banners } from './banners.tsx';
import type { Place } from './navigation.tsx';
import type { Page } from './page.ts';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

export interface LayoutProps {
  page: Page;
  title: string;
  /** Which of the five places this page belongs to. */
  current?: Place;
  /** A narrower column, for a single short form. */
  narrow?: boolean;
  /** A wider one, for filters beside a list. */
  wide?: boolean;
  /** Search engines may keep it. Signed-in pages need no word about it: no search engine is ever signed in. */
  public?: boolean;
  /** What search engines and bookmarks say of it; without one, what is true of every page. */
  description?: string;
  /** More for `<head>`. */
  head?: Child;
}

/** The whole document around a screen. */
export function Layout({ page, children, ...p }: PropsWithChildren<LayoutProps>) {
  const name = page.community?.name ?? page.t('ui.porchlight');
  const room = ['main', p.narrow && 'narrow', p.wide && 'wide'].filter(Boolean).join(' ');
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={page.lang} dir={page.dir}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <title>{p.title === name ? name : `${p.title} · ${name}`}</title>
          <meta name="description" content={p.description ?? page.t('ui.footer')} />
          {!p.public && !page.viewer && <meta name="robots" content="noindex" />}
          {headLinks(page.viewer !== null)}
          {p.head}
        </head>
        <body class={page.viewer ? 'signed-in' : undefined}>
          <a class="skip" href="#main">
            {page.t('ui.skip')}
          </a>
          <SiteHeader page={page} current={p.current} />
          <main id="main" class={room} tabindex={-1}>
            <Banners page={page} />
            {children}
          </main>
          <SiteFooter page={page} />
        </body>
      </html>
    </>
  );
}

// The same for everybody who is signed in, and for everybody who is not.
const drawn = remember<string>(2);
const headLinks = (signedIn: boolean) =>
  raw(drawn(String(signedIn), () => String(<HeadLinks signedIn={signedIn} />)));

function HeadLinks({ signedIn }: { signedIn: boolean }) {
  return (
    <>
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fcf9f3" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#161621" media="(prefers-color-scheme: dark)" />
      <link rel="preload" href={asset('reading.woff2')} as="font" type="font/woff2" crossorigin="" />
      <link rel="preload" href={asset('heading.woff2')} as="font" type="font/woff2" crossorigin="" />
      <link rel="stylesheet" href={asset('app.css')} data-turbo-track="reload" />
      <script type="module" src={asset('app.js')} defer data-turbo-track="reload" />
      {signedIn && <SignedIn />}
      <link rel="manifest" href="/manifest.webmanifest" />
      <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
      <link rel="icon" href={asset('icon-32.png')} sizes="32x32" type="image/png" />
      <link rel="apple-touch-icon" href={asset('icon-180.png')} />
    </>
  );
}

// Turbo comes only with signed-in pages. No prefetch: links such as the quick exit must not be fetched by a hover.
// No previews: a private page is never shown from an old copy.
function SignedIn() {
  return (
    <>
      <script type="module" src={asset('signed-in.js')} defer data-turbo-track="reload" />
      <meta name="turbo-prefetch" content="false" />
      <meta name="turbo-cache-control" content="no-preview" />
      <meta name="turbo-refresh-method" content="morph" />
      <meta name="turbo-refresh-scroll" content="preserve" />
    </>
  );
}
