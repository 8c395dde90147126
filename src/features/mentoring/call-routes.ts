import { callsBetween } from '../pairs/index.ts';
import { pairOf } from './introduction.ts';

const ID = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';

/** Calls of two who said yes to each other. */
export const callRoutes = callsBetween({
  at: `/introductions/:id${ID}`,
  find: pairOf,
  here: (id) => `/introductions/${id}`,
  back: (c) => ({ href: '/mentoring', label: c.get('page').t('mentoring.title') }),
});
