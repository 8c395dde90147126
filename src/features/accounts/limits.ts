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
const PASSKEYS_FROM_ADDRESS: RateLimit = { points: 120, seconds: 15 * MINUTE };

/** Before a code is sent. @throws Problem 429 */
export async function spendCode(c: Ctx, email: string): Promise<void> {
  await spend(c, CODES_FROM_ADDRESS, clientAddress(c));
  await spend(c, CODES_TO_MAILBOX, hashToken(email));
  await spend(c, CODES_TO_MAILBOX_A_DAY, hashToken(email));
}

/** Before a code or link is tried. @throws Problem 429 */
export const spendTry = (c: Ctx): Promise<void> => spend(c, TRIES_FROM_ADDRESS, clientAddress(c));

/** Before a passkey's challenge is made or answered. @throws Problem 429 */
export const spendPasskey = (c: Ctx): Promise<void> => spend(c, PASSKEYS_FROM_ADDRESS, clientAddress(c));
