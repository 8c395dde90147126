-- Reports of the same thing gather in one case; what is decided, by whom and why, is kept for ever in its log.
CREATE TABLE cases (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  case_id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('post', 'member', 'circle', 'message')),
  subject_id uuid NOT NULL,
  subject_member_id uuid,           -- null: written without a name, or she is gone
  subject_pseudonym_id uuid,
  circle_id uuid,
  subject_name text NOT NULL DEFAULT '',
  subject_text text NOT NULL DEFAULT '',      -- as it was when the case was opened
  context text[] NOT NULL DEFAULT '{}',       -- of a message: the few around it, and no more
  origin text NOT NULL CHECK (origin IN ('report', 'words')),
  danger boolean NOT NULL DEFAULT false,
  opened_at timestamptz NOT NULL DEFAULT now(),
  due_at timestamptz NOT NULL,                -- what the community promised
  assigned_to uuid,
  answered_at timestamptz,                    -- the first time somebody took it or decided
  decided_at timestamptz,
  decided_by uuid,
  decision text CHECK (decision IN ('none', 'support', 'warn', 'hide', 'remove', 'suspend')),
  reason text CHECK (length(reason) <= 2000),       -- what the moderated member reads
  rule text CHECK (length(rule) <= 500),            -- of the charter
  until timestamptz,                                -- of a suspension
  overturned_at timestamptz,
  PRIMARY KEY (community_id, case_id),
  CHECK ((decided_at IS NULL) = (decision IS NULL)),
  CHECK (cardinality(context) <= 10)
);
CREATE UNIQUE INDEX cases_once ON cases (community_id, subject_kind, subject_id) WHERE decided_at IS NULL;
CREATE INDEX cases_waiting ON cases (community_id, danger DESC, due_at) WHERE decided_at IS NULL;
CREATE INDEX cases_decided ON cases (community_id, decided_at DESC) WHERE decided_at IS NOT NULL;
CREATE INDEX cases_of_member ON cases (community_id, subject_member_id);
CREATE INDEX cases_of_pseudonym ON cases (community_id, subject_pseudonym_id) WHERE subject_pseudonym_id IS NOT NULL;

-- Written by the functions below and by nothing else; never changed, never deleted.
CREATE TABLE case_log (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  entry_id bigint GENERATED ALWAYS AS IDENTITY,
  case_id uuid,
  circle_id uuid,
  actor_id uuid,                    -- null: a member's report, or somebody who is gone
  act text NOT NULL,
  why text NOT NULL DEFAULT '',
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (community_id, entry_id)
);
CREATE INDEX case_log_of ON case_log (community_id, case_id);

-- One for each case, so that two sent at once are one. Whose it is, the case knows.
CREATE TABLE appeals (
  community_id uuid NOT NULL,
  case_id uuid NOT NULL,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
  made_at timestamptz NOT NULL DEFAULT now(),
  heard_at timestamptz,
  heard_by uuid,
  overturned boolean,
  answer text CHECK (length(answer) BETWEEN 1 AND 2000),
  PRIMARY KEY (community_id, case_id),
  CHECK ((heard_at IS NULL) = (answer IS NULL)),
  FOREIGN KEY (community_id, case_id) REFERENCES cases ON DELETE CASCADE
);

-- To learn who wrote without a name takes two, and a reason.
CREATE TABLE reveals (
  community_id uuid NOT NULL,
  case_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  asked_at timestamptz NOT NULL DEFAULT now(),
  agreed_by uuid,
  agreed_at timestamptz,
  PRIMARY KEY (community_id, case_id),
  CHECK (agreed_by IS DISTINCT FROM asked_by),
  CHECK ((agreed_by IS NULL) = (agreed_at IS NULL)),
  FOREIGN KEY (community_id, case_id) REFERENCES cases ON DELETE CASCADE
);

ALTER TABLE reports ADD COLUMN case_id uuid, ADD COLUMN decision text, ADD COLUMN context text[] NOT NULL DEFAULT '{}' CHECK (cardinality(context) <= 10);
ALTER TABLE reports DROP CONSTRAINT reports_subject_kind_check, DROP CONSTRAINT reports_check, DROP CONSTRAINT reports_outcome_check;
ALTER TABLE reports ADD CONSTRAINT reports_subject_kind_check CHECK (subject_kind IN ('post', 'member', 'circle', 'message')),
  ADD CONSTRAINT reports_outcome_check CHECK (length(outcome) <= 2000);

-- What was reported before there were cases: what waits gathers, what was answered is a case of its own.
INSERT INTO cases (community_id, case_id, subject_kind, subject_id, subject_member_id, subject_pseudonym_id, circle_id,
    subject_name, subject_text, origin, danger, opened_at, due_at)
  SELECT DISTINCT ON (community_id, subject_kind, subject_id) community_id, report_id, subject_kind, subject_id,
    subject_member_id, subject_pseudonym_id, circle_id, subject_name, subject_text, 'report', reason = 'danger', created_at,
    created_at + interval '24 hours'
  FROM reports WHERE handled_at IS NULL ORDER BY community_id, subject_kind, subject_id, (reason = 'danger') DESC, created_at;
