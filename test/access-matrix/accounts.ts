import { everybody, type Row } from './row.ts';

// A member of another community asks on its own host, where all of this is hers as well.
const page = { ...everybody(200), nobody: 303 };
const act = (status: number) => ({ ...everybody(status), nobody: 401 });
const none = 'none-of-this-name';

/** Signing in and out, joining, and a member's own place: hers whoever she is, and nobody else's. */
export const accounts: Row[] = [
  {
    route: 'GET /sign-in',
    path: () => '/sign-in',
    expect: { ...everybody(303), nobody: 200 },
    why: 'members are led on to their plan',
  },
  {
    route: 'POST /sign-in',
    path: () => '/sign-in',
    form: (_world, visitor) => ({ email: `${visitor}@matrix.example.org` }),
    expect: everybody(303),
  },
  {
    route: 'GET /sign-in/code',
    path: () => '/sign-in/code',
    expect: everybody(303),
    why: 'no code was asked for',
  },
  {
    route: 'POST /sign-in/code',
    path: () => '/sign-in/code',
    form: { code: '000000' },
    expect: everybody(303),
  },
  { route: 'GET /sign-in/link', path: () => '/sign-in/link?t=forged', expect: everybody(410) },
  { route: 'POST /sign-in/link', path: () => '/sign-in/link', form: { t: 'forged' }, expect: everybody(422) },
  {
    route: 'POST /sign-in/passkey/options',
    path: () => '/sign-in/passkey/options',
    expect: everybody(200),
    why: 'a challenge tells nothing',
  },
  {
    route: 'POST /sign-in/passkey',
    path: () => '/sign-in/passkey',
    expect: everybody(400),
    why: 'a form is no passkey',
  },
  {
    route: 'GET /join',
    path: () => '/join',
    expect: everybody(303),
    why: 'members are led on, strangers to sign in',
  },
  {
    route: 'POST /join',
    path: () => '/join',
    form: { name: '' },
    expect: { ...everybody(422), nobody: 401 },
  },
  {
    route: 'POST /join/withdrawal',
    path: () => '/join/withdrawal',
    expect: { ...everybody(303), nobody: 401 },
  },
  { route: 'POST /sign-out', path: () => '/sign-out', expect: everybody(303) },
  { route: 'GET /me', path: () => '/me', expect: page },
  { route: 'GET /me/details', path: () => '/me/details', expect: page },
  {
    route: 'POST /me/details',
    path: () => '/me/details',
    form: (world, visitor) => ({
      name: visitor === 'nobody' ? 'Nobody' : world.people[NAMES[visitor]].name,
      locale: 'en',
      zone: 'America/Chicago',
    }),
    expect: act(303),
  },
  { route: 'GET /me/sessions', path: () => '/me/sessions', expect: page },
  {
    route: 'POST /me/sessions/others/removal',
    path: () => '/me/sessions/others/removal',
    expect: act(303),
  },
  {
    route: 'POST /me/sessions/:id{[\\w-]{1,64}}/removal',
    path: (_world, visitor) =>
      `/me/sessions/${visitor === 'member' ? 'session-dana' : 'session-maya'}/removal`,
    expect: act(404),
    why: 'somebody else’s session is not there',
  },
  { route: 'POST /me/sessions/removal', path: () => '/me/sessions/removal', expect: act(303) },
  { route: 'POST /me/passkeys/options', path: () => '/me/passkeys/options', expect: act(200) },
  { route: 'POST /me/passkeys', path: () => '/me/passkeys', expect: act(400) },
  {
    route: 'POST /me/passkeys/:id{[\\w-]{1,64}}/removal',
    path: () => `/me/passkeys/${none}/removal`,
    expect: act(404),
  },
  { route: 'GET /me/export', path: () => '/me/export', expect: page },
  { route: 'GET /me/export/page', path: () => '/me/export/page', expect: page },
  { route: 'GET /me/erasure', path: () => '/me/erasure', expect: page },
  {
    route: 'POST /me/erasure',
    path: () => '/me/erasure',
    form: { word: 'not the word' },
    expect: act(422),
    why: 'the word is asked for, so that the people of the matrix stay',
  },
];

const NAMES = {
  other: 'nora',
  outsider: 'vera',
  blocked: 'bea',
  member: 'maya',
  facilitator: 'rosa',
  moderator: 'mo',
  admin: 'admin',
} as const;
