-- Mentoring programs: who may be a mentor in one, who waits for one, and the two whom both said yes to bring together.
-- The rows stand here; each act on them is a function in the migration of the feature it belongs to. See docs/decisions/0050.
CREATE TABLE programs (
  community_id uuid NOT NULL,
  program_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('perinatal', 'return-to-work', 'self-employment', 'career', 'neighbour', 'other')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  about text NOT NULL DEFAULT '' CHECK (length(about) <= 2000),
  promise_days int NOT NULL DEFAULT 7 CHECK (promise_days BETWEEN 1 AND 60),       -- by when she is matched or told
  first_contact_hours int NOT NULL DEFAULT 48 CHECK (first_contact_hours BETWEEN 1 AND 336),
  cadence_days int NOT NULL DEFAULT 7 CHECK (cadence_days BETWEEN 1 AND 60),
  weeks int NOT NULL DEFAULT 12 CHECK (weeks BETWEEN 1 AND 104),
  recovered_months int CHECK (recovered_months BETWEEN 1 AND 60),  -- null: not asked of a mentor
  needs_training boolean NOT NULL DEFAULT true,
  needs_interview boolean NOT NULL DEFAULT true,
  needs_references boolean NOT NULL DEFAULT false,
  needs_background boolean NOT NULL DEFAULT false,
  not_in_danger boolean NOT NULL DEFAULT false, -- who is in danger is shown help now and offered a callback, and not matched
  agreement text NOT NULL DEFAULT '' CHECK (length(agreement) <= 6000), -- consent and confidentiality, in the program's words
  agreement_version int NOT NULL DEFAULT 1,
  weights jsonb NOT NULL DEFAULT '{}',         -- what the coordinators changed of the engine's weights
  next_round_at timestamptz,                   -- told to whoever waits
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  opened_at timestamptz,                       -- null: being prepared
  closed_at timestamptz,
  PRIMARY KEY (community_id, program_id),
  FOREIGN KEY (community_id) REFERENCES communities ON DELETE CASCADE,
  FOREIGN KEY (community_id, created_by) REFERENCES members ON DELETE SET NULL (created_by)
);

CREATE TABLE program_phases (
  community_id uuid NOT NULL,
  program_id uuid NOT NULL,
  phase int NOT NULL CHECK (phase BETWEEN 1 AND 12),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  from_week int NOT NULL CHECK (from_week BETWEEN 1 AND 104),
  guide text NOT NULL DEFAULT '' CHECK (length(guide) <= 6000), -- for the conversation, in Markdown
  PRIMARY KEY (community_id, program_id, phase),
  FOREIGN KEY (community_id, program_id) REFERENCES programs ON DELETE CASCADE
);

-- A program's own questions: one choice of several. What both are asked and answer alike counts for a match.
CREATE TABLE program_questions (
  community_id uuid NOT NULL,
  program_id uuid NOT NULL,
  question_id uuid NOT NULL,
  asked_of text NOT NULL CHECK (asked_of IN ('mentee', 'mentor', 'both')),
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 200),
  choices text[] NOT NULL CHECK (cardinality(choices) BETWEEN 2 AND 12),
  counts int NOT NULL DEFAULT 0 CHECK (counts BETWEEN 0 AND 3), -- nothing, a little, some, much
  position int NOT NULL DEFAULT 0,
  PRIMARY KEY (community_id, program_id, question_id),
  FOREIGN KEY (community_id, program_id) REFERENCES programs ON DELETE CASCADE
);

-- What a mentor has gone through before she is matched.
CREATE TABLE program_training (
  community_id uuid NOT NULL,
  program_id uuid NOT NULL,
  item_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
  position int NOT NULL DEFAULT 0,
  PRIMARY KEY (community_id, program_id, item_id),
  FOREIGN KEY (community_id, program_id) REFERENCES programs ON DELETE CASCADE
);

CREATE TABLE program_mentors (
  community_id uuid NOT NULL,
  program_id uuid NOT NULL,
  member_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'applied' CHECK (state IN ('applied', 'approved', 'declined', 'left')),
  about text NOT NULL DEFAULT '' CHECK (length(about) <= 600), -- shown to a mentee she is suggested to; names nobody
  experiences text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  free text[] NOT NULL DEFAULT '{}',
  online boolean NOT NULL DEFAULT true,
  country text,
  region text,
  latitude double precision,
  longitude double precision,
  recovered_since text CHECK (recovered_since ~ '^\d{4}-\d{2}$'), -- a month; null: not said
  traits jsonb NOT NULL DEFAULT '{}',          -- {ages, faith, culture, identity}: what she chose to say
  rules_out text[] NOT NULL DEFAULT '{}',      -- what she would rather not be matched on
  answers jsonb NOT NULL DEFAULT '{}',         -- {question_id: choice}
  capacity int NOT NULL DEFAULT 1 CHECK (capacity BETWEEN 1 AND 20),
  paused_at timestamptz,
  agreed_at timestamptz,
  agreement_version int,
  applied_at timestamptz NOT NULL DEFAULT now(),
  decided_at timestamptz,
  decided_by uuid,
  PRIMARY KEY (community_id, program_id, member_id),
  FOREIGN KEY (community_id, program_id) REFERENCES programs ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, decided_by) REFERENCES members ON DELETE SET NULL (decided_by)
);
CREATE INDEX program_mentors_of ON program_mentors (community_id, member_id);

