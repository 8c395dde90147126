import type { Tx } from '../../platform/db/index.ts';
import { type Ctx, type Errors, type Raw, readForm, requireViewer } from '../../platform/http/index.ts';
import type { Circle } from '../circles/index.ts';
import { draftOf } from './drafting.ts';
import { type Gathering, SEEN_BY, type SeenBy } from './gathering.ts';
import { gatheringForm } from './gathering-form.ts';
import type { Draft } from './making.ts';

/** Whom she may let see a gathering of this circle, or of the community. The narrowest first. */
export async function seenByOffered(tx: Tx, circleId: string | null): Promise<SeenBy[]> {
  const rows = await tx.hot<{ seen_by: SeenBy }>(
    'SELECT s AS seen_by FROM unnest($2::text[]) AS s WHERE access.may_organise($1, s)',
    [circleId, circleId ? SEEN_BY : SEEN_BY.filter((one) => one !== 'circle')],
  );
  const offered = new Set(rows.map((row) => row.seen_by));
  return (['circle', 'community', 'public'] as const).filter((one) => offered.has(one));
}

/** Whether the clocks of the place are not plain from where she is. */
export function asksZone(c: Ctx, raw: Raw, circle: Pick<Circle, 'timeZone'> | null): boolean {
  const usual = circle?.timeZone ?? c.get('community').timeZone;
  return requireViewer(c).timeZone !== usual || Boolean(raw.zone && raw.zone !== usual);
}

export type Asked = { ok: true; draft: Draft; raw: Raw } | { ok: false; raw: Raw; errors: Errors };

/** The gathering that the posted form means. `before`: the one that is changed. */
export async function readGathering(
  c: Ctx,
  circle: Pick<Circle, 'circleId' | 'timeZone'> | null,
  seenBy: SeenBy[],
  before?: Gathering,
): Promise<Asked> {
  const form = await readForm(c, gatheringForm);
  if (!form.ok) return form;
  if (!seenBy.includes(form.values.seenBy))
    return { ok: false, raw: form.raw, errors: { seenBy: 'errors.field.unfit' } };
  const drafted = draftOf(form.values, {
    home: c.get('community'),
    circleId: circle?.circleId ?? null,
    usualZone: before?.timeZone ?? circle?.timeZone ?? requireViewer(c).timeZone,
    before,
    now: new Date(),
  });
  return drafted.ok ? { ...drafted, raw: form.raw } : { ok: false, raw: form.raw, errors: drafted.errors };
}
