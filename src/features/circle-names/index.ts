// The door of circles' names: what a circle is called, in the reader's language and on the day she reads it. It knows no
// other room, so that all who say a circle's name (searches, letters, cases, her own copy) may ask here.
export {
  ageName,
  circleName,
  monthName,
  type Nameable,
  plainCohortName,
  type Reader,
} from './naming.ts';
export { isNameable, NAMED_OF } from './stored.ts';
