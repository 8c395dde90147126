import {
  type Ctx,
  routes as newRoutes,
  notFound,
  requireViewer,
  seeOther,
} from '../../platform/http/index.ts';
import { UUID } from './forms.ts';
import { MatchesPage } from './pages/matches.tsx';
import { ProposalPage } from './pages/proposal.tsx';
import { answerMatch, herProposal, herProposals } from './proposal.ts';
import { herRequests } from './request.ts';

const MATCH = `/matches/:id{${UUID}}` as const;

/** Whom somebody was proposed to: why, and yes or no. Who it is, both learn with both yeses. */
export const proposalRoutes = newRoutes();

proposalRoutes.get('/matches', async (c) => {
  const viewer = requireViewer(c);
  const [proposals, requests] = await c
    .get('db')
    .read(viewer, async (tx) => [await herProposals(tx), await herRequests(tx, viewer)] as const);
  return c.html(<MatchesPage page={c.get('page')} proposals={proposals} requests={requests} />);
});

proposalRoutes.get(MATCH, async (c) => {
  const id = c.req.param('id');
  const proposal = await c.get('db').read(requireViewer(c), (tx) => herProposal(tx, id));
  return c.html(<ProposalPage page={c.get('page')} proposal={proposal ?? notFound()} />);
});

proposalRoutes.post(`${MATCH}/acceptance`, (c) => answer(c, true));
proposalRoutes.post(`${MATCH}/refusal`, (c) => answer(c, false));

async function answer(c: Ctx, yes: boolean) {
  const id = c.req.param('id')!;
  const said = await c.get('db').write(requireViewer(c), (tx) => answerMatch(tx, id, yes, new Date()));
  if (said === 'active') return seeOther(c, `/pairs/${id}`, 'matches.notice.paired');
  if (said === 'yes') return seeOther(c, '/matches', 'matches.notice.yes');
  return said === 'no'
    ? seeOther(c, '/matches', 'matches.notice.no')
    : seeOther(c, '/matches', 'matches.notice.gone');
}
