import { sql } from 'kysely';
import type { HelpThing, Support } from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import {
  type Ctx,
  clientAddress,
  notFound,
  readForm,
  routes,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import { boundariesOf } from '../boundaries/index.ts';
import { openLink, outsidePage, TOKEN } from '../links/index.ts';
import { visitorBy } from '../people/index.ts';
import { ANSWERING, answerSchema, UUID } from './forms.ts';
import type { When } from './needs.ts';
import { NearAskPage } from './pages/near-ask.tsx';

const NEAR = `/near/${TOKEN}/asks/:id{${UUID}}` as const;

/** One of her people, who came by a link and has no account, reads what she asks and answers. */
export const nearAskRoutes = routes();

nearAskRoutes.get(NEAR, async (c) => {
  const { scope, subjectId, holderId } = await openLink(c, 'person');
  const { visitor, ...seen } = await c.get('db').read(scope, async (tx) => ({
    ask: await nearAsk(tx, c.req.param('id')),
    visitor: (await visitorBy(tx, c.get('keys'), subjectId, holderId)) ?? notFound(),
    boundaries: await boundariesOf(tx, c.get('keys'), holderId),
  }));
  const page = outsidePage(c, visitor.person.locale);
  return c.html(<NearAskPage page={page} path={c.req.path} name={visitor.holderName} {...seen} />);
});

nearAskRoutes.post(NEAR, async (c) => {
  const { scope } = await openLink(c, 'person');
  const form = await readForm(c, answerSchema);
  if (!form.ok) return notFound(); // two buttons: no form of ours sends anything else
  await spend(c, ANSWERING, clientAddress(c as Ctx));
  const said = await c.get('db').write(scope, (tx) => answer(tx, c.req.param('id'), form.values.answer));
  return seeOther(c, c.req.path, `asks.near.${said}`);
});

/** What one of her people sees of an ask. */
export interface NearAsk extends When {
  askId: string;
  kind: Support;
  thing: HelpThing | null;
  words: string;
  noVisits: boolean;
  answer: 'yes' | 'no' | null;
  ended: boolean;
  /** She thanks everybody who said yes. */
  thanked: boolean;
  /** And did so within two weeks. */
  thankedLately: boolean;
}

/** Asks that came to whoever holds the link of this scope, the newest first. */
export const asksNear = (tx: Tx): Promise<NearAsk[]> =>
  tx.hot<NearAsk>(
    `SELECT a.ask_id AS "askId", a.kind, a.thing, a.words, a.needed, a.at, a.no_visits AS "noVisits",
       p.answer, a.closed_at IS NOT NULL AS ended, coalesce(p.answer = 'yes' AND a.closed_as = 'helped', false) AS thanked,
       coalesce(p.answer = 'yes' AND a.closed_as = 'helped' AND a.closed_at > now() - interval '14 days', false)
         AS "thankedLately"
     FROM ask_people p JOIN asks a USING (community_id, ask_id)
     WHERE p.community_id = access.community_id() AND p.person_id = access.link_subject('person')
     ORDER BY a.asked_at DESC LIMIT 50`,
    [],
  );

async function nearAsk(tx: Tx, askId: string): Promise<NearAsk> {
  return (await asksNear(tx)).find((ask) => ask.askId === askId) ?? notFound();
}

async function answer(tx: Tx, askId: string, said: 'yes' | 'no') {
  const row = await tx.first(
    sql<{ said: 'yes' | 'no' | 'enough' | 'closed' | 'absent' }>`
      SELECT access.answer_ask_by_link(${askId}, ${said}) AS said`,
  );
  return row && row.said !== 'absent' ? row.said : notFound();
}
