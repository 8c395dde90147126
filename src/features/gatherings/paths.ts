const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Addresses of a gathering and of one time of it. What is no id is no such address. */
export const GATHERING = `/gatherings/:id{${ID}}` as const;
export const OCCURRENCE = `${GATHERING}/occurrences/:occurrence{${ID}}` as const;
export const MATERIAL = `:material{${ID}}` as const;
