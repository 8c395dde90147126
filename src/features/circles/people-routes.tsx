import { z } from 'zod';
import {
  type Ctx,
  checked,
  notFound,
  readForm,
  requireViewer,
  routes,
  seeOther,
} from '../../platform/http/index.ts';
import { circleForMember, circleWithDoor, idIn } from './access.ts';
import { admitRequest, declineRequest, waitingRequests } from './asking.ts';
import { offerToGreet } from './greeting.ts';
import { KeysPage, PeoplePage } from './pages/people.tsx';
import { CIRCLE, MEMBER } from './paths.ts';
import { fellowsIn, handTheKeys } from './people.ts';

/** Who asks and who is in: for those who look after a circle. */
export const peopleRoutes = routes();

peopleRoutes.get(`${CIRCLE}/people`, async (c) => {
  const viewer = requireViewer(c);
  const id = idIn(c);
  const shown = await c.get('db').read(viewer, async (tx) => {
    const circle = await circleWithDoor(tx, viewer, id);
    // An archive takes nobody in any more.
    const requests = circle.archivedAt ? [] : await waitingRequests(tx, id);
    return { circle, people: await fellowsIn(tx, viewer, id), requests };
  });
  return c.html(<PeoplePage page={c.get('page')} {...shown} />);
});

/** The viewer and the two ids, once it is sure that the circle is hers to look after. */
async function atThePeople(c: Ctx) {
  const viewer = requireViewer(c);
  const [id, memberId] = [idIn(c), idIn(c, 'member')];
  const circle = await c.get('db').read(viewer, (tx) => circleWithDoor(tx, viewer, id));
  return { viewer, id, memberId, circle, back: `/circles/${id}/people` };
}

peopleRoutes.post(`${CIRCLE}/requests/${MEMBER}/admission`, async (c) => {
  const { viewer, id, memberId, back } = await atThePeople(c);
  const outcome = await admitRequest(c.get('db'), viewer, id, memberId);
  if (outcome === 'absent') notFound();
  return seeOther(c, back, outcome === 'full' ? 'circles.admit-full' : 'circles.admitted');
});

peopleRoutes.post(`${CIRCLE}/requests/${MEMBER}/refusal`, async (c) => {
  const { viewer, id, memberId, back } = await atThePeople(c);
  if (!(await declineRequest(c.get('db'), viewer, id, memberId))) notFound();
  return seeOther(c, back, 'circles.declined-notice');
});

peopleRoutes.post(`${CIRCLE}/people/${MEMBER}/keys`, async (c) => {
  const { viewer, id, memberId, back } = await atThePeople(c);
  if (!(await handTheKeys(c.get('db'), viewer, id, memberId))) notFound();
  return seeOther(c, back, 'circles.keys-handed');
});

// Not easily taken back: it is asked once more.
peopleRoutes.get(`${CIRCLE}/people/${MEMBER}/keys`, async (c) => {
  const { viewer, id, memberId, circle } = await atThePeople(c);
  const people = await c.get('db').read(viewer, (tx) => fellowsIn(tx, viewer, id));
  const fellow = people.find((one) => one.memberId === memberId && one.role === 'member') ?? notFound();
  return c.html(<KeysPage page={c.get('page')} circle={circle} fellow={fellow} />);
});

// Any member may offer to greet; the button stands on the facilitators' page and in the circle.
peopleRoutes.post(`${CIRCLE}/greeter`, async (c) => {
  const viewer = requireViewer(c);
  const id = idIn(c);
  const form = await readForm(c, z.object({ greets: checked }));
  const greets = form.ok && form.values.greets;
  const { seat, circle } = await c.get('db').write(viewer, async (tx) => {
    const found = await circleForMember(tx, viewer, id);
    await offerToGreet(tx, viewer, id, greets);
    return found;
  });
  const back = seat.role === 'facilitator' && !circle.ofTwo ? `/circles/${id}/people` : `/circles/${id}`;
  return seeOther(c, back, greets ? 'circles.greeter-on' : 'circles.greeter-off');
});
