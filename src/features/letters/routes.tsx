import type { Ctx } from '../../platform/http/index.ts';
import { notFound, readBody, routes, seeOther } from '../../platform/http/index.ts';
import { UnsubscribePage } from './pages/unsubscribe-page.tsx';
import { readUnsubscribeToken, TOKEN_SHAPE, type Unsubscribing } from './unsubscribe-token.ts';
import { unsubscribe } from './unsubscribing.ts';

/**
 * Ending letters from a letter: the signed link alone lets in, with no session and no form of ours before it, because
 * a mail program asks by itself (RFC 8058). Looking changes nothing: mail filters open every link.
 */
export const unsubscribeRoutes = routes();
const PATH = `/unsubscribe/:token{${TOKEN_SHAPE}}` as const;

unsubscribeRoutes.get(PATH, (c) => {
  const { circleId } = hers(c);
  const done = c.req.query('done') !== undefined;
  return c.html(
    <UnsubscribePage page={c.get('page')} path={c.req.path} ofCircle={circleId !== null} done={done} />,
  );
});

unsubscribeRoutes.post(PATH, async (c) => {
  await unsubscribe(c.get('db'), hers(c));
  const oneClick = (await readBody(c))['List-Unsubscribe'] === 'One-Click';
  // A mail program follows no redirect; a person is led to a page she may reload.
  return oneClick ? c.text(c.get('page').t('letters.ended')) : seeOther(c, `${c.req.path}?done`);
});

function hers(c: Ctx): Unsubscribing {
  const found = readUnsubscribeToken(c.get('keys'), c.req.param('token') ?? '');
  return found && found.communityId === c.get('community')?.communityId ? found : notFound();
}
