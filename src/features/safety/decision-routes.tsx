import type { Tx } from '../../platform/db/index.ts';
import { routes as newRoutes, readForm, requireViewer, seeOther } from '../../platform/http/index.ts';
import { appealSchema, UUID } from './forms.ts';
import {
  appeal,
  decisionAboutMe,
  decisionsAboutMe,
  gatheringDecidedOn,
  ownMutes,
  revealsOfMe,
} from './moderated.ts';
import { DecisionPage } from './pages/own-decision.tsx';
import { DecisionsPage } from './pages/own-decisions.tsx';

const DECISION = `/me/decisions/:id{${UUID}}` as const;

/** What was decided about her, and her one appeal. Open to her while she is suspended. */
export const decisionRoutes = newRoutes();

decisionRoutes.get('/me/decisions', async (c) => {
  const viewer = requireViewer(c);
  const seen = await c.get('db').read(viewer, async (tx) => ({
    decisions: await decisionsAboutMe(tx),
    reveals: await revealsOfMe(tx),
    mutes: await ownMutes(tx),
  }));
  return c.html(<DecisionsPage page={c.get('page')} suspendedUntil={viewer.suspendedUntil} {...seen} />);
});

decisionRoutes.get(DECISION, async (c) => {
  const viewer = requireViewer(c);
  const about = await c.get('db').read(viewer, (tx) => lookAt(tx, c.req.param('id')));
  return c.html(<DecisionPage page={c.get('page')} {...about} />);
});

decisionRoutes.post(`${DECISION}/appeal`, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const about = await c.get('db').read(viewer, (tx) => lookAt(tx, id));
  const form = await readForm(c, appealSchema);
  if (!form.ok) return c.html(<DecisionPage page={c.get('page')} {...about} refused={form} />, 422);
  const said = await c.get('db').write(viewer, (tx) => appeal(tx, id, form.values.words));
  return seeOther(c, `/me/decisions/${id}`, SAID[said]);
});

const lookAt = async (tx: Tx, id: string) => ({
  decision: await decisionAboutMe(tx, id),
  gathering: await gatheringDecidedOn(tx, id),
});

const SAID = {
  appealed: 'safety.appealed',
  already: 'safety.appealed-before',
  late: 'safety.appeal-late',
} as const;
