import { z } from 'zod';
import { newId } from '../../platform/crypto/index.ts';
import { oneOf, required, text } from '../../platform/http/index.ts';
import { REASON_MOST, USUAL_REASONS } from './asking.ts';
import { BODY_MOST } from './message.ts';

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

// An address, a number to call: whatever leads away from here. Who she is and why is all a request says.
const LEADS_AWAY =
  /:\/\/|\bwww\.|\S@\S|\b[\w-]+\.(?:com|net|org|io|me|co|link|shop|info|biz)\b|(?:\d[\s().-]?){7}/i;

/** Her own words win over a reason that was chosen. */
export const askingSchema = z
  .object({
    because: oneOf(USUAL_REASONS),
    reason: text(REASON_MOST, 'messages.reason-long')
      .transform((line) => line.replaceAll(/\s+/g, ' '))
      .refine((line) => !LEADS_AWAY.test(line), 'messages.reason-leads-away')
      .default(''),
  })
  .refine(({ because, reason }) => because !== null || reason !== '', {
    path: ['because'],
    message: 'messages.reason-missing',
  })
  .transform(({ because, reason }) => ({ because: reason ? null : because, reason }));

/** A key that is none is replaced: the form then only loses its guard against doubles. */
export const writingSchema = z.object({
  body: required(BODY_MOST, 'messages.body-missing'),
  key: z
    .string()
    .regex(new RegExp(`^${UUID}$`))
    .catch(() => newId()),
});

/** In how many weeks the asker may ask again. */
export const WEEKS = ['1', '2', '4'] as const;
export const postponingSchema = z.object({ weeks: z.enum(WEEKS).catch('2').transform(Number) });

export const DOORS = ['open', 'away', 'closed'] as const;

/** `today` is 'YYYY-MM-DD' where she is. */
export const doorSchema = (today: string) =>
  z
    .object({ door: z.enum(DOORS, 'messages.door-missing'), until: text(10).default('') })
    .refine(
      ({ door, until }) => door !== 'away' || (isDay(until) && until >= today && until < yearAfter(today)),
      {
        path: ['until'],
        message: 'messages.until-unfit',
      },
    )
    .transform(({ door, until }) => ({
      closed: door === 'closed',
      awayUntil: door === 'away' ? until : null,
    }));

const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