INSERT INTO cases (community_id, case_id, subject_kind, subject_id, subject_member_id, subject_pseudonym_id, circle_id,
    subject_name, subject_text, origin, danger, opened_at, due_at, answered_at, decided_at, decided_by, decision, reason)
  SELECT community_id, report_id, subject_kind, subject_id, subject_member_id, subject_pseudonym_id, circle_id, subject_name,
    subject_text, 'report', reason = 'danger', created_at, created_at + interval '24 hours', handled_at, handled_at, handled_by,
    'none', ''
  FROM reports WHERE handled_at IS NOT NULL;
UPDATE reports r SET case_id = coalesce(
  (SELECT c.case_id FROM cases c WHERE c.community_id = r.community_id AND c.case_id = r.report_id),
  (SELECT c.case_id FROM cases c WHERE c.community_id = r.community_id AND c.subject_kind = r.subject_kind
    AND c.subject_id = r.subject_id AND c.decided_at IS NULL));
CREATE INDEX reports_of_case ON reports (community_id, case_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['cases', 'case_log', 'appeals', 'reveals'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO porchlight_app', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO porchlight_policy', t);
  END LOOP;
END $$;
GRANT UPDATE ON cases, appeals, reveals TO porchlight_policy;
GRANT UPDATE (actor_id, why) ON case_log TO porchlight_policy; -- to forget who is gone, and her words
GRANT UPDATE ON reports TO porchlight_policy;

-- Reports are answered by deciding their case, and no other way.
DROP POLICY handling ON reports;
REVOKE UPDATE ON reports FROM porchlight_app;
REVOKE UPDATE (handled_at, handled_by, outcome) ON reports FROM porchlight_app;
GRANT INSERT (context) ON reports TO porchlight_app;

SET ROLE porchlight_policy;
DROP FUNCTION access.remove_reported_post(uuid);

-- Whose case it is to look at: a moderator's, or a facilitator's when it is about a post in her circle; never about
-- herself, never about a circle she looks after, never a facilitator's about another of the same circle. (That a post
-- without a name is a facilitator's must not be told by its absence: those stay.)
CREATE FUNCTION access.may_see_case(kind text, circle uuid, member uuid, pseudonym uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF member = access.member_id() OR pseudonym = ANY (access.my_pseudonym_ids()) THEN RETURN false; END IF;
    IF access.my_role() IN ('moderator', 'coordinator') AND access.takes_part() THEN
      RETURN kind <> 'circle' OR NOT EXISTS (SELECT FROM public.circle_members f WHERE f.community_id = access.community_id()
        AND f.circle_id = circle AND f.member_id = access.member_id() AND f.role = 'facilitator');
    END IF;
    RETURN kind = 'post' AND circle = ANY (access.my_facilitated_ids()) AND NOT EXISTS (
      SELECT FROM public.circle_members f WHERE f.community_id = access.community_id() AND f.circle_id = circle
        AND f.member_id = member AND f.role = 'facilitator');
  END $$;
CREATE OR REPLACE FUNCTION access.may_moderate(subject_member uuid, subject_pseudonym uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce(access.my_role() IN ('moderator', 'coordinator'), false) AND access.takes_part()
    AND subject_member IS DISTINCT FROM access.member_id()
    AND (subject_pseudonym IS NULL OR subject_pseudonym <> ALL (access.my_pseudonym_ids())); END $$;

CREATE FUNCTION access.log_act(the_case uuid, circle uuid, actor uuid, act text, why text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ INSERT INTO public.case_log (community_id, case_id, circle_id, actor_id, act, why)
    VALUES (access.community_id(), the_case, circle, actor, act, coalesce(why, '')) $$;

-- The hours a community promises; a day, and an hour where somebody may be in danger, until it says otherwise.
CREATE FUNCTION access.promised_by(is_danger boolean) RETURNS timestamptz
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN now() + make_interval(hours => coalesce((SELECT CASE WHEN is_danger THEN s.danger_hours ELSE s.answer_hours END
    FROM public.safety_settings s WHERE s.community_id = access.community_id()), CASE WHEN is_danger THEN 1 ELSE 24 END)); END $$;

-- A report joins the case that is open on the same thing, or opens one. Danger moves the whole case forward.
CREATE FUNCTION access.gather_report() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.cases AS c (community_id, case_id, subject_kind, subject_id, subject_member_id, subject_pseudonym_id,
        circle_id, subject_name, subject_text, context, origin, danger, due_at)
      VALUES (NEW.community_id, gen_random_uuid(), NEW.subject_kind, NEW.subject_id, NEW.subject_member_id, NEW.subject_pseudonym_id,
        NEW.circle_id, NEW.subject_name, NEW.subject_text, NEW.context, 'report', NEW.reason = 'danger',
        access.promised_by(NEW.reason = 'danger'))
      ON CONFLICT (community_id, subject_kind, subject_id) WHERE decided_at IS NULL
      DO UPDATE SET danger = c.danger OR excluded.danger,
        due_at = CASE WHEN excluded.danger AND NOT c.danger THEN least(c.due_at, excluded.due_at) ELSE c.due_at END
      RETURNING c.case_id INTO NEW.case_id;
    RETURN NEW;
  END $$;
CREATE FUNCTION access.log_report() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    -- Who reported stands in the report, for moderators; the log is read by facilitators too.
    INSERT INTO public.case_log (community_id, case_id, circle_id, act, why)
      VALUES (NEW.community_id, NEW.case_id, NEW.circle_id, 'reported', NEW.reason);
    -- Those on call are told of it; whoever it is about is not, nor those who look after a circle that it is about.
    PERFORM access.tell_in_safety(ARRAY(SELECT m.member_id FROM access.on_call() m
        WHERE m.member_id IS DISTINCT FROM access.author_behind(NEW.subject_member_id, NEW.subject_pseudonym_id)
          AND (NEW.subject_kind <> 'circle' OR NOT EXISTS (SELECT FROM public.circle_members f WHERE f.community_id = NEW.community_id
            AND f.circle_id = NEW.circle_id AND f.member_id = m.member_id AND f.role = 'facilitator'))),
      CASE WHEN NEW.reason = 'danger' THEN 'safety.urgent' ELSE 'safety.case' END, NULL, NEW.case_id);
    RETURN NULL;
  END $$;

-- Why it was reported: of the reporters' names only moderators learn.
CREATE FUNCTION access.case_reports(the_case uuid)
  RETURNS TABLE (reason text, note text, at timestamptz, reporter text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT r.reason, r.note, r.created_at, CASE WHEN access.my_role() <> 'member' THEN m.display_name END
    FROM public.cases c JOIN public.reports r ON r.community_id = c.community_id AND r.case_id = c.case_id
    LEFT JOIN public.members m ON m.community_id = r.community_id AND m.member_id = r.reporter_id
    WHERE c.community_id = access.community_id() AND c.case_id = the_case
      AND access.may_see_case(c.subject_kind, c.circle_id, c.subject_member_id, c.subject_pseudonym_id)
    ORDER BY r.created_at;
  END $$;

-- Whether there was something before with somebody who has no name here, under this same name: 'none', 'some' (one or two)
-- or 'several'. Under her other names and her own only for the two who were let know who she is: were it counted for all,
-- the answer would change on the day something is decided about her by name, and so tell who she is.
CREATE FUNCTION access.cases_before(the_case uuid) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE c public.cases; her uuid; n int; BEGIN
    SELECT * INTO c FROM public.cases x WHERE x.community_id = access.community_id() AND x.case_id = the_case
      AND access.may_see_case(x.subject_kind, x.circle_id, x.subject_member_id, x.subject_pseudonym_id);
    her := coalesce(c.subject_member_id, (SELECT r.member_id FROM access.revealed_author(the_case) r));
    SELECT count(*) INTO n FROM public.cases x WHERE x.community_id = c.community_id AND x.case_id <> the_case
      AND x.decision NOT IN ('none', 'support') AND x.overturned_at IS NULL
      AND (x.subject_pseudonym_id = c.subject_pseudonym_id
        OR access.author_behind(x.subject_member_id, x.subject_pseudonym_id) = her);
    RETURN CASE WHEN n = 0 THEN 'none' WHEN n < 3 THEN 'some' ELSE 'several' END;
  END $$;
REVOKE ALL ON FUNCTION access.may_see_case(text, uuid, uuid, uuid), access.log_act(uuid, uuid, uuid, text, text),
  access.promised_by(boolean), access.gather_report(), access.log_report(), access.case_reports(uuid),
  access.cases_before(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.may_see_case(text, uuid, uuid, uuid), access.case_reports(uuid), access.cases_before(uuid) TO porchlight_app;
RESET ROLE;

CREATE TRIGGER reports_gather BEFORE INSERT ON reports FOR EACH ROW WHEN (NEW.handled_at IS NULL) EXECUTE FUNCTION access.gather_report();
CREATE TRIGGER reports_log AFTER INSERT ON reports FOR EACH ROW EXECUTE FUNCTION access.log_report();

CREATE POLICY theirs ON cases FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND ((SELECT access.my_role()) <> 'member' OR circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[]))
  AND access.may_see_case(subject_kind, circle_id, subject_member_id, subject_pseudonym_id));
CREATE POLICY theirs ON case_log FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND CASE WHEN case_id IS NULL
    THEN circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[])
      OR (SELECT access.my_role()) <> 'member' AND (SELECT access.takes_part())
    ELSE EXISTS (SELECT FROM cases c WHERE c.community_id = case_log.community_id AND c.case_id = case_log.case_id) END);
CREATE POLICY theirs ON appeals FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND (SELECT access.my_role()) <> 'member'
  AND EXISTS (SELECT FROM cases c WHERE c.community_id = appeals.community_id AND c.case_id = appeals.case_id));
CREATE POLICY theirs ON reveals FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND (SELECT access.my_role()) <> 'member'
  AND EXISTS (SELECT FROM cases c WHERE c.community_id = reveals.community_id AND c.case_id = reveals.case_id));
