import { type Ctx, notFound, readBody, routes, seeOther } from '../../platform/http/index.ts';
import { outsidePage } from '../links/index.ts';
import { SilencePage } from './pages/silence-page.tsx';
import { readSilenceToken, type Silencing, TOKEN_SHAPE } from './silence-token.ts';

/**
 * Ending letters to somebody without an account: the signed link alone lets in, because a mail program asks by itself
 * (RFC 8058). Looking changes nothing: mail filters open every link.
 */
export const outsideLetterRoutes = routes();
const PATH = `/no-more-letters/:token{${TOKEN_SHAPE}}` as const;

outsideLetterRoutes.get(PATH, (c) => {
  fromHere(c);
  const done = c.req.query('done') !== undefined;
  return c.html(<SilencePage page={outsidePage(c)} path={c.req.path} done={done} />);
});

outsideLetterRoutes.post(PATH, async (c) => {
  const { communityId, letterId } = fromHere(c);
  const form = await readBody(c);
  // A letter forgotten since has nothing left to follow it under this link: the answer is the same.
  await c
    .get('db')
    .ask('SELECT access.silence_outside($1, $2, $3)', [communityId, letterId, form.from === 'everybody']);
  const oneClick = form['List-Unsubscribe'] === 'One-Click';
  return oneClick ? c.text(c.get('page').t('outside-letters.done')) : seeOther(c, `${c.req.path}?done`);
});

function fromHere(c: Ctx): Silencing {
  c.header('Cache-Control', 'no-store');
  const found = readSilenceToken(c.get('keys'), c.req.param('token') ?? '');
  return found && found.communityId === c.get('community')?.communityId ? found : notFound();
}
