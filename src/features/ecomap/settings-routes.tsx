import { sql } from 'kysely';
import { z } from 'zod';
import { query } from '../../platform/db/index.ts';
import {
  checked,
  many,
  routes as newRoutes,
  notFound,
  Problem,
  readForm,
  required,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { addTie, putAside, setFindingAside } from './changing.ts';
import { tieFrom } from './her-map.ts';
import { knownTo } from './known.ts';
import { changeMap, documentOf, GROWING, nameOfOrigin, SOURCES } from './map.ts';
import { SettingsPage } from './pages/settings-page.tsx';
import { change, ID, originOf } from './routes.tsx';
import { daysBefore } from './tie-form.ts';

/** What her map may do by itself, and what it may say. */
export const settingsRoutes = newRoutes();

settingsRoutes.get('/ecomap/settings', async (c) => {
  const viewer = requireViewer(c);
  const kept = await c.get('db').read(viewer, (tx) => documentOf(tx, c.get('keys'), viewer));
  return c.html(<SettingsPage page={c.get('page')} kept={kept} />);
});

const growing = z.object({
  answer: z.enum(['yes', 'no']),
  sources: many(SOURCES),
  how: z.enum(GROWING).default('ask'),
});

settingsRoutes.post('/ecomap/settings/growing', async (c) => {
  const form = await readForm(c, growing);
  if (!form.ok) throw new Problem(422, 'errors.field.unfit');
  const { answer, sources, how } = form.values;
  await change(c, (document) => {
    document.growing = { sources: answer === 'yes' ? sources : [], how };
  });
  const grows = answer === 'yes' && sources.length > 0;
  return seeOther(c, '/ecomap', grows ? 'ecomap.growing.yes-saved' : 'ecomap.growing.no-saved');
});

const quiet = z.object({ mention: checked, tell: checked });

settingsRoutes.post('/ecomap/settings/quiet', async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, quiet);
  if (!form.ok) throw new Problem(422, 'errors.field.unfit');
  const { mention, tell } = form.values;
  await c.get('db').write(viewer, async (tx) => {
    await changeMap(tx, c.get('keys'), viewer, (document) => {
      document.neverQuiet = !mention;
    });
    // Of what the map itself may not mention, nobody is told either.
    await tx.run(
      query
        .updateTable('ecomaps')
        .set({ tells: sql<boolean>`${mention && tell}` })
        .where('member_id', '=', viewer.memberId),
    );
  });
  return seeOther(c, '/ecomap/settings', 'ecomap.settings.saved');
});

const asideForm = z.object({ what: z.enum(['findings', 'people']) });

settingsRoutes.post('/ecomap/settings/aside', async (c) => {
  const form = await readForm(c, asideForm);
  if (!form.ok) throw new Problem(422, 'errors.field.unfit');
  await change(c, (document) => {
    if (form.values.what === 'findings') document.setAside = {};
    else document.aside = [];
  });
  return seeOther(c, '/ecomap', 'ecomap.settings.saved');
});

const suggestion = z.object({ origin: required(80), answer: z.enum(['yes', 'no']) });

settingsRoutes.post('/ecomap/suggestions', async (c) => {
  const viewer = requireViewer(c);
  const form = await readForm(c, suggestion);
  if (!form.ok) throw new Problem(422, 'errors.field.unfit');
  const origin = originOf(form.values.origin) ?? notFound();
  if (form.values.answer === 'no') {
    await change(c, (document) => putAside(document, origin));
    return seeOther(c, '/ecomap', 'ecomap.put-aside');
  }
  const { keys, page } = c.var;
  await c.get('db').write(viewer, async (tx) => {
    // Only what is really hers: looked up again, through her own eyes.
    const known = await knownTo(tx, keys, viewer, page, [origin.of as (typeof SOURCES)[number]]);
    const one = known.find((each) => each.origins.includes(nameOfOrigin(origin))) ?? notFound();
    await changeMap(tx, keys, viewer, (document) => addTie(document, tieFrom(document, one), origin));
  });
  return seeOther(c, '/ecomap', 'ecomap.added');
});

const finding = z.object({
  key: z.string().regex(new RegExp(`^(quiet|takes):${ID}$|^(support|people):[a-z]{1,20}$`)),
  state: z.enum(['later', 'off', 'on']),
});

/** How long "not now" is: silence comes back sooner than what is thin. */
const LATER_DAYS = { quiet: 14, other: 60 };

settingsRoutes.post('/ecomap/findings', async (c) => {
  const form = await readForm(c, finding);
  if (!form.ok) throw new Problem(422, 'errors.field.unfit');
  const { key, state } = form.values;
  const days = key.startsWith('quiet:') ? LATER_DAYS.quiet : LATER_DAYS.other;
  const until = { later: daysBefore(todayIn(c.get('page').timeZone), -days), off: 'off', on: null }[state];
  await change(c, (document) => setFindingAside(document, key, until));
  return seeOther(c, '/ecomap', state === 'on' ? 'ecomap.saved' : `ecomap.findings.${state}-saved`);
});
