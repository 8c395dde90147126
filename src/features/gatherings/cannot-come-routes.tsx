import type { Ctx } from '../../platform/http/index.ts';
import { notFound, routes, seeOther } from '../../platform/http/index.ts';
import { translator } from '../../platform/i18n/index.ts';
import { CANNOT_COME, type CannotCome, PUSH_JOB, readCannotComeToken } from '../notifications/index.ts';
import { type Before, comeAfterAll, giveBack, type Reminded, remindedOf } from './cannot-come.ts';
import { CannotComePage } from './pages/cannot-come-page.tsx';
import { isSpoken, spokenWords } from './pages/coming-words.tsx';

/**
 * Giving a place back from a reminder: the signed link alone lets in, with no session before it. Looking changes
 * nothing, for mail filters open every link; the page says when, and not what: whoever else reads her mail learns no
 * more. A phone's service worker asks for JSON and is told what to show.
 */
export const cannotComeRoutes = routes();

cannotComeRoutes.get(CANNOT_COME, async (c) => {
  const whose = hers(c);
  const reminded = await remindedFor(c, whose);
  const { done, undone = '' } = c.req.query();
  const props = { page: c.get('page'), path: c.req.path, when: reminded.when };
  if (isSpoken(undone)) return c.html(<CannotComePage {...props} undone={undone} />);
  const before = reminded.justSaidNo ? beforeIn(done) : null;
  return c.html(<CannotComePage {...props} done={done !== undefined} before={before} />);
});

cannotComeRoutes.post(CANNOT_COME, async (c) => {
  const whose = hers(c);
  const { outcome, before } = await c.get('db').write(whose, (tx) => giveBack(tx, whose));
  // Over or called off: nobody waits for her any more, which is all she wanted to say.
  if (outcome === 'absent') notFound();
  c.get('soon')(PUSH_JOB); // whoever has her place now should hear of it at once
  const path = c.req.path;
  if (!asksInScript(c)) return seeOther(c, `${path}?done${before ? `=${before}` : ''}`);
  const t = translator((await remindedFor(c, whose)).locale);
  const buttons =
    before && outcome === 'no' ? [{ says: t('coming.undo'), post: `${path}/undo?was=${before}` }] : [];
  return c.json({ title: t('coming.cannot-done'), body: spokenWords(t, outcome), buttons });
});

cannotComeRoutes.post(`${CANNOT_COME}/undo`, async (c) => {
  const whose = hers(c);
  const before = beforeIn(c.req.query('was')) ?? notFound();
  const outcome = await c.get('db').write(whose, (tx) => comeAfterAll(tx, whose, before));
  if (outcome === 'absent') notFound();
  if (!asksInScript(c)) return seeOther(c, `${c.req.path.replace(/\/undo$/, '')}?undone=${outcome}`);
  const t = translator((await remindedFor(c, whose)).locale);
  return c.json({ title: spokenWords(t, outcome), body: '', buttons: [] });
});

const asksInScript = (c: Ctx): boolean => c.req.header('accept') === 'application/json';

const beforeIn = (said: string | undefined): Before | null =>
  said === 'yes' || said === 'maybe' ? said : null;

function hers(c: Ctx): CannotCome {
  const found = readCannotComeToken(c.get('keys'), c.req.param('token') ?? '');
  return found && found.communityId === c.get('community')?.communityId ? found : notFound();
}

/** @throws Problem 404 when it is not hers to know of */
const remindedFor = async (c: Ctx, whose: CannotCome): Promise<Reminded> =>
  (await c.get('db').read(whose, (tx) => remindedOf(tx, whose))) ?? notFound();
