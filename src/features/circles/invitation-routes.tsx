import { z } from 'zod';
import {
  type Ctx,
  notFound,
  publicUrl,
  readForm,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import { circleWithDoor, idIn } from './access.ts';
import type { Circle } from './circle.ts';
import {
  INVITATION_DAYS,
  type Invitation,
  livingInvitations,
  makeInvitation,
  revokeInvitation,
} from './invitation.ts';
import { InvitationsPage } from './pages/invitations.tsx';
import { PosterPage } from './pages/poster.tsx';
import { CIRCLE, INVITATION } from './paths.ts';

/** Links into a circle and its poster: for those who look after it. */
export const invitationRoutes = routes();

async function withLinks(c: Ctx) {
  const viewer = requireViewer(c);
  const id = idIn(c);
  return c.get('db').read(viewer, async (tx) => ({
    circle: await circleWithDoor(tx, viewer, id),
    invitations: await livingInvitations(tx, c.get('keys'), id),
  }));
}

invitationRoutes.get(`${CIRCLE}/invitations`, async (c) =>
  c.html(<InvitationsPage page={c.get('page')} origin={publicUrl(c)} {...(await withLinks(c))} />),
);

invitationRoutes.post(`${CIRCLE}/invitations`, async (c) => {
  const viewer = requireViewer(c);
  const id = idIn(c);
  const form = await readForm(c, z.object({ days: z.enum(INVITATION_DAYS, 'errors.field.unfit') }));
  if (!form.ok) {
    const shown = await withLinks(c);
    return c.html(
      <InvitationsPage page={c.get('page')} origin={publicUrl(c)} {...shown} errors={form.errors} />,
      422,
    );
  }
  await c.get('db').write(viewer, async (tx) => {
    await circleWithDoor(tx, viewer, id);
    await makeInvitation(tx, c.get('keys'), viewer, id, Number(form.values.days));
  });
  return seeOther(c, `/circles/${id}/invitations`, 'circles.link-made');
});

invitationRoutes.post(`${CIRCLE}/invitations/${INVITATION}/revocation`, async (c) => {
  const viewer = requireViewer(c);
  const [id, invitationId] = [idIn(c), idIn(c, 'invitation')];
  await c.get('db').write(viewer, async (tx) => {
    await circleWithDoor(tx, viewer, id);
    if (!(await revokeInvitation(tx, id, invitationId))) notFound();
  });
  return seeOther(c, `/circles/${id}/invitations`, 'circles.link-revoked');
});

invitationRoutes.get(`${CIRCLE}/poster`, async (c) => {
  const { circle, invitations } = await withLinks(c);
  const chosen = invitations.find((one) => one.invitationId === c.req.query('invitation'));
  const link = posterLink(publicUrl(c), circle, chosen, invitations[0]);
  return c.html(<PosterPage page={c.get('page')} circle={circle} link={link} />);
});

/** A listed circle's poster leads to its front door, which never expires; another's to a link that is open. */
function posterLink(origin: string, circle: Circle, chosen?: Invitation, newest?: Invitation): string | null {
  if (chosen) return `${origin}/invitations/${chosen.token}`;
  if (circle.joining === 'open' || circle.joining === 'request')
    return `${origin}/circles/${circle.circleId}`;
  return newest ? `${origin}/invitations/${newest.token}` : null;
}
