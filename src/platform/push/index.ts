export { maySendTo } from './endpoint.ts';
export { type Browser, type Message, newPushKeys, type Outcome, type Sender, sendPush } from './send.ts';
