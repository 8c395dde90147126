import {
  type Ctx,
  routes as newRoutes,
  type Read,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { circleForFacilitator, circleForMember } from '../circles/index.ts';
import { addItem, changeItem, itemOn, removeItem, shelfOf } from './item.ts';
import { itemSchema } from './item-form.ts';
import { ItemPage } from './pages/item-page.tsx';
import { ShelfPage } from './pages/shelf-page.tsx';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const SHELF = `/circles/:id{${UUID}}/shelf` as const;
const ITEM = `${SHELF}/:item{${UUID}}` as const;

/** A circle's shelf: read by its members, kept by its facilitators. */
export const routes = newRoutes();

routes.get(SHELF, async (c) => c.html(await shelfPage(c)));

routes.post(SHELF, async (c) => {
  const viewer = requireViewer(c);
  const circleId = c.req.param('id');
  await c.get('db').read(viewer, (tx) => circleForFacilitator(tx, viewer, circleId));
  const form = await readForm(c, itemSchema);
  if (!form.ok) return c.html(await shelfPage(c, form), 422);
  await c.get('db').write(viewer, (tx) => addItem(tx, viewer, circleId, form.values));
  return seeOther(c, `/circles/${circleId}/shelf`, 'shelf.added');
});

routes.get(`${ITEM}/edit`, async (c) => {
  const { circle, item } = await find(c);
  return c.html(<ItemPage page={c.get('page')} circle={circle} item={item} />);
});

routes.post(`${ITEM}/edit`, async (c) => {
  const { circle, item, viewer } = await find(c);
  const form = await readForm(c, itemSchema);
  if (!form.ok)
    return c.html(<ItemPage page={c.get('page')} circle={circle} item={item} refused={form} />, 422);
  await c.get('db').write(viewer, (tx) => changeItem(tx, circle.circleId, item.item_id, form.values));
  return seeOther(c, `/circles/${circle.circleId}/shelf`, 'shelf.changed');
});

routes.post(`${ITEM}/removal`, async (c) => {
  const { circle, item, viewer } = await find(c);
  await c.get('db').write(viewer, (tx) => removeItem(tx, circle.circleId, item.item_id));
  return seeOther(c, `/circles/${circle.circleId}/shelf`, 'shelf.removed');
});

async function shelfPage(c: Ctx, refused?: Read<unknown> & { ok: false }) {
  const viewer = requireViewer(c);
  const seen = await c.get('db').read(viewer, async (tx) => {
    const { circle, seat } = await circleForMember(tx, viewer, c.req.param('id')!);
    return { circle, facilitates: seat.role === 'facilitator', items: await shelfOf(tx, circle.circleId) };
  });
  return <ShelfPage page={c.get('page')} {...seen} refused={refused} />;
}

/** Something on the shelf, for those who keep it. */
async function find(c: Ctx) {
  const viewer = requireViewer(c);
  const { id, item } = c.req.param() as { id: string; item: string };
  const found = await c.get('db').read(viewer, async (tx) => ({
    circle: await circleForFacilitator(tx, viewer, id),
    item: await itemOn(tx, id, item),
  }));
  return { ...found, viewer };
}
