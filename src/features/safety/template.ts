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
const FOR_POSTS_ALONE: readonly Choice[] = ['hide'];

/** What fits a case: the community's own words first, then ours. To somebody in danger nobody writes from a list. */
export async function templatesFor(tx: Tx, t: Translate, one: Case): Promise<Template[]> {
  const all = [...(await ownTemplates(tx)), ...ours(t)];
  return all.filter(({ decision }) => one.kind === 'post' || !FOR_POSTS_ALONE.includes(decision));
}

/** Why something is taken out of sight, the likeliest first: ours, then the community's own. */
export const hidingTemplates = async (tx: Tx, t: Translate): Promise<Template[]> =>
  [...ours(t), ...(await ownTemplates(tx))].filter(({ decision }) => decision === 'hide');

const ours = (t: Translate): Template[] =>
  (Object.keys(OURS) as (keyof typeof OURS)[]).map((id) => ({
    id,
    decision: OURS[id],
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
