import type { Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  publicUrl,
  type Read,
  readForm,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import { byHand } from './by-hand.ts';
import { toldSchema, updateSchema } from './forms.ts';
import { calledByHerPeople } from './near.ts';
import { UpdateFormPage } from './pages/update-form-page.tsx';
import { UpdatePage } from './pages/update-page.tsx';
import { UpdatesPage } from './pages/updates-page.tsx';
import { idOf, UPDATE, updatePath } from './paths.ts';
import { type Hers, herPeople } from './person.ts';
import { beginningFor, situationFor } from './situation.ts';
import { chosenFor, readersOf, tellUpdate } from './telling.ts';
import {
  beginUpdate,
  changeDraft,
  type Draft,
  removeUpdate,
  reword,
  type Update,
  updateOfHers,
  updatesOf,
} from './update.ts';

/** News told once to everyone she chose. */
export const updateRoutes = routes();

updateRoutes.get('/people/updates', async (c) => {
  const viewer = requireViewer(c);
  const updates = await c.get('db').read(viewer, (tx) => updatesOf(tx, c.get('keys'), viewer.memberId));
  return c.html(<UpdatesPage page={c.get('page')} updates={updates} />);
});

updateRoutes.get('/people/updates/new', async (c) => c.html(await formPage(c)));

updateRoutes.post('/people/updates', async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, updateSchema);
  if (!form.ok) return c.html(await formPage(c, { refused: form }), 422);
  const id = await c
    .get('db')
    .write(viewer, async (tx) =>
      beginUpdate(tx, c.get('keys'), viewer, await draftOf(c, tx, viewer, form.values)),
    );
  return seeOther(c, updatePath(id));
});

updateRoutes.get(UPDATE, async (c) => {
  const viewer = requireViewer(c);
  const keys = c.get('keys');
  const seen = await c.get('db').read(viewer, async (tx) => {
    const update = await updateOfHers(tx, keys, viewer, idOf(c));
    const readers = await readersOf(tx, keys, viewer, idOf(c));
    const ids = new Set(update.toldAt ? readers.map(({ person }) => person.personId) : []);
    const handed = await byHand(tx, keys, viewer, ids);
    return { update, readers, handed, name: await calledByHerPeople(tx, keys, viewer) };
  });
  return c.html(<UpdatePage page={c.get('page')} host={publicUrl(c)} {...seen} />);
});

updateRoutes.get(`${UPDATE}/edit`, async (c) => c.html(await formPage(c, { updateId: idOf(c) })));

updateRoutes.post(`${UPDATE}/edit`, async (c) => {
  const viewer = requireViewer(c);
  const [keys, updateId] = [c.get('keys'), idOf(c)];
  const update = await c.get('db').read(viewer, (tx) => updateOfHers(tx, keys, viewer, updateId));
  if (update.toldAt) return changeTold(c, update);
  const form = await readForm(c, updateSchema);
  if (!form.ok) return c.html(await formPage(c, { updateId, refused: form }), 422);
  await c
    .get('db')
    .write(viewer, async (tx) =>
      changeDraft(tx, keys, viewer, update, await draftOf(c, tx, viewer, form.values)),
    );
  return seeOther(c, updatePath(updateId));
});

async function changeTold(c: Ctx, update: Update) {
  const viewer = requireViewer(c);
  const form = await readForm(c, toldSchema);
  if (!form.ok) return c.html(await formPage(c, { updateId: update.updateId, refused: form }), 422);
  await c.get('db').write(viewer, (tx) => reword(tx, c.get('keys'), viewer, update, form.values.text));
  return seeOther(c, updatePath(update.updateId), 'people.notice.saved');
}

updateRoutes.post(`${UPDATE}/telling`, async (c) => {
  const viewer = requireViewer(c);
  const first = await c.get('db').write(viewer, (tx) => tellUpdate(tx, c.get('keys'), viewer, idOf(c)));
  return seeOther(c, updatePath(idOf(c)), first ? 'people.notice.told' : undefined);
});

updateRoutes.post(`${UPDATE}/removal`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => removeUpdate(tx, viewer, idOf(c)));
  return seeOther(c, '/people/updates', 'people.notice.update-removed');
});

/** Those of her people who may see updates at all. */
const possibleReaders = async (c: Ctx, tx: Tx, viewer: Hers) =>
  (await herPeople(tx, c.get('keys'), viewer)).filter((person) => person.seesUpdates);

/** What the form says, for those of hers who may see updates at all. */
async function draftOf(
  c: Ctx,
  tx: Tx,
  viewer: Hers,
  { text, letter, readers }: { text: string; letter: string; readers: string[] },
): Promise<Draft> {
  const possible = (await possibleReaders(c, tx, viewer)).map(({ personId }) => personId);
  return { text, discreet: letter === 'discreet', readers: possible.filter((id) => readers.includes(id)) };
}

interface Shown {
  updateId?: string;
  refused?: Read<unknown> & { ok: false };
}

async function formPage(c: Ctx, { updateId, refused }: Shown = {}) {
  const viewer = requireViewer(c);
  const page = c.get('page');
  const seen = await c.get('db').read(viewer, async (tx) => ({
    update: updateId ? await updateOfHers(tx, c.get('keys'), viewer, updateId) : undefined,
    chosen: updateId ? await chosenFor(tx, updateId) : undefined,
    people: await possibleReaders(c, tx, viewer),
    situation: await situationFor(tx, viewer, c.req.query('stage')),
  }));
  const beginning = beginningFor(page.t, c.req.query('begin'));
  return <UpdateFormPage page={page} {...seen} beginning={beginning} refused={refused} />;
}
