import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { Kysely, PostgresDialect } from 'kysely';
import type { AuthPool } from '../../platform/db/index.ts';
import type { Parts } from '../../platform/http/index.ts';
import { type Ctx, isSecure, Problem, publicUrl } from '../../platform/http/index.ts';
import { deviceOf } from './device.ts';
import { SESSION_DAYS } from './session.ts';
import type { AuthTables } from './tables.ts';

export const CODE_MINUTES = 10;
const CODE_TRIES = 5;
const DAY_SECONDS = 24 * 60 * 60;
/** How long after signing in she may add a passkey without signing in again. */
export const FRESH_SECONDS = DAY_SECONDS;
const ADDRESSES_KEPT = 64;

/** What sign-in needs of the application. */
export type AuthParts = Pick<Parts, 'authPool' | 'keys' | 'log'>;
export type Auth = ReturnType<typeof makeAuth>;

interface Kept {
  db: Kysely<AuthTables>;
  byOrigin: Map<string, Auth>;
}
const kept = new WeakMap<AuthPool, Kept>();

function keptFor({ authPool }: Pick<AuthParts, 'authPool'>): Kept {
  const known = kept.get(authPool);
  if (known) return known;
  const db = new Kysely<AuthTables>({ dialect: new PostgresDialect({ pool: authPool }) });
  const mine: Kept = { db, byOrigin: new Map() };
  kept.set(authPool, mine);
  return mine;
}

/** The accounts' own tables, as the sign-in role sees them. */
export const authDb = (parts: Pick<AuthParts, 'authPool'>): Kysely<AuthTables> => keptFor(parts).db;

/** The sign-in library, speaking for one address: a passkey belongs to the host name it was made on. */
export function authAt(parts: AuthParts, origin: string, secure: boolean): Auth {
  const { byOrigin } = keptFor(parts);
  const known = byOrigin.get(origin);
  if (known) return known;
  if (byOrigin.size >= ADDRESSES_KEPT) byOrigin.clear(); // host names come from outside
  const auth = makeAuth(parts, origin, secure);
  byOrigin.set(origin, auth);
  return auth;
}

/** The sign-in library for the address this request came to. @throws Problem 400 when that is no address */
export function authFor(parts: AuthParts, c: Ctx): Auth {
  const address = publicUrl(c);
  if (!URL.canParse(address)) throw new Problem(400, 'errors.unreadable');
  return authAt(parts, new URL(address).origin, isSecure(c));
}

function makeAuth(parts: AuthParts, origin: string, secure: boolean) {
  const { hostname } = new URL(origin);
  return betterAuth({
    appName: 'Porchlight',
    baseURL: origin,
    trustedOrigins: [origin],
    secret: parts.keys.secret,
    database: { db: authDb(parts), type: 'postgres' },
    session: { expiresIn: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS, freshAge: FRESH_SECONDS },
    // The database keeps neither addresses of those who only asked, nor where anybody came from.
    verification: { storeIdentifier: 'hashed' },
    advanced: {
      useSecureCookies: secure,
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, ipAddress: null, userAgent: deviceOf(session.userAgent) },
          }),
        },
      },
    },
    rateLimit: { enabled: false }, // ours are in limits.ts
    telemetry: { enabled: false },
    logger: { log: (level, message) => level === 'error' && parts.log.error({ signIn: message }) },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: CODE_MINUTES * 60,
        allowedAttempts: CODE_TRIES,
        // Keyed: six digits hashed without a key are found by trying them all.
        storeOTP: { hash: async (code) => parts.keys.sign('sign-in code', code) },
        sendVerificationOTP: async () => {}, // we take the code and write the letter ourselves
      }),
      passkey({
        rpID: hostname,
        rpName: 'Porchlight',
        origin,
        // She is not asked who she is before the passkey says so: it must be one the browser finds by itself.
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      }),
    ],
  });
}
