import { hashToken } from '../../platform/crypto/index.ts';
import { type Ctx, clientAddress, type RateLimit, spend } from '../../platform/http/index.ts';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

// A whole class may sign in through one hospital's address, so an address may do more than a mailbox.
const CODES_FROM_ADDRESS: RateLimit = { points: 60, seconds: 15 * MINUTE };
const CODES_TO_MAILBOX: RateLimit = { points: 6, seconds: 15 * MINUTE };
// With five tries a code, a day's guessing finds one code in ten thousand.
const CODES_TO_MAILBOX_A_DAY: RateLimit = { points: 20, seconds: DAY };
const TRIES_FROM_ADDRESS: RateLimit = { points: 120, seconds: 15 * MINUTE };
// As many tries as the codes above have together. Counted here before the code is looked at: many tries sent in one
// moment must not each count as the first.
const TRIES_AT_MAILBOX: RateLimit = { points: 30, seconds: 15 * MINUTE };
const TRIES_AT_MAILBOX_A_DAY: RateLimit = { points: 100, seconds: DAY };
const PASSKEYS_FROM_ADDRESS: RateLimit = { points: 120, seconds: 15 * MINUTE };

/** Before a code is sent. @throws Problem 429 */
export async function spendCode(c: Ctx, email: string): Promise<void> {
  await spend(c, CODES_FROM_ADDRESS, clientAddress(c));
  await spend(c, CODES_TO_MAILBOX, hashToken(email));
  await spend(c, CODES_TO_MAILBOX_A_DAY, hashToken(email));
}

/** Before a code or link is tried. @throws Problem 429 */
export async function spendTry(c: Ctx, email?: string): Promise<void> {
  await spend(c, TRIES_FROM_ADDRESS, clientAddress(c));
  if (!email) return;
  await spend(c, TRIES_AT_MAILBOX, hashToken(email));
  await spend(c, TRIES_AT_MAILBOX_A_DAY, hashToken(email));
}

/** Before a passkey's challenge is made or answered. @throws Problem 429 */
export const spendPasskey = (c: Ctx): Promise<void> => spend(c, PASSKEYS_FROM_ADDRESS, clientAddress(c));
