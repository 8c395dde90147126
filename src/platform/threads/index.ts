// Work that an outsider can make heavy, in a thread of its own. Knows nothing of the work.
export { type Limits, type Outcome, threadFor } from './thread.ts';
