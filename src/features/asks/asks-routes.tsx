import type { Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  publicUrl,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { byHand, calledByHerPeople } from '../people/index.ts';
import { type Ask, type AskedPerson, askedFor, askFor, herAsks, peopleAskedFor, reopenAsk } from './ask.ts';
import { ASKING, closingSchema, UUID } from './forms.ts';
import { herIntroductions } from './introduction.ts';
import { ASKS_JOB } from './jobs.ts';
import { AskPage } from './pages/ask.tsx';
import { AsksPage } from './pages/asks.tsx';
import { closeWithThanks } from './thanking.ts';
import { FOLLOW_UP_MS, timingOf } from './timing.ts';

const ASK = `/asks/:id{${UUID}}` as const;

/** What she asked for: how it stands, and how it ends. */
export const asksRoutes = newRoutes();

asksRoutes.get('/asks', async (c) => {
  const viewer = requireViewer(c);
  const shown = await c.get('db').read(viewer, async (tx) => ({
    asks: await herAsks(tx, viewer),
    introductions: await herIntroductions(tx),
  }));
  return c.html(<AsksPage page={c.get('page')} {...shown} />);
});

asksRoutes.get(ASK, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const keys = c.get('keys');
  const shown = await c.get('db').read(viewer, async (tx) => {
    const ask = await askFor(tx, viewer, id);
    const people = (await peopleAskedFor(tx, keys, viewer)).filter(({ askId }) => askId === id);
    const handed = await byHand(tx, keys, viewer, waitingIn(ask, people));
    const name = await calledByHerPeople(tx, keys, viewer);
    return { ask, people, handed, name, asked: await askedFor(tx, [id]) };
  });
  return c.html(<AskPage page={c.get('page')} host={publicUrl(c)} {...shown} />);
});

asksRoutes.post(`${ASK}/closing`, async (c) => {
  const form = await readForm(c, closingSchema);
  if (!form.ok) return notFound(); // buttons: no form of ours sends anything else
  const done = await hers(c, (tx, id) =>
    closeWithThanks(tx, c.get('keys'), requireViewer(c), id, form.values.as),
  );
  return done ? seeOther(c, here(c), `asks.closed.${form.values.as}`) : notFound();
});

asksRoutes.post(`${ASK}/opening`, async (c) => {
  const viewer = requireViewer(c);
  await spend(c, ASKING, viewer.memberId); // whoever has not answered is asked anew: as much a ring as a new ask
  const now = new Date();
  const { endsAt } = timingOf({ needed: 'week', at: null }, viewer.timeZone, now);
  const done = await hers(c, (tx, id) => reopenAsk(tx, id, endsAt, new Date(now.getTime() + FOLLOW_UP_MS)));
  if (!done) return notFound();
  c.get('soon')(ASKS_JOB);
  return seeOther(c, here(c), 'asks.opened');
});

/** Who is still to hear of it: that she asks, or afterwards that she thanks them for their yes. */
function waitingIn({ closedAt, closedAs }: Ask, people: AskedPerson[]): Set<string> {
  if (closedAt && closedAs !== 'helped') return new Set();
  const waiting = people.filter(({ answer }) => answer === (closedAt ? 'yes' : null));
  return new Set(waiting.map(({ personId }) => personId));
}

const here = (c: Ctx): string => `/asks/${c.req.param('id')}`;
const hers = <T,>(c: Ctx, work: (tx: Tx, id: string) => Promise<T>): Promise<T> =>
  c.get('db').write(requireViewer(c), (tx) => work(tx, c.req.param('id')!));
