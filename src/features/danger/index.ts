// The door of danger: words that worry, and what their writer is shown before she sends them. It blocks nobody.
export { CareNote } from './care-note.tsx';
export { type Finding, triage } from './triage/index.ts';
export { type Level, metWithCare, weigh, weighOwnWords, weighPost } from './weighing.ts';
