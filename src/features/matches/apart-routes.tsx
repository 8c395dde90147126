import { z } from 'zod';
import { query } from '../../platform/db/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { programOf } from '../programs/index.ts';
import { apartNoMore, keepApart, keptApart, peopleIn } from './apart.ts';
import { UUID } from './forms.ts';
import { ApartPage } from './pages/apart.tsx';

const APART = `/community/programs/:id{${UUID}}/apart` as const;

/** Who is family or knows each other well: told by a coordinator, on the board or here, and kept by the engine. */
export const apartRoutes = newRoutes();

apartRoutes.get(APART, async (c) => {
  const shown = await c.get('db').read(requireViewer(c), async (tx) => ({
    program: (await programOf(tx, c.req.param('id'))) ?? notFound(),
    apart: await keptApart(tx),
    ...(await peopleIn(tx, c.req.param('id'))),
  }));
  return c.html(<ApartPage page={c.get('page')} {...shown} />);
});

const id = z.string().regex(new RegExp(`^${UUID}$`));
const twoSchema = z.object({ one: id, other: id });

apartRoutes.post(APART, async (c) => {
  const form = await readForm(c, twoSchema);
  const here = `/community/programs/${c.req.param('id')}/apart`;
  if (!form.ok) return seeOther(c, here, 'matches.error.apart');
  const { one, other } = form.values;
  return said(c, here, await c.get('db').write(requireViewer(c), (tx) => keepApart(tx, one, other)));
});

// From a line of the board: the mother of the line and whoever is chosen in it.
apartRoutes.post(`/community/programs/:id{${UUID}}/board/apart`, async (c) => {
  const form = await readForm(c, z.looseObject({ apart: id }));
  const board = `/community/programs/${c.req.param('id')}/board`;
  const mentor = form.ok ? id.safeParse(form.raw[`with-${form.values.apart}`]) : undefined;
  if (!form.ok || !mentor?.success) return seeOther(c, board, 'matches.error.apart');
  const request = query
    .selectFrom('mentee_requests')
    .select('member_id')
    .where('request_id', '=', form.values.apart);
  const done = await c.get('db').write(requireViewer(c), async (tx) => {
    const mother = (await tx.first(request))?.member_id;
    return mother !== undefined && keepApart(tx, mother, mentor.data);
  });
  return said(c, board, done);
});

apartRoutes.post(`${APART}/removal`, async (c) => {
  const form = await readForm(c, twoSchema);
  if (!form.ok) return notFound(); // one button
  const { one, other } = form.values;
  const done = await c.get('db').write(requireViewer(c), (tx) => apartNoMore(tx, one, other));
  return done
    ? seeOther(c, `/community/programs/${c.req.param('id')}/apart`, 'matches.notice.apart-no-more')
    : notFound();
});

const said = (c: Ctx, where: string, done: boolean) =>
  seeOther(c, where, done ? 'matches.notice.apart' : 'matches.error.apart');
