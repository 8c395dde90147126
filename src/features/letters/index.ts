// The door of the letters: what goes out by mail when there is news.
export { jobs } from './jobs.ts';
export { unsubscribeRoutes } from './routes.tsx';
export { type Unsent, unsentLetters } from './unsent.ts';
