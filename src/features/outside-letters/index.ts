// The door of the letters to people without an account: those who help her, her people.
export { type OutsideLetter, scopeOf } from './claiming.ts';
export type { Draft, Drawer, Words } from './drawing.tsx';
export { outsideLetterJobs } from './jobs.ts';
export { type Order, postOutside } from './posting.ts';
export { outsideLetterRoutes } from './routes.tsx';
