import { newId } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Case, Choice } from './case.ts';

/** Ready words for a decision. */
export interface Template {
  id: string;
  decision: Choice;
  title: string;
  words: string;
}

const OURS = {
  fine: 'none',
  unkind: 'warn',
  hurtful: 'hide',
  selling: 'hide',
  medical: 'hide',
  private: 'hide',
} as const satisfies Record<string, Choice>;
/** Why a gathering is taken out of sight. */
const OF_GATHERINGS = {
  'gathering-harm': 'hide',
  'gathering-other': 'hide',
  'gathering-selling': 'hide',
  'gathering-private': 'hide',
} as const satisfies Record<string, Choice>;

/** What fits a case: the community's own words first, then ours. To somebody in danger nobody writes from a list. */
export async function templatesFor(tx: Tx, t: Translate, one: Case): Promise<Template[]> {
  const own = await ownTemplates(tx);
  if (one.kind === 'gathering')
    return [...own, ...worded(t, OF_GATHERINGS), ...ours(t).filter(({ decision }) => decision !== 'hide')];
  return [...own, ...ours(t)].filter(({ decision }) => one.kind === 'post' || decision !== 'hide');
}

/** Why something is taken out of sight, the likeliest first: ours, then the community's own. */
export const hidingTemplates = async (tx: Tx, t: Translate): Promise<Template[]> =>
  [...ours(t), ...(await ownTemplates(tx))].filter(({ decision }) => decision === 'hide');

const ours = (t: Translate): Template[] => worded(t, OURS);

const worded = <Id extends keyof typeof OURS | keyof typeof OF_GATHERINGS>(
  t: Translate,
  those: Record<Id, Choice>,
): Template[] =>
  (Object.keys(those) as Id[]).map((id) => ({
    id,
    decision: those[id],
    title: t(`safety.template.${id}`),
    words: t(`safety.template-words.${id}`),
  }));

/** The community's own. */
export const ownTemplates = (tx: Tx): Promise<Template[]> =>
  tx.all(
    query
      .selectFrom('case_templates')
      .select(['template_id as id', 'decision', 'title', 'words'])
      .orderBy('title'),
  ) as Promise<Template[]>;

export async function addTemplate(tx: Tx, viewer: Viewer, template: Omit<Template, 'id'>): Promise<void> {
  await tx.run(
    query
      .insertInto('case_templates')
      .values({ community_id: viewer.communityId, template_id: newId(), ...template }),
  );
}

/** @throws Problem 404 */
export async function dropTemplate(tx: Tx, id: string): Promise<void> {
  if ((await tx.run(query.deleteFrom('case_templates').where('template_id', '=', id))) === 0) notFound();
}
