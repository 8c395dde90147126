import type { Scope, Tx } from '../../platform/db/index.ts';
import { NAMED_OF, type Nameable } from '../circle-names/index.ts';
import { spareOf } from '../sparing/index.ts';
import { type Kind, kindOf, type Pointers } from './kinds.ts';
import { REMINDER, REMINDER_STANDS, REMINDER_TABLES, type Reminder } from './reminder-news.ts';

/** One thing that happened, as she may read of it now. */
export interface Item extends Pointers {
  id: string;
  kind: string;
  createdAt: Date;
  seen: boolean;
  /** Who did it; a pseudonym stays one. Both null: nobody is named. */
  name: string | null;
  pseudonym: string | null;
  circle: Nameable | null;
  /** She began the thread herself. */
  mine: boolean;
  /** The gathering it is about, and when by the clocks of its place; `startsAt` is null for the whole of a series. */
  gathering: {
    title: string;
    startsAt: Date | null;
    timeZone: string;
    note: string | null;
    /** Of a change of many: the times she means to come to, as they stand by now. The first few. */
    hers: Date[];
  } | null;
  /** What a reminder says beside that; null for anything else. */
  reminder: Reminder | null;
  /** How the thread begins, or its content note; null when there is none. */
  beginning: string | null;
}

interface Row {
  notification_id: string;
  kind: string;
  circle_id: string | null;
  post_id: string | null;
  thread_id: string | null;
  subject_id: string | null;
  created_at: Date;
  seen: boolean;
  author: string | null;
  pseudonym: string | null;
  subject: string | null;
  circle: Nameable | null;
  mine: boolean;
  beginning: string | null;
  gathering_id: string | null;
  gathering: string | null;
  starts_at: Date | null;
  time_zone: string | null;
  cancel_note: string | null;
  /** When something would have been that is out of sight. */
  withdrawn: { at: string; zone: string } | null;
  her_dates: Date[] | null;
  reminder: Reminder | null;
}

// What moved is told by where her own dates stand now: nothing else of it matters to her.
const HER_DATES = `CASE WHEN n.kind = 'gatherings.changed' AND w.occurrence_id IS NULL THEN ARRAY(
    SELECT x.starts_at FROM rsvps r JOIN occurrences x USING (community_id, occurrence_id)
    WHERE r.community_id = $1 AND r.member_id = $2 AND r.gathering_id = g.gathering_id
      AND r.answer IN ('yes', 'maybe', 'waiting') AND x.starts_at > now() AND x.cancelled_at IS NULL
    ORDER BY x.starts_at LIMIT 4) END`;

// Through her own eyes: each table joined shows her what its own policy lets her see. A thread whose opening is out of
// her sight has no page for her, so it is not told of either.
const news = (which: string): string => `
  SELECT n.notification_id, n.kind, n.circle_id, n.post_id, p.thread_id, n.subject_id, n.created_at,
    n.seen_at IS NOT NULL AS seen, a.display_name AS author, p.pseudonym, s.display_name AS subject, ${NAMED_OF('c')} AS circle,
    coalesce(o.author_id = $2, o.pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]), false) AS mine,
    CASE WHEN o.removed_at IS NULL THEN coalesce(o.content_note, left(o.body, 200)) END AS beginning,
    g.gathering_id, coalesce(w.title, g.title) AS gathering, w.starts_at, g.time_zone,
    CASE WHEN n.kind = 'gatherings.withdrawn' THEN access.withdrawn_time(n.subject_id) END AS withdrawn,
    coalesce(w.cancel_note, g.cancel_note) AS cancel_note, ${HER_DATES} AS her_dates, ${REMINDER} AS reminder
  FROM (SELECT * FROM notifications n WHERE n.community_id = $1 AND n.member_id = $2 ${which}
    ORDER BY n.created_at DESC LIMIT 300) n
  LEFT JOIN posts p ON p.community_id = $1 AND p.post_id = n.post_id
  LEFT JOIN posts o ON o.community_id = $1 AND o.post_id = p.thread_id
  LEFT JOIN members a ON a.community_id = $1 AND a.member_id = p.author_id
  LEFT JOIN talks t ON t.community_id = $1 AND t.talk_id = n.subject_id
  LEFT JOIN matches y ON y.community_id = $1 AND y.match_id = n.subject_id AND n.kind LIKE 'mentoring.%'
  LEFT JOIN members s ON s.community_id = $1
    AND s.member_id = CASE n.subject_id WHEN t.talk_id THEN CASE t.asker_id WHEN $2 THEN t.asked_id ELSE t.asker_id END
      WHEN y.match_id THEN CASE y.mentor_id WHEN $2 THEN y.mentee_id ELSE y.mentor_id END ELSE n.subject_id END
    AND s.member_id <> ALL ((SELECT access.my_blocked_ids())::uuid[])
  LEFT JOIN occurrences w ON w.community_id = $1 AND w.occurrence_id = n.subject_id AND n.kind LIKE 'gatherings.%'
  LEFT JOIN gatherings g ON g.community_id = $1 AND g.gathering_id = coalesce(w.gathering_id, n.subject_id)
    AND n.kind LIKE 'gatherings.%'
  ${REMINDER_TABLES}
  LEFT JOIN circles c ON c.community_id = $1 AND c.circle_id = n.circle_id
  WHERE (n.post_id IS NULL OR o.post_id IS NOT NULL)
    AND (n.kind NOT LIKE 'asks.%' OR access.ask_news_stands(n.kind, n.subject_id)) AND ${REMINDER_STANDS}
  ORDER BY n.created_at DESC`;

