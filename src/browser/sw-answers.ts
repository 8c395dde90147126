import { kept, renew } from './sw-shelves.ts';

/** With a bar of signal the network may never answer; a page we hold a copy of waits this long for it. */
const PATIENCE_MS = 5000;

/** Names carry a hash of the content, so a copy is never stale. */
export async function assetFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** The page itself; else our copy of it; else the offline page. */
export async function networkFirst(request: Request, url: URL): Promise<Response> {
  const copy = await kept(url.pathname);
  const live = fetch(request).then(async (response) => {
    if (response.type !== 'opaqueredirect') await renew(url.pathname, response.clone());
    return response;
  });
  try {
    return await (copy ? Promise.race([live, after(PATIENCE_MS, copy).then(asCopy)]) : live);
  } catch {
    return copy ? asCopy(copy) : ((await kept('/offline')) ?? Response.error());
  }
}

/** Our copy, saying that it is one: the words stand in the page, unseen until now (kept-copy.tsx). */
async function asCopy(copy: Response): Promise<Response> {
  const text = await copy.clone().text();
  const headers = new Headers(copy.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name); // it is unpacked, and grows
  return new Response(text.replace('data-copy="" hidden=""', 'data-copy=""'), { headers });
}

function after(ms: number, response: Response): Promise<Response> {
  return new Promise((resolve) => setTimeout(resolve, ms, response));
}
