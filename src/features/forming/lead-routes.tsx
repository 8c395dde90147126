import {
  type Ctx,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { offerSchema } from './forms.ts';
import { herLead, moveLead, offerToLead } from './lead.ts';
import { LeadPage } from './pages/lead.tsx';
import { LeadFormPage } from './pages/lead-form.tsx';
import { LEADING } from './paths.ts';
import { offerFrom, toldBy } from './prefill.ts';
import { herSeats } from './seat.ts';

/** Offering to look after a circle that is made from the list. */
export const leadRoutes = routes();

const OFFERING = { points: 20, seconds: 86_400 };

leadRoutes.get(LEADING, async (c) => {
  const viewer = requireViewer(c);
  const { lead, seats } = await c.get('db').read(viewer, async (tx) => ({
    lead: await herLead(tx, viewer),
    seats: (await herSeats(tx)).filter(({ role }) => role === 'facilitator'),
  }));
  if (!lead || lead.state === 'left') return form(c);
  return c.html(<LeadPage page={c.get('page')} lead={lead} seats={seats} />);
});

leadRoutes.get(`${LEADING}/change`, (c) => form(c));

leadRoutes.post(LEADING, async (c) => {
  const viewer = requireViewer(c);
  const read = await readForm(c, offerSchema);
  if (!read.ok) return form(c, read);
  await spend(c, OFFERING, viewer.memberId);
  const state = await c.get('db').write(viewer, (tx) => offerToLead(tx, read.values, new Date()));
  if (state === null) notFound();
  return seeOther(c, LEADING, state === 'offered' ? 'forming.notice.offered' : 'forming.notice.kept');
});

leadRoutes.post(`${LEADING}/pause`, (c) => move(c, 'pause'));
leadRoutes.post(`${LEADING}/return`, (c) => move(c, 'resume'));
leadRoutes.post(`${LEADING}/departure`, (c) => move(c, 'leave'));

async function move(c: Ctx, what: 'pause' | 'resume' | 'leave'): Promise<Response> {
  const done = await c.get('db').write(requireViewer(c), (tx) => moveLead(tx, what, new Date()));
  if (!done) notFound();
  return seeOther(c, LEADING, `forming.notice.lead-${what}`);
}

async function form(c: Ctx, refused?: { raw: Raw; errors: Errors }): Promise<Response> {
  const viewer = requireViewer(c);
  const { lead, told } = await c.get('db').read(viewer, async (tx) => ({
    lead: await herLead(tx, viewer),
    told: await toldBy(tx, viewer),
  }));
  const page = c.get('page');
  const kept = lead ?? offerFrom(told, page.locale);
  const changes = lead !== undefined && lead.state !== 'left';
  return c.html(
    <LeadFormPage page={page} kept={kept} told={told} changes={changes} {...refused} />,
    refused ? 422 : 200,
  );
}
