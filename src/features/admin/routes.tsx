import { z } from 'zod';
import { query } from '../../platform/db/index.ts';
import { findPostcode } from '../../platform/geo/index.ts';
import {
  many,
  notFound,
  readForm,
  required,
  requireViewer,
  routes,
  seeOther,
  text,
} from '../../platform/http/index.ts';
import { failingJobs } from '../../platform/jobs/index.ts';
import { addressFor } from '../../platform/posting/index.ts';
import { isZone } from '../../platform/time/index.ts';
import { forgetCommunities } from '../communities/index.ts';
import { overdueFacts } from '../helplines/index.ts';
import { unsentLetters } from '../letters/index.ts';
import { mentorsWaiting } from '../programs/index.ts';
import { firstReplies } from './first-replies.ts';
import { overview, pageSize, people, setRole } from './overview.ts';
import { OverviewPage } from './pages/overview.tsx';
import { PeoplePage } from './pages/people.tsx';
import { SettingsPage } from './pages/settings.tsx';

const SPOKEN = ['en', 'es'] as const;
const ROLES = ['member', 'moderator', 'coordinator'] as const;

const Settings = z.object({
  name: required(80),
  postcode: required(12),
  languages: many(SPOKEN).refine((list) => list.length > 0, 'admin.error.languages'),
  firstReplyHours: z.coerce
    .number('errors.field.unfit')
    .int('errors.field.unfit')
    .min(1, 'errors.field.unfit')
    .max(72, 'errors.field.unfit')
    .optional(),
  lettersADay: z.coerce
    .number('errors.field.unfit')
    .int('errors.field.unfit')
    .min(10, 'errors.field.unfit')
    .max(1000, 'errors.field.unfit')
    .optional(),
  timeZone: z.string('errors.field.missing').refine(isZone, 'errors.field.unfit'),
  charter: text(6000),
});

/** The community as its coordinators look after it. */
export const coordinatorRoutes = routes();

coordinatorRoutes.get('/community', async (c) => {
  const found = await c.get('db').read(requireViewer(c), async (tx) => ({
    figures: await overview(tx),
    firstReplies: await firstReplies(tx),
    unsent: await unsentLetters(tx),
    mentorsWaiting: await mentorsWaiting(tx),
    failing: await failingJobs(tx),
  }));
  const addressless = addressFor(c.get('config'), null) === null;
  const overdue = overdueFacts(new Date());
  return c.html(<OverviewPage page={c.get('page')} {...found} addressless={addressless} overdue={overdue} />);
});

coordinatorRoutes.get('/community/settings', (c) =>
  c.html(<SettingsPage page={c.get('page')} community={c.get('community')} />),
);

coordinatorRoutes.post('/community/settings', async (c) => {
  const viewer = requireViewer(c);
  const community = c.get('community');
  const form = await readForm(c, Settings);
  const place = form.ok ? findPostcode(community.country, form.values.postcode) : null;
  if (!form.ok || !place) {
    const errors = form.ok ? { postcode: 'admin.error.postcode' as const } : form.errors;
    return c.html(
      <SettingsPage page={c.get('page')} community={community} raw={form.raw} errors={errors} />,
      422,
    );
  }
  const { name, languages, charter, timeZone, firstReplyHours, lettersADay } = form.values;
  await c.get('db').write(viewer, (tx) =>
    tx.run(
      query
        .updateTable('communities')
        .set({
          name,
          languages,
          charter,
          first_reply_hours: firstReplyHours,
          letters_a_day: lettersADay,
          region: place.region,
          postcode: place.postcode,
          place_name: place.placeName,
          latitude: place.latitude,
          longitude: place.longitude,
          time_zone: timeZone,
        })
        .where('community_id', '=', community.communityId),
    ),
  );
  forgetCommunities(c.get('db'));
  return seeOther(c, '/community', 'admin.notice.saved');
});

coordinatorRoutes.get('/community/people', async (c) => {
  const viewer = requireViewer(c);
  const search = (c.req.query('name') ?? '').replaceAll('\0', '').slice(0, 60);
  const offset = Math.min(Math.max(0, Number.parseInt(c.req.query('from') ?? '0', 10) || 0), 1_000_000);
  const found = await c.get('db').read(viewer, (tx) => people(tx, search, offset));
  const next = found.more
    ? `/community/people?${new URLSearchParams({ name: search, from: String(offset + pageSize) })}`
    : undefined;
  return c.html(
    <PeoplePage
      page={c.get('page')}
      people={found.people}
      self={viewer.memberId}
      search={search}
      next={next}
    />,
  );
});

coordinatorRoutes.post(
  '/community/people/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/role',
  async (c) => {
    const form = await readForm(c, z.object({ role: z.enum(ROLES, 'errors.field.unfit') }));
    if (!form.ok) notFound();
    const done = await c
      .get('db')
      .write(requireViewer(c), (tx) => setRole(tx, c.req.param('id'), form.values.role));
    return done ? seeOther(c, '/community/people', 'admin.notice.role') : notFound();
  },
);
