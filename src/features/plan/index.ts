export { routes } from './routes.tsx';
export { said } from './words.ts';
