// The door of search: what was said in her circles, the circles there are, and people who chose to be found.
export { routes } from './routes.tsx';
