// The door of her people: those who carry her, with or without an account of their own.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { linkRoutes } from './link-routes.tsx';
import { peopleRoutes } from './people-routes.tsx';
import { updateRoutes } from './update-routes.tsx';
import { wordsRoutes } from './words-routes.tsx';

export { sayBeingThere } from './being-there.ts';
export { byHand, type Handed } from './by-hand.ts';
export { addCircle, addPerson, setSight } from './keeping.ts';
export { type Addressee, drawers as peopleDrawers, toPerson } from './letters.ts';
export {
  calledByHerPeople,
  endLetters,
  notMe,
  type Shared,
  type Sharer,
  sharedBy,
  sharersAround,
  type Visit,
  visitBy,
  visitorBy,
  wantWholeNews,
} from './near.ts';
export { ByHand } from './pages/by-hand.tsx';
export { BeingThereFor, News } from './pages/shared.tsx';
export { IN_CIRCLE } from './paths.ts';
export { type About, type Hers, herPeople, KINS, type Kin, type Person, personOf } from './person.ts';
export { tellUpdate } from './telling.ts';
export { beginUpdate } from './update.ts';
export { getsLetters, writeTo } from './writing-to.ts';

export const routes = newRoutes();
for (const room of [peopleRoutes, linkRoutes, updateRoutes, wordsRoutes]) routes.route('/', room);
