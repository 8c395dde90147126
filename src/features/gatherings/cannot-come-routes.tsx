import type { Ctx } from '../../platform/http/index.ts';
import { notFound, routes, seeOther } from '../../platform/http/index.ts';
import { type CannotCome, readCannotComeToken, TOKEN_SHAPE } from './cannot-come-token.ts';
import { answerOccurrence } from './coming.ts';
import { CannotComePage } from './pages/cannot-come-page.tsx';

/**
 * Giving a place back from a reminder: the signed link alone lets in, with no session before it. Looking changes
 * nothing, for mail filters open every link; the page says when, and not what: whoever else reads her mail learns no more.
 */
export const cannotComeRoutes = routes();
const PATH = `/cannot-come/:token{${TOKEN_SHAPE}}` as const;

cannotComeRoutes.get(PATH, async (c) => {
  const whose = hers(c);
  const when = await startOf(c, whose);
  const done = c.req.query('done') !== undefined;
  return c.html(<CannotComePage page={c.get('page')} path={c.req.path} when={when} done={done} />);
});

cannotComeRoutes.post(PATH, async (c) => {
  const whose = hers(c);
  const outcome = await c.get('db').write(whose, (tx) => answerOccurrence(tx, whose.occurrenceId, 'no'));
  // Over or called off: nobody waits for her any more, which is all she wanted to say.
  return outcome === 'absent' ? notFound() : seeOther(c, `${c.req.path}?done`);
});

/** When it begins, read as she would; null once it is over. @throws Problem 404 when it is not hers to know of */
async function startOf(c: Ctx, whose: CannotCome): Promise<Date | null> {
  const [row] = await c.get('db').read(whose, (tx) =>
    tx.hot<{ starts_at: Date; over: boolean }>(
      `SELECT o.starts_at, o.ends_at <= now() OR o.cancelled_at IS NOT NULL AS over FROM occurrences o
       JOIN members m ON m.community_id = o.community_id AND m.member_id = $2
       WHERE o.community_id = $1 AND o.occurrence_id = $3`,
      [whose.communityId, whose.memberId, whose.occurrenceId],
    ),
  );
  if (!row) notFound();
  return row.over ? null : row.starts_at;
}

function hers(c: Ctx): CannotCome {
  const found = readCannotComeToken(c.get('keys'), c.req.param('token') ?? '');
  return found && found.communityId === c.get('community')?.communityId ? found : notFound();
}
