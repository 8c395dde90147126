import type { Parts } from '../../app.ts';
import { routes } from '../../platform/http/index.ts';

export function accounts(_parts: Parts) {
  return { publicRoutes: routes(), routes: routes() };
}
