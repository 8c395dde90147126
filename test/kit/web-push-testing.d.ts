// What we use of web-push-testing, which brings no types.
declare module 'web-push-testing/src/PushApiModel.js' {
  import type { ECDH } from 'node:crypto';
  export class PushApiModel {
    subscriptions: Record<string, { subscriptionDh: ECDH; auth: string }>;
    messages: Record<string, string[]>;
    subscribe(options: {
      userVisibleOnly: string;
      applicationServerKey: string;
    }): Promise<{ endpoint: string; clientHash: string }>;
    expireSubscription(clientHash: string): void;
  }
}
declare module 'web-push-testing/src/server.js' {
  import type { Server } from 'node:http';
  import type { PushApiModel } from 'web-push-testing/src/PushApiModel.js';
  export default class WebPushTestingServer {
    constructor(model: PushApiModel, port: number);
    _server: Server;
    startServer(): void;
  }
}
