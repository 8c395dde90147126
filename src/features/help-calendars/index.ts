// The door of help calendars: tasks with slots that family and friends take, most of them without an account.
export { claimSlot } from './claiming.ts';
export { type HelperTie, helpersOf } from './helpers-of.ts';
export { jobs } from './jobs.ts';
export { layOut, tomorrowIn } from './laying-out.ts';
export { drawers } from './letters.ts';
export { calendarsSeenBy, doorOf, type Glance, herOpenCalendar } from './listing.ts';
export { makeCalendar } from './making.ts';
export { SlotAheadCard } from './pages/slot-ahead-card.tsx';
export { keepParticulars } from './particulars.ts';
export { publicRoutes, routes } from './routes.ts';
export { tasksInWords } from './saying.ts';
export { herSlotsAhead, type SlotAhead } from './slots-ahead.ts';
export { slotEventsOf } from './slots-ahead-events.ts';
export type { Task } from './words.ts';
