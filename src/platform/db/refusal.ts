/** Why her words do not stand in a circle just now. */
export type ClosedToHer = 'locked' | 'muted' | 'slow' | 'suspended';

/** What the database says when a rule of ours, kept there, is broken. */
export type DatabaseRefusal =
  | 'duplicate'
  | 'missing'
  | 'forbidden'
  | 'unfit'
  | 'mentor_full'
  | 'too_many_letters'
  | 'agreement_changed'
  | ClosedToHer;

const CODES: Record<string, DatabaseRefusal> = {
  '23505': 'duplicate', // unique_violation
  '23503': 'missing', // foreign_key_violation
  '42501': 'forbidden', // row-level security or a missing grant
  '23514': 'unfit', // check_violation
  '22P02': 'unfit', // a text that is no uuid, number or date
  PL001: 'mentor_full',
  PL251: 'locked',
  PL252: 'muted',
  PL253: 'slow',
  PL254: 'suspended',
  PL440: 'too_many_letters',
  PL590: 'agreement_changed',
};

/** Names the refusal behind an error, or null when it is something else. */
export function refusal(error: unknown): DatabaseRefusal | null {
  const code = (error as { code?: string } | null)?.code;
  return (code && CODES[code]) || null;
}
