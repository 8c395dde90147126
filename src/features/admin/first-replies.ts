import type { Tx } from '../../platform/db/index.ts';
import { type Circle, listedCircle } from '../circles/index.ts';
import { type Figures, figuresOf, type Waits, waitsOf } from '../first-reply/index.ts';

export interface FirstReplies {
  /** Null: too few to say. */
  figures: Figures | null;
  /** Where somebody waits; `circle` null: somewhere hidden. */
  waits: (Waits & { circle: Circle | null })[];
}

const MOST_CIRCLES = 20;

/** How long posts wait for a first word, and where. No word of them, and nobody's name. */
export async function firstReplies(tx: Tx): Promise<FirstReplies> {
  const figures = await figuresOf(tx);
  const waits: FirstReplies['waits'] = [];
  for (const one of (await waitsOf(tx)).slice(0, MOST_CIRCLES))
    waits.push({ ...one, circle: one.circleId ? await listedCircle(tx, one.circleId) : null });
  return { figures, waits };
}
