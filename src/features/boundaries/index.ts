// The door of what a member says about herself to those near her: read by her people, and by every room in which somebody
// writes to her or takes something on for her.
export {
  type Boundaries,
  type BoundariesKept,
  boundariesIn,
  boundariesOf,
  herBoundaries,
  setBoundaries,
} from './boundaries.ts';
export { type Hers, SHOWN, type Shown, saveWords, type Words, wordsOf } from './near-words.ts';
export { BoundariesCard } from './pages/boundaries-card.tsx';
