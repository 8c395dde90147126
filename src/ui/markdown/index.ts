export { written } from './written.ts';
