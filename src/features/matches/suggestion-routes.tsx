import type { Tx } from '../../platform/db/index.ts';
import {
  routes as newRoutes,
  notFound,
  readForm,
  requireViewer,
  seeOther,
  spend,
  type Viewer,
} from '../../platform/http/index.ts';
import { CHOOSING, choosingSchema, UUID } from './forms.ts';
import { SuggestionsPage } from './pages/suggestions.tsx';
import { openProgram } from './program-for.ts';
import { herProposals, proposeMatch } from './proposal.ts';
import { herRequest } from './request.ts';
import { chosenBy, suggestedFor } from './suggesting.ts';

const SUGGESTIONS = `/programs/:id{${UUID}}/suggestions` as const;

/** Up to three mentors, each with reasons and without a name; she asks one of them. */
export const suggestionRoutes = newRoutes();

suggestionRoutes.get(SUGGESTIONS, async (c) => {
  const viewer = requireViewer(c);
  const { program, shown, asked } = await c.get('db').read(viewer, async (tx) => {
    const { program, request, asked } = await waiting(tx, viewer, c.req.param('id'));
    const shown = await suggestedFor(tx, c.get('keys'), program, request.id, new Date());
    return { program, shown, asked };
  });
  // Back from a page where she asked somebody: not "nobody has room", but where it stands.
  if (asked) return seeOther(c, `/programs/${program.id}/mentee`);
  return c.html(<SuggestionsPage page={c.get('page')} program={program} {...shown} />);
});

suggestionRoutes.post(SUGGESTIONS, async (c) => {
  const viewer = requireViewer(c);
  const id = c.req.param('id');
  const form = await readForm(c, choosingSchema);
  if (!form.ok) return seeOther(c, `/programs/${id}/suggestions`, 'matches.error.choose');
  await spend(c, CHOOSING, viewer.memberId);
  const now = new Date();
  const { asked, chosen } = await c.get('db').read(viewer, async (tx) => {
    const { program, request, asked } = await waiting(tx, viewer, id);
    return {
      asked,
      chosen: await chosenBy(tx, c.get('keys'), program, request.id, form.values.mentor, now),
    };
  });
  if (asked) return seeOther(c, `/programs/${id}/mentee`, 'matches.notice.one-at-a-time');
  const said = chosen ? await proposeMatch((work) => c.get('db').write(viewer, work), chosen, now) : 'full';
  return said === 'proposed'
    ? seeOther(c, `/programs/${id}/mentee`, 'matches.notice.chosen')
    : seeOther(c, `/programs/${id}/suggestions`, 'matches.notice.taken');
});

async function waiting(tx: Tx, viewer: Viewer, programId: string) {
  const program = await openProgram(tx, programId);
  const request = await herRequest(tx, viewer, programId);
  if (request?.state !== 'waiting' || !request.chooses) return notFound();
  const asked = (await herProposals(tx)).some(({ requestId }) => requestId === request.id);
  return { program, request, asked };
}
