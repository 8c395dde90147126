import { z } from 'zod';
import { type Ctx, notFound, readForm, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import { PAIR, requirePair } from './access.ts';
import { answerInvitation, herInvitation } from './inviting.ts';
import { PairPage } from './pages/pair-page.tsx';
import { PairsPage } from './pages/pairs-page.tsx';
import { herHours, herPairs } from './pair.ts';
import { pairView } from './pair-view.ts';

/** Hers on both sides, and the page of one. */
export const pairRoutes = routes();

pairRoutes.get('/pairs', async (c) => {
  const viewer = requireViewer(c);
  const seen = await c.get('db').read(viewer, async (tx) => ({
    pairs: await herPairs(tx, viewer),
    hours: await herHours(tx),
    invitation: await herInvitation(tx, viewer),
  }));
  return c.html(<PairsPage page={c.get('page')} {...seen} />);
});

const answerSchema = z.object({ answer: z.enum(['later', 'never']) });

pairRoutes.post('/pairs/invitation', async (c) => {
  const form = await readForm(c, answerSchema);
  if (!form.ok) return notFound(); // two buttons: no form of ours sends anything else
  const { answer } = form.values;
  const heard = await c.get('db').write(requireViewer(c), (tx) => answerInvitation(tx, answer));
  return heard ? seeOther(c, '/pairs', `pairs.notice.${answer}`) : notFound();
});

pairRoutes.get(PAIR, async (c) => c.html(await pairPage(c)));

/** The page of a pair, also where a form on it is shown again. */
export async function pairPage(c: Ctx, refused?: Parameters<typeof PairPage>[0]['refused']) {
  const { viewer, pair } = await requirePair(c);
  const view = await c.get('db').read(viewer, (tx) => pairView(tx, c.get('keys'), viewer, pair));
  return <PairPage page={c.get('page')} pair={pair} view={view} refused={refused} />;
}
