import { query, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import type { Page } from '../../ui/index.ts';
import { circleName } from '../circle-names/index.ts';
import { circleOf } from '../circles/index.ts';
import { reportableMember } from './member.ts';
import { nameOf, standingPost } from './reported-post.ts';

/** What a form may name. A message and an ask are reported by the rooms they stand in. */
export const SUBJECT_KINDS = ['post', 'member', 'circle', 'gathering'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number] | 'message' | 'ask';

/** As many messages around a reported one as moderators are shown, and no more. */
export const CONTEXT_MOST = 6;

/** What is being reported, as the reporter sees it. */
export interface Subject {
  kind: SubjectKind;
  id: string;
  /** The name it goes under. Of an anonymous post, the pseudonym. */
  name: string;
  text: string;
  circleId: string | null;
  /** Whom it is about; null for what was written without a name. */
  memberId: string | null;
  pseudonymId: string | null;
  /** Of a message: the few around it, oldest first, each as 'Name: words'. */
  context?: string[];
}

/** @throws Problem 404 when she cannot see it, or it is her own */
export function subjectOf(
  tx: Tx,
  viewer: Viewer,
  page: Page,
  kind: (typeof SUBJECT_KINDS)[number],
  id: string,
): Promise<Subject> {
  return LOOK[kind](tx, viewer, id, page);
}

const LOOK: Record<
  (typeof SUBJECT_KINDS)[number],
  (tx: Tx, viewer: Viewer, id: string, page: Page) => Promise<Subject>
> = {
  async post(tx, viewer, id, page) {
    const post = await standingPost(tx, viewer, id);
    if (post.mine) notFound();
    return {
      kind: 'post',
      id,
      name: nameOf(page, post),
      text: [post.content_note, post.body].filter(Boolean).join('\n\n'),
      circleId: post.circle_id,
      memberId: post.author_id,
      pseudonymId: post.pseudonym_id,
    };
  },
  async member(tx, viewer, id) {
    if (id === viewer.memberId) notFound();
    const { name, about } = await reportableMember(tx, viewer, id);
    return { kind: 'member', id, name, text: about, circleId: null, memberId: id, pseudonymId: null };
  },
  async circle(tx, _, id, page) {
    const circle = await tx.first(
      query.selectFrom('circles').selectAll().where('circle_id', '=', id).where('closed_at', 'is', null),
    );
    if (!circle) return notFound();
    const text = [circle.purpose, circle.charter].filter(Boolean).join('\n\n');
    const name = circleName(page, circleOf(circle));
    return { kind: 'circle', id, name, text, circleId: id, memberId: null, pseudonymId: null };
  },
  async gathering(tx, viewer, id) {
    const one = await tx.first(
      query
        .selectFrom('gatherings')
        .select(['title', 'description', 'venue', 'organised_by', 'circle_id'])
        .where('gathering_id', '=', id),
    );
    if (!one || one.organised_by === viewer.memberId) return notFound();
    const text = [one.venue, one.description].filter(Boolean).join('\n\n');
    return {
      kind: 'gathering',
      id,
      name: one.title,
      text,
      circleId: one.circle_id,
      memberId: one.organised_by,
      pseudonymId: null,
    };
  },
};
