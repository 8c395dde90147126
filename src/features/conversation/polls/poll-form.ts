import { z } from 'zod';
import { checked, oneOf, text } from '../../../platform/http/index.ts';
import { CLOSING_DAYS, type NewPoll, OPTION_MOST, OPTIONS_LEAST, OPTIONS_MOST } from './poll.ts';

const PLACE = /^[1-6]$/;

/** The poll part of a writing form: one answer a line. */
export const pollFields = {
  options: text(OPTIONS_MOST * (OPTION_MOST + 1), 'conversation.poll-too-long')
    .default('')
    .transform((lines) => [...new Set(lines.split('\n').map((line) => line.trim()))].filter(Boolean))
    .refine(
      ({ length }) => length === 0 || (length >= OPTIONS_LEAST && length <= OPTIONS_MOST),
      'conversation.poll-count',
    )
    .refine((lines) => lines.every((line) => line.length <= OPTION_MOST), 'conversation.poll-too-long'),
  several: checked,
  days: oneOf(CLOSING_DAYS),
};

/** The poll that a form asks for, if it does. */
export const pollOf = (values: {
  options: string[];
  several: boolean;
  days: string | null;
}): NewPoll | null =>
  values.options.length === 0
    ? null
    : { options: values.options, several: values.several, days: values.days ? Number(values.days) : null };

/** A tap on "Answer": the button says on which post, the boxes beside it bear that post's name. */
export const voteSchema = z.looseObject({
  vote: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  back: z.string().optional(),
});

/** What was chosen on that post. */
export const placesIn = (raw: Record<string, string | string[]>, postId: string): number[] =>
  [raw[choiceName(postId)] ?? []]
    .flat()
    .filter((place) => PLACE.test(place))
    .map(Number);

/** The name of the boxes of a post's poll. */
export const choiceName = (postId: string): string => `choice-${postId}`;
