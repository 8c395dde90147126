// The door to a callback, for the rooms that may stand before it: shown only where somebody here answers.
export { CallDoor } from './call-door.tsx';
export { answersCalls, callsOffered } from './calls-offered.ts';
