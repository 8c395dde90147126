-- What was reported, as it was. The reporter sees her own; moderators and coordinators see the queue.
CREATE TABLE reports (
  community_id uuid NOT NULL,
  report_id uuid NOT NULL,
  reporter_id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('post', 'member', 'circle')),
  subject_id uuid NOT NULL,
  -- Whom it is about, so that nobody handles a report on herself. Of an anonymous post only the pseudonym is known.
  subject_member_id uuid,
  subject_pseudonym_id uuid,
  circle_id uuid,
  subject_text text NOT NULL DEFAULT '',   -- the content as it was when reported
  subject_name text NOT NULL DEFAULT '',   -- the name shown at that time; a pseudonym stays a pseudonym
  reason text NOT NULL CHECK (reason IN ('danger', 'harassment', 'selling', 'misinformation', 'privacy', 'other')),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  created_at timestamptz NOT NULL DEFAULT now(),
  handled_at timestamptz,
  handled_by uuid,
  outcome text CHECK (length(outcome) BETWEEN 1 AND 2000), -- what is told to the reporter
  CHECK ((handled_at IS NULL) = (outcome IS NULL)),
  PRIMARY KEY (community_id, report_id),
  FOREIGN KEY (community_id, reporter_id) REFERENCES members ON DELETE CASCADE
);
CREATE UNIQUE INDEX reports_once ON reports (community_id, reporter_id, subject_kind, subject_id) WHERE handled_at IS NULL;
CREATE INDEX reports_waiting ON reports (community_id, created_at) WHERE handled_at IS NULL;
ALTER TABLE reports ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON reports TO porchlight_app;
GRANT INSERT (community_id, report_id, reporter_id, subject_kind, subject_id, subject_member_id, subject_pseudonym_id,
  circle_id, subject_text, subject_name, reason, note) ON reports TO porchlight_app;
GRANT UPDATE (handled_at, handled_by, outcome) ON reports TO porchlight_app;
GRANT SELECT ON reports TO porchlight_policy;
CREATE POLICY definer ON reports TO porchlight_policy USING (true) WITH CHECK (true);

SET ROLE porchlight_policy;
-- Whether the reports about this subject are the asker's to look at: a moderator's, and not about herself.
CREATE FUNCTION access.may_moderate(subject_member uuid, subject_pseudonym uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce(access.my_role() IN ('moderator', 'coordinator'), false)
    AND subject_member IS DISTINCT FROM access.member_id()
    AND (subject_pseudonym IS NULL OR subject_pseudonym <> ALL (access.my_pseudonym_ids())); END $$;

-- A moderator sees no post, only reports; through an open report she can take the post away, and only that.
CREATE FUNCTION access.remove_reported_post(report uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.posts p SET body = '', content_note = NULL, removed_at = now(), removed_by = 'moderator'
      FROM public.reports r
      WHERE r.community_id = access.community_id() AND r.report_id = report AND r.subject_kind = 'post'
        AND r.handled_at IS NULL AND access.may_moderate(r.subject_member_id, r.subject_pseudonym_id)
        AND p.community_id = r.community_id AND p.post_id = r.subject_id AND p.removed_at IS NULL;
    RETURN FOUND;
  END $$;
REVOKE ALL ON FUNCTION access.may_moderate(uuid, uuid), access.remove_reported_post(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.may_moderate(uuid, uuid), access.remove_reported_post(uuid) TO porchlight_app;
RESET ROLE;

CREATE POLICY reading ON reports FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND (reporter_id = access.member_id() OR access.may_moderate(subject_member_id, subject_pseudonym_id)));
CREATE POLICY reporting ON reports FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND reporter_id = access.member_id());
-- Closed once, in the closer's own name, and never rewritten.
CREATE POLICY handling ON reports FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND handled_at IS NULL
    AND access.may_moderate(subject_member_id, subject_pseudonym_id))
  WITH CHECK (handled_by = access.member_id() AND handled_at IS NOT NULL);