-- That an interview was held, references were asked, training was done: by whom it was seen and when. No documents.
CREATE TABLE program_checks (
  community_id uuid NOT NULL,
  check_id uuid NOT NULL DEFAULT gen_random_uuid(),
  program_id uuid NOT NULL,
  member_id uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('interview', 'references', 'background', 'training')),
  item_id uuid,                                -- of the training
  done_on date NOT NULL,
  noted_by uuid,
  noted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, check_id),
  CHECK ((what = 'training') = (item_id IS NOT NULL)),
  FOREIGN KEY (community_id, program_id, member_id) REFERENCES program_mentors ON DELETE CASCADE,
  FOREIGN KEY (community_id, program_id, item_id) REFERENCES program_training ON DELETE CASCADE,
  FOREIGN KEY (community_id, noted_by) REFERENCES members ON DELETE SET NULL (noted_by)
);
CREATE UNIQUE INDEX program_checks_once ON program_checks (community_id, program_id, member_id, what, item_id) NULLS NOT DISTINCT;

-- A mother who asked to be matched in a program.
CREATE TABLE mentee_requests (
  community_id uuid NOT NULL,
  request_id uuid NOT NULL,
  program_id uuid NOT NULL,
  member_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'matched', 'withdrawn', 'closed')),
  chooses boolean NOT NULL DEFAULT true,       -- she herself, from suggestions; else the coordinator
  wishes jsonb NOT NULL DEFAULT '{}',          -- {ages, faith, culture, identity}
  rules_out text[] NOT NULL DEFAULT '{}',
  answers jsonb NOT NULL DEFAULT '{}',         -- {question_id: choice}
  agreed_at timestamptz,
  agreement_version int,
  asked_at timestamptz NOT NULL DEFAULT now(),
  promised_at timestamptz NOT NULL,            -- matched by then, or told how it stands
  told_at timestamptz,                         -- when she was told that it takes longer
  ended_at timestamptz,
  PRIMARY KEY (community_id, request_id),
  FOREIGN KEY (community_id, program_id) REFERENCES programs ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE UNIQUE INDEX mentee_requests_once ON mentee_requests (community_id, program_id, member_id) WHERE state IN ('waiting', 'matched');
CREATE INDEX mentee_requests_of ON mentee_requests (community_id, member_id);

-- What she would like her mentor to know beforehand: sealed under her key, opened by the mentor both said yes to.
CREATE TABLE mentee_notes (
  community_id uuid NOT NULL,
  request_id uuid NOT NULL,
  member_id uuid NOT NULL,
  sealed text NOT NULL CHECK (length(sealed) <= 6000),
  PRIMARY KEY (community_id, request_id),
  FOREIGN KEY (community_id, request_id) REFERENCES mentee_requests ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);

-- Two who may be brought together, and from both their yeses on a pair with a hidden circle of two for a thread.
--   proposed: waits for a yes of one or both; active: a pair; declined: one of them, or nobody in time; ended: it was one
CREATE TABLE matches (
  community_id uuid NOT NULL,
  match_id uuid NOT NULL,
  program_id uuid NOT NULL,
  request_id uuid NOT NULL,
  mentee_id uuid NOT NULL,
  mentor_id uuid NOT NULL CHECK (mentor_id <> mentee_id),
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'active', 'declined', 'ended')),
  proposed_by uuid,                            -- the coordinator, or the mentee who chose
  proposed_at timestamptz NOT NULL DEFAULT now(),
  answer_by timestamptz NOT NULL,
  score double precision NOT NULL,
  reasons jsonb NOT NULL DEFAULT '[]',         -- [{key, values}]: the engine's sentences, as they were
  mentee_yes_at timestamptz,
  mentor_yes_at timestamptz,
  circle_id uuid,
  started_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  ended_as text CHECK (ended_as IN ('declined', 'lapsed', 'rematch', 'finished', 'stopped', 'blocked')),
  PRIMARY KEY (community_id, match_id),
  CHECK ((state IN ('declined', 'ended')) = (ended_at IS NOT NULL)),
  CHECK ((state IN ('active', 'ended')) <= (mentee_yes_at IS NOT NULL AND mentor_yes_at IS NOT NULL AND started_at IS NOT NULL)),
  FOREIGN KEY (community_id, program_id) REFERENCES programs ON DELETE CASCADE,
  FOREIGN KEY (community_id, request_id) REFERENCES mentee_requests ON DELETE CASCADE,
  FOREIGN KEY (community_id, mentee_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, mentor_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, proposed_by) REFERENCES members ON DELETE SET NULL (proposed_by),
  FOREIGN KEY (community_id, ended_by) REFERENCES members ON DELETE SET NULL (ended_by),
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE SET NULL (circle_id)
);
-- One open pair to a request, one proposal to two people at a time; who said no is not proposed to her again.
CREATE UNIQUE INDEX matches_one_pair ON matches (community_id, request_id) WHERE state = 'active';
CREATE UNIQUE INDEX matches_one_open ON matches (community_id, request_id, mentor_id) WHERE state IN ('proposed', 'active');
CREATE INDEX matches_mentor ON matches (community_id, mentor_id, state);
CREATE INDEX matches_mentee ON matches (community_id, mentee_id, state);

