import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Ctx, notFound, readForm, routes, seeOther, text } from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { PAIR, requireMentored } from './access.ts';
import { endPair, rest } from './ending.ts';
import { RestPage } from './pages/rest-page.tsx';
import { herPairs, mentoredBy } from './pair.ts';

/** A mentor's "not this month", and what becomes of those she mentors. */
export const restingRoutes = routes();

const DAY = 86_400_000;
/** As far ahead as she may rest. */
const MOST_DAYS = 120;

restingRoutes.get(`${PAIR}/rest`, async (c) => {
  const found = await resting(c);
  const until = todayIn(found.viewer.timeZone, new Date(Date.now() + 30 * DAY));
  return c.html(<RestPage page={c.get('page')} {...found} raw={{ until }} />);
});

const restSchema = z.object({
  until: text(10).regex(/^\d{4}-\d\d-\d\d$/, 'pairs.error.until'),
  over: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(z.string().max(36)).max(60),
  ),
});

restingRoutes.post(`${PAIR}/rest`, async (c) => {
  const { viewer, pair, mentored } = await resting(c);
  const form = await readForm(c, restSchema);
  const again = (raw: typeof form.raw, errors: Parameters<typeof RestPage>[0]['errors']) =>
    c.html(<RestPage page={c.get('page')} {...{ pair, mentored, raw, errors }} />, 422);
  if (!form.ok) return again(form.raw, form.errors);
  const until = noonOf(form.values.until, viewer.timeZone);
  const ahead = until ? until.getTime() - Date.now() : 0;
  if (!until || ahead <= 0 || ahead >= MOST_DAYS * DAY)
    return again(form.raw, { until: 'pairs.error.until' });
  const over = mentored.filter(({ id }) => form.values.over.includes(id));
  const keep = mentored.filter((one) => !over.includes(one)).map(({ id }) => id);
  await c.get('db').write(viewer, async (tx) => {
    if (!(await rest(tx, pair.programId, keep, until))) notFound();
    for (const { id } of over) await endPair(tx, id, 'rematch', { because: ['pause'] });
  });
  return seeOther(c, '/pairs', 'pairs.notice.rests');
});

/** The middle of a day of hers, so that it is that day to the other as well; null for one that is in no calendar. */
function noonOf(day: string, timeZone: string): Date | null {
  try {
    const noon = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '12:00' });
    return new Date(noon.epochMilliseconds);
  } catch {
    return null;
  }
}

/** The pair she came from, and all she mentors in its program. */
async function resting(c: Ctx) {
  const { viewer, pair } = await requireMentored(c);
  const pairs = await c.get('db').read(viewer, (tx) => herPairs(tx, viewer));
  return { viewer, pair, mentored: mentoredBy(pairs).filter((one) => one.programId === pair.programId) };
}
