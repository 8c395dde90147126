// The door of the shelf: what a circle keeps at hand.
export { routes } from './routes.tsx';
