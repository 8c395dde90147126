import type { Failure, Letter } from '../mail/index.ts';
import type { Notes } from './handed-over.ts';

/** A letter that is ours to write: its row stands, and no other server writes it. */
export interface Claim {
  /** The run that holds it. */
  run: string;
  letterId: string;
  /** This try counted. */
  attempts: number;
}

/** A letter as it goes out, and what its ledger wants to know once it has gone. */
export interface Drawn {
  letter: Omit<Letter, 'id' | 'atTheLastLine'>;
  /** What it told of. */
  told: string[];
}

/** The rows of one kind of letters: they say how far each has come, and outlive every server. */
export interface Ledger<C extends Claim> {
  /** Names its folder beside the data. */
  name: string;
  /** Takes over what servers that are gone left half done. `again`: whatever was being sent may go again. */
  takeOver(run: string, now: Date, again: boolean, notes: Notes): Promise<void>;
  /** The next letters to write, those that failed before first. */
  claim(run: string, now: Date, most: number): Promise<C[]>;
  /** Readies the drawing of these; each is drawn at the last moment. Null: nothing is left to be told. */
  drawing(claims: C[]): Promise<(claim: C) => Promise<Drawn | null>>;
  /** Notes that the letter is about to go. False when another server has taken it over, and it must not. */
  begin(claim: C): Promise<boolean>;
  /** The mail server has it: what it told of is told of no more. */
  sent(claim: C, told: string[], now: Date): Promise<void>;
  /** Nothing was left to tell, or whether it went will never be known. */
  end(claim: C, how: 'empty' | 'doubtful', now: Date): Promise<void>;
  /** It failed: tried again at `next`, or given up. */
  failed(claim: C, reason: Exclude<Failure, 'away'>, next: Date | null, now: Date): Promise<void>;
}

const MOST_TRIES = 6;
const PAUSES_MINUTES = [5, 20, 60, 240, 720];

/** When a letter that failed is tried again: ever later, and at last never; never when its address was refused. */
export function nextTry({ attempts }: Claim, reason: Failure, now: Date): Date | null {
  if (reason === 'refused' || attempts >= MOST_TRIES) return null;
  const pause = PAUSES_MINUTES[Math.min(attempts, PAUSES_MINUTES.length) - 1]!;
  return new Date(now.getTime() + pause * 60_000);
}
