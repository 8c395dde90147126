export { maySendTo } from './public-address.ts';
export { type Browser, type Message, newPushKeys, type Outcome, type Sender, sendPush } from './send.ts';
