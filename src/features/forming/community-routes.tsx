import { z } from 'zod';
import {
  type Ctx,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { boardRoutes } from './board-routes.tsx';
import { leadsNow, waitingList } from './company.ts';
import { figuresOf, gatheringNow } from './figures.ts';
import { reasonsToJoin, whoElseSuits } from './filling.ts';
import { settingsSchema } from './forms.ts';
import { decideLead } from './lead.ts';
import { beginSmall, dissolve, keepMoreSeats } from './making.ts';
import { CarePage } from './pages/care.tsx';
import { SettingsPage } from './pages/settings.tsx';
import { CARE, UUID } from './paths.ts';
import { keepSettings, settingsOf } from './settings.ts';

/** For coordinators: the list in numbers, who offers to lead, circles that gather, and how circles are formed here. */
export const coordinatorRoutes = routes();

coordinatorRoutes.route('/', boardRoutes);

coordinatorRoutes.get(CARE, async (c) => {
  const now = new Date();
  const shown = await c.get('db').read(requireViewer(c), async (tx) => {
    const gathering = await gatheringNow(tx);
    return {
      settings: await settingsOf(tx),
      figures: await figuresOf(tx, now),
      leads: await leadsNow(tx, now),
      gathering,
      // Only to say whom a circle that came out too small would suit.
      waiting: gathering.some(({ short }) => short) ? await waitingList(tx, now) : [],
    };
  });
  return c.html(<CarePage page={c.get('page')} {...shown} />);
});

coordinatorRoutes.get(`${CARE}/settings`, (c) => form(c));
coordinatorRoutes.post(`${CARE}/settings`, async (c) => {
  const viewer = requireViewer(c);
  const read = await readForm(c, settingsSchema);
  if (!read.ok) return form(c, read);
  await c.get('db').write(viewer, (tx) => keepSettings(tx, viewer, read.values, new Date()));
  return seeOther(c, CARE, 'forming.notice.settings');
});

coordinatorRoutes.post(`${CARE}/leads/:member{${UUID}}`, async (c) => {
  const read = await readForm(c, z.object({ answer: z.enum(['yes', 'no'], 'errors.field.unfit') }));
  const yes = read.ok && read.values.answer === 'yes';
  const member = c.req.param('member');
  const done =
    read.ok && (await c.get('db').write(requireViewer(c), (tx) => decideLead(tx, member, yes, new Date())));
  if (!done) notFound();
  return seeOther(c, CARE, yes ? 'forming.notice.lead-welcome' : 'forming.notice.lead-not-now');
});

coordinatorRoutes.post(`${CARE}/circles/:id{${UUID}}/beginning`, async (c) => {
  const id = c.req.param('id');
  const done = await c.get('db').write(requireViewer(c), (tx) => beginSmall(tx, id, new Date()));
  return seeOther(c, CARE, done ? 'forming.notice.begun' : 'forming.notice.not-begun');
});

// Asks those of the list whom it suits, as the page told how many.
coordinatorRoutes.post(`${CARE}/circles/:id{${UUID}}/seats`, async (c) => {
  const id = c.req.param('id');
  const now = new Date();
  const kept = await c.get('db').write(requireViewer(c), async (tx) => {
    const one = (await gatheringNow(tx)).find((each) => each.id === id) ?? notFound();
    const more = whoElseSuits(one, await waitingList(tx, now), await leadsNow(tx, now));
    const reasons = reasonsToJoin(one, more.seated);
    return keepMoreSeats((work) => work(tx), id, more.seated, more.facilitators, reasons, now);
  });
  return seeOther(c, CARE, kept > 0 ? 'forming.notice.asked-more' : 'forming.notice.nobody-more');
});

coordinatorRoutes.post(`${CARE}/circles/:id{${UUID}}/dissolution`, async (c) => {
  const id = c.req.param('id');
  const done = await c.get('db').write(requireViewer(c), (tx) => dissolve(tx, id, new Date()));
  return seeOther(c, CARE, done ? 'forming.notice.dissolved' : undefined);
});

async function form(c: Ctx, refused?: { raw: Raw; errors: Errors }): Promise<Response> {
  const settings = await c.get('db').read(requireViewer(c), settingsOf);
  const shown = <SettingsPage page={c.get('page')} settings={settings} {...refused} />;
  return c.html(shown, refused ? 422 : 200);
}
