import {
  type Ctx,
  routes as newRoutes,
  type Raw,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { isClosed, unlessClosed } from '../conversation/index.ts';
import { answersOf, isGrieving } from '../onboarding/index.ts';
import { getsLetters } from '../people/index.ts';
import { weigh } from '../safety/index.ts';
import { makeAsk, newAskKey } from './asking.ts';
import { ASKING, askSchema } from './forms.ts';
import { ASKS_JOB } from './jobs.ts';
import { DOORS, type Door, WANTED, type Wanted, type When } from './needs.ts';
import { AskForm } from './pages/ask-form.tsx';
import { DoorsPage } from './pages/doors.tsx';
import { momentIn } from './timing.ts';
import { type Chosen, chosenFrom, whomFor } from './whom.ts';

const DOOR = '/ask/:door{listen|hand|answer}' as const;
const FURTHEST = 60 * 24 * 60 * 60_000;

/** The middle button: what she needs, in three taps and a line of text. */
export const askRoutes = newRoutes();

askRoutes.get('/ask', async (c) => {
  const { gentle } = await around(c);
  return c.html(<DoorsPage page={c.get('page')} gentle={gentle} />);
});

askRoutes.get(DOOR, async (c) => c.html(await form(c)));

askRoutes.post(DOOR, async (c) => {
  const viewer = requireViewer(c);
  const kind = DOORS[c.req.param('door') as Door];
  const read = await readForm(c, askSchema);
  if (!read.ok) return c.html(await form(c, read), 422);
  const now = new Date();
  const when = whenIn(read.values, viewer.timeZone, now);
  if ('error' in when) return c.html(await form(c, { raw: read.raw, errors: when.error }), 422);
  if (read.values.to.filter((box) => box.startsWith('circle-')).length > 1)
    return c.html(await form(c, { raw: read.raw, errors: { to: 'asks.error.one-circle' } }), 422);
  const to = chosenFrom(read.values.to, (await around(c)).whom);
  if (!to) return c.html(await form(c, { raw: read.raw, errors: { to: 'asks.error.to' } }), 422);
  await spend(c, ASKING, viewer.memberId);
  const thing = kind === 'practical' ? read.values.thing : null;
  const said = await unlessClosed(async () => ({
    id: await c
      .get('db')
      .write(viewer, (tx) =>
        makeAsk(tx, c.get('keys'), viewer, { ...read.values, ...when, kind, thing, to }, now),
      ),
  }));
  if (isClosed(said)) return c.html(await form(c, { raw: read.raw, errors: { to: said.closed } }), 422);
  c.get('soon')(ASKS_JOB);
  const way = `/asks/${said.id}`;
  // Nothing is stopped; she is met with those who answer now.
  const heavy = weigh(read.values.words).level !== 'none';
  if (heavy) return seeOther(c, `/care?to=${encodeURIComponent(way)}`);
  return seeOther(c, way, goesByItself(to) ? 'asks.asked' : 'asks.asked-by-hand');
});

/** Somebody hears of it without her doing anything more. */
const goesByItself = ({ nearby, volunteers, circle, people }: Chosen): boolean =>
  nearby || volunteers || circle !== null || people.some(getsLetters);

/** What the page is made of: to whom she may turn, and whether she grieves. */
const around = (c: Ctx) => {
  const viewer = requireViewer(c);
  return c.get('db').read(viewer, async (tx) => {
    const answers = await answersOf(tx, viewer);
    return {
      whom: await whomFor(tx, c.get('keys'), viewer),
      gentle: answers !== null && isGrieving(answers),
      placed: answers?.latitude != null,
    };
  });
};

async function form(c: Ctx, refused?: { raw: Raw; errors: Errors }) {
  const door = c.req.param('door') as Door;
  const want = c.req.query('want') ?? '';
  return (
    <AskForm
      page={c.get('page')}
      door={door}
      {...(await around(c))}
      newKey={newAskKey()}
      wanted={Object.hasOwn(WANTED, want) ? (want as Wanted) : undefined}
      refused={refused}
    />
  );
}

/** When she needs it; an hour she names must lie ahead, and not further than two months. */
function whenIn(
  { needed, date, time }: { needed: When['needed']; date: string; time: string },
  timeZone: string,
  now: Date,
): When | { error: Errors } {
  if (needed !== 'at') return { needed, at: null };
  const at = momentIn(timeZone, date, time);
  if (!at) return { error: { date: 'asks.error.when' } };
  const ahead = at.getTime() - now.getTime();
  return ahead > 0 && ahead < FURTHEST ? { needed, at } : { error: { date: 'asks.error.ahead' } };
}
