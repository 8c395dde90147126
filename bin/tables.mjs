// Writes src/platform/db/tables.ts from a migrated database: node bin/tables.mjs postgres://...
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';

const file = 'src/platform/db/tables.ts';
const options = [
  '--dialect',
  'postgres',
  '--url',
  process.argv[2],
  '--date-parser',
  'string', // as the driver gives them
  '--include-pattern',
  'public.*',
  '--out-file',
  file,
];
execFileSync('node_modules/.bin/kysely-codegen', [...options, '--default-schema', 'public'], {
  stdio: 'inherit',
});
appendFileSync(file, '\nexport type Tables = DB;\n');
