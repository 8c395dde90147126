import { isIP } from 'node:net';

/** Whether messages may be sent there: by TLS, to the usual port of a public name; or an origin allowed by name. */
export function maySendTo(endpoint: string, allowed: string[]): boolean {
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch {
    return false;
  }
  if (allowed.includes(url.origin)) return true;
  const named = isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0 && url.hostname.includes('.');
  return url.protocol === 'https:' && url.port === '' && !url.username && !url.password && named;
}
