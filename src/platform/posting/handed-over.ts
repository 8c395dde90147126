import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Which letters' last lines this machine has been given. The database cannot know: between its row saying *sending*
 * and the line leaving us a kill may come. A file outlives a killed process, though not a crash of the machine, so
 * only notes of the time since the machine's start count.
 */
export interface HandedOver {
  /** Called in the very moment before the last line goes. */
  note(letterId: string): void;
  close(): void;
}

/** Begins the notes of a run, in a folder of its own kind of letters. */
export function noteHandedOver(folder: string, run: string): HandedOver {
  const since = machineStart();
  if (!since) return { note: () => {}, close: () => {} };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${since}.${run}`);
  const file = openSync(path, 'a', 0o600);
  return {
    note: (letterId) => void writeSync(file, `${letterId}\n`),
    close: () => {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}

export interface Notes {
  /** The runs whose notes are whole. */
  runs: string[];
  /** The letters that went in them. */
  letters: string[];
  /** Throws the notes away: what they say stands in the database now. */
  forget(): void;
}

/** What runs that were killed on this machine have noted. */
export function readHandedOver(folder: string): Notes {
  const since = machineStart();
  const files = listed(folder);
  const whole = files.filter((file) => since && file.startsWith(`${since}.`));
  const text = whole.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
  return {
    runs: whole.map((file) => file.slice(since.length + 1)),
    letters: text.split('\n').filter(Boolean),
    forget: () => {
      for (const file of files) rmSync(join(folder, file), { force: true });
    },
  };
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

// Linux says so; elsewhere every letter in doubt stays in doubt.
function machineStart(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
