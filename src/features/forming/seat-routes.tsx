import { type Ctx, notFound, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import { SeatPage } from './pages/seat.tsx';
import { LEADING, LIST, UUID } from './paths.ts';
import { answerSeat, herSeat } from './seat.ts';
import { settingsOf } from './settings.ts';

const SEAT = `/circle-seats/:id{${UUID}}` as const;

/** A seat kept for her: what the circle is, why it may suit her, and yes or no. Who else is in it comes after a yes. */
export const seatRoutes = routes();

seatRoutes.get(SEAT, async (c) => {
  const id = c.req.param('id');
  const { seat, settings } = await c.get('db').read(requireViewer(c), async (tx) => ({
    seat: (await herSeat(tx, id)) ?? notFound(),
    settings: await settingsOf(tx),
  }));
  return c.html(<SeatPage page={c.get('page')} seat={seat} settings={settings} />);
});

seatRoutes.post(`${SEAT}/acceptance`, (c) => answer(c, true));
seatRoutes.post(`${SEAT}/refusal`, (c) => answer(c, false));

async function answer(c: Ctx, yes: boolean): Promise<Response> {
  const id = c.req.param('id')!;
  const { said, seat } = await c.get('db').write(requireViewer(c), async (tx) => ({
    said: (await answerSeat(tx, id, yes, new Date())) ?? notFound(),
    seat: (await herSeat(tx, id)) ?? notFound(),
  }));
  if (said === 'in' && seat.circleId) return seeOther(c, `/circles/${seat.circleId}`, 'forming.notice.in');
  const back = seat.role === 'facilitator' ? LEADING : LIST;
  if (said === 'yes') return seeOther(c, LIST, 'forming.notice.yes');
  if (said === 'gone') return seeOther(c, back, 'forming.notice.gone');
  return seeOther(c, back, seat.role === 'facilitator' ? 'forming.notice.lead-no' : 'forming.notice.no');
}
