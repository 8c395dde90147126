export { eventStream, type Stream, wantsStream } from './event-stream.ts';
export { type Live, liveUpdates, type Subject } from './live.ts';