SET ROLE porchlight_policy;
CREATE FUNCTION access.is_coordinator() RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce(access.my_role() = 'coordinator', false); END $$;
-- Whom she is a mentor to, at this moment.
CREATE FUNCTION access.my_mentee_requests() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(SELECT m.request_id FROM public.matches m WHERE m.community_id = access.community_id()
    AND m.mentor_id = access.member_id() AND m.state = 'active'); END $$;
CREATE FUNCTION access.my_mentees() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(SELECT m.mentee_id FROM public.matches m WHERE m.community_id = access.community_id()
    AND m.mentor_id = access.member_id() AND m.state = 'active'); END $$;
-- Nobody carries more than she offered: her row is locked while what she carries is counted. A proposal takes a place.
CREATE FUNCTION access.keep_mentor_capacity() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE room int;
  BEGIN
    SELECT o.capacity INTO room FROM public.program_mentors o WHERE o.community_id = NEW.community_id
      AND o.program_id = NEW.program_id AND o.member_id = NEW.mentor_id AND o.state = 'approved' AND o.paused_at IS NULL FOR UPDATE;
    IF room IS NULL OR room <= (SELECT count(*) FROM public.matches m WHERE m.community_id = NEW.community_id
        AND m.program_id = NEW.program_id AND m.mentor_id = NEW.mentor_id AND m.state IN ('proposed', 'active')) THEN
      RAISE EXCEPTION 'mentor_full' USING ERRCODE = 'PL001';
    END IF;
    RETURN NEW;
  END $$;
REVOKE ALL ON FUNCTION access.is_coordinator(), access.my_mentee_requests(), access.my_mentees(), access.keep_mentor_capacity() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.is_coordinator(), access.my_mentee_requests(), access.my_mentees() TO porchlight_app;
RESET ROLE;
CREATE TRIGGER matches_capacity BEFORE INSERT ON matches FOR EACH ROW EXECUTE FUNCTION access.keep_mentor_capacity();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['programs', 'program_phases', 'program_questions', 'program_training', 'program_mentors',
      'program_checks', 'mentee_requests', 'mentee_notes', 'matches'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO porchlight_app', t);
  END LOOP;
  -- What a program is, members read once it is open; the coordinators make it.
  FOREACH t IN ARRAY ARRAY['programs', 'program_phases', 'program_questions', 'program_training'] LOOP
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO porchlight_app', t);
    EXECUTE format($p$CREATE POLICY making ON %I TO porchlight_app
      USING (community_id = access.community_id() AND (SELECT access.is_coordinator()))
      WITH CHECK (community_id = access.community_id() AND (SELECT access.is_coordinator()))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['program_phases', 'program_questions', 'program_training'] LOOP
    EXECUTE format($p$CREATE POLICY reading ON %I FOR SELECT TO porchlight_app
      USING (community_id = access.community_id() AND access.member_id() IS NOT NULL
        AND program_id IN (SELECT p.program_id FROM programs p WHERE p.community_id = access.community_id()))$p$, t);
  END LOOP;
END $$;
CREATE POLICY reading ON programs FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND access.member_id() IS NOT NULL AND opened_at IS NOT NULL);

-- A mentor reads what she said of herself and what was noted; other members never leaf through mentors.
CREATE POLICY hers ON program_mentors FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY coordinating ON program_mentors FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.is_coordinator()));
CREATE POLICY hers ON program_checks FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY coordinating ON program_checks FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.is_coordinator()));

CREATE POLICY hers ON mentee_requests FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY mentoring ON mentee_requests FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND request_id = ANY ((SELECT access.my_mentee_requests())::uuid[]));
CREATE POLICY coordinating ON mentee_requests FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.is_coordinator()));
-- The note is for two: no coordinator reads it.
CREATE POLICY hers ON mentee_notes FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY mentoring ON mentee_notes FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND request_id = ANY ((SELECT access.my_mentee_requests())::uuid[]));
CREATE POLICY mentoring ON member_keys FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = ANY ((SELECT access.my_mentees())::uuid[]));

-- Before both said yes neither reads the row, which names the other: a function tells what may be known.
CREATE POLICY the_two ON matches FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND access.member_id() IN (mentee_id, mentor_id) AND started_at IS NOT NULL);
CREATE POLICY coordinating ON matches FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.is_coordinator()));
