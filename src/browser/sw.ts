/// <reference lib="webworker" />
import { assetFirst, networkFirst } from './sw-answers.ts';
import { showPush, tapPush } from './sw-push.ts';
import { forget, keepPlan, lay, sweep } from './sw-shelves.ts';

// Served at /sw.js. Pages come from the network; only the helplines, the offline page and (when she asked for it)
// her plan are ever kept. No other signed-in page is stored.

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(lay().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(sweep().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data?.type === 'keep-plan')
    event.waitUntil(keepPlan().then((kept) => event.ports[0]?.postMessage(kept)));
  if (event.data?.type === 'forget') event.waitUntil(forget());
});

self.addEventListener('push', (event) => {
  event.waitUntil(showPush(self, event.data));
});

self.addEventListener('notificationclick', (event) => {
  event.waitUntil(tapPush(self, event.notification, event.action));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(assetFirst(request));
  else if (isPage(request)) event.respondWith(networkFirst(request, url));
});

// Turbo fetches pages itself, so they do not all arrive as navigations.
function isPage(request: Request): boolean {
  return request.mode === 'navigate' || (request.headers.get('accept') ?? '').includes('text/html');
}
