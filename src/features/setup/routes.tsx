import { z } from 'zod';
import { findPostcode, isCountry, type Place } from '../../platform/geo/index.ts';
import type { Parts } from '../../platform/http/index.ts';
import {
  type Ctx,
  checked,
  type Errors,
  many,
  notFound,
  readForm,
  required,
  routes,
  seeOther,
  text,
} from '../../platform/http/index.ts';
import { translator } from '../../platform/i18n/index.ts';
import { isZone } from '../../platform/time/index.ts';
import { accountForEmail, startSession } from '../accounts/index.ts';
import { forgetCommunities } from '../communities/index.ts';
import { found, setupWaits } from './founding.ts';
import { NoLinkPage } from './pages/no-link.tsx';
import { SetupPage } from './pages/setup.tsx';
import { sampleAccounts } from './sample/accounts.ts';
import { SPOKEN } from './spoken.ts';

const Setup = z.object({
  token: required(64),
  name: required(80),
  country: z.string('errors.field.missing').trim().toUpperCase().refine(isCountry, 'errors.field.unfit'),
  postcode: required(12),
  timeZone: text(64)
    .optional()
    .default('')
    .refine((zone) => zone === '' || isZone(zone), 'errors.field.unfit'),
  languages: many(SPOKEN).refine((list) => list.length > 0, 'setup.error.languages'),
  coordinator: required(60),
  email: z
    .string('errors.field.missing')
    .trim()
    .toLowerCase()
    .max(254, 'errors.field.tooLong')
    .pipe(z.email('setup.error.email')),
  sample: checked,
});

/** The first run: one link, used once, founds the community. */
export function setup(parts: Parts) {
  const door = routes();

  door.get('/setup', async (c) => {
    if (c.get('community')) notFound();
    const token = c.req.query('token') ?? '';
    if (!(await setupWaits(parts.db, token)))
      return c.html(<NoLinkPage page={c.get('page')} />, token ? 404 : 200);
    return c.html(<SetupPage page={c.get('page')} token={token} />);
  });

  door.post('/setup', async (c) => {
    if (c.get('community')) notFound();
    const form = await readForm(c, Setup);
    const token = String(form.raw.token ?? '');
    if (!(await setupWaits(parts.db, token))) return c.html(<NoLinkPage page={c.get('page')} used />, 404);
    const place = form.ok ? findPostcode(form.values.country, form.values.postcode) : null;
    const again = (errors: Errors) =>
      c.html(<SetupPage page={c.get('page')} token={token} raw={form.raw} errors={errors} />, 422);
    if (!form.ok) return again(form.errors);
    if (!place) return again({ postcode: 'setup.error.postcode' });
    const timeZone = form.values.timeZone || place.timeZone;
    if (!timeZone) return again({ timeZone: 'setup.error.zone' });
    return begin(parts, c, { ...form.values, timeZone }, place);
  });

  return door;
}

async function begin(parts: Parts, c: Ctx, asked: z.infer<typeof Setup>, place: Place) {
  const locale = asked.languages[0]!;
  const accountId = await accountForEmail(parts, asked.email);
  const communityId = await found(parts, asked.token, {
    name: asked.name,
    place,
    timeZone: asked.timeZone,
    languages: asked.languages,
    charter: translator(locale)('setup.charter'),
    coordinator: { accountId, name: asked.coordinator, locale },
    sample: asked.sample ? await sampleAccounts(parts) : null,
  });
  if (!communityId) return c.html(<NoLinkPage page={c.get('page')} used />, 404);
  forgetCommunities(parts.db);
  await startSession(parts, c, accountId);
  return seeOther(c, '/community', 'setup.notice.founded');
}
