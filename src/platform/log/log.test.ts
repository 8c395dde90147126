import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { makeLog } from './index.ts';

test('an error of the database is told without the row it quotes', async () => {
  const client = new pg.Client(inject('owner'));
  await client.connect();
  const refused = await client
    .query(
      "CREATE TEMP TABLE letters (text text PRIMARY KEY); INSERT INTO letters VALUES ('I am so tired'), ('I am so tired')",
    )
    .catch((error: Error) => error);
  await client.end();
  expect((refused as { detail?: string }).detail).toContain('I am so tired');

  const lines: string[] = [];
  const log = makeLog('error', { write: (line) => lines.push(line) });
  log.error({ id: 'request', err: refused });
  log.error({ err: new Error('The page could not be drawn', { cause: refused }) });
  expect(lines.join()).not.toContain('tired');
  expect(JSON.parse(lines[0]!)).toMatchObject({
    id: 'request',
    err: { code: '23505', constraint: 'letters_pkey' },
  });
  expect(JSON.parse(lines[1]!).err).toMatchObject({
    message: 'The page could not be drawn',
    cause: { code: '23505' },
  });
});
