import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';

/** What a PostgreSQL server writes about itself into its data folder (postmaster.pid), whoever started it. */
export interface PostmasterFile {
  pid: number;
  port: number;
  socketDir: string;
}

/** Null when there is none, or when it is still being written. */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  let text: string;
  try {
    text = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8');
  } catch {
    return null;
  }
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const socketDir = lines[4]?.trim();
  if (!(pid > 0) || lines.length < 6 || !socketDir) return null;
  return { pid, port: Number(lines[3]), socketDir };
}

/**
 * Does this process live, and is it the server of this cluster? After a reboot, and nearly always in a container,
 * the same number belongs to a stranger, who must be neither waited for nor stopped.
 */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    try {
      // A server's working directory is its data folder, also after the folder was moved.
      return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster);
    } catch {
      return false;
    }
  }
  try {
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('postgres') && command.includes(fs.realpathSync(cluster));
  } catch {
    return false;
  }
}

/** Zombies count as gone: nobody may be there to reap a server whose parent was killed. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return true; // no /proc here: the signal's answer stands
  }
}

/**
 * Removes what a dead server left, where a stranger now has its number: PostgreSQL itself would take the stranger
 * for its elder and refuse. Both its own file and the one beside its socket carry the number.
 */
export function removeStaleFiles(cluster: string, judged: PostmasterFile): void {
  removeIfOf(judged.pid, path.join(judged.socketDir, `.s.PGSQL.${judged.port}.lock`));
  removeIfOf(judged.pid, path.join(cluster, 'postmaster.pid'));
}

/**
 * Moved aside first and put back if it is not the one judged, because a server that another start has just launched
 * must not lose its own.
 */
function removeIfOf(pid: number, place: string): void {
  const aside = `${place}.stale-${process.pid}`;
  try {
    fs.renameSync(place, aside);
    if (Number.parseInt(fs.readFileSync(aside, 'utf8'), 10) !== pid) fs.linkSync(aside, place);
  } catch {
    // gone or replaced already: the caller looks again
  }
  fs.rmSync(aside, { force: true });
}
