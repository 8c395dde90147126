import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './install.mjs';

/**
 * Does `work` while no other start on this checkout installs or builds: two at once would pull the files from under
 * each other. Whoever comes second waits, and then mostly finds nothing left to do.
 */
export async function inTurn(work) {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  const ticket = path.join(root, 'dist', '.turn');
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
    // In a restarted container a stranger, or we ourselves, may have the old number: no turn takes this long.
    const isOld = Date.now() - statSync(ticket).mtimeMs > 15 * 60_000;
    if (!isOld && (!pid || (pid !== process.pid && !isDead(pid)))) return;
    const aside = `${ticket}-${process.pid}`;
    renameSync(ticket, aside);
    if (Number(readFileSync(aside, 'utf8')) !== pid) linkSync(aside, ticket);
    rmSync(aside, { force: true });
  } catch {
    // gone already
  }
}
