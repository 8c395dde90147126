import { APIError } from 'better-auth/api';
import { z } from 'zod';
import {
  type Ctx,
  leaveNotice,
  notFound,
  Problem,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import { wayOn } from './arrival.ts';
import { type AuthParts, authFor } from './auth.ts';
import { deviceOf } from './device.ts';
import { spendPasskey } from './limits.ts';
import { deviceName, removePasskey } from './mine.ts';

// What a browser's credential looks like; the library looks closer.
const bytes = z.base64url().min(1).max(20_000);
const shared = {
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};
const Answered = z.object({
  next: z.string().max(500).optional(),
  credential: z.object({
    ...shared,
    response: z.object({
      clientDataJSON: bytes,
      authenticatorData: bytes,
      signature: bytes,
      userHandle: bytes.optional(),
    }),
  }),
});
const Made = z.object({
  credential: z.object({
    ...shared,
    response: z.object({
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: z.array(z.string().max(20)).max(10).optional(),
    }),
  }),
});

/** In by a passkey. Spoken by src/browser/passkey.ts in JSON. */
export function passkeyDoor(parts: AuthParts) {
  const rooms = routes();

  rooms.post('/sign-in/passkey/options', async (c) => {
    await spendPasskey(c);
    const made = await authFor(parts, c).api.generatePasskeyAuthenticationOptions({ ...asked(c) });
    return answer(c, made.headers, made.response);
  });

  rooms.post('/sign-in/passkey', async (c) => {
    await spendPasskey(c);
    const { credential, next } = await readJson(c, Answered);
    const verified = await orRefused(
      authFor(parts, c).api.verifyPasskeyAuthentication({ body: { response: credential }, ...asked(c) }),
    );
    if (!verified) return c.json({ refused: true }, 422);
    const accountId = verified.response.user.id;
    return c.json({
      to: await wayOn(parts, c, { accountId, cookies: verified.headers.getSetCookie() }, next ?? ''),
    });
  });
  return rooms;
}

/** Her passkeys. */
export function passkeyRoutes(parts: AuthParts) {
  const rooms = routes();

  rooms.post('/me/passkeys/options', async (c) => {
    await spendPasskey(c);
    const made = await orRefused(
      authFor(parts, c).api.generatePasskeyRegistrationOptions({ query: {}, ...asked(c) }),
    );
    return made ? answer(c, made.headers, made.response) : c.json({ refused: true }, 422);
  });

  rooms.post('/me/passkeys', async (c) => {
    await spendPasskey(c);
    const { credential } = await readJson(c, Made);
    const name = deviceName(c.get('page').t, deviceOf(c.req.header('user-agent')));
    const kept = await orRefused(
      authFor(parts, c).api.verifyPasskeyRegistration({ body: { response: credential, name }, ...asked(c) }),
    );
    if (!kept) return c.json({ refused: true }, 422);
    leaveNotice(c, 'accounts.passkey-kept');
    return answer(c, kept.headers, { to: '/me' });
  });

  rooms.post('/me/passkeys/:id{[\\w-]{1,64}}/removal', async (c) => {
    if (!(await removePasskey(parts, requireViewer(c).accountId, c.req.param('id')))) notFound();
    return seeOther(c, '/me', 'accounts.passkey-removed');
  });
  return rooms;
}

const asked = (c: Ctx) => ({ headers: c.req.raw.headers, returnHeaders: true as const });

async function readJson<T extends z.ZodType>(c: Ctx, shape: T): Promise<z.infer<T>> {
  const parsed = shape.safeParse(await c.req.json().catch(() => null));
  if (!parsed.success) throw new Problem(400, 'errors.unreadable');
  return parsed.data;
}

// The challenge travels in a cookie of the library's.
function answer(c: Ctx, headers: Headers, body: object): Response {
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
  return c.json(body);
}

// The library calls a credential that does not hold together its own error; to us both are a no.
async function orRefused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof APIError) return null;
    throw error;
  }
}
