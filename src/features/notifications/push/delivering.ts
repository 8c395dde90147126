import { sql } from 'kysely';
import type { Scope, Tx } from '../../../platform/db/index.ts';
import type { Parts } from '../../../platform/http/index.ts';
import { type Browser, type Message, type Sender, sendPush } from '../../../platform/push/index.ts';
import { isUrgent } from '../kinds.ts';
import { newsById } from '../news.ts';
import { quietUntil } from '../quiet-hours.ts';
import { reachOf } from '../settings.ts';
import { browserOf, removeDevice } from './device.ts';
import { pushKeys } from './keys.ts';
import { messageOf, type Whose } from './message.ts';

/** One message that is due, for one browser. */
interface Delivery {
  community_id: string;
  member_id: string;
  notification_id: string;
  subscription_id: string;
  attempts: number;
}

const AT_ONCE = 20;

/**
 * Hands over what is due at `now`, each message once, however many servers do it together: what one has taken no other
 * takes for five minutes. Resolves to how many browsers took theirs.
 */
export async function deliverPushes(parts: Parts, now: Date, stopping?: AbortSignal): Promise<number> {
  let sent = 0;
  while (!stopping?.aborted) {
    const due = await parts.db.ask<Delivery>('SELECT * FROM access.take_push_deliveries($1, $2)', [
      now,
      AT_ONCE,
    ]);
    if (due.length === 0) break;
    const done = await Promise.all(due.map((one) => deliver(parts, one, now)));
    sent += done.filter(Boolean).length;
  }
  return sent;
}

async function deliver(parts: Parts, delivery: Delivery, now: Date): Promise<boolean> {
  const scope: Whose = { communityId: delivery.community_id, memberId: delivery.member_id };
  try {
    return await deliverIn(parts, scope, delivery, now);
  } catch (error) {
    // It is due again in five minutes.
    parts.log.error({ push: delivery.notification_id, err: error });
    return false;
  }
}

async function deliverIn(parts: Parts, scope: Whose, delivery: Delivery, now: Date): Promise<boolean> {
  // All of it through her own eyes, and at this moment: what she may no longer read, or has seen, is not sent.
  const { item, reach, browser } = await parts.db.read(scope, async (tx) => ({
    item: await newsById(tx, scope, delivery.notification_id),
    reach: await reachOf(tx, scope),
    browser: await browserOf(tx, scope, delivery.subscription_id),
  }));
  if (!item || item.seen || !reach || !browser) return drop(parts, scope, delivery);
  const held = isUrgent(item.kind) ? null : quietUntil(reach.quiet, reach.timeZone, now);
  if (held) return postpone(parts, scope, delivery, held);
  const outcome = await send(parts, browser, messageOf(parts.keys, scope, item, reach));
  if (outcome === 'later')
    return postpone(parts, scope, delivery, new Date(now.getTime() + delivery.attempts ** 2 * 60_000));
  if (outcome === 'gone')
    await parts.db.write(scope, (tx) => removeDevice(tx, scope, delivery.subscription_id));
  await drop(parts, scope, delivery);
  return outcome === 'sent';
}

async function send(parts: Parts, browser: Browser, message: Message) {
  const { publicUrl, mailFrom, pushAllow } = parts.config;
  const keys = await pushKeys(parts.db, parts.keys);
  const address = /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;
  const subject = publicUrl?.startsWith('https:') ? publicUrl : `mailto:${address}`;
  const from: Sender = { ...keys, subject };
  return sendPush(browser, from, message, pushAllow);
}

const of = (delivery: Delivery) => sql`community_id = ${delivery.community_id}
  AND notification_id = ${delivery.notification_id} AND subscription_id = ${delivery.subscription_id}`;

async function drop(parts: Parts, scope: Scope, delivery: Delivery): Promise<false> {
  await parts.db.write(scope, (tx: Tx) => tx.run(sql`DELETE FROM push_deliveries WHERE ${of(delivery)}`));
  return false;
}

async function postpone(parts: Parts, scope: Scope, delivery: Delivery, until: Date): Promise<false> {
  await parts.db.write(scope, (tx: Tx) =>
    tx.run(sql`UPDATE push_deliveries SET due_at = ${until} WHERE ${of(delivery)}`),
  );
  return false;
}
