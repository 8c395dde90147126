import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { PushApiModel } from 'web-push-testing/src/PushApiModel.js';
import WebPushTestingServer from 'web-push-testing/src/server.js';

/** What one message says. */
export interface Shown {
  title: string;
  body: string;
  path: string;
  tag: string;
  buttons?: { says: string; post: string }[];
  failed?: string;
}

/** A browser as its push service knows it, and what it has been shown. */
export interface FakeBrowser {
  endpoint: string;
  p256dh: string;
  auth: string;
  /** What arrived, opened as only this browser can. */
  messages(): Shown[];
  /** From now on it wants nothing more: 410. */
  expire(): void;
}

export interface PushService {
  origin: string;
  /** A new browser that was told this server's public key. */
  browser(publicKey: string): Promise<FakeBrowser>;
}

/** A real push service on this machine, closed when the file is done: it checks the signature and opens each message. */
export async function startPushService(): Promise<PushService> {
  const port = await freePort();
  const model = new PushApiModel();
  const service = new WebPushTestingServer(model, port);
  const log = console.log;
  console.log = () => {}; // it says which port it is on
  service.startServer();
  await once(service._server, 'listening');
  console.log = log;
  afterAll(() => void service._server.close());
  return {
    origin: `http://localhost:${port}`,
    async browser(publicKey) {
      const { endpoint, clientHash } = await model.subscribe({
        userVisibleOnly: 'true',
        applicationServerKey: publicKey,
      });
      const { subscriptionDh, auth } = model.subscriptions[clientHash]!;
      return {
        endpoint,
        p256dh: subscriptionDh.getPublicKey('base64url'),
        auth,
        messages: () => (model.messages[clientHash] ?? []).map((text) => JSON.parse(text)),
        expire: () => model.expireSubscription(clientHash),
      };
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
