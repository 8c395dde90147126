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
import { answersOf } from '../onboarding/index.ts';
import { OFFERING, offerSchema, pausingSchema, UUID } from './forms.ts';
import { type Offer, ownOffer, ownOffers, pause, removeOffer, saveOffer } from './offer.ts';
import { OfferForm } from './pages/offer-form.tsx';
import { OffersPage } from './pages/offers.tsx';
import { volunteering } from './volunteer.ts';

const OFFER = `/asks/offers/:id{${UUID}}` as const;

/** The other side: what she can do for others, and when she cannot. */
export const offerRoutes = newRoutes();

offerRoutes.get('/asks/offers', async (c) => {
  const viewer = requireViewer(c);
  const shown = await c.get('db').read(viewer, async (tx) => ({
    offers: await ownOffers(tx, viewer),
    volunteer: await volunteering(tx, viewer),
  }));
  return c.html(<OffersPage page={c.get('page')} {...shown} />);
});

offerRoutes.get('/asks/offers/new', async (c) => c.html(await form(c)));
offerRoutes.post('/asks/offers/new', (c) => save(c));
offerRoutes.get(OFFER, async (c) => c.html(await form(c)));
offerRoutes.post(OFFER, (c) => save(c));

offerRoutes.post('/asks/offers/pause', (c) => pausing(c));
offerRoutes.post(`${OFFER}/pause`, (c) => pausing(c, c.req.param('id')));

offerRoutes.post(`${OFFER}/removal`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, (tx) => removeOffer(tx, viewer, c.req.param('id')));
  return seeOther(c, '/asks/offers', 'asks.offer.removed');
});

async function pausing(c: Ctx, id?: string) {
  const viewer = requireViewer(c);
  const form = await readForm(c, pausingSchema);
  const stops = form.ok && form.values.pausing;
  await c.get('db').write(viewer, (tx) => pause(tx, viewer, stops, id));
  return seeOther(c, '/asks/offers', stops ? 'asks.offer.paused' : 'asks.offer.resumed');
}

async function save(c: Ctx) {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const read = await readForm(c, offerSchema);
  if (!read.ok) return c.html(await form(c, read), 422);
  await spend(c, OFFERING, viewer.memberId);
  const offer: Offer = { ...read.values, maxMiles: read.values.maxMiles ?? null };
  await c.get('db').write(viewer, (tx) => saveOffer(tx, viewer, offer, id));
  return seeOther(c, '/asks/offers', 'asks.offer.saved');
}

async function form(c: Ctx, refused?: { raw: Raw; errors: Errors }) {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const { offer, answers } = await c.get('db').read(viewer, async (tx) => ({
    offer: id ? await ownOffer(tx, viewer, id) : null,
    answers: await answersOf(tx, viewer),
  }));
  const likely = { languages: answers?.languages ?? [], free: answers?.free ?? [] };
  return (
    <OfferForm
      page={c.get('page')}
      offer={offer}
      likely={likely}
      placed={answers?.latitude != null}
      refused={refused}
    />
  );
}
