import { type Compilable, sql } from 'kysely';
import { query } from '../../platform/db/index.ts';
import { NAMED_OF } from '../circle-names/index.ts';
import { ASK_PARTS } from './export-ask-parts.ts';
import { CALL_PARTS } from './export-call-parts.ts';
import { FORMING_PARTS } from './export-forming-parts.ts';
import { HELP_PARTS } from './export-help-parts.ts';
import { MENTORING_PARTS } from './export-mentoring-parts.ts';
import { NEAR_PARTS } from './export-near-parts.ts';

type Row = Record<string, unknown>;

/** All that a circle's name is made of; it is put into her words on the way out. */
const NAMED = sql<unknown>`${sql.raw(NAMED_OF('c'))}`;

/** Each part looks for her own id by name: the policies would show her more, what others share with her. */
export const PARTS = {
  member: (me) => query.selectFrom('members').selectAll().where('member_id', '=', me),
  answers: (me) => query.selectFrom('answers').selectAll().where('member_id', '=', me),
  plan: (me) =>
    query.selectFrom('plan_decisions').selectAll().where('member_id', '=', me).orderBy('decided_at'),
  circles: (me) =>
    query
      .selectFrom('circle_members as m')
      .leftJoin('circles as c', (join) =>
        join.onRef('c.community_id', '=', 'm.community_id').onRef('c.circle_id', '=', 'm.circle_id'),
      )
      .selectAll('m')
      .select(NAMED.as('name'))
      .where('m.member_id', '=', me),
  requests: (me) =>
    query
      .selectFrom('join_requests as r')
      .leftJoin('circles as c', (join) =>
        join.onRef('c.community_id', '=', 'r.community_id').onRef('c.circle_id', '=', 'r.circle_id'),
      )
      .selectAll('r')
      .select(NAMED.as('name'))
      .where('r.member_id', '=', me),
  founded: (me) => query.selectFrom('circles').selectAll().where('created_by', '=', me),
  invitations: (me) =>
    query
      .selectFrom('circle_invitations as i')
      .leftJoin('circles as c', (join) =>
        join.onRef('c.community_id', '=', 'i.community_id').onRef('c.circle_id', '=', 'i.circle_id'),
      )
      .select(['i.invitation_id', 'i.circle_id', 'i.created_at', 'i.expires_at', 'i.revoked_at'])
      .select(NAMED.as('circle_name'))
      .where('i.created_by', '=', me),
  posts: () => sql<Row>`SELECT * FROM access.my_posts()`,
  rewordings: () => sql<Row>`SELECT * FROM access.my_rewordings()`,
  photos: () => sql<Row>`SELECT *, '/photos/' || photo_id AS file FROM access.my_photos()`,
  polls: () => sql<Row>`SELECT * FROM access.my_poll_options()`,
  votes: () => sql<Row>`SELECT * FROM access.my_poll_votes()`,
  // Where she can open what names her: of the rest not even that it does.
  mentions: () => sql<Row>`SELECT n.post_id FROM mentions n JOIN posts p USING (community_id, post_id)
    JOIN posts t ON t.community_id = p.community_id AND t.post_id = p.thread_id`,
  shelf: () =>
    sql<Row>`SELECT item_id, circle_id, title AS name, link, note, added_at FROM access.my_shelf_items()`,
  pseudonyms: (me) => query.selectFrom('pseudonyms').selectAll().where('member_id', '=', me),
  reactions: (me) =>
    query.selectFrom('reactions').selectAll().where('member_id', '=', me).orderBy('created_at'),
  blocks: (me) =>
    query
      .selectFrom('blocks as b')
      .leftJoin('members as m', (join) =>
        join.onRef('m.community_id', '=', 'b.community_id').onRef('m.member_id', '=', 'b.blocked_id'),
      )
      .selectAll('b')
      .select('m.display_name')
      .where('b.blocker_id', '=', me),
  hidden: (me) => query.selectFrom('hidden_pseudonyms').selectAll().where('member_id', '=', me),
  reports: (me) =>
    query
      .selectFrom('reports')
      .select([
        'report_id',
        'subject_kind',
        'subject_name',
        'subject_text',
        'reason',
        'note',
        'created_at',
        'handled_at',
        'decision',
        'outcome',
      ])
      .where('reporter_id', '=', me),
  organised: (me) =>
    sql<Row>`SELECT title AS name, created_at FROM gatherings WHERE organised_by = ${me} ORDER BY created_at`,
  enrolled: (me) =>
    sql<Row>`SELECT g.title AS name, e.answer AS state, e.guests, e.children, e.enrolled_at AS created_at
    FROM enrolments e LEFT JOIN gatherings g USING (community_id, gathering_id) WHERE e.member_id = ${me}`,
  coming: (me) =>
    sql<Row>`SELECT g.title AS name, o.starts_at, r.answer AS state, r.guests, r.children, r.company, r.attended
    FROM rsvps r LEFT JOIN occurrences o USING (community_id, occurrence_id)
    LEFT JOIN gatherings g ON g.community_id = r.community_id AND g.gathering_id = r.gathering_id
    WHERE r.member_id = ${me} ORDER BY o.starts_at`,
  reminded: (me) => sql<Row>`SELECT g.title AS name, o.starts_at, d.which, d.reminded_at AS sent_at
    FROM reminders d LEFT JOIN occurrences o USING (community_id, occurrence_id)
    LEFT JOIN gatherings g USING (community_id, gathering_id) WHERE d.member_id = ${me} ORDER BY d.reminded_at`,
  calendarFeed: (me) =>
    query.selectFrom('calendar_feeds').select(['made_at as created_at']).where('member_id', '=', me),
  ...HELP_PARTS,
  mutes: (me) => query.selectFrom('mutes').selectAll().where('member_id', '=', me),
  // What others decided about her and what her words were taken for is about her, so it is hers to take along.
  decisions: () => sql<Row>`SELECT * FROM access.decisions_about_me()`,
  reveals: () => sql<Row>`SELECT * FROM access.reveals_of_me()`,
  pauses: (me) => query.selectFrom('sanctions').selectAll().where('member_id', '=', me),
  signs: () => sql<Row>`SELECT kind AS sign, level, created_at FROM access.flags_on_me()`,
  rota: (me) => query.selectFrom('rota_weeks').selectAll().where('member_id', '=', me),
  acts: (me) =>
    query
      .selectFrom('case_log')
      .select(['act', 'why as note', 'at as created_at'])
      .where('actor_id', '=', me),
  turns: (me) => query.selectFrom('cohort_turns').selectAll().where('decided_by', '=', me),
  merges: (me) =>
    query
      .selectFrom('circle_merges')
      .select(['merge_id', 'name', 'proposed_at', 'agreed_at', 'effected_at', 'called_off_at', 'undone_at'])
      .where('proposed_by', '=', me),
  staying: (me) => query.selectFrom('merge_refusals').selectAll().where('member_id', '=', me),
  successions: (me) =>
    query
      .selectFrom('successions')
      .selectAll()
      .where((eb) => eb.or([eb('from_member', '=', me), eb('to_member', '=', me)])),
  mail: (me) => sql<Row>`SELECT mode, NULL::json AS name FROM mail_choices WHERE member_id = ${me}
    UNION ALL SELECT o.mode, ${NAMED} FROM circle_mail_choices o JOIN circles c USING (community_id, circle_id)
    WHERE o.member_id = ${me}`,
  letters: (
    me,
  ) => sql<Row>`SELECT mode, ended_at AS sent_at FROM letters WHERE member_id = ${me} AND state = 'sent'
    ORDER BY ended_at`,
  told: (me) =>
    query
      .selectFrom('notifications')
      .select(['kind', 'created_at', 'seen_at'])
      .where('member_id', '=', me)
      .orderBy('created_at'),
  listening: (me) =>
    query
      .selectFrom('listeners')
      .select(['since as created_at', 'not_until as until'])
      .where('member_id', '=', me),
  lookedIn: (me) =>
    query
      .selectFrom('reply_offers')
      .select(['thread_id as post_id', 'offered_at', 'declined_at'])
      .where('member_id', '=', me)
      .orderBy('offered_at'),
  opened: (me) =>
    query.selectFrom('thread_readers').select(['thread_id as post_id']).where('member_id', '=', me),
  watched: (me) => sql<Row>`SELECT ${NAMED} AS name FROM circle_notification_settings w
    JOIN circles c USING (community_id, circle_id) WHERE w.member_id = ${me} AND w.watching`,
  devices: (me) =>
    query.selectFrom('push_subscriptions').select(['created_at', 'endpoint']).where('member_id', '=', me),
  announcements: (me) => query.selectFrom('announcements').selectAll().where('written_by', '=', me),
  followed: (me) =>
    query.selectFrom('feed_sources').select(['name', 'address', 'added_at']).where('added_by', '=', me),
  offer: (me) => query.selectFrom('mentor_offers').selectAll().where('member_id', '=', me),
  introductions: (me) =>
    query
      .selectFrom('introductions as i')
      .leftJoin('members as m', (join) =>
        join
          .onRef('m.community_id', '=', 'i.community_id')
          .on((eb) =>
            eb.or([
              eb('m.member_id', '=', eb.ref('i.mentee_id')),
              eb('m.member_id', '=', eb.ref('i.mentor_id')),
            ]),
          )
          .on('m.member_id', '<>', me),
      )
      .selectAll('i')
      .select('m.display_name')
      .where((eb) => eb.or([eb('i.mentee_id', '=', me), eb('i.mentor_id', '=', me)])),
  ...MENTORING_PARTS,
  ...ASK_PARTS,
  ...CALL_PARTS,
  ...FORMING_PARTS,
  messages: () => sql<Row>`SELECT * FROM access.my_messages()`,
  // With whom, and how it stands. Why the other asked are the other's words, and so is all she answered.
  talks: (
    me,
  ) => sql<Row>`SELECT t.talk_id, o.display_name, t.asker_id = ${me}::uuid AS asked_by_me, t.state, t.asked_at,
      CASE WHEN t.asker_id = ${me}::uuid THEN t.because END AS because,
      CASE WHEN t.asker_id = ${me}::uuid THEN t.reason END AS note
    FROM talks t JOIN members o ON o.community_id = t.community_id AND o.member_id <> ${me}::uuid
      AND o.member_id IN (t.asker_id, t.asked_id)
    WHERE ${me}::uuid IN (t.asker_id, t.asked_id) ORDER BY t.asked_at`,
  talkSides: (me) =>
    query.selectFrom('talk_sides').select(['talk_id', 'declined_at', 'seen']).where('member_id', '=', me),
  messageDoor: (me) =>
    query.selectFrom('message_doors').select(['closed', 'away_until']).where('member_id', '=', me),
  ...NEAR_PARTS,
} satisfies Record<string, (me: string) => Compilable<Row> | ReturnType<typeof sql<Row>>>;
