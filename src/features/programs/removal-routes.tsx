import { type Ctx, notFound, requireViewer, routes, seeOther } from '../../platform/http/index.ts';
import { requireMentor, UUID } from './access.ts';
import { carriedBy } from './mentor.ts';
import { RemovalPage } from './pages/removal-page.tsx';
import { removeMentor } from './stopping.ts';

const REMOVAL = `/community/programs/:id{${UUID}}/mentors/:member{${UUID}}/removal` as const;

/** A coordinator ends somebody's time as a mentor; never her own. */
export const removalRoutes = routes();

removalRoutes.get(REMOVAL, async (c) => {
  const { program, mentor } = await requireOther(c);
  const carries = await c
    .get('db')
    .read(requireViewer(c), (tx) => carriedBy(tx, mentor.memberId, program.id));
  return c.html(<RemovalPage page={c.get('page')} program={program} mentor={mentor} carries={carries} />);
});

removalRoutes.post(REMOVAL, async (c) => {
  const viewer = requireViewer(c);
  const { program, mentor } = await requireOther(c);
  const said = await removeMentor((work) => c.get('db').write(viewer, work), program.id, mentor.memberId);
  return said === 'removed'
    ? seeOther(c, `/community/programs/${program.id}/mentors`, 'programs.notice.removed')
    : notFound();
});

/** A mentor of the program who is somebody else. @throws Problem 404 for any other */
async function requireOther(c: Ctx) {
  const found = await requireMentor(c);
  const hers = found.mentor.memberId === requireViewer(c).memberId;
  return found.mentor.state === 'approved' && !hers ? found : notFound();
}
