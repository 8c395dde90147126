/** A uuid in an address: nothing else reaches SQL. */
export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

export const LIST = '/circles/waiting-list';
export const LEADING = '/circles/leading';
export const CARE = '/community/circle-forming';
