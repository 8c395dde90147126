import type { Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  type Raw,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { callsOffered } from '../call-door/index.ts';
import { metWithCare, weigh } from '../danger/index.ts';
import { whereAndWhat } from '../helplines/index.ts';
import { answersOf } from '../onboarding/index.ts';
import {
  askForCall,
  changeCall,
  herCallback,
  herCallbacks,
  herParticulars,
  ratherSomebodyElse,
  withdrawCall,
} from './callback.ts';
import { ABOUT, ASKING, askSchema, hoursSchema, UUID } from './forms.ts';
import { CALLBACKS_JOB } from './jobs.ts';
import { linesAround } from './lines.ts';
import { declineOffer, isOfferedACall } from './offer.ts';
import { AskForm, type Spoken } from './pages/ask-form.tsx';
import { HoursPage } from './pages/hours.tsx';
import { MinePage } from './pages/mine.tsx';
import { RequestPage } from './pages/request.tsx';
import { callLanguages, promiseFor } from './promise.ts';

const NEW = '/callbacks/new';
const ONE = `/callbacks/requests/:id{${UUID}}` as const;

/** She asks to be called, sees where it stands, changes her hours, takes it back. */
export const askingRoutes = newRoutes();

askingRoutes.get(NEW, async (c) => {
  const viewer = requireViewer(c);
  const [open] = await c.get('db').read(viewer, (tx) => herCallbacks(tx, viewer));
  if (open && !open.closedAt) return seeOther(c, `/callbacks/requests/${open.callbackId}`);
  return c.html(await form(c));
});

askingRoutes.post(NEW, async (c) => {
  const viewer = requireViewer(c);
  const read = await readForm(c, askSchema);
  if (!read.ok) return c.html(await form(c, read), 422);
  await spend(c, ASKING, viewer.memberId);
  const now = new Date();
  const { country, region } = await whereAndWhat(c);
  const asked = { ...read.values, country, region };
  const said = await c
    .get('db')
    .write(viewer, (tx) => askForCall(tx, c.get('keys'), viewer, asked, c.get('community').timeZone, now));
  if (said === 'absent') return notFound();
  if (said === 'open') return seeOther(c, '/callbacks/mine', 'callbacks.open-already');
  c.get('soon')(CALLBACKS_JOB);
  const way = `/callbacks/requests/${read.values.key}`;
  // Nothing is stopped; after heavy words she is met with those who answer now.
  const { level } = weigh(`${read.values.line}\n${read.values.safe}`);
  return level === 'none' ? seeOther(c, way, 'callbacks.asked') : seeOther(c, metWithCare(level, way));
});

// "No, thank you" to a call that somebody offered.
askingRoutes.post('/callbacks/offer/refusal', async (c) => {
  const done = await c.get('db').write(requireViewer(c), declineOffer);
  return done ? seeOther(c, '/plan', 'callbacks.offer-declined') : notFound();
});

askingRoutes.get('/callbacks/mine', async (c) => {
  const viewer = requireViewer(c);
  const requests = await c.get('db').read(viewer, (tx) => herCallbacks(tx, viewer));
  return c.html(<MinePage page={c.get('page')} requests={requests} lines={await linesAround(c)} />);
});

askingRoutes.get(ONE, async (c) => {
  const viewer = requireViewer(c);
  const request = await c.get('db').read(viewer, (tx) => herCallback(tx, viewer, c.req.param('id')));
  return c.html(<RequestPage page={c.get('page')} request={request} lines={await linesAround(c)} />);
});

askingRoutes.get(`${ONE}/hours`, async (c) => c.html(await hoursForm(c)));

askingRoutes.post(`${ONE}/hours`, async (c) => {
  const viewer = requireViewer(c);
  const read = await readForm(c, hoursSchema);
  if (!read.ok) return c.html(await hoursForm(c, read), 422);
  await spend(c, ASKING, viewer.memberId);
  return done(c, 'callbacks.changed', (tx, id) =>
    changeCall(tx, c.get('keys'), viewer, id, read.values, c.get('community').timeZone, new Date()),
  );
});

askingRoutes.post(`${ONE}/withdrawal`, (c) => done(c, 'callbacks.withdrawn', withdrawCall));
askingRoutes.post(`${ONE}/somebody-else`, (c) => done(c, 'callbacks.somebody-else-done', ratherSomebodyElse));

async function done(
  c: Ctx,
  notice: 'callbacks.changed' | 'callbacks.withdrawn' | 'callbacks.somebody-else-done',
  work: (tx: Tx, id: string) => Promise<boolean>,
) {
  const id = c.req.param('id')!;
  if (!(await c.get('db').write(requireViewer(c), (tx) => work(tx, id)))) return notFound();
  c.get('soon')(CALLBACKS_JOB);
  return seeOther(c, `/callbacks/requests/${id}`, notice);
}

/** Each language with what can be promised in it, before she asks. */
async function form(c: Ctx, refused?: { raw: Raw; errors: Errors }) {
  const viewer = requireViewer(c);
  const { timeZone } = c.get('community');
  const now = new Date();
  const found = await c.get('db').read(viewer, async (tx) => {
    const hers = (await answersOf(tx, viewer))?.languages ?? [];
    const wished = hers.length > 0 ? hers : [viewer.locale];
    const spoken: Spoken[] = [];
    for (const language of new Set([...wished, ...(await callLanguages(tx))])) {
      const reachable = { language, hours: [], timeZone: viewer.timeZone };
      spoken.push({ language, promise: await promiseFor(tx, reachable, timeZone, now) });
    }
    return { spoken, offered: await callsOffered(tx), thoughtOf: await isOfferedACall(tx, viewer) };
  });
  return (
    <AskForm
      page={c.get('page')}
      {...found}
      name={viewer.displayName}
      lines={await linesAround(c)}
      about={ABOUT.filter((topic) => topic === c.req.query('about'))}
      refused={refused}
    />
  );
}

async function hoursForm(c: Ctx, refused?: { raw: Raw; errors: Errors }) {
  const viewer = requireViewer(c);
  const id = c.req.param('id')!;
  const hers = await c.get('db').read(viewer, async (tx) => ({
    request: await herCallback(tx, viewer, id),
    about: await herParticulars(tx, c.get('keys'), viewer, id),
  }));
  if (!hers.about) return notFound();
  return <HoursPage page={c.get('page')} request={hers.request} about={hers.about} refused={refused} />;
}
