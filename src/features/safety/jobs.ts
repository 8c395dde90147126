import type { Job } from '../../platform/jobs/index.ts';

/** What cases hold goes when nobody can appeal any more. */
export const jobs: Job[] = [
  {
    name: 'safety.emptying-cases',
    every: 'hour',
    run: ({ db, now }) => db.ask('SELECT access.empty_cases($1)', [now]).then(() => {}),
  },
];
