const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Addresses of a change: what is no id is no such address. */
export const MERGE = `/merges/:merge{${ID}}` as const;
export const SUCCESSION = `/successions/:succession{${ID}}` as const;
export const APPOINTMENT = `/community/successions/:succession{${ID}}/appointment` as const;
