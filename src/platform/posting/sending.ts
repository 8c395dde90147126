import { join } from 'node:path';
import { newId } from '../crypto/index.ts';
import type { JobParts } from '../jobs/index.ts';
import { failureOf, type Post } from '../mail/index.ts';
import { type HandedOver, noteHandedOver, readHandedOver } from './handed-over.ts';
import { type Claim, type Drawn, type Ledger, nextTry } from './ledger.ts';

const AT_ONCE = 200;
const SIDE_BY_SIDE = 4;

/**
 * Sends every letter of a ledger that is due, and goes on with those that a killed server left. The rows say how far
 * each has come, so it may be cut off anywhere.
 * @throws what the mail server's absence threw: the job is then tried again, and no letter pays for it with a try
 */
export async function sendAll<C extends Claim>(parts: JobParts, ledger: Ledger<C>): Promise<void> {
  const { mail, now, stopping } = parts;
  const run = newId();
  const folder = join(parts.config.dataDir, ledger.name);
  const notes = readHandedOver(folder);
  await ledger.takeOver(run, now, mail.toOutbox, notes);
  notes.forget();
  let claims = await ledger.claim(run, now, AT_ONCE);
  if (claims.length === 0) return;
  const handed = noteHandedOver(folder, run);
  const post = mail.open(SIDE_BY_SIDE);
  try {
    while (claims.length > 0 && !stopping.aborted) {
      const draw = await ledger.drawing(claims);
      await sideBySide(claims, stopping, (claim) => sendOne(parts, ledger, { post, handed, draw }, claim));
      claims = await ledger.claim(run, now, AT_ONCE);
    }
  } finally {
    post.close();
    handed.close();
  }
}

interface Way<C> {
  post: Post;
  handed: HandedOver;
  draw: (claim: C) => Promise<Drawn | null>;
}

async function sendOne<C extends Claim>(
  parts: JobParts,
  ledger: Ledger<C>,
  { post, handed, draw }: Way<C>,
  claim: C,
): Promise<void> {
  const { now } = parts;
  const drawn = await draw(claim);
  if (!drawn) return ledger.end(claim, 'empty', now);
  let gone = false;
  let taken = false;
  const atTheLastLine = async () => {
    gone = await ledger.begin(claim);
    taken = !gone;
    if (taken) throw new Error('Another server has taken this letter over');
    handed.note(claim.letterId);
  };
  try {
    await post.send({ ...drawn.letter, id: claim.letterId, atTheLastLine });
  } catch (error) {
    if (taken) return;
    return noteTrouble(parts, ledger, claim, error, gone);
  }
  await ledger.sent(claim, drawn.told, now);
}

/** After its last line only an answer says what became of a letter. Before, it is certain that nobody has it. */
async function noteTrouble<C extends Claim>(
  { log, now }: JobParts,
  ledger: Ledger<C>,
  claim: C,
  error: unknown,
  gone: boolean,
): Promise<void> {
  const failure = failureOf(error);
  log.warn({ letter: claim.letterId, failure });
  if (failure === 'away') {
    if (gone) await ledger.end(claim, 'doubtful', now);
    throw new Error('The mail server is away', { cause: withoutAddresses(error) });
  }
  if (gone && failure === 'broken') return ledger.end(claim, 'doubtful', now);
  await ledger.failed(claim, failure, nextTry(claim, failure, now), now);
}

// What the mail server answered may quote an address; the log has none.
const withoutAddresses = (error: unknown): Error =>
  new Error(String((error as { code?: string }).code ?? 'unknown'));

/** Works through a list a few at a time. The first error ends it, once those under way have ended. */
async function sideBySide<C>(
  list: C[],
  stopping: AbortSignal,
  work: (one: C) => Promise<void>,
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
