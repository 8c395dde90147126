import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import webPush from 'web-push';
import { lookupPublic } from '../fetching/index.ts';
import { maySendTo } from './endpoint.ts';

/** A browser that asked for messages (RFC 8030), with what seals them for it alone (RFC 8291). */
export interface Browser {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** This server's name for push services (RFC 8292). `subject` is a way to reach its operator. */
export interface Sender {
  publicKey: string;
  privateKey: string;
  subject: string;
}

export interface Message {
  text: string;
  /** Of several messages with one topic that wait for a sleeping phone, the last one arrives. 32 characters at most. */
  topic: string;
  urgent: boolean;
}

/** sent; gone: this browser wants no more; refused: this message will never be taken; later: it may be, another time. */
export type Outcome = 'sent' | 'gone' | 'refused' | 'later';

const WAIT_MS = 10_000;
const KEPT_SECONDS = 24 * 60 * 60;

/** A fresh pair of keys. */
export const newPushKeys = (): { publicKey: string; privateKey: string } => webPush.generateVAPIDKeys();

/** Hands one message to the browser's push service, sealed so that only this browser can read it. Never throws. */
export async function sendPush(
  to: Browser,
  from: Sender,
  message: Message,
  allowed: string[],
): Promise<Outcome> {
  if (!maySendTo(to.endpoint, allowed)) return 'gone';
  try {
    const { headers, body } = webPush.generateRequestDetails(
      { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } },
      message.text,
      {
        vapidDetails: from,
        TTL: KEPT_SECONDS,
        contentEncoding: 'aes128gcm',
        topic: message.topic,
        urgency: message.urgent ? 'high' : 'normal',
      },
    );
    const status = await post(new URL(to.endpoint), headers, body, allowed);
    return outcomeOf(status);
  } catch (error) {
    // A name that leads inside, keys that are none: trying again would change nothing.
    return (error as NodeJS.ErrnoException).code ? 'later' : 'gone';
  }
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410 || status === 403) return 'gone';
  return status === 429 || status >= 500 ? 'later' : 'refused';
}

/** Follows no redirect and reads no answer but its status. */
function post(
  url: URL,
  headers: Record<string, string | number>,
  body: Buffer,
  allowed: string[],
): Promise<number> {
  const request = url.protocol === 'http:' ? requestHttp : requestHttps;
  const guarded = allowed.includes(url.origin) ? {} : { lookup: lookupPublic };
  return new Promise((done, fail) => {
    const sending = request(
      url,
      { method: 'POST', headers, ...guarded, signal: AbortSignal.timeout(WAIT_MS) },
      (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      },
    );
    sending.on('error', fail);
    sending.end(body);
  });
}
