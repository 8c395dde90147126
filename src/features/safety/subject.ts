import { query, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import type { Page } from '../../ui/index.ts';
import { shownName, standingPost } from '../conversation/index.ts';
import { reportableMember } from './member.ts';

export const SUBJECT_KINDS = ['post', 'member', 'circle'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

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
}

/** @throws Problem 404 when she cannot see it, or it is her own */
export function subjectOf(
  tx: Tx,
  viewer: Viewer,
  page: Page,
  kind: SubjectKind,
  id: string,
): Promise<Subject> {
  return LOOK[kind](tx, viewer, id, page);
}

const LOOK: Record<SubjectKind, (tx: Tx, viewer: Viewer, id: string, page: Page) => Promise<Subject>> = {
  async post(tx, viewer, id, page) {
    const post = await standingPost(tx, viewer, id);
    if (post.mine) notFound();
    return {
      kind: 'post',
      id,
      name: shownName(page, post.author, post.pseudonym),
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
  async circle(tx, _, id) {
    const circle = await tx.first(
      query
        .selectFrom('circles')
        .select(['name', 'purpose', 'charter'])
        .where('circle_id', '=', id)
        .where('closed_at', 'is', null),
    );
    if (!circle) return notFound();
    const text = [circle.purpose, circle.charter].filter(Boolean).join('\n\n');
    return { kind: 'circle', id, name: circle.name, text, circleId: id, memberId: null, pseudonymId: null };
  },
};
