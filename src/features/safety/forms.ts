import { z } from 'zod';
import { checked, required, text } from '../../platform/http/index.ts';
import { REASONS } from './report.ts';
import { SUBJECT_KINDS } from './subject.ts';

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** What a report is about, in the address and in the form. */
export const aboutSchema = z.object({
  kind: z.enum(SUBJECT_KINDS),
  id: z.string().regex(new RegExp(`^${UUID}$`)),
});

export const reportSchema = z.object({
  reason: z.enum(REASONS, 'safety.reason-missing'),
  note: text(2000).default(''),
});

export const outcomeSchema = z.object({
  outcome: required(2000, 'safety.outcome-missing'),
  removes: checked,
});
