import { hashToken } from '../../platform/crypto/index.ts';
import { Problem, routes } from '../../platform/http/index.ts';
import { facilitatorsOf, idIn, invitedCircle, listedCircle, scopeOf, seatedCircle } from './access.ts';
import { standingOf } from './asking.ts';
import { FrontDoorPage } from './pages/front-door.tsx';
import { CIRCLE } from './paths.ts';

/** Front doors: of a listed circle, and of one whose invitation she holds. Anybody may look. */
export const doorRoutes = routes();

doorRoutes.get(CIRCLE, async (c) => {
  const id = idIn(c);
  const scope = scopeOf(c);
  const shown = await c.get('db').read(scope, async (tx) => ({
    circle: await listedCircle(tx, id),
    names: (await facilitatorsOf(tx, [id])).get(id) ?? [],
    standing: await standingOf(tx, scope, id),
  }));
  return c.html(<FrontDoorPage page={c.get('page')} {...shown} />);
});

doorRoutes.get('/invitations/:token{[\\w-]{22}}', async (c) => {
  const token = c.req.param('token');
  const scope = scopeOf(c);
  const { circle, seated, names } = await c.get('db').read(scope, async (tx) => {
    const invited = await invitedCircle(tx, hashToken(token));
    // Unknown, old and revoked links get one answer: a link tells nothing once it is closed.
    if (!invited) throw new Problem(404, 'circles.invitation-over');
    return {
      circle: invited,
      seated: await seatedCircle(tx, scope, invited.circleId),
      names: (await facilitatorsOf(tx, [invited.circleId])).get(invited.circleId) ?? [],
    };
  });
  if (seated) return c.redirect(`/circles/${circle.circleId}`, 303);
  // An account that has not joined this community does that first, and comes back.
  if (c.get('account') && !c.get('viewer'))
    return c.redirect(`/join?next=${encodeURIComponent(c.req.path)}`, 303);
  return c.html(
    <FrontDoorPage page={c.get('page')} circle={circle} names={names} standing={null} invitation={token} />,
  );
});
