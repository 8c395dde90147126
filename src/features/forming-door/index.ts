// The door to the waiting list, for the rooms that may stand before it: shown only while it is open, or she is on it.
export { type ListDoor, listDoor } from './list-door.ts';
export { WaitingLine } from './waiting-line.tsx';
