import { refusal, type Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  type Errors,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
  type Viewer,
} from '../../platform/http/index.ts';
import { circleName, idIn } from '../circles/index.ts';
import { asksZone, readGathering, seenByOffered } from './asking.ts';
import { type Changed, changeAll, changeOne, doorOf } from './changing.ts';
import { placesTaken } from './coming.ts';
import { changeFollowing, partedAt } from './following.ts';
import { occurrenceValues, valuesOf } from './form-values.ts';
import type { Gathering, SeenBy } from './gathering.ts';
import { occurrenceForm } from './gathering-form.ts';
import { takenOverBy, type View, viewOf } from './gathering-view.ts';
import type { Door, Draft } from './making.ts';
import { GatheringFormPage } from './pages/gathering-form-page.tsx';
import { OccurrenceFormPage } from './pages/occurrence-form-page.tsx';
import { SpanPage } from './pages/span-page.tsx';
import { GATHERING, idOrNone, pathOf } from './paths.ts';

/** Changing one: a single time, this and all that follow, or all of it. */
export const changingRoutes = routes();

const SPANS = ['one', 'following', 'all'] as const;
type Span = (typeof SPANS)[number];

/** What is to be changed, as its form shows it. */
interface Change {
  view: View;
  span: Span | null;
  /** As it stands: the whole, or the part that begins with this time. */
  before: Gathering;
  door: Door;
  seenBy: SeenBy[];
  /** Places taken at its fullest date: fewer than that it cannot have. */
  taken: number;
}

/** @throws Problem 404 for all who do not run it, and for what another calendar keeps */
async function changeIn(c: Ctx): Promise<Change> {
  const viewer = requireViewer(c);
  const asked = c.req.query('occurrence');
  const occurrenceId = asked === undefined ? null : (idOrNone(asked) ?? notFound());
  return c.get('db').read(viewer, async (tx) => {
    const view = await viewOf(tx, viewer, idIn(c), occurrenceId);
    const { gathering } = view;
    if (!view.runs || gathering.sourceId) notFound();
    const repeats = gathering.rule !== null || gathering.extra.length > 0;
    const span = repeats ? (SPANS.find((one) => one === c.req.query('span')) ?? null) : 'all';
    return {
      view,
      span,
      before: span === 'following' ? fromHere(view) : gathering,
      door: await doorOf(tx, gathering.gatheringId),
      seenBy: await seenByOffered(tx, gathering.circleId),
      taken: await placesTaken(tx, viewer, gathering.gatheringId),
    };
  });
}

/** The series as it goes on from this time. */
const fromHere = ({ gathering, occurrence }: View): Gathering => ({
  ...gathering,
  ...partedAt(gathering, occurrence)?.after,
});

function formPage(c: Ctx, change: Change, raw: Raw, errors: Errors = {}) {
  const page = c.get('page');
  const { view, span } = change;
  const { gathering, occurrence, circle } = view;
  if (span === 'one') return <OccurrenceFormPage page={page} view={view} raw={raw} errors={errors} />;
  const here = pathOf(gathering.gatheringId, occurrence.occurrenceId);
  return (
    <GatheringFormPage
      page={page}
      raw={raw}
      errors={errors}
      title={page.t(gathering.rule === null ? 'gatherings.edit' : `gatherings.span.${span ?? 'all'}`)}
      back={{ href: here, label: gathering.title }}
      action={`${pathOf(gathering.gatheringId)}/edit?occurrence=${occurrence.occurrenceId}&span=${span}`}
      button={page.t('gatherings.save')}
      away={page.t('gatherings.back')}
      circle={circle && { circleId: circle.circleId, name: circleName(page, circle) }}
      seenBy={change.seenBy}
      taken={change.taken}
      asksZone={asksZone(c, raw, circle)}
    />
  );
}

changingRoutes.get(`${GATHERING}/edit`, async (c) => {
  const change = await changeIn(c);
  const { view, span, before, door } = change;
  if (!span) return c.html(<SpanPage page={c.get('page')} view={view} />);
  const raw = span === 'one' ? occurrenceValues(before, view.occurrence) : valuesOf(before, door);
  return c.html(formPage(c, change, raw));
});

changingRoutes.post(`${GATHERING}/edit`, async (c) => {
  const change = await changeIn(c);
  const { view, span, before } = change;
  const { occurrence } = view;
  if (!span) notFound();
  if (span === 'one') return postOne(c, change);
  const asked = await readGathering(c, view.circle, change.seenBy, before);
  if (!asked.ok) return c.html(formPage(c, change, asked.raw, asked.errors), 422);
  const { draft } = asked;
  const verb = (tx: Tx, viewer: Viewer): Promise<Changed> =>
    span === 'all'
      ? changeAll(tx, viewer, before.gatheringId, keepCircle(draft, before))
      : changeFollowing(tx, viewer, before.gatheringId, occurrence.occurrenceId, keepCircle(draft, before));
  return settle(c, change, asked.raw, verb);
});

async function postOne(c: Ctx, change: Change) {
  const { gathering, occurrence } = change.view;
  const form = await readForm(c, occurrenceForm);
  if (!form.ok) return c.html(formPage(c, change, form.raw, form.errors), 422);
  return settle(c, change, form.raw, async (tx, viewer) => {
    await changeOne(tx, viewer, gathering.gatheringId, occurrence.occurrenceId, form.values);
    return { gatheringId: gathering.gatheringId };
  });
}

// A circle she runs it for without knowing of it any more stays its circle.
const keepCircle = (draft: Draft, { circleId }: Gathering): Draft => ({ ...draft, circleId });

/** Writes the change; fewer places than are taken are told beside the box. */
async function settle(
  c: Ctx,
  change: Change,
  raw: Raw,
  work: (tx: Tx, viewer: Viewer) => Promise<Changed>,
): Promise<Response> {
  const viewer = requireViewer(c);
  try {
    const { gatheringId } = await c.get('db').write(viewer, (tx) => work(tx, viewer));
    return seeOther(c, pathOf(gatheringId, await standing(c, change, gatheringId)), 'gatherings.saved');
  } catch (error) {
    if (refusal(error) !== 'unfit') throw error;
    return c.html(formPage(c, change, raw, { capacity: 'gatherings.form.capacity-small' }), 422);
  }
}

/** The time she came from, while it still stands there. */
async function standing(c: Ctx, { view }: Change, gatheringId: string): Promise<string | undefined> {
  const { occurrenceId } = view.occurrence;
  const home = await c.get('db').read(requireViewer(c), (tx) => takenOverBy(tx, occurrenceId));
  return home === gatheringId ? occurrenceId : undefined;
}
