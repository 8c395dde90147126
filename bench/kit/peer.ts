import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { Recording } from './recording.ts';
import { freePort } from './server.ts';

/** A bare server in a process of its own. */
export interface Peer {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** The page as the real server sends it. */
export interface Sent {
  headers: Record<string, string>;
  body: Buffer;
}

// The bare server's own, whatever it sends.
const TRANSPORT = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length']);

/** Fetches a page without unpacking it. */
export async function fetchPage(url: string, headers: Record<string, string>): Promise<Sent> {
  const { request } = await import('node:http');
  const [answer] = await once(request(url, { headers }).end(), 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
  const kept = Object.entries(answer.headers).filter(([name]) => !TRANSPORT.has(name));
  const body = Buffer.concat(chunks);
  return { body, headers: { ...Object.fromEntries(kept), 'content-length': String(body.length) } as never };
}

/** Starts the bare server with what it is to ask and to send. */
export async function startPeer(
  dataDir: string,
  login: pg.ClientConfig,
  recording: Recording,
  sent: Sent,
): Promise<Peer> {
  const port = await freePort();
  const file = join(dataDir, `peer-${port}.json`);
  const app = { ...login, user: 'porchlight_app' };
  writeFileSync(
    file,
    JSON.stringify({
      login: app,
      port,
      recording,
      headers: sent.headers,
      body: sent.body.toString('base64'),
    }),
  );
  const child = spawn(
    process.execPath,
    [join(dirname(fileURLToPath(import.meta.url)), 'kit/bare-server.js'), file],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const url = `http://127.0.0.1:${port}/`;
  while (
    !(await fetch(url)
      .then((answer) => answer.ok)
      .catch(() => false))
  ) {
    if (child.exitCode !== null) throw new Error('The bare server ended');
    await pause(20);
  }
  return {
    url,
    pid: child.pid!,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
