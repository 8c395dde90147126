import { sql } from 'kysely';

type Row = Record<string, unknown>;

/** What mentoring programs keep of her, as a mentor and as a mentee; the note is opened for her in export.ts. */
export const MENTORING_PARTS = {
  mentorIn: (me: string) =>
    sql<Row>`SELECT p.name, o.state, o.about, o.experiences, o.languages, o.free, o.online, o.recovered_since, o.traits,
      o.rules_out, o.answers, o.capacity, o.paused_at, o.leaving_at, o.agreed_at, o.applied_at AS created_at, o.decided_at
      FROM program_mentors o JOIN programs p USING (community_id, program_id) WHERE o.member_id = ${me} ORDER BY o.applied_at`,
  mentorChecks: (me: string) =>
    sql<Row>`SELECT what, done_on, noted_at FROM program_checks WHERE member_id = ${me} ORDER BY noted_at`,
  menteeRequests: (me: string) =>
    sql<Row>`SELECT p.name, r.state, r.wishes, r.rules_out, r.answers, r.agreed_at, r.asked_at, r.promised_at, r.ended_at
      FROM mentee_requests r JOIN programs p USING (community_id, program_id) WHERE r.member_id = ${me} ORDER BY r.asked_at`,
  menteeNotes: (me: string) => sql<Row>`SELECT sealed FROM mentee_notes WHERE member_id = ${me}`,
  // Also who coordinates, and could read more, takes nobody's name along before both said yes.
  matches: (me: string) =>
    sql<Row>`SELECT p.name, o.display_name, m.mentor_id = ${me}::uuid AS as_mentor, m.state, m.started_at, m.ended_at, m.ended_as
      FROM matches m JOIN programs p USING (community_id, program_id)
      JOIN members o ON o.community_id = m.community_id AND o.member_id <> ${me}::uuid AND o.member_id IN (m.mentee_id, m.mentor_id)
      WHERE ${me}::uuid IN (m.mentee_id, m.mentor_id) AND m.started_at IS NOT NULL ORDER BY m.started_at`,
  pairContacts: (me: string) =>
    sql<Row>`SELECT p.name, c.on_day, c.way, c.minutes, c.noted_at, c.sealed
      FROM pair_contacts c LEFT JOIN matches m USING (community_id, match_id) LEFT JOIN programs p USING (community_id, program_id)
      WHERE c.member_id = ${me} ORDER BY c.noted_at`,
  mentorInvitation: (me: string) =>
    sql<Row>`SELECT p.name, i.invited_at, i.answer, i.again_at
      FROM mentor_invitations i JOIN programs p USING (community_id, program_id) WHERE i.member_id = ${me}`,
  keptApart: (me: string) =>
    sql<Row>`SELECT m.display_name, k.since AS created_at FROM kept_apart k
      LEFT JOIN members m ON m.community_id = k.community_id AND m.member_id <> ${me}::uuid AND m.member_id IN (k.one_id, k.other_id)
      WHERE k.said_by = ${me} ORDER BY k.since`,
  programs: (me: string) =>
    sql<Row>`SELECT name, created_at, opened_at, closed_at FROM programs WHERE created_by = ${me} ORDER BY created_at`,
};
