const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Addresses of a calendar, a slot and a helper of it. What is no id is no such address. */
export const CALENDAR = `/help-calendars/:id{${ID}}` as const;
export const SLOT = `:slot{${ID}}` as const;
export const HELPER = `:helper{${ID}}` as const;

const SHAPE = new RegExp(`^${ID}$`);
export const isId = (value: string): boolean => SHAPE.test(value);

export const pathOf = (calendarId: string, rest = ''): string => `/help-calendars/${calendarId}${rest}`;
