import { createHash, randomBytes } from 'node:crypto';

/** An unguessable token for a link: 128 bits, 22 characters that need no escaping. */
export const newToken = (): string => randomBytes(16).toString('base64url');

/** What the database keeps of a token: enough to recognise it, not to use it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
