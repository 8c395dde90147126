import { z } from 'zod';

/** What is looked for at most: more is a text, not a question. */
export const WANTED_MOST = 100;
/** One letter finds everything and nothing. */
export const WANTED_LEAST = 2;

export const KINDS = ['posts', 'circles', 'people'] as const;
export type Kind = (typeof KINDS)[number];

const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** The address of a search: `q` the words, `in` one circle of hers, `kind`, and the page. Anything odd counts as absent. */
export const searchSchema = z.object({
  q: z
    .string()
    .transform((q) => q.replaceAll(/\p{C}/gu, ' ').trim().slice(0, WANTED_MOST))
    .catch(''),
  in: id.optional().catch(undefined),
  kind: z.enum(KINDS).catch('posts'),
  page: z.coerce.number().int().min(1).max(20).catch(1),
});

export type Search = z.infer<typeof searchSchema>;
