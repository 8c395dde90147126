import { type Ctx, clientAddress, notFound, routes, seeOther, spend } from '../../platform/http/index.ts';
import { linkPath, TOKEN } from '../links/index.ts';
import { type Guest, guestBy, guestPage } from './access.ts';
import { done } from './consenting.ts';
import { helpersOwn } from './helping.ts';
import { LetterPage, NotMePage } from './pages/letter-page.tsx';
import { TELLING_JOB } from './telling.ts';
import { answerLetter, pageByLetter } from './trusting.ts';

/**
 * Behind the letter that went to a helper's own address. Looking changes nothing: mail filters open every link, also those
 * in letters to somebody whose address a stranger typed.
 */
export const letterRoutes = routes();
const LETTER = `/helping/letter/${TOKEN}` as const;

const ANSWERS = { points: 100, seconds: 3600 };
const letterPath = (c: Ctx) => `/helping/letter/${c.req.param('token')}`;
const toPage = (c: Ctx, linkId: string) => linkPath(c.get('keys'), 'helper', linkId);

letterRoutes.get(LETTER, async (c) => {
  const guest = await guestBy(c, 'helper-letter');
  const seen = await c.get('db').read(guest.scope, async (tx) => {
    const page = await pageByLetter(tx);
    return page ? { page } : { own: await helpersOwn(tx, c.get('keys'), guest) };
  });
  if (seen.own) return c.html(<LetterPage page={guestPage(c)} own={seen.own} path={letterPath(c)} />);
  return seeOther(c, toPage(c, seen.page));
});

const answering = async (c: Ctx): Promise<Guest> => {
  const guest = await guestBy(c, 'helper-letter');
  await spend(c, ANSWERS, clientAddress(c));
  return guest;
};

letterRoutes.post(LETTER, async (c) => {
  const { scope } = await answering(c);
  const page = await c.get('db').write(scope, (tx) => answerLetter(tx, c.get('keys')));
  return page ? seeOther(c, toPage(c, page), 'help-calendars.letter-answered') : notFound();
});

letterRoutes.post(`${LETTER}/not-me`, async (c) => {
  const { scope } = await answering(c);
  if (!(await c.get('db').write(scope, (tx) => done(tx, 'not_this_helper()', [])))) notFound();
  c.get('soon')(TELLING_JOB);
  return c.html(<NotMePage page={guestPage(c)} />);
});
