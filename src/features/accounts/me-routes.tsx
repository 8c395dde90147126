import { deleteCookie } from 'hono/cookie';
import { z } from 'zod';
import { query } from '../../platform/db/index.ts';
import {
  type Ctx,
  checked,
  readForm,
  required,
  requireViewer,
  routes,
  seeOther,
  text,
  type Viewer,
} from '../../platform/http/index.ts';
import { isZone } from '../../platform/time/index.ts';
import { answersCalls } from '../call-door/index.ts';
import { type Level, metWithCare, weighOwnWords } from '../danger/index.ts';
import { herHours } from '../pairs/index.ts';
import type { AuthParts } from './auth.ts';
import { accountOf, isFresh, passkeysOf, sessionsOf } from './mine.ts';
import { type Details, DetailsPage, SPOKEN } from './pages/details.tsx';
import { MePage } from './pages/me.tsx';

const Detailed = z.object({
  name: required(60, 'accounts.name-missing'),
  about: text(2000).optional().default(''),
  findable: checked,
  locale: z.enum(SPOKEN, 'accounts.language-unfit'),
  zone: z.string('accounts.time-zone-unfit').refine(isZone, 'accounts.time-zone-unfit'),
});

/** Her own place, and how she is known here. */
export function meRoutes(parts: AuthParts) {
  const rooms = routes();

  rooms.get('/me', async (c) => {
    const viewer = requireViewer(c);
    const [{ about }, hours, { email }, passkeys, sessions, calls] = await Promise.all([
      describedBy(c, viewer),
      c.get('db').read(viewer, herHours),
      accountOf(parts, viewer.accountId),
      passkeysOf(parts, viewer.accountId),
      sessionsOf(parts, viewer.accountId),
      c.get('db').read(viewer, answersCalls),
    ]);
    const fresh = isFresh(sessions.find(({ id }) => id === viewer.sessionId));
    return c.html(
      <MePage
        page={c.get('page')}
        name={viewer.displayName}
        {...{ about, hours, email, passkeys, fresh, calls }}
      />,
    );
  });

  rooms.get('/me/details', async (c) => {
    const viewer = requireViewer(c);
    const { displayName: name, timeZone: zone } = viewer;
    // The language she reads this page in, even when she only switched to it in this browser: saving keeps it.
    const locale = SPOKEN.find((spoken) => spoken === c.get('page').locale) ?? viewer.locale;
    const values = { name, locale, zone, ...(await describedBy(c, viewer)) };
    return c.html(<DetailsPage page={c.get('page')} values={values} />);
  });

  rooms.post('/me/details', async (c) => {
    const viewer = requireViewer(c);
    const form = await readForm(c, Detailed);
    if (!form.ok) {
      const typed = (name: Exclude<keyof Details, 'findable'>) => [form.raw[name] ?? ''].flat()[0]!;
      const values = {
        name: typed('name'),
        about: typed('about'),
        findable: form.raw.findable !== undefined,
        locale: typed('locale'),
        zone: typed('zone'),
      };
      return c.html(<DetailsPage page={c.get('page')} values={values} errors={form.errors} />, 422);
    }
    const level = await describeMyself(c, viewer, form.values);
    // What she chose for this browser alone would win over what she chose just now.
    deleteCookie(c, 'lang', { path: '/' });
    return seeOther(c, metWithCare(level, '/me'), 'accounts.details-saved');
  });
  return rooms;
}

async function describedBy(c: Ctx, viewer: Viewer): Promise<{ about: string; findable: boolean }> {
  const mine = query
    .selectFrom('members')
    .select(['about', 'findable'])
    .where('member_id', '=', viewer.memberId);
  return (await c.get('db').read(viewer, (tx) => tx.first(mine))) ?? { about: '', findable: false };
}

/** Keeps it. Resolves to how much new words of her story worry; told to nobody here unless they are urgent. */
async function describeMyself(
  c: Ctx,
  viewer: Viewer,
  { name, about, findable, locale, zone }: Details,
): Promise<Level> {
  const before = await describedBy(c, viewer);
  const change = query
    .updateTable('members')
    .set({ display_name: name, about, findable, locale, time_zone: zone })
    .where('community_id', '=', viewer.communityId)
    .where('member_id', '=', viewer.memberId);
  return c.get('db').write(viewer, async (tx) => {
    await tx.run(change);
    return about === before.about ? 'none' : weighOwnWords(tx, about);
  });
}
