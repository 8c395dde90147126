import { z } from 'zod';
import type { Tx } from '../../platform/db/index.ts';
import { type Community, type Errors, text, type Viewer } from '../../platform/http/index.ts';
import type { MessageKey } from '../../platform/i18n/index.ts';
import { draftOf } from './drafting.ts';
import { isLink } from './form-boxes.ts';
import { gatheringForm } from './gathering-form.ts';
import { organise } from './making.ts';
import { tellCircle } from './telling.ts';

/** How long a call may be, in minutes, as offered. */
export const CALL_LENGTHS = ['20', '30', '45', '60'] as const;

/** What two people who share a room say of a call of theirs; what else is wrong with it, `planCall` says. */
export const callForm = z.object({
  date: z.string().default(''),
  startTime: z.string().default(''),
  minutes: z.enum(CALL_LENGTHS, 'errors.field.unfit'),
  link: text(1000)
    .default('')
    .refine((link) => link === '' || isLink(link), {
      error: 'gatherings.form.link-unread' satisfies MessageKey,
    }),
  note: text(300).default(''),
});
export type CallForm = z.infer<typeof callForm>;

export type PlannedCall = { ok: true; gatheringId: string } | { ok: false; errors: Errors };

/**
 * Plans a call inside a room of hers, on her own clocks, and tells the other. It stands in both calendars like any
 * gathering; its link opens for those who said yes, a quarter of an hour before.
 */
export async function planCall(
  tx: Tx,
  viewer: Viewer,
  home: Community,
  call: CallForm & { circleId: string; title: string },
  now = new Date(),
): Promise<PlannedCall> {
  const { circleId, title, note, ...when } = call;
  const form = gatheringForm.safeParse({
    ...when,
    title: title.slice(0, 120),
    description: note,
    kind: 'online-session',
    seenBy: 'circle',
    place: 'online',
  });
  if (!form.success) return { ok: false, errors: errorsOf(form.error) };
  const drafted = draftOf(form.data, { home, circleId, usualZone: viewer.timeZone, now });
  if (!drafted.ok) return drafted;
  const { gatheringId } = await organise(tx, viewer, drafted.draft, {}, now);
  await tellCircle(tx, viewer, circleId, gatheringId);
  return { ok: true, gatheringId };
}

const errorsOf = (error: z.ZodError): Errors =>
  Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0]), message as MessageKey]));
