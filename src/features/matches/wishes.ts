import { z } from 'zod';
import { AGE_BANDS, type Requests } from '../../matching/index.ts';
import { CULTURES, IDENTITIES, NAMED_FAITHS } from '../programs/index.ts';

const FAITHS_WISHED = ['any', ...NAMED_FAITHS] as const;

export { FAITHS_WISHED };

const among = <T extends string>(allowed: readonly T[]) => z.array(z.enum(allowed as [T, ...T[]])).catch([]);

const kept = z.object({
  ages: among(AGE_BANDS),
  faith: z
    .enum(FAITHS_WISHED as unknown as [string, ...string[]])
    .nullable()
    .catch(null),
  culture: among(CULTURES),
  identity: among(IDENTITIES),
});
export type Wishes = z.infer<typeof kept>;

/** What she would like in a mentor, as the column `wishes` keeps it; what is no longer a word of ours is left out. */
export const wishesFrom = (said: unknown): Wishes =>
  kept.parse({ ages: [], faith: null, culture: [], identity: [], ...(said as object | null) });

/** The same for the engine. */
export const requestsFrom = (said: unknown): Requests => wishesFrom(said);
