import { newId } from '../../platform/crypto/index.ts';
import type { JobParts } from '../../platform/jobs/index.ts';
import { failureOf, type Post } from '../../platform/mail/index.ts';
import { addressesOf } from '../accounts/index.ts';
import { urgentKinds } from '../notifications/index.ts';
import { addressFor } from './address.ts';
import {
  beginSending,
  type Claim,
  claimLetters,
  noteEnd,
  noteFailure,
  noteSent,
  takeOver,
} from './claiming.ts';
import { type HandedOver, noteHandedOver, readHandedOver } from './handed-over.ts';
import { writeLetter } from './mail.tsx';
import { newsFor } from './news.ts';

const AT_ONCE = 200;
const SIDE_BY_SIDE = 4;

/**
 * Sends every letter that is due, and goes on with those that a killed server left. The rows say how far each has
 * come, so it may be cut off anywhere.
 * @throws what the mail server's absence threw: the job is then tried again, and no letter pays for it with a try
 */
export async function sendLetters(parts: JobParts): Promise<void> {
  if (!addressFor(parts.config, null)) return; // the coordinator's page says so
  const { db, mail, now, stopping } = parts;
  const run = newId();
  await takeOver(db, run, now, mail.toOutbox, readHandedOver(parts.config.dataDir));
  let claims = await claimLetters(db, run, now, urgentKinds, AT_ONCE);
  if (claims.length === 0) return;
  const handed = noteHandedOver(parts.config.dataDir, run);
  const post = mail.open(SIDE_BY_SIDE);
  try {
    while (claims.length > 0 && !stopping.aborted) {
      const to = await addressesOf(
        parts,
        claims.map(({ accountId }) => accountId),
      );
      await sideBySide(claims, stopping, (claim) =>
        sendOne(parts, { post, handed }, claim, to.get(claim.accountId)),
      );
      claims = await claimLetters(db, run, now, urgentKinds, AT_ONCE);
    }
  } finally {
    post.close();
    handed.close();
  }
}

interface Way {
  post: Post;
  handed: HandedOver;
}

async function sendOne(parts: JobParts, { post, handed }: Way, claim: Claim, to?: string): Promise<void> {
  const { db, keys, now, config } = parts;
  const news = await newsFor(db, claim);
  if (!news || !to) return void (await noteEnd(db, claim, 'empty', now));
  let gone = false;
  let taken = false;
  const atTheLastLine = async () => {
    gone = await beginSending(db, claim);
    taken = !gone;
    if (taken) throw new Error('Another server has taken this letter over');
    handed.note(claim.letterId);
  };
  try {
    const letter = writeLetter(keys, claim, news, addressFor(config, news.host)!);
    await post.send({ ...letter, to, id: claim.letterId, atTheLastLine });
  } catch (error) {
    if (taken) return;
    return noteTrouble(parts, claim, error, gone);
  }
  await noteSent(db, claim, news.ids, now);
}

/** After its last line only an answer says what became of a letter. Before, it is certain that nobody has it. */
async function noteTrouble(
  { db, log, now }: JobParts,
  claim: Claim,
  error: unknown,
  gone: boolean,
): Promise<void> {
  const failure = failureOf(error);
  log.warn({ letter: claim.letterId, failure });
  if (failure === 'away') {
    if (gone) await noteEnd(db, claim, 'doubtful', now);
    throw new Error('The mail server is away', { cause: withoutAddresses(error) });
  }
  if (gone && failure === 'broken') return void (await noteEnd(db, claim, 'doubtful', now));
  await noteFailure(db, claim, failure, now);
}

// What the mail server answered may quote an address; the log has none.
const withoutAddresses = (error: unknown): Error =>
  new Error(String((error as { code?: string }).code ?? 'unknown'));

/** Works through a list a few at a time. The first error ends it, once those under way have ended. */
async function sideBySide(
  list: Claim[],
  stopping: AbortSignal,
  work: (one: Claim) => Promise<void>,
): Promise<void> {
  const rest = list.values();
  let failed: unknown;
  const worker = async () => {
    for (const one of rest) {
      if (failed !== undefined || stopping.aborted) return;
      await work(one).catch((error) => {
        failed ??= error;
      });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  if (failed !== undefined) throw failed;
}
