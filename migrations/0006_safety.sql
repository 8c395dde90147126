-- What was reported, as it was. The reporter sees her own; moderators and coordinators see the queue.
CREATE TABLE reports (
  community_id uuid NOT NULL,
  report_id uuid NOT NULL,
  reporter_id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('post', 'member', 'circle')),
  subject_id uuid NOT NULL,
  circle_id uuid,
  subject_text text NOT NULL DEFAULT '',   -- the content as it was when reported
  subject_name text NOT NULL DEFAULT '',   -- the name shown at that time; a pseudonym stays a pseudonym
  reason text NOT NULL CHECK (reason IN ('danger', 'harassment', 'selling', 'misinformation', 'privacy', 'other')),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  created_at timestamptz NOT NULL DEFAULT now(),
  handled_at timestamptz,
  handled_by uuid,
  outcome text CHECK (length(outcome) <= 2000),
  PRIMARY KEY (community_id, report_id),
  FOREIGN KEY (community_id, reporter_id) REFERENCES members ON DELETE CASCADE
);
CREATE UNIQUE INDEX reports_once ON reports (community_id, reporter_id, subject_kind, subject_id) WHERE handled_at IS NULL;
CREATE INDEX reports_waiting ON reports (community_id, created_at) WHERE handled_at IS NULL;
ALTER TABLE reports ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON reports TO porchlight_app;
GRANT INSERT (community_id, report_id, reporter_id, subject_kind, subject_id, circle_id, subject_text, subject_name, reason, note)
  ON reports TO porchlight_app;
GRANT UPDATE (handled_at, handled_by, outcome) ON reports TO porchlight_app;
CREATE POLICY reading ON reports FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND (reporter_id = access.member_id() OR (SELECT access.my_role()) IN ('moderator', 'coordinator')));
CREATE POLICY reporting ON reports FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND reporter_id = access.member_id());
CREATE POLICY handling ON reports FOR UPDATE TO porchlight_app USING (community_id = access.community_id()
  AND (SELECT access.my_role()) IN ('moderator', 'coordinator'));
