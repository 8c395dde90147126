import type { Tx } from '../../platform/db/index.ts';
import { type Ctx, routes as newRoutes, requireViewer, type Viewer } from '../../platform/http/index.ts';
import { answersOf, isGrieving } from '../onboarding/index.ts';
import { herCalendar, withdrawnAhead } from './calendar.ts';
import { WANTS, type Want, wantsFor } from './note.ts';
import { CalendarPage } from './pages/calendar-page.tsx';
import { NotePage } from './pages/note-page.tsx';

export const routes = newRoutes();

routes.get('/help/note', async (c) => {
  const viewer = requireViewer(c);
  const gentle = await c.get('db').read(viewer, (tx) => grieves(tx, viewer));
  const to = c.req.query('to') === 'doctor' ? 'doctor' : 'close';
  return c.html(<NotePage page={c.get('page')} to={to} wants={wantsIn(c, gentle)} gentle={gentle} />);
});

routes.get('/calendar', async (c) => {
  const viewer = requireViewer(c);
  const hers = await c.get('db').read(viewer, async (tx) => ({
    entries: await herCalendar(tx, c.get('keys'), viewer),
    withdrawn: await withdrawnAhead(tx, viewer),
  }));
  return c.html(<CalendarPage page={c.get('page')} {...hers} />);
});

async function grieves(tx: Tx, viewer: Viewer): Promise<boolean> {
  const answers = await answersOf(tx, viewer);
  return answers !== null && isGrieving(answers);
}

/** What the address asks for, as far as it is ours; otherwise the likeliest wish. */
function wantsIn(c: Ctx, gentle: boolean): Want[] {
  const offered = wantsFor(gentle);
  const asked = new Set(c.req.queries('want'));
  const wants = WANTS.filter((want) => asked.has(want) && offered.includes(want));
  return wants.length > 0 ? wants : offered.slice(0, 1);
}
