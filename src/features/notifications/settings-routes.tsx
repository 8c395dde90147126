import { z } from 'zod';
import {
  type Ctx,
  checked,
  type Errors,
  many,
  routes as newRoutes,
  notFound,
  oneOf,
  readForm,
  requireViewer,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { maySendTo } from '../../platform/push/index.ts';
import { HOURS, halfSaid, keepQuiet } from '../onboarding/index.ts';
import { chooseMail, MAIL_MODES, mailChoicesOf } from './mail-choices.ts';
import { type Chosen, SettingsPage } from './pages/settings.tsx';
import { addDevice, devicesOf, removeDevice } from './push/device.ts';
import { pushKeys } from './push/keys.ts';
import { circleChoicesOf, reachOf, watchCircles } from './settings.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const DEVICES_AN_HOUR = { points: 20, seconds: 3_600 };

const Browser = z.object({
  endpoint: z.string().max(1000),
  p256dh: z.base64url().length(87),
  auth: z.base64url().length(22),
});

/** How she is told. */
export const settingsRoutes = newRoutes();

settingsRoutes.get('/me/notifications', async (c) => answer(c, await settingsOf(c)));

settingsRoutes.post('/me/notifications', async (c) => {
  const viewer = requireViewer(c);
  const before = await settingsOf(c);
  const ids = before.circles.map(({ circleId }) => circleId);
  const [form, letters] = [await readForm(c, formFor(ids)), await readForm(c, lettersFor(ids))];
  if (!form.ok || !letters.ok) {
    const raw = form.ok ? letters : form;
    if (raw.ok) return notFound();
    return answer(c, { ...before, chosen: typed(raw.raw, before) }, raw.errors);
  }
  const { mail, watching, ...quiet } = form.values;
  const errors = halfSaid(quiet);
  if (errors) {
    const hours = { quietFrom: quiet.quietFrom ?? '', quietTo: quiet.quietTo ?? '' };
    return answer(c, { ...before, chosen: { ...before.chosen, ...form.values, ...hours } }, errors);
  }
  await c.get('db').write(viewer, async (tx) => {
    await keepQuiet(tx, viewer, quiet);
    await watchCircles(tx, viewer, watching);
    for (const id of ids) await chooseMail(tx, viewer, id, letters.values[`mail-${id}`] ?? null);
    await chooseMail(tx, viewer, null, mail);
  });
  return seeOther(c, '/me/notifications', 'notifications.saved');
});

settingsRoutes.post('/me/notifications/devices', async (c) => {
  const viewer = requireViewer(c);
  await spend(c, DEVICES_AN_HOUR, viewer.memberId);
  const form = await readForm(c, Browser);
  if (!form.ok || !maySendTo(form.values.endpoint, c.get('config').pushAllow))
    return answer(c, await settingsOf(c), { form: 'notifications.device-failed' });
  const { values } = form;
  await c.get('db').write(viewer, (tx) => addDevice(tx, viewer, values));
  return seeOther(c, '/me/notifications', 'notifications.device-added');
});

settingsRoutes.post(`/me/notifications/devices/:id{${ID}}/removal`, async (c) => {
  const viewer = requireViewer(c);
  const removed = await c.get('db').write(viewer, (tx) => removeDevice(tx, viewer, c.req.param('id')));
  return removed ? seeOther(c, '/me/notifications', 'notifications.device-removed') : notFound();
});

const formFor = (circleIds: string[]) =>
  z.object({
    mail: z.enum(MAIL_MODES, 'errors.field.missing'),
    watching: many(circleIds),
    contentFree: checked,
    quietFrom: oneOf(HOURS),
    quietTo: oneOf(HOURS),
  });

const lettersFor = (circleIds: string[]) =>
  z.object(Object.fromEntries(circleIds.map((id) => [`mail-${id}`, oneOf(MAIL_MODES)])));

type Settings = Awaited<ReturnType<typeof settingsOf>>;

async function settingsOf(c: Ctx) {
  const viewer = requireViewer(c);
  const { publicKey } = await pushKeys(c.get('db'), c.get('keys'));
  return c.get('db').read(viewer, async (tx) => {
    const circles = await circleChoicesOf(tx, viewer);
    const mail = await mailChoicesOf(tx, viewer);
    const reach = (await reachOf(tx, viewer)) ?? notFound();
    const chosen: Chosen = {
      mail: mail.everywhere,
      circleMail: Object.fromEntries(mail.circles.map(({ circleId, mode }) => [circleId, mode])),
      watching: circles.filter(({ watching }) => watching).map(({ circleId }) => circleId),
      contentFree: reach.contentFree,
      quietFrom: reach.quiet.from?.slice(0, 5) ?? '',
      quietTo: reach.quiet.to?.slice(0, 5) ?? '',
    };
    return { circles, chosen, devices: await devicesOf(tx, viewer), publicKey };
  });
}

/** What she typed, as far as it is something the form can show. */
function typed(raw: Record<string, unknown>, { chosen, circles }: Settings): Chosen {
  const one = (name: string) => String([raw[name] ?? ''].flat()[0] ?? '');
  return {
    mail: MAIL_MODES.find((mode) => mode === one('mail')) ?? chosen.mail,
    circleMail: Object.fromEntries(circles.map(({ circleId }) => [circleId, one(`mail-${circleId}`)])),
    watching: [raw.watching ?? []].flat().map(String),
    contentFree: Boolean(raw.contentFree),
    quietFrom: one('quietFrom'),
    quietTo: one('quietTo'),
  };
}

const answer = (c: Ctx, settings: Settings, errors?: Errors) =>
  c.html(<SettingsPage page={c.get('page')} {...settings} errors={errors} />, errors ? 422 : 200);