const ALL = news('');
const UNSEEN = news('AND n.seen_at IS NULL');
const UNMAILED = news('AND n.seen_at IS NULL AND n.mailed_at IS NULL');
const ONE = news('AND n.notification_id = $3');

/** What she has been told, newest first: everything kept, what she has not seen, or what no letter told of yet. */
export async function newsOf(
  tx: Tx,
  scope: Scope,
  which: 'all' | 'unseen' | 'unmailed' = 'all',
): Promise<Item[]> {
  const text = { all: ALL, unseen: UNSEEN, unmailed: UNMAILED }[which];
  const items = (await tx.hot<Row>(text, [scope.communityId, scope.memberId])).flatMap(itemOf);
  return items.length > 0 ? bearable(tx, scope, items) : items;
}

/** One of hers, if she may still read of it. */
export async function newsById(tx: Tx, scope: Scope, id: string): Promise<Item | undefined> {
  const items = (await tx.hot<Row>(ONE, [scope.communityId, scope.memberId, id])).flatMap(itemOf);
  return items.length > 0 ? (await bearable(tx, scope, items))[0] : undefined;
}

/** Without what comes from circles that speak of what she lost. What concerns somebody's safety is told all the same. */
async function bearable(tx: Tx, scope: Scope, items: Item[]): Promise<Item[]> {
  const { aside } = await spareOf(tx, scope);
  return items.filter(
    ({ circleId, kind }) => !circleId || !aside.has(circleId) || kind.startsWith('safety.'),
  );
}

// Of a kind that says a name nothing is left when nobody is there to be named.
function itemOf(row: Row): Item[] {
  const kind: Kind | undefined = kindOf(row.kind);
  if (!kind) return [];
  const name = kind.who === 'subject' ? row.subject : row.author;
  if (kind.who && !name && !row.pseudonym) return [];
  if (kind.gathering && !row.gathering) return [];
  if (row.kind === 'gatherings.withdrawn' && !row.withdrawn) return [];
  return [
    {
      id: row.notification_id,
      kind: row.kind,
      circleId: row.circle_id,
      postId: row.post_id,
      threadId: row.thread_id,
      subjectId: row.subject_id,
      gatheringId: row.gathering_id,
      gathering: row.withdrawn ? unnamed(row.withdrawn) : gatheringIn(row),
      reminder: row.reminder,
      createdAt: row.created_at,
      seen: row.seen,
      name,
      pseudonym: row.pseudonym,
      circle: row.circle,
      mine: row.mine,
      beginning: row.beginning,
    },
  ];
}

const gatheringIn = ({
  gathering: title,
  starts_at: startsAt,
  time_zone: zone,
  cancel_note: note,
  her_dates,
}: Row) =>
  title === null ? null : { title, startsAt, timeZone: zone ?? 'UTC', note, hers: her_dates ?? [] };

const unnamed = ({ at, zone }: NonNullable<Row['withdrawn']>) => ({
  title: '',
  startsAt: new Date(at),
  timeZone: zone,
  note: null,
  hers: [],
});
