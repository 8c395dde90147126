import type { Job } from '../../platform/jobs/index.ts';
import { addressFor, sendAll } from '../../platform/posting/index.ts';
import { ledgerOf } from './claiming.ts';
import { type Drawer, draw } from './drawing.tsx';

const KEPT_DAYS = 90;

/** Sends what is due, each kind as its drawer says. */
export const outsideLetterJobs = (drawers: Record<string, Drawer>): Job[] => [
  {
    name: 'outside-letters.sending',
    every: 'minute',
    run: async (parts) => {
      if (!addressFor(parts.config, null)) return;
      const drawing = async () => (letter: Parameters<typeof draw>[2]) => draw(parts, drawers, letter);
      await sendAll(parts, { ...ledgerOf(parts.db), drawing });
    },
  },
  {
    name: 'outside-letters.forgetting',
    every: 'day',
    run: async ({ db, now }) => {
      const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
      await db.ask('SELECT access.forget_old_outside_letters($1)', [before]);
    },
  },
];
