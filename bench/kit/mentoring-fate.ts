import { dice } from './prose.ts';

/** What becomes of a pair, in days after it was proposed. The same for the same two people, whoever brought them together. */
export type Fate =
  | { kind: 'declined'; after: number }
  | { kind: 'silent'; after: number }
  | { kind: 'parted'; after: number }
  | { kind: 'held'; after: number };

/** Assumptions, not findings: nobody has published these by how well two suit each other. */
const DECLINES = 0.3;
const GOES_SILENT = 0.08;
/** Silence is noticed after twice a weekly cadence. */
const NOTICED = 14;

/**
 * One in thirty to one in seven says no; one mentor in twelve falls silent; the worse two suit each other, the sooner one of
 * them asks for somebody else; the others stay together for twelve to twenty-six weeks.
 */
export function fateOf(menteeId: string, mentorId: string, score: number, seed: number): Fate {
  const roll = dice(hashed(`${menteeId} ${mentorId} ${seed}`));
  const [says, silence, parts, when] = [roll(), roll(), roll(), roll()];
  if (says < DECLINES * (1 - score)) return { kind: 'declined', after: 1 };
  if (silence < GOES_SILENT) return { kind: 'silent', after: NOTICED + 60 * when };
  if (parts < Math.max(0.03, 0.6 - 0.75 * score)) return { kind: 'parted', after: 14 + 21 * when };
  return { kind: 'held', after: 84 + 98 * when };
}

/** FNV-1a. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
