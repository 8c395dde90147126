import { type ClosedToHer, refusal } from '../../platform/db/index.ts';
import type { MessageKey } from '../../platform/i18n/index.ts';

const WORDS: Record<ClosedToHer, MessageKey> = {
  locked: 'conversation.closed.locked',
  muted: 'conversation.closed.muted',
  slow: 'conversation.closed.slow',
  suspended: 'errors.suspended',
};

/**
 * Does a piece of writing. Where the circle does not take her words just now, resolves to why, so that they come back to
 * her with the form instead of being lost.
 */
export async function unlessClosed<T>(write: () => Promise<T>): Promise<T | { closed: MessageKey }> {
  try {
    return await write();
  } catch (error) {
    const why = refusal(error);
    if (why && why in WORDS) return { closed: WORDS[why as ClosedToHer] };
    throw error;
  }
}

export const isClosed = <T extends object>(
  said: T | { closed: MessageKey },
): said is { closed: MessageKey } => 'closed' in said;
