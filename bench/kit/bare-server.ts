// The peer: Node's own server that asks the database the same and sends the same bytes, and does nothing else.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';
import type { Recording } from './recording.ts';
import { replay } from './replay.ts';

interface Told {
  login: pg.ClientConfig;
  port: number;
  recording: Recording;
  headers: Record<string, string>;
  body: string;
}

const told: Told = JSON.parse(readFileSync(process.argv[2]!, 'utf8'));
const pool = new pg.Pool({ ...told.login, max: 10 });
const body = Buffer.from(told.body, 'base64');
createServer((_, response) => {
  replay(pool, told.recording).then(
    () => response.writeHead(200, told.headers).end(body),
    (error) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
}).listen(told.port, '127.0.0.1');
