import type { Tx } from '../../platform/db/index.ts';
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
import { callForm, planCall } from '../gatherings/index.ts';
import { CallPage } from './pages/call.tsx';

/** Two who share a room and may plan a call in it. */
export interface Callers {
  circleId: string;
  otherName: string;
  /** Whose clocks the other lives by; null: the community's. */
  otherZone: string | null;
}

interface Between {
  /** Where the two are, as a route with `:id` in it. */
  at: `/${string}`;
  /** The two by that id, for whoever of them asks; null for anybody else. */
  find(tx: Tx, viewer: Viewer, id: string): Promise<Callers | null | undefined>;
  /** The same address with the id, and what leads back from it. */
  here(id: string): string;
  back(c: Ctx, id: string, two: Callers): { href: string; label: string };
}

/** Calls of two who said yes to each other: they stand in both calendars. */
export function callsBetween({ at, find, here, back }: Between) {
  const rooms = routes();

  const require = async (c: Ctx): Promise<{ id: string; two: Callers }> => {
    const [viewer, id] = [requireViewer(c), c.req.param('id')!];
    return { id, two: (await c.get('db').read(viewer, (tx) => find(tx, viewer, id))) ?? notFound() };
  };
  const page = (
    c: Ctx,
    { id, two }: { id: string; two: Callers },
    raw: Raw = { minutes: '30' },
    errors: Errors = {},
  ) => (
    <CallPage
      page={c.get('page')}
      pair={two}
      home={c.get('community').timeZone}
      action={`${here(id)}/calls`}
      back={back(c, id, two)}
      raw={raw}
      errors={errors}
    />
  );

  rooms.get(`${at}/calls/new`, async (c) => c.html(page(c, await require(c))));

  rooms.post(`${at}/calls`, async (c) => {
    const viewer = requireViewer(c);
    const found = await require(c);
    const form = await readForm(c, callForm);
    if (!form.ok) return c.html(page(c, found, form.raw, form.errors), 422);
    const { circleId, otherName } = found.two;
    const title = c.get('page').t('mentoring.call.name', { first: viewer.displayName, second: otherName });
    const call = { ...form.values, circleId, title };
    const planned = await c.get('db').write(viewer, (tx) => planCall(tx, viewer, c.get('community'), call));
    if (!planned.ok) return c.html(page(c, found, form.raw, planned.errors), 422);
    return seeOther(c, `/gatherings/${planned.gatheringId}`, 'mentoring.notice.call');
  });
  return rooms;
}

/** The next call of two, in their room. */
export interface NextCall {
  path: string;
  startsAt: Date;
}

export async function nextCall(tx: Tx, circleId: string, now = new Date()): Promise<NextCall | null> {
  const [row] = await tx.hot<{ gathering: string; startsAt: Date }>(
    `SELECT g.gathering_id AS gathering, o.starts_at AS "startsAt" FROM gatherings g
     JOIN occurrences o ON o.community_id = g.community_id AND o.gathering_id = g.gathering_id
     WHERE g.circle_id = $1 AND g.cancelled_at IS NULL AND o.cancelled_at IS NULL AND o.ends_at > $2
     ORDER BY o.starts_at LIMIT 1`,
    [circleId, now],
  );
  return row ? { path: `/gatherings/${row.gathering}`, startsAt: row.startsAt } : null;
}
