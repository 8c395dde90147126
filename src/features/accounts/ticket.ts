import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Keyring } from '../../platform/crypto/index.ts';

const Ticket = z.object({
  until: z.number(),
  email: z.string(),
  code: z.string().optional(),
  next: z.string(),
});

/** Who is on the way in, and where to: sealed, so that an address is readable neither in a cookie nor in a link. */
export type Ticket = Omit<z.infer<typeof Ticket>, 'until'>;

const key = (keys: Keyring, purpose: string) =>
  createHash('sha256').update(`${purpose}\0${keys.secret}`).digest();

/** Seals a ticket for one purpose (AES-256-GCM); it opens for `minutes`. */
export function sealTicket(
  keys: Keyring,
  purpose: 'cookie' | 'link',
  ticket: Ticket,
  minutes: number,
): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key(keys, purpose), iv);
  const until = Date.now() + minutes * 60_000;
  const body = Buffer.concat([cipher.update(JSON.stringify({ ...ticket, until })), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** Opens a ticket; null when it is old, torn or not ours. */
export function openTicket(
  keys: Keyring,
  purpose: 'cookie' | 'link',
  sealed: string | undefined,
): Ticket | null {
  const bytes = Buffer.from(sealed ?? '', 'base64url');
  if (bytes.length < 29 || bytes.length > 4096) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(keys, purpose), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString();
    const { until, ...ticket } = Ticket.parse(JSON.parse(text));
    return until > Date.now() ? ticket : null;
  } catch {
    return null;
  }
}
