import type { Job } from '../../platform/jobs/index.ts';

/** Whose "I can't right now" is over is told of what waits for her. */
export const jobs: Job[] = [
  {
    name: 'messages.returned',
    every: 'hour',
    run: ({ db, now }) => db.ask('SELECT access.tell_returned($1)', [now]).then(() => {}),
  },
];
