// The door of her map: the people around her, for her eyes alone.
import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { routes as newRoutes } from '../../platform/http/index.ts';
import { addTie, type Said } from './changing.ts';
import { changeMap, type Hers, type Origin, type Tie } from './map.ts';
import { mapRoutes } from './routes.tsx';
import { settingsRoutes } from './settings-routes.tsx';

export { carriedBy } from './carried.ts';
export type { Said as SaidOfTie } from './changing.ts';
export { exportedMap } from './exporting.ts';
export { jobs } from './jobs.ts';
export type { Origin } from './map.ts';

export const routes = newRoutes().route('/', mapRoutes).route('/', settingsRoutes);

/** Puts somebody on her map. */
export const drawTie = (
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  said: Said,
  origin: Origin | null,
): Promise<Tie> => changeMap(tx, keys, viewer, (document) => addTie(document, said, origin));
