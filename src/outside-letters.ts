import { askDrawers } from './features/asks/index.ts';
import { drawers as helpCalendars } from './features/help-calendars/index.ts';
import type { Drawer } from './features/outside-letters/index.ts';
import { peopleDrawers } from './features/people/index.ts';

/** Every kind of letter to people without an account, and who draws it. */
export const drawers: Record<string, Drawer> = { ...askDrawers, ...helpCalendars, ...peopleDrawers };
