export { accountForEmail, sessionFor, startSession } from './founding.ts';
export { jobs } from './jobs.ts';
export { addressesOf } from './mine.ts';
export { accounts } from './routes.tsx';
export { isStillIn, sessionCookie, sessionToken, whoAsks } from './session.ts';
export { sweepExpired } from './sweeping.ts';
