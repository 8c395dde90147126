import { asset } from './assets.ts';
import type { Page } from './page.ts';

/** What a phone needs to keep Porchlight on its home screen: the answer to GET /manifest.webmanifest. */
export function webManifest({ community, lang, dir, t }: Page) {
  const name = community?.name ?? t('ui.porchlight');
  return {
    name,
    short_name: name.length <= 12 ? name : t('ui.porchlight'),
    lang,
    dir,
    start_url: '/plan',
    scope: '/',
    display: 'standalone',
    background_color: '#fcf9f3',
    theme_color: '#fcf9f3',
    icons: [
      { src: asset('icon-192.png'), sizes: '192x192', type: 'image/png' },
      { src: asset('icon-512.png'), sizes: '512x512', type: 'image/png' },
      { src: asset('icon-maskable-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
