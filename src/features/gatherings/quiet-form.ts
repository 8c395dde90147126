import { z } from 'zod';

/** So many sessions a pause may call off. */
export const PAUSES = ['2', '4', '8'] as const;

export const Pausing = z.object({ count: z.enum(PAUSES, 'errors.field.unfit') });
