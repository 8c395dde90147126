import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import type { Photo } from '../photos/index.ts';
import { type Case, casesBefore } from './case.ts';
import type { Reason } from './report.ts';

/** The bytes of a picture a case keeps, for those who may see the case. @throws Problem 404 */
export async function casePhoto(tx: Tx, caseId: string, photoId: string, small: boolean): Promise<Buffer> {
  const [kept] = await tx.hot<{ bytes: Buffer }>(
    `SELECT ${small ? 'small' : 'whole'} AS bytes FROM case_photos WHERE case_id = $1 AND photo_id = $2`,
    [caseId, photoId],
  );
  return kept?.bytes ?? notFound();
}

/** One line of the log. Nobody changes it afterwards, the database sees to that. */
export interface LogEntry {
  act: string;
  why: string;
  at: Date;
  /** null: a report, or somebody who is gone. */
  actor: string | null;
}

/** Everything a moderator needs beside the thing itself. */
export interface CaseFile {
  reports: { reason: Reason; note: string; at: Date; reporter: string | null }[];
  log: LogEntry[];
  before: Case[];
  /** For somebody without a name here. */
  some: 'none' | 'some' | 'several';
  phrases: string[];
  /** What the post carried, as it was. */
  photos: Photo[];
  poll: { several: boolean; options: string[] } | null;
  appeal: { words: string; mayHear: boolean; answer: string | null } | null;
  reveal: { askedBy: string; asker: string | null; reason: string; agreed: boolean } | null;
  /** Who it was, for the two who agreed to know. */
  revealed: { memberId: string; name: string } | null;
}

export async function caseFile(tx: Tx, one: Case): Promise<CaseFile> {
  const id = one.caseId;
  const [rest] = await tx.hot<Omit<CaseFile, 'reports' | 'log' | 'before'>>(REST, [id]);
  return {
    reports: await tx.hot('SELECT reason, note, at, reporter FROM access.case_reports($1)', [id]),
    log: await tx.hot(LOG, [id]),
    before: one.memberId ? await casesBefore(tx, one) : [],
    ...rest!,
  };
}

const REST = `SELECT access.cases_before($1::uuid) AS some,
  coalesce((SELECT phrases FROM flags f WHERE f.case_id = $1::uuid AND f.kind = 'words'), '{}') AS phrases,
  coalesce((SELECT json_agg(json_build_object('photo_id', f.photo_id, 'description', f.description, 'width', f.width,
    'height', f.height) ORDER BY f.place) FROM case_photos f WHERE f.case_id = $1::uuid), '[]') AS photos,
  (SELECT q.poll FROM cases q WHERE q.case_id = $1::uuid) AS poll,
  (SELECT json_build_object('words', a.words, 'mayHear', access.may_hear(a.case_id), 'answer', a.answer) FROM appeals a
    WHERE a.case_id = $1::uuid) AS appeal,
  (SELECT json_build_object('askedBy', r.asked_by, 'asker', m.display_name, 'reason', r.reason, 'agreed', r.agreed_at IS NOT NULL)
    FROM reveals r LEFT JOIN members m ON m.community_id = r.community_id AND m.member_id = r.asked_by
    WHERE r.case_id = $1::uuid) AS reveal,
  (SELECT json_build_object('memberId', w.member_id, 'name', w.display_name) FROM access.revealed_author($1::uuid) w) AS revealed`;

const LOG = `SELECT l.act, l.why, l.at, m.display_name AS actor FROM case_log l
  LEFT JOIN members m ON m.community_id = l.community_id AND m.member_id = l.actor_id
  WHERE l.case_id = $1 ORDER BY l.entry_id`;

/** What was done in a circle lately by those who look after it. */
export const circleLog = (tx: Tx, circleId: string): Promise<LogEntry[]> =>
  tx.all(sql<LogEntry>`SELECT l.act, l.why, l.at, m.display_name AS actor FROM case_log l
    LEFT JOIN members m ON m.community_id = l.community_id AND m.member_id = l.actor_id
    WHERE l.circle_id = ${circleId} AND l.case_id IS NULL ORDER BY l.entry_id DESC LIMIT 30`);
