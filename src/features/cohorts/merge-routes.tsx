import { z } from 'zod';
import {
  type Ctx,
  checked,
  type Errors,
  notFound,
  readForm,
  required,
  requireViewer,
  routes,
  seeOther,
  text,
} from '../../platform/http/index.ts';
import { CIRCLE, circleWithDoor, idIn } from '../circles/index.ts';
import {
  agreeToMerge,
  callOffMerge,
  mergeFor,
  type Proposal,
  proposeMerge,
  quietCircles,
  stayBehind,
  undoMerge,
} from './merge.ts';
import { MergePage } from './pages/merge.tsx';
import { MergingPage } from './pages/merging.tsx';
import { MERGE } from './paths.ts';

/** Two quiet circles going on together. */
export const mergeRoutes = routes();

const Merging = z.object({ other: text(40).default(''), name: required(80, 'cohorts.merging-name-missing') });

/** Beside which field each refusal is told. */
export const PROPOSAL_ERRORS = {
  already: 'cohorts.merging-already',
  lively: 'cohorts.merging-woken',
  absent: 'cohorts.merging-unknown',
} as const satisfies Partial<Record<Proposal, string>>;

async function quietOnes(c: Ctx) {
  const viewer = requireViewer(c);
  return c.get('db').read(viewer, async (tx) => {
    const circle = await circleWithDoor(tx, viewer, idIn(c));
    const quiet = await quietCircles(tx);
    const isQuiet = quiet.some((one) => one.circleId === circle.circleId);
    // Another's hidden circle is not among them; her own hidden one goes only with another of hers.
    const others = quiet.filter((one) => one.circleId !== circle.circleId);
    return { circle, others: isQuiet ? others : null };
  });
}

mergeRoutes.get(`${CIRCLE}/merging`, async (c) =>
  c.html(<MergingPage page={c.get('page')} {...(await quietOnes(c))} />),
);

mergeRoutes.post(`${CIRCLE}/merging`, async (c) => {
  const viewer = requireViewer(c);
  const shown = await quietOnes(c);
  const form = await readForm(c, Merging);
  const again = (errors: Errors) =>
    c.html(<MergingPage page={c.get('page')} {...shown} raw={form.raw} errors={errors} />, 422);
  if (!form.ok) return again(form.errors);
  const other = shown.others?.find((one) => one.circleId === form.values.other);
  if (!other) return again({ other: 'cohorts.merging-unknown' });
  const { said, mergeId } = await c
    .get('db')
    .write(viewer, (tx) => proposeMerge(tx, shown.circle.circleId, other.circleId, form.values.name));
  if (said !== 'asked' && said !== 'announced') return again({ other: PROPOSAL_ERRORS[said] });
  return seeOther(c, `/merges/${mergeId}`, said === 'asked' ? 'cohorts.merge-asked' : 'cohorts.merge-told');
});

mergeRoutes.get(MERGE, async (c) => {
  const viewer = requireViewer(c);
  const merge = await c.get('db').read(viewer, (tx) => mergeFor(tx, viewer, idIn(c, 'merge')));
  return c.html(<MergePage page={c.get('page')} merge={merge ?? notFound()} />);
});

mergeRoutes.post(`${MERGE}/agreement`, async (c) => {
  const id = idIn(c, 'merge');
  if (!(await c.get('db').write(requireViewer(c), (tx) => agreeToMerge(tx, id)))) notFound();
  return seeOther(c, `/merges/${id}`, 'cohorts.merge-told');
});

mergeRoutes.post(`${MERGE}/calling-off`, async (c) => {
  const id = idIn(c, 'merge');
  if (!(await c.get('db').write(requireViewer(c), (tx) => callOffMerge(tx, id)))) notFound();
  return seeOther(c, `/merges/${id}`);
});

mergeRoutes.post(`${MERGE}/reversal`, async (c) => {
  const id = idIn(c, 'merge');
  if (!(await c.get('db').write(requireViewer(c), (tx) => undoMerge(tx, id)))) notFound();
  return seeOther(c, `/merges/${id}`);
});

mergeRoutes.post(`${MERGE}/staying`, async (c) => {
  const viewer = requireViewer(c);
  const id = idIn(c, 'merge');
  const form = await readForm(c, z.object({ stays: checked }));
  await c.get('db').write(viewer, async (tx) => {
    const merge = await mergeFor(tx, viewer, id);
    if (!merge?.isHers || merge.state !== 'announced') notFound();
    await stayBehind(tx, viewer, id, form.ok && form.values.stays);
  });
  return seeOther(c, `/merges/${id}`);
});
