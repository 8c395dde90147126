import {
  type Ctx,
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { circleForFacilitator } from '../circles/index.ts';
import { waitingIn } from './case.ts';
import { circleLog } from './case-file.ts';
import {
  careOf,
  flagsIn,
  heldIn,
  letIn,
  lockThread,
  muteInCircle,
  mutesIn,
  seeFlags,
  setCare,
  unmute,
} from './circle-care.ts';
import { admissionSchema, careSchema, muteSchema, takingSchema, UUID } from './forms.ts';
import { fellowMember } from './member.ts';
import { CarePage } from './pages/care-page.tsx';
import { MutePage } from './pages/mute-page.tsx';
import { nameOf, standingPost } from './reported-post.ts';

const CIRCLE = `/circles/:id{${UUID}}` as const;
const POST = `${CIRCLE}/posts/:postId{${UUID}}` as const;
const MUTE = `${POST}/mute` as const;
const SEAT = `${CIRCLE}/people/:member{${UUID}}/mute` as const;

/** What those who look after a circle do to keep it kind. */
export const careRoutes = newRoutes();

async function hers(c: Ctx) {
  const viewer = requireViewer(c);
  const id = c.req.param('id')!;
  const circle = await c.get('db').read(viewer, (tx) => circleForFacilitator(tx, viewer, id));
  return { viewer, id, circle, back: `/circles/${id}/settings/care` };
}

careRoutes.get(`${CIRCLE}/settings/care`, async (c) => {
  const { viewer, id, circle } = await hers(c);
  const seen = await c.get('db').read(viewer, async (tx) => ({
    care: await careOf(tx, id),
    cases: await waitingIn(tx, id),
    held: await heldIn(tx, id),
    flags: await flagsIn(tx, id),
    mutes: await mutesIn(tx, id),
    log: await circleLog(tx, id),
  }));
  return c.html(<CarePage page={c.get('page')} circle={circle} {...seen} />);
});

careRoutes.post(`${CIRCLE}/settings/care`, async (c) => {
  const { viewer, id, back } = await hers(c);
  const form = await readForm(c, careSchema);
  if (!form.ok) notFound(); // choices and a box: no form of ours sends anything else
  await c.get('db').write(viewer, (tx) => setCare(tx, id, form.values));
  return seeOther(c, back, 'safety.care-saved');
});

careRoutes.post(`${POST}/admission`, async (c) => {
  const { viewer, back } = await hers(c);
  const form = await readForm(c, admissionSchema);
  const mark = form.ok ? form.values.mark : '';
  const said = await c.get('db').write(viewer, (tx) => letIn(tx, c.req.param('postId'), mark));
  return seeOther(c, back, said === 'in' ? 'safety.let-in' : 'safety.changed-meanwhile');
});

careRoutes.post(`${POST}/lock`, async (c) => {
  const { viewer, id } = await hers(c);
  const form = await readForm(c, takingSchema);
  const locks = form.ok && form.values.taking;
  const thread = c.req.param('postId');
  await c.get('db').write(viewer, (tx) => lockThread(tx, thread, locks));
  return seeOther(
    c,
    `/circles/${id}/posts/${thread}`,
    locks ? 'safety.thread-locked' : 'safety.thread-unlocked',
  );
});

careRoutes.post(`${POST}/flags/seen`, async (c) => {
  const { viewer, back } = await hers(c);
  await c.get('db').write(viewer, (tx) => seeFlags(tx, c.req.param('postId')));
  return seeOther(c, back, 'safety.flag-seen');
});

for (const path of [MUTE, SEAT] as const) {
  careRoutes.get(path, async (c) => c.html(<MutePage page={c.get('page')} {...(await muting(c))} />));

  careRoutes.post(path, async (c) => {
    const { whom, viewer, id, back, ...shown } = await muting(c);
    const form = await readForm(c, muteSchema);
    if (!form.ok) return c.html(<MutePage page={c.get('page')} {...shown} back={back} refused={form} />, 422);
    const { why, until } = form.values;
    await c.get('db').write(viewer, (tx) => muteInCircle(tx, id, whom, why, until));
    return seeOther(c, back, 'safety.muted');
  });
}

/** Whom it is about, by the name she goes under there. */
async function muting(c: Ctx) {
  const found = await hers(c);
  const { postId, member } = c.req.param() as { postId?: string; member?: string };
  return c.get('db').read(found.viewer, async (tx) => {
    if (member) {
      const { name } = await fellowMember(tx, found.viewer, member);
      return { ...found, name, anonymous: false, whom: { member } };
    }
    const post = await standingPost(tx, found.viewer, postId!);
    if (post.mine || post.circle_id !== found.id) notFound();
    return {
      ...found,
      name: nameOf(c.get('page'), post),
      anonymous: post.pseudonym_id !== null,
      whom: { post: postId! },
    };
  });
}

careRoutes.post(`${CIRCLE}/mutes/:mute{${UUID}}/removal`, async (c) => {
  const { viewer, back } = await hers(c);
  await c.get('db').write(viewer, (tx) => unmute(tx, c.req.param('mute')));
  return seeOther(c, back, 'safety.unmuted');
});
