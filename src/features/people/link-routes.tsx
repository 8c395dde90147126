import type { Tx } from '../../platform/db/index.ts';
import type { Ctx } from '../../platform/http/index.ts';
import { notFound, requireViewer, routes, seeOther, spend } from '../../platform/http/index.ts';
import { herKey } from '../sealing/index.ts';
import { renewLink, shutLink } from './keeping.ts';
import { idOf, PERSON, pathOf } from './paths.ts';
import { type Hers, type Person, personOfHers } from './person.ts';
import { mailLink } from './telling.ts';

/** Letters with a link that one member has mailed in a day: enough for a family, too few to bother a mailbox with. */
const INVITATIONS = { points: 30, seconds: 86_400 };

/** The link of one of her people: given anew, taken back, mailed for her. */
export const linkRoutes = routes();

linkRoutes.post(`${PERSON}/link`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, async (tx) => {
    const { personId } = await oneOfHers(c, tx, viewer);
    await renewLink(tx, c.get('keys'), viewer, personId);
  });
  return seeOther(c, pathOf(idOf(c)), 'people.notice.link');
});

linkRoutes.post(`${PERSON}/link/revocation`, async (c) => {
  const viewer = requireViewer(c);
  await c.get('db').write(viewer, async (tx) => {
    const { personId } = await oneOfHers(c, tx, viewer);
    await shutLink(tx, viewer, personId);
  });
  return seeOther(c, pathOf(idOf(c)), 'people.notice.shut');
});

linkRoutes.post(`${PERSON}/letter`, async (c) => {
  const viewer = requireViewer(c);
  await spend(c, INVITATIONS, viewer.memberId);
  const ordered = await c.get('db').write(viewer, async (tx) => {
    const person = await oneOfHers(c, tx, viewer);
    await herKey(tx, c.get('keys'), viewer);
    return mailLink(tx, c.get('keys'), viewer, person);
  });
  return seeOther(c, pathOf(idOf(c)), ordered ? 'people.notice.mailed' : 'people.notice.not-mailed');
});

/** Somebody with a link: a circle has none. @throws Problem 404 */
async function oneOfHers(c: Ctx, tx: Tx, viewer: Hers): Promise<Person> {
  const person = await personOfHers(tx, c.get('keys'), viewer, idOf(c));
  return person && !person.circleId ? person : notFound();
}
