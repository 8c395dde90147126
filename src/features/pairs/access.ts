import type { Tx } from '../../platform/db/index.ts';
import { type Ctx, notFound, requireViewer, type Viewer } from '../../platform/http/index.ts';
import type { Callers } from './calls.tsx';
import { type Pair, pairOf } from './pair.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
export const PAIR = `/pairs/:id{${UUID}}` as const;
export const CONTACT = `${PAIR}/contacts/:contact{${UUID}}` as const;
export const PROGRAM_PAIRS = `/community/programs/:program{${UUID}}/pairs` as const;
export const PROGRAM_PAIR = `${PROGRAM_PAIRS}/:id{${UUID}}` as const;

/** A pair of hers. @throws Problem 404 for anybody else's and none alike */
export async function requirePair(c: Ctx): Promise<{ viewer: Viewer; pair: Pair }> {
  const viewer = requireViewer(c);
  const pair = await c.get('db').read(viewer, (tx) => pairOf(tx, viewer, c.req.param('id')!));
  return { viewer, pair: pair ?? notFound() };
}

/** One that is together still. @throws Problem 404 likewise */
export async function requireTogether(c: Ctx): Promise<{ viewer: Viewer; pair: Pair }> {
  const found = await requirePair(c);
  return found.pair.endedAt ? notFound() : found;
}

/** One in which she is the mentor. @throws Problem 404 likewise */
export async function requireMentored(c: Ctx): Promise<{ viewer: Viewer; pair: Pair }> {
  const found = await requireTogether(c);
  return found.pair.iMentor ? found : notFound();
}

/** Where the two of a pair plan a call: while their room is open. */
export const callsOf = {
  at: PAIR,
  here: (id: string) => `/pairs/${id}`,
  back: (_: Ctx, id: string, { otherName }: Callers) => ({ href: `/pairs/${id}`, label: otherName }),
  find: async (tx: Tx, viewer: Viewer, id: string): Promise<Callers | null> => {
    const pair = await pairOf(tx, viewer, id);
    return pair?.isOpen && pair.circleId ? { ...pair, circleId: pair.circleId } : null;
  },
};
