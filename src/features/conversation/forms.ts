import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { checked, oneOf, required, text } from '../../platform/http/index.ts';
import { pollFields } from './polls/poll-form.ts';
import { ASKS, BODY_MOST, NOTE_MOST, REACTIONS } from './post.ts';

/** A fresh key for a writing form: see Draft.key. */
export const newDraftKey = (): string => randomUUID();

const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

const words = {
  body: required(BODY_MOST, 'conversation.body-missing'),
  note: text(NOTE_MOST)
    .transform((note) => note.replaceAll('\n', ' '))
    .default(''),
  asks: oneOf(ASKS),
};

/** What a writing form sends. A key that is none is replaced: the form then only loses its guard against doubles. */
export const writingSchema = z.object({
  ...words,
  key: id.catch(newDraftKey),
  anonymous: checked,
  to: id.optional().catch(undefined),
});

/** The same, where a thread begins: it may ask a question with answers to choose from. */
export const threadSchema = writingSchema.extend(pollFields);

export const editSchema = z.object(words);

/** `felt` is what and about which post: 'hug 5a22…'. `back` is the page the button was on. */
export const reactionSchema = z.object({
  felt: z
    .string()
    .transform((felt) => {
      const [kind, postId] = felt.split(' ');
      return { kind, postId };
    })
    .pipe(z.object({ kind: z.enum(REACTIONS), postId: id })),
  back: z.string().optional(),
});
