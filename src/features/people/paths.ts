import type { Ctx } from '../../platform/http/index.ts';
import { notFound } from '../../platform/http/index.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** One of her people. */
export const PERSON = `/people/:id{${UUID}}` as const;
/** One of her updates. */
export const UPDATE = `/people/updates/:id{${UUID}}` as const;
/** What a fellow shares with a circle. */
export const IN_CIRCLE = `/circles/:id{${UUID}}/near/:member{${UUID}}` as const;

export const idOf = (c: Ctx, name = 'id'): string => c.req.param(name) ?? notFound();
export const pathOf = (personId: string): string => `/people/${personId}`;
export const updatePath = (updateId: string): string => `/people/updates/${updateId}`;
