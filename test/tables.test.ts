import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectFile } from '../src/platform/config/paths.ts';
import { newWorld } from './kit/world.ts';

const world = await newWorld();

/** `table.column` with whether it may be null, as TypeScript believes. */
function believed(): string[] {
  const text = readFileSync(projectFile('src/platform/db/tables.ts'), 'utf8');
  const names = new Map(
    [...text.matchAll(/^ {2}(\w+): (\w+);$/gm)].map(([, table, type]) => [type!, table!]),
  );
  return [...text.matchAll(/^export interface (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(([, type, body]) => {
    const table = names.get(type!);
    if (!table) return [];
    return [...body!.matchAll(/^ {2}(\w+): (.+);$/gm)].map(
      ([, column, shape]) => `${table}.${column}${shape!.includes('null') ? '?' : ''}`,
    );
  });
}

test('the types say what the database holds', async () => {
  const { rows } = await world.owner.query<{ name: string }>(
    `SELECT table_name || '.' || column_name || CASE WHEN is_nullable = 'YES' THEN '?' ELSE '' END AS name
     FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const known = believed();
  expect(known.length).toBeGreaterThan(100);
  expect([...known].sort()).toEqual(rows.map((row) => row.name).sort());
});
