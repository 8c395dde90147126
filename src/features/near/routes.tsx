import { type Ctx, notFound, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import { asksNear } from '../asks/index.ts';
import { circleForMember, circleName } from '../circles/index.ts';
import { type Opened, openLink, outsidePage, TOKEN } from '../links/index.ts';
import {
  endLetters,
  IN_CIRCLE,
  notMe,
  sharedBy,
  sharersAround,
  visitBy,
  wantWholeNews,
} from '../people/index.ts';
import { helpSeenBy } from './help-seen.ts';
import { FellowPage } from './pages/fellow-page.tsx';
import { ClosedPage, NearPage } from './pages/near-page.tsx';

/** What one of her people sees, by a link and without an account. */
export const nearRoutes = routes();
const NEAR = `/near/${TOKEN}` as const;

nearRoutes.get(NEAR, async (c) => {
  const opened = await openLink(c, 'person');
  const seen = await visitOf(c, opened);
  return c.html(<NearPage page={outsidePage(c, seen.visit.person.locale)} path={c.req.path} {...seen} />);
});

nearRoutes.post(`${NEAR}/letters`, async (c) => {
  const opened = await openLink(c, 'person');
  const again = c.req.query('again') !== undefined;
  await c.get('db').write(opened.scope, (tx) => endLetters(tx, !again));
  return seeOther(c, nearPath(c), again ? 'people.near.letters-again' : 'people.near.letters-ended');
});

// Letters say only that there is news, until whoever opened this page asks for the news themselves.
nearRoutes.post(`${NEAR}/whole`, async (c) => {
  const opened = await openLink(c, 'person');
  const stop = c.req.query('stop') !== undefined;
  const { visit } = await visitOf(c, opened);
  await c
    .get('db')
    .write(opened.scope, (tx) => wantWholeNews(tx, c.get('keys'), stop ? null : visit.person.mail));
  return seeOther(c, nearPath(c), stop ? 'people.near.whole-ended' : 'people.near.whole-begun');
});

nearRoutes.post(`${NEAR}/not-me`, async (c) => {
  const opened = await openLink(c, 'person');
  await c.get('db').write(opened.scope, (tx) => notMe(tx));
  return seeOther(c, '/near/closed');
});

// Where "this is not me" ends: it knows of nobody.
nearRoutes.get('/near/closed', (c) => c.html(<ClosedPage page={outsidePage(c)} />));

const idOf = (c: Ctx, name = 'id'): string => c.req.param(name) ?? notFound();
const nearPath = (c: Ctx): string => `/near/${idOf(c, 'token')}`;

async function visitOf(c: Ctx, { scope, subjectId, holderId }: Opened) {
  return c.get('db').read(scope, async (tx) => {
    const visit = (await visitBy(tx, c.get('keys'), subjectId, holderId)) ?? notFound();
    const help = visit.person.seesHelp ? await helpSeenBy(tx, c.get('keys'), holderId) : [];
    return { visit, help, asks: await asksNear(tx) };
  });
}

/** What a fellow shares with a circle, inside that circle's walls. */
export const fellowRoutes = routes();

fellowRoutes.get(IN_CIRCLE, async (c) => {
  const viewer = requireViewer(c);
  const seen = await c.get('db').read(viewer, async (tx) => {
    const { circle } = await circleForMember(tx, viewer, idOf(c));
    const around = await sharersAround(tx);
    const sharer = around.find(
      ({ circleId, memberId }) => circleId === idOf(c) && memberId === idOf(c, 'member'),
    );
    if (!sharer) return notFound();
    const shared = await sharedBy(tx, c.get('keys'), sharer.memberId);
    const help = await helpSeenBy(tx, c.get('keys'), sharer.memberId);
    return { circle: { id: circle.circleId, name: circleName(c.get('page'), circle) }, sharer, shared, help };
  });
  return c.html(<FellowPage page={c.get('page')} {...seen} />);
});
