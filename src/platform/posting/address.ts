import type { Config } from '../config/config.ts';

/**
 * Where links in letters lead, without a trailing slash: a letter is written with no request to take an address from.
 * Null when nobody told us ours: a letter that cannot be unsubscribed from is not sent.
 */
export function addressFor(
  { publicUrl, port, smtpUrl }: Pick<Config, 'publicUrl' | 'port' | 'smtpUrl'>,
  host: string | null,
): string | null {
  const own = publicUrl ?? (smtpUrl ? null : `http://localhost:${port}`);
  if (!own || !host) return own;
  const url = new URL(own);
  url.hostname = host;
  return url.href.replace(/\/+$/, '');
}
