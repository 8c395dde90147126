import type { World } from '../kit/world.ts';

/** The eight kinds of people every route is tried as. */
export const VISITORS = {
  nobody: null,
  other: 'nora',
  outsider: 'vera',
  blocked: 'bea',
  member: 'maya',
  facilitator: 'rosa',
  moderator: 'mo',
  admin: 'admin',
} as const;

export type Visitor = keyof typeof VISITORS;

type Form = Record<string, string | string[]>;

/** The same for all eight: to be narrowed by what follows. */
export const everybody = (status: number): Record<Visitor, number> => ({
  nobody: status,
  other: status,
  outsider: status,
  blocked: status,
  member: status,
  facilitator: status,
  moderator: status,
  admin: status,
});

/** One registered route and what each visitor gets from it. */
export interface Row {
  /** As registered: 'POST /circles/:id/membership'. */
  route: string;
  /** A path that the route matches, made fresh for each visitor (`arrange` rows here when a try uses them up). */
  path(world: World, visitor: Visitor): string | Promise<string>;
  form?: Form | ((world: World, visitor: Visitor) => Form | Promise<Form>);
  /** Status by visitor. 303 to /sign-in or /join is how a guarded GET turns people away; a guarded POST says 401. */
  expect: Record<Visitor, number>;
  /** Why, when it is not plain. */
  why?: string;
}
