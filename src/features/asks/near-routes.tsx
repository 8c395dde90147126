import { sql } from 'kysely';
import type { HelpThing, Support } from '../../matching/index.ts';
import type { Keyring } from '../../platform/crypto/index.ts';
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
import { wordsOf } from '../boundaries/index.ts';
import { openLink, outsidePage, TOKEN } from '../links/index.ts';
import { visitBy } from '../people/index.ts';
import { ANSWERING, answerSchema, UUID } from './forms.ts';
import type { When } from './needs.ts';
import { NearAskPage } from './pages/near-ask.tsx';

const NEAR = `/near/${TOKEN}/asks/:id{${UUID}}` as const;

/** One of her people, who came by a link and has no account, reads what she asks and answers. */
export const nearAskRoutes = routes();

nearAskRoutes.get(NEAR, async (c) => {
  const { scope, subjectId, holderId } = await openLink(c, 'person');
  const { ask, visit } = await c.get('db').read(scope, async (tx) => ({
    ask: await nearAsk(tx, c.get('keys'), holderId, c.req.param('id')),
    visit: (await visitBy(tx, c.get('keys'), subjectId, holderId)) ?? notFound(),
  }));
  const page = outsidePage(c, visit.person.locale);
  return c.html(<NearAskPage page={page} ask={ask} path={c.req.path} boundaries={visit.boundaries} />);
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
  /** Who asks. */
  name: string;
  answer: 'yes' | 'no' | null;
  ended: boolean;
}

/** Asks that came to whoever holds the link of this scope, the newest first, by the name her people know her by. */
export async function asksNear(tx: Tx, keys: Keyring, holderId: string): Promise<NearAsk[]> {
  const asks = await tx.hot<NearAsk>(
    `SELECT a.ask_id AS "askId", a.kind, a.thing, a.words, a.needed, a.at, a.no_visits AS "noVisits",
       access.who_asks_near() AS name, p.answer, a.closed_at IS NOT NULL AS ended
     FROM ask_people p JOIN asks a USING (community_id, ask_id)
     WHERE p.community_id = access.community_id() AND p.person_id = access.link_subject('person')
     ORDER BY a.asked_at DESC LIMIT 50`,
    [],
  );
  if (asks.length === 0) return asks;
  const called = (await wordsOf(tx, keys, holderId)).get('name')?.said;
  return typeof called === 'string' ? asks.map((ask) => ({ ...ask, name: called })) : asks;
}

async function nearAsk(tx: Tx, keys: Keyring, holderId: string, askId: string): Promise<NearAsk> {
  return (await asksNear(tx, keys, holderId)).find((ask) => ask.askId === askId) ?? notFound();
}

async function answer(tx: Tx, askId: string, said: 'yes' | 'no') {
  const row = await tx.first(
    sql<{ said: 'yes' | 'no' | 'enough' | 'closed' | 'absent' }>`
      SELECT access.answer_ask_by_link(${askId}, ${said}) AS said`,
  );
  return row && row.said !== 'absent' ? row.said : notFound();
}
