import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The server's process and all of its PostgreSQL. */
export function processesOf({ pid, dataDir }: { pid: number; dataDir: string }): number[] {
  const [line] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const postmaster = Number(line);
  const all = readdirSync('/proc').map(Number).filter(Boolean);
  return [pid, postmaster, ...all.filter((one) => parentOf(one) === postmaster)];
}

/** What they hold in memory, in megabytes; a page that several share is counted once (PSS). */
export const memoryOf = (pids: number[]): number => sum(pids.map((pid) => inRollup(pid, 'Pss'))) / 1024;

/** The same as `ps` would add it up (RSS): shared pages count for each. */
export const residentOf = (pids: number[]): number => sum(pids.map((pid) => inRollup(pid, 'Rss'))) / 1024;

const TICKS_A_SECOND = 100; // USER_HZ on every Linux that Node runs on

/** Processor time used so far, in milliseconds. */
export const processorTimeOf = (pids: number[]): number =>
  sum(
    pids.map((pid) => {
      const [, , , , , , , , , , , user, system] = fieldsOf(pid);
      return ((Number(user) + Number(system)) * 1000) / TICKS_A_SECOND;
    }),
  );

function inRollup(pid: number, name: string): number {
  const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${pid}/smaps_rollup`));
  return Number(line?.[1] ?? 0);
}

const parentOf = (pid: number): number => Number(fieldsOf(pid)[1]);

// From the third field on; the second is the program's name in brackets, which may hold spaces.
const fieldsOf = (pid: number): string[] => read(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ');

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
