import { requireViewer, routes } from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { isCohortMonth } from './cohort-months.ts';
import { cohortsOfMonth, herMonths } from './finding-by-month.ts';
import { ByMonthPage } from './pages/by-month.tsx';

/** Cohorts by the month a child is due, was born or came home. */
export const monthRoutes = routes();

monthRoutes.get('/cohorts', async (c) => {
  const viewer = requireViewer(c);
  const asked = c.req.query('month') ?? '';
  const shown = await c.get('db').read(viewer, async (tx) => {
    const months = await herMonths(tx, viewer);
    const month = isCohortMonth(asked, new Date()) ? asked : (months[0] ?? null);
    const found = month ? await cohortsOfMonth(tx, viewer, month, todayIn(viewer.timeZone)) : [];
    return { months, month, found };
  });
  return c.html(<ByMonthPage page={c.get('page')} {...shown} />);
});
