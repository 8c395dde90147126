import { createHmac } from 'node:crypto';
import type { Keyring } from '../../src/platform/crypto/index.ts';
import { newToken } from '../../src/platform/crypto/index.ts';
import type { Person } from './people.ts';

export interface Answer {
  status: number;
  /** Where a redirect leads. */
  location: string | null;
  text: string;
  headers: Headers;
}

export type Fields = Record<string, string | File | (string | File)[]>;

/** A browser without a screen: keeps cookies, proves the origin of its forms. */
export interface Client {
  cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Posts a form; an array becomes several fields of one name, a file makes it multipart. */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Answer>;
  /** Sends what no form of ours would. */
  raw(path: string, init: RequestInit): Promise<Answer>;
}

/** What answers: the application itself, or a server somewhere. */
export interface Asked {
  request(path: string, init: RequestInit): Response | Promise<Response>;
}

export function clientFor(app: Asked, keys: Keyring, person: Person): Client {
  const client = nobody(app, keys);
  if (person.sessionToken) {
    const signature = createHmac('sha256', keys.secret).update(person.sessionToken).digest('base64');
    client.cookies.set(
      'better-auth.session_token',
      encodeURIComponent(`${person.sessionToken}.${signature}`),
    );
  }
  const send = client.raw;
  // Each person asks on the host of her own community.
  client.raw = (path, init) =>
    send(path, { ...init, headers: { host: person.host, ...(init.headers as object) } });
  return client;
}

export function nobody(app: Asked, keys: Keyring): Client {
  const cookies = new Map([['seed', newToken()]]);
  const client: Client = {
    cookies,
    get: (path, headers = {}) => client.raw(path, { headers }),
    post(path, fields = {}, headers = {}) {
      const sent = Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((one) => [name, one] as const),
      );
      const body = sent.some(([, one]) => one instanceof File) ? new FormData() : new URLSearchParams();
      body.append('_csrf', keys.sign('csrf', cookies.get('seed')!));
      for (const [name, one] of sent) body.append(name, one as string);
      return client.raw(path, { method: 'POST', body, headers });
    },
    async raw(path, init) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await app.request(path, {
        ...init,
        headers: { host: 'localhost', ...(init.headers as object), cookie },
      });
      for (const line of response.headers.getSetCookie()) {
        const [pair] = line.split(';');
        const [name, value] = [pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1)];
        if (/max-age=0/i.test(line) || value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      const { status, headers } = response;
      return { status, headers, location: headers.get('location'), text: await response.text() };
    },
  };
  return client;
}
