import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/**
 * Why an address is not asked at all. address: none, or not of the web; inside: not of the public internet; downgrade: what
 * was asked in secret would be answered in the open, where anybody on the way may change it.
 */
export type NoAddress = 'address' | 'inside' | 'downgrade';

const LONGEST = 2000;

/**
 * An address somebody gave us, as one that may be asked: http or https, at the usual port, without name and password,
 * and not an address of the inside. Names are looked up when the connection is made, see `lookupPublic`.
 * @param allowed origins that may be asked wherever they lead
 */
export function mayAsk(given: string | URL, allowed: readonly string[] = []): URL | NoAddress {
  const text = String(given);
  if (text.length > LONGEST || !URL.canParse(text)) return 'address';
  const url = new URL(text);
  if (url.username || url.password) return 'address';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'address';
  url.hash = '';
  if (allowed.includes(url.origin)) return url;
  if (url.port !== '') return 'address';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isPublicAddress(host) ? url : 'inside';
  // A name without a dot is one of the local network.
  return host.replace(/\.$/, '').includes('.') ? url : 'inside';
}

/** Where a redirect leads, as an address that may be asked: never from https to http. */
export function mayFollow(from: URL, to: string, allowed: readonly string[] = []): URL | NoAddress {
  if (!URL.canParse(to, from.href)) return 'address';
  const next = mayAsk(new URL(to, from), allowed);
  const isDowngrade = from.protocol === 'https:' && typeof next !== 'string' && next.protocol !== 'https:';
  return isDowngrade ? 'downgrade' : next;
}
