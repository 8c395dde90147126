const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Addresses of a circle and of what belongs to it. What is no id is no such address. */
export const CIRCLE = `/circles/:id{${ID}}` as const;
export const MEMBER = `:member{${ID}}` as const;
export const INVITATION = `:invitation{${ID}}` as const;
