import { type Ctx, type Read, readForm, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import {
  type BoundariesKept,
  herBoundaries,
  type Shown,
  saveWords,
  setBoundaries,
  wordsOf,
} from '../boundaries/index.ts';
import { halfSaid } from '../onboarding/index.ts';
import { type BeingThere, beingThereFor, inOwnWords, NOTHING_SAID, sayBeingThere } from './being-there.ts';
import { beingThereSchema, boundariesSchema } from './forms.ts';
import { BeingTherePage } from './pages/being-there-page.tsx';
import { BoundariesPage } from './pages/boundaries-page.tsx';
import { situationFor } from './situation.ts';

/** What she says about herself to those near her: how to be there, and her boundaries. */
export const wordsRoutes = routes();
const HOW = '/people/how-to-be-there';
const BOUNDARIES = '/people/boundaries';

wordsRoutes.get(HOW, async (c) => c.html(await beingTherePage(c)));

wordsRoutes.post(HOW, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, beingThereSchema);
  if (!form.ok) return c.html(await beingTherePage(c, form), 422);
  const { ticked, helps, say, avoid, stage, turn } = form.values;
  const said: BeingThere = { ticked, own: { helps, say, avoid } };
  const kept = turn === 'own' ? inOwnWords(c.get('page').t, said) : said;
  await c.get('db').write(viewer, (tx) => sayBeingThere(tx, c.get('keys'), viewer, kept));
  const back = stage ? `${HOW}?stage=${encodeURIComponent(stage)}` : HOW;
  return seeOther(c, back, turn === 'own' ? 'people.notice.own-words' : 'people.notice.how');
});

wordsRoutes.get(BOUNDARIES, async (c) => c.html(await boundariesPage(c)));

wordsRoutes.post(BOUNDARIES, async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, boundariesSchema);
  const half = form.ok ? halfSaid(form.values) : null;
  if (!form.ok) return c.html(await boundariesPage(c, form), 422);
  if (half) return c.html(await boundariesPage(c, { ok: false, raw: form.raw, errors: half }), 422);
  const { called } = form.values;
  await c.get('db').write(viewer, async (tx) => {
    await setBoundaries(tx, c.get('keys'), viewer, keptFrom(form.values));
    await saveWords(tx, c.get('keys'), viewer, 'name', called ? { said: called, shown: 'people' } : null);
  });
  return seeOther(c, BOUNDARIES, 'people.notice.boundaries');
});

type Said = ReturnType<typeof boundariesSchema.parse>;

function keptFrom(said: Said): BoundariesKept {
  const worded = (words: string, shown: Shown) => (words ? { said: words, shown } : undefined);
  const { quietFrom: from, quietTo: to } = said;
  return {
    quiet: from && to ? { said: { from, to }, shown: said.quietShown } : undefined,
    visiting: worded(said.visiting, said.visitingShown),
    topics: worded(said.topics, said.topicsShown),
    'not-told': worded(said.notTold, said.notToldShown),
  };
}

type Refused = Read<unknown> & { ok: false };

async function beingTherePage(c: Ctx, refused?: Refused) {
  const viewer = requireViewer(c);
  const seen = await c.get('db').read(viewer, async (tx) => ({
    being: (await beingThereFor(tx, c.get('keys'), viewer.memberId)) ?? NOTHING_SAID,
    situation: await situationFor(tx, viewer, c.req.query('stage')),
  }));
  return <BeingTherePage page={c.get('page')} {...seen} refused={refused} />;
}

async function boundariesPage(c: Ctx, refused?: Refused) {
  const viewer = requireViewer(c);
  const seen = await c.get('db').read(viewer, async (tx) => ({
    kept: await herBoundaries(tx, c.get('keys'), viewer),
    called: String((await wordsOf(tx, c.get('keys'), viewer.memberId)).get('name')?.said ?? ''),
  }));
  return <BoundariesPage page={c.get('page')} {...seen} refused={refused} />;
}
