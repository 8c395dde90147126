import { CannotStart, startEmbeddedPostgres } from './index.ts';

// A program that does with the embedded database what the server does, for tests to start, kill and race.
// It writes one line of JSON once the database is ready; the rest is what a person would read.
process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
const postgres = await startEmbeddedPostgres({
  dataDir: process.argv[2] ?? '',
  log: (line) => console.log(line),
}).catch((error) => {
  if (!(error instanceof CannotStart)) throw error;
  console.log(error.message);
  process.exit(1);
});
console.log(JSON.stringify({ ready: true, pid: postgres.pid, config: postgres.ownerConfig }));
setInterval(() => {}, 60_000);
