import { type Ctx, notFound, readForm, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import type { MessageKey } from '../../platform/i18n/index.ts';
import { idIn } from '../circles/index.ts';
import {
  cancelGathering,
  cancelOccurrence,
  type Outcome,
  reinstateGathering,
  reinstateOccurrence,
} from './cancelling.ts';
import { noteForm } from './gathering-form.ts';
import { type View, viewOf } from './gathering-view.ts';
import { CancellationPage } from './pages/cancellation-page.tsx';
import { GATHERING, OCCURRENCE, pathOf } from './paths.ts';

/** Calling off one time or all that lies ahead, and taking that back. */
export const cancellingRoutes = routes();

/** @throws Problem 404 for all who do not run it */
async function viewIn(c: Ctx): Promise<{ view: View; whole: boolean }> {
  const viewer = requireViewer(c);
  const occurrence = c.req.param('occurrence') ?? null;
  const view = await c.get('db').read(viewer, (tx) => viewOf(tx, viewer, idIn(c), occurrence));
  return view.runs ? { view, whole: occurrence === null } : notFound();
}

const SAID: Record<Outcome, [whenCancelled: MessageKey, whenReinstated: MessageKey]> = {
  done: ['gatherings.cancelled', 'gatherings.reinstated'],
  already: ['gatherings.already', 'gatherings.already'],
  over: ['gatherings.over', 'gatherings.over'],
};

for (const path of [GATHERING, OCCURRENCE] as const) {
  cancellingRoutes.get(`${path}/cancellation`, async (c) => {
    const { view, whole } = await viewIn(c);
    return c.html(<CancellationPage page={c.get('page')} view={view} whole={whole} />);
  });

  cancellingRoutes.post(`${path}/cancellation`, async (c) => {
    const { view, whole } = await viewIn(c);
    const viewer = requireViewer(c);
    const { gatheringId: id } = view.gathering;
    const { occurrenceId } = view.occurrence;
    const form = await readForm(c, noteForm);
    if (!form.ok) {
      const note = String(form.raw.note ?? '');
      return c.html(
        <CancellationPage page={c.get('page')} view={view} whole={whole} note={note} errors={form.errors} />,
        422,
      );
    }
    const { note } = form.values;
    const outcome = await c
      .get('db')
      .write(viewer, (tx) =>
        whole ? cancelGathering(tx, viewer, id, note) : cancelOccurrence(tx, viewer, id, occurrenceId, note),
      );
    return seeOther(c, pathOf(id, whole ? undefined : occurrenceId), SAID[outcome][0]);
  });

  cancellingRoutes.post(`${path}/reinstatement`, async (c) => {
    const { view, whole } = await viewIn(c);
    const viewer = requireViewer(c);
    const { gatheringId: id } = view.gathering;
    const { occurrenceId } = view.occurrence;
    const outcome = await c
      .get('db')
      .write(viewer, (tx) =>
        whole ? reinstateGathering(tx, viewer, id) : reinstateOccurrence(tx, viewer, id, occurrenceId),
      );
    return seeOther(c, pathOf(id, whole ? undefined : occurrenceId), SAID[outcome][1]);
  });
}
