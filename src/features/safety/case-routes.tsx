import type { Raw } from '../../platform/http/index.ts';
import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
  type Viewer,
} from '../../platform/http/index.ts';
import type { MessageKey } from '../../platform/i18n/index.ts';
import type { Errors } from '../../ui/index.ts';
import { circleForFacilitator } from '../circles/index.ts';
import { type Case, caseById } from './case.ts';
import { caseFile, casePhoto } from './case-file.ts';
import { decideCase, takeCase } from './deciding.ts';
import { decisionSchema, takingSchema, UUID } from './forms.ts';
import { CasePage } from './pages/case-page.tsx';
import { promiseOf } from './promise.ts';
import { templatesFor } from './template.ts';

const MODERATION = `/moderation/:case{${UUID}}` as const;
const CIRCLE = `/circles/:id{${UUID}}/cases/:case{${UUID}}` as const;

/** A case as a moderator meets it. */
export const moderatorCaseRoutes = newRoutes();
/** The same for whoever looks after the circle it happened in: a post's, never about herself. */
export const facilitatorCaseRoutes = newRoutes();

for (const [routes, path] of [
  [moderatorCaseRoutes, MODERATION],
  [facilitatorCaseRoutes, CIRCLE],
] as const) {
  routes.get(path, async (c) => c.html(await casePage(c)));

  routes.post(`${path}/assignment`, async (c) => {
    const { viewer, one, base } = await caseIn(c);
    const form = await readForm(c, takingSchema);
    const taking = form.ok && form.values.taking;
    const said = await c.get('db').write(viewer, (tx) => takeCase(tx, one.caseId, taking));
    return seeOther(c, base, NOTICES[said === 'theirs' ? 'theirs' : taking ? 'taken' : 'back']);
  });

  for (const size of ['', '/small'] as const)
    routes.get(`${path}/photos/:photo{${UUID}}${size}`, async (c) => {
      const { viewer, one } = await caseIn(c);
      const photo = c.req.param('photo')!;
      const bytes = await c.get('db').read(viewer, (tx) => casePhoto(tx, one.caseId, photo, size !== ''));
      c.header('Content-Type', 'image/webp');
      return c.body(new Uint8Array(bytes));
    });

  routes.post(`${path}/decision`, async (c) => {
    const { viewer, one, base } = await caseIn(c);
    const form = await readForm(c, decisionSchema);
    if (!form.ok && !one.decidedAt) return c.html(await casePage(c, form), 422);
    const said = form.ok
      ? await c.get('db').write(viewer, (tx) => decideCase(tx, one.caseId, form.values))
      : 'late';
    if (said === 'unfit')
      return c.html(await casePage(c, { raw: form.raw, errors: { decision: 'safety.decision-unfit' } }), 422);
    return said === 'late'
      ? seeOther(c, base, 'safety.decided-before')
      : seeOther(c, queueOf(base), 'safety.decided');
  });
}

const NOTICES: Record<'theirs' | 'taken' | 'back', MessageKey> = {
  theirs: 'safety.taken-by-other',
  taken: 'safety.taken',
  back: 'safety.given-back',
};

/** Where the cases are listed that this one is of. */
export const queueOf = (base: string): string =>
  base.startsWith('/moderation') ? '/moderation' : base.replace(/\/cases\/.*/, '/settings/care');

interface Found {
  viewer: Viewer;
  one: Case;
  base: string;
}

/** @throws Problem 404 when it is not hers to look at */
export async function caseIn(c: Ctx): Promise<Found> {
  const viewer = requireViewer(c);
  const { id, case: caseId } = c.req.param() as { id?: string; case: string };
  const one = await c.get('db').read(viewer, async (tx) => {
    if (id) await circleForFacilitator(tx, viewer, id);
    const found = await caseById(tx, caseId);
    return id && found.circleId !== id ? notFound() : found;
  });
  return { viewer, one, base: id ? `/circles/${id}/cases/${caseId}` : `/moderation/${caseId}` };
}

/** The whole page, also for a form on it that came back. */
export async function casePage(c: Ctx, refused?: { raw: Raw; errors: Errors }) {
  const { viewer, one, base } = await caseIn(c);
  const page = c.get('page');
  const seen = await c.get('db').read(viewer, async (tx) => ({
    file: await caseFile(tx, one),
    promise: await promiseOf(tx),
    templates: await templatesFor(tx, page.t, one),
  }));
  const chosen = seen.templates.find(({ id }) => id === c.req.query('template'));
  return (
    <CasePage
      page={page}
      case={one}
      {...seen}
      base={base}
      me={viewer.memberId}
      charter={c.get('community').charter}
      chosen={refused ? undefined : chosen}
      refused={refused}
    />
  );
}
