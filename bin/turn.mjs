import { createHash } from 'node:crypto';
import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './install.mjs';

/**
 * Does `work` while no other start on this checkout installs or builds: two at once would pull the files from under
 * each other. Whoever comes second waits, and then mostly finds nothing left to do.
 */
export async function inTurn(work) {
  const user = process.getuid?.() ?? 0;
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const ticket = path.join(os.tmpdir(), `porchlight-turn-${user}-${name}`);
  let told = false;
  while (!take(ticket)) {
    if (!told) console.log('Waiting for another start to finish installing ...');
    told = true;
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(ticket, { force: true });
    process.off('exit', drop);
  }
}

let drop = () => {};

function take(ticket) {
  try {
    const file = openSync(ticket, 'wx', 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    drop = () => rmSync(ticket, { force: true });
    process.on('exit', drop); // also when the work ends the process
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    removeIfDead(ticket);
    return false;
  }
}

/** Moved aside and looked at again: the ticket judged dead may have become a living start's meanwhile. */
function removeIfDead(ticket) {
  const isDead = (pid) => {
    try {
      process.kill(pid, 0);
      return false;
    } catch (error) {
      return error.code === 'ESRCH';
    }
  };
  try {
    const pid = Number(readFileSync(ticket, 'utf8'));
    if (!pid || !isDead(pid)) return;
    const aside = `${ticket}-${process.pid}`;
    renameSync(ticket, aside);
    if (Number(readFileSync(aside, 'utf8')) !== pid) linkSync(aside, ticket);
    rmSync(aside, { force: true });
  } catch {
    // gone already
  }
}
