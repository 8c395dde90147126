-- What a facilitator takes out of her circle is a decision like any other: with a reason that is told, a line in the log,
-- and an appeal that somebody outside the circle hears. What was said is kept for that appeal, pictures and questions
-- as well, and is erased when the time for it is over.
ALTER TABLE cases DROP CONSTRAINT cases_origin_check;
ALTER TABLE cases ADD CONSTRAINT cases_origin_check CHECK (origin IN ('report', 'words', 'care')), -- care: her own act
  ADD COLUMN poll jsonb,                 -- {several, options}: as it was asked, without a vote
  ADD COLUMN emptied_at timestamptz;     -- what it held is gone; what was decided and why stays
CREATE INDEX cases_to_empty ON cases (decided_at) WHERE decided_at IS NOT NULL AND emptied_at IS NULL;

-- The pictures of what was reported or taken down, as they were: a copy, since their author may take hers away.
CREATE TABLE case_photos (
  community_id uuid NOT NULL,
  case_id uuid NOT NULL,
  photo_id uuid NOT NULL,
  place smallint NOT NULL,
  description text NOT NULL DEFAULT '',
  width smallint NOT NULL,
  height smallint NOT NULL,
  whole bytea NOT NULL,
  small bytea NOT NULL,
  PRIMARY KEY (community_id, case_id, photo_id),
  FOREIGN KEY (community_id, case_id) REFERENCES cases ON DELETE CASCADE
);
ALTER TABLE case_photos ALTER COLUMN whole SET STORAGE EXTERNAL, ALTER COLUMN small SET STORAGE EXTERNAL;
ALTER TABLE case_photos ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON case_photos TO porchlight_policy;
CREATE POLICY definer ON case_photos TO porchlight_policy USING (true) WITH CHECK (true);
GRANT SELECT ON case_photos TO porchlight_app;
-- As private as the case: who sees the one sees the other.
CREATE POLICY with_its_case ON case_photos FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND EXISTS (SELECT FROM cases c WHERE c.community_id = case_photos.community_id AND c.case_id = case_photos.case_id));

SET ROLE porchlight_policy;
CREATE FUNCTION access.keep_question() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    NEW.poll := (SELECT jsonb_build_object('several', q.several, 'options', (SELECT jsonb_agg(o.label ORDER BY o.place)
        FROM public.poll_options o WHERE o.community_id = q.community_id AND o.post_id = q.post_id))
      FROM public.polls q WHERE q.community_id = NEW.community_id AND q.post_id = NEW.subject_id);
    RETURN NEW;
  END $$;
CREATE FUNCTION access.keep_pictures() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.case_photos (community_id, case_id, photo_id, place, description, width, height, whole, small)
      SELECT NEW.community_id, NEW.case_id, f.photo_id, f.place, f.description, f.width, f.height, f.whole, f.small
      FROM public.photos f WHERE f.community_id = NEW.community_id AND f.post_id = NEW.subject_id;
    RETURN NULL;
  END $$;

-- Until when a decision can be appealed: thirty days, and as long as a suspension lasts.
CREATE FUNCTION access.appeal_by(decided timestamptz, until timestamptz) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT greatest(decided + interval '30 days', until) $$;

-- As in 0027, and with the post its pin is taken out and its signs are looked at.
CREATE OR REPLACE FUNCTION access.decide_case(the_case uuid, what text, why text, the_rule text, told text, until_when timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE c public.cases; her uuid; BEGIN
    SELECT * INTO c FROM public.cases x WHERE x.community_id = access.community_id() AND x.case_id = the_case FOR UPDATE;
    IF NOT FOUND OR NOT access.may_see_case(c.subject_kind, c.circle_id, c.subject_member_id, c.subject_pseudonym_id) THEN RETURN 'absent'; END IF;
    IF c.decided_at IS NOT NULL THEN RETURN 'late'; END IF;
    IF what = 'hide' AND c.subject_kind <> 'post' OR what = 'remove' AND c.circle_id IS NULL
      OR what IN ('remove', 'suspend') AND (c.subject_kind = 'circle' OR access.my_role() = 'member')
      OR (what = 'suspend') <> coalesce(until_when > now(), false)
      OR what NOT IN ('none', 'support') AND coalesce(why, '') = '' THEN RETURN 'unfit'; END IF;
    her := access.author_behind(c.subject_member_id, c.subject_pseudonym_id);
    UPDATE public.cases SET decided_at = now(), decided_by = access.member_id(), decision = what, reason = coalesce(why, ''),
        rule = nullif(the_rule, ''), until = until_when, answered_at = coalesce(answered_at, now())
      WHERE community_id = c.community_id AND case_id = the_case;
    UPDATE public.reports SET handled_at = now(), handled_by = access.member_id(), decision = what, outcome = nullif(told, '')
      WHERE community_id = c.community_id AND case_id = the_case AND handled_at IS NULL;
    UPDATE public.flags f SET seen_at = now(), seen_by = access.member_id()
      WHERE f.community_id = c.community_id AND (f.case_id = the_case OR what = 'hide' AND f.post_id = c.subject_id) AND f.seen_at IS NULL;
    IF what = 'hide' THEN
      UPDATE public.posts SET hidden_at = now(), pinned_at = NULL WHERE community_id = c.community_id AND post_id = c.subject_id AND removed_at IS NULL;
    ELSIF what = 'remove' AND her IS NOT NULL THEN
      DELETE FROM public.circle_members m WHERE m.community_id = c.community_id AND m.circle_id = c.circle_id AND m.member_id = her;
      INSERT INTO public.join_requests (community_id, circle_id, member_id, state, decided_at, decided_by)
        VALUES (c.community_id, c.circle_id, her, 'declined', now(), access.member_id())
        ON CONFLICT (community_id, circle_id, member_id) DO UPDATE SET state = 'declined', decided_at = now(), decided_by = access.member_id();
    ELSIF what = 'suspend' AND her IS NOT NULL THEN
      INSERT INTO public.sanctions (community_id, sanction_id, kind, member_id, case_id, shown_name, anonymous, reason, until)
        VALUES (c.community_id, gen_random_uuid(), 'suspension', her, the_case, c.subject_name,
          c.subject_pseudonym_id IS NOT NULL, why, until_when);
    END IF;
    PERFORM access.log_act(the_case, c.circle_id, access.member_id(), 'decided-' || what, why);
    IF what NOT IN ('none', 'support') THEN
      PERFORM access.tell_in_safety(ARRAY(SELECT x.member_id FROM access.moderated_in(the_case) x), 'safety.decision', NULL, the_case);
    END IF;
    PERFORM access.tell_in_safety(ARRAY[r.reporter_id], 'safety.report-closed', NULL, r.report_id)
      FROM public.reports r WHERE r.community_id = c.community_id AND r.case_id = the_case;
    RETURN 'decided';
  END $$;

-- A facilitator takes a post out of sight: a case that is decided as it is opened. Where one is open already, that is
-- where it is decided. 'decided' | 'open' | 'absent' (not hers to decide: see access.may_see_case)
CREATE FUNCTION access.take_down(circle uuid, post uuid, why text, the_rule text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE p public.posts; the_case uuid; BEGIN
    SELECT * INTO p FROM public.posts x WHERE x.community_id = access.community_id() AND x.post_id = post AND x.circle_id = circle
      AND x.removed_at IS NULL AND x.hidden_at IS NULL AND circle = ANY (access.my_facilitated_ids()) FOR NO KEY UPDATE;
    IF NOT FOUND OR coalesce(why, '') = ''
      OR NOT access.may_see_case('post', circle, p.author_id, p.pseudonym_id) THEN RETURN 'absent'; END IF;
    INSERT INTO public.cases (community_id, case_id, subject_kind, subject_id, subject_member_id, subject_pseudonym_id,
        circle_id, subject_name, subject_text, origin, due_at, assigned_to)
      VALUES (p.community_id, gen_random_uuid(), 'post', post, p.author_id, p.pseudonym_id, circle,
        coalesce(p.pseudonym, (SELECT m.display_name FROM public.members m WHERE m.community_id = p.community_id AND m.member_id = p.author_id), ''),
        concat_ws(E'\n\n', p.content_note, p.body), 'care', now(), access.member_id())
      ON CONFLICT (community_id, subject_kind, subject_id) WHERE decided_at IS NULL DO NOTHING RETURNING case_id INTO the_case;
    IF the_case IS NULL THEN RETURN 'open'; END IF;
    RETURN access.decide_case(the_case, 'hide', why, the_rule, '', NULL);
  END $$;

DROP FUNCTION access.decisions_about_me();
CREATE FUNCTION access.decisions_about_me()
  RETURNS TABLE (case_id uuid, subject_kind text, subject_text text, circle text, decision text, reason text, rule text,
    decided_at timestamptz, until timestamptz, overturned_at timestamptz, appealed_at timestamptz, appeal text,
    heard_at timestamptz, answer text, appeal_by timestamptz, emptied_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT c.case_id, c.subject_kind, c.subject_text, k.name, c.decision, c.reason, c.rule, c.decided_at, c.until,
      c.overturned_at, a.made_at, a.words, a.heard_at, a.answer, access.appeal_by(c.decided_at, c.until), c.emptied_at
    FROM public.cases c LEFT JOIN public.appeals a USING (community_id, case_id)
    LEFT JOIN public.circles k ON k.community_id = c.community_id AND k.circle_id = c.circle_id
    WHERE c.community_id = access.community_id() AND c.decision NOT IN ('none', 'support')
      AND (c.subject_member_id = access.member_id() OR c.subject_pseudonym_id = ANY (access.my_pseudonym_ids())
        OR c.subject_kind = 'circle' AND EXISTS (SELECT FROM public.circle_members f WHERE f.community_id = c.community_id
          AND f.circle_id = c.circle_id AND f.member_id = access.member_id() AND f.role = 'facilitator'))
    ORDER BY c.decided_at DESC;
  END $$;

-- She disagrees, once, and in time. 'appealed' | 'already' | 'late' | 'absent'
CREATE OR REPLACE FUNCTION access.appeal(the_case uuid, her_words text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE open_until timestamptz; BEGIN
    SELECT d.appeal_by INTO open_until FROM access.decisions_about_me() d WHERE d.case_id = the_case;
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    IF open_until < now() AND NOT EXISTS (SELECT FROM public.appeals a WHERE a.community_id = access.community_id() AND a.case_id = the_case) THEN
      RETURN 'late';
    END IF;
    INSERT INTO public.appeals (community_id, case_id, words) VALUES (access.community_id(), the_case, her_words) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN 'already'; END IF;
    -- Not in her own name: the log is read by those who must not learn it.
    PERFORM access.log_act(the_case, NULL, NULL, 'appealed', '');
    RETURN 'appealed';
  END $$;

CREATE OR REPLACE FUNCTION access.hear_appeal(the_case uuid, overturns boolean, its_answer text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE c public.cases; a public.appeals; her uuid; held boolean; BEGIN
    SELECT * INTO c FROM public.cases x WHERE x.community_id = access.community_id() AND x.case_id = the_case FOR UPDATE;
    SELECT * INTO a FROM public.appeals x WHERE x.community_id = access.community_id() AND x.case_id = the_case FOR UPDATE;
    IF NOT FOUND OR NOT access.may_hear(the_case) THEN RETURN 'absent'; END IF;
    IF a.heard_at IS NOT NULL THEN RETURN 'late'; END IF;
    UPDATE public.appeals SET heard_at = now(), heard_by = access.member_id(), overturned = overturns, answer = its_answer
      WHERE community_id = c.community_id AND case_id = the_case;
    PERFORM access.log_act(the_case, c.circle_id, access.member_id(), CASE WHEN overturns THEN 'overturned' ELSE 'upheld' END, its_answer);
    PERFORM access.tell_in_safety(ARRAY(SELECT x.member_id FROM access.moderated_in(the_case) x), 'safety.decision', NULL, the_case);
    IF NOT overturns THEN RETURN 'heard'; END IF;
    UPDATE public.cases SET overturned_at = now() WHERE community_id = c.community_id AND case_id = the_case;
    her := access.author_behind(c.subject_member_id, c.subject_pseudonym_id);
    IF c.decision = 'hide' THEN
      -- Also what had never been let in: whoever heard her has read it, and says that it may stand.
      held := EXISTS (SELECT FROM public.posts p WHERE p.community_id = c.community_id AND p.post_id = c.subject_id AND p.held_at IS NOT NULL);
      UPDATE public.posts SET hidden_at = NULL, held_at = NULL
        WHERE community_id = c.community_id AND post_id = c.subject_id AND hidden_at IS NOT NULL;
      IF held THEN PERFORM access.tell_of_post(c.community_id, c.subject_id); END IF;
    ELSIF c.decision = 'suspend' THEN
      UPDATE public.sanctions SET lifted_at = now() WHERE community_id = c.community_id AND case_id = the_case AND lifted_at IS NULL;
    ELSIF c.decision = 'remove' AND her IS NOT NULL THEN
      DELETE FROM public.join_requests q WHERE q.community_id = c.community_id AND q.circle_id = c.circle_id AND q.member_id = her AND q.state = 'declined';
      -- Her seat again, if there is one and the circle stands.
      INSERT INTO public.circle_members (community_id, circle_id, member_id)
        SELECT k.community_id, k.circle_id, her FROM public.circles k WHERE k.community_id = c.community_id
          AND k.circle_id = c.circle_id AND k.closed_at IS NULL AND k.archived_at IS NULL AND (k.cap IS NULL OR k.member_count < k.cap)
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN 'heard';
  END $$;

-- What decided cases hold, once nobody can appeal any more: the words, the pictures, the question, and of what was put out
-- of sight the post's own words. What was decided, by which rule and why, stays. Resolves to how many were emptied; each
-- once, whichever server comes first.
CREATE FUNCTION access.empty_cases(at timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE c record; emptied int := 0; BEGIN
    FOR c IN SELECT x.community_id, x.case_id, x.circle_id, x.subject_kind, x.subject_id, x.decision, x.overturned_at
        FROM public.cases x WHERE x.decided_at IS NOT NULL AND x.emptied_at IS NULL
          AND access.appeal_by(x.decided_at, x.until) < at
          AND NOT EXISTS (SELECT FROM public.appeals a WHERE a.community_id = x.community_id AND a.case_id = x.case_id AND a.heard_at IS NULL)
        ORDER BY x.decided_at LIMIT 500 FOR UPDATE SKIP LOCKED LOOP
      DELETE FROM public.case_photos f WHERE f.community_id = c.community_id AND f.case_id = c.case_id;
      UPDATE public.cases SET subject_text = '', context = '{}', poll = NULL, emptied_at = at
        WHERE community_id = c.community_id AND case_id = c.case_id;
      UPDATE public.reports SET subject_text = '', context = '{}' WHERE community_id = c.community_id AND case_id = c.case_id;
      UPDATE public.flags SET phrases = '{}' WHERE community_id = c.community_id AND case_id = c.case_id;
      -- The only line of the log that quotes her.
      UPDATE public.case_log SET why = '' WHERE community_id = c.community_id AND case_id = c.case_id AND act = 'words';
      IF c.subject_kind = 'post' AND c.decision = 'hide' AND c.overturned_at IS NULL THEN
        UPDATE public.posts SET body = '', content_note = NULL, edited_at = NULL, removed_at = at, removed_by = 'moderator'
          WHERE community_id = c.community_id AND post_id = c.subject_id AND hidden_at IS NOT NULL AND removed_at IS NULL;
      END IF;
      INSERT INTO public.case_log (community_id, case_id, circle_id, act) VALUES (c.community_id, c.case_id, c.circle_id, 'emptied');
      emptied := emptied + 1;
    END LOOP;
    RETURN emptied;
  END $$;

CREATE OR REPLACE FUNCTION access.forget_in_cases() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.appeals a SET words = '·' FROM public.cases c WHERE a.community_id = OLD.community_id
      AND c.community_id = a.community_id AND c.case_id = a.case_id
      AND access.is_of(OLD.community_id, OLD.member_id, c.subject_member_id, c.subject_pseudonym_id);
    -- What in her words was a sign: the only line of the log that quotes her.
    UPDATE public.case_log l SET why = '' FROM public.cases c WHERE l.community_id = OLD.community_id AND l.act = 'words'
      AND c.community_id = l.community_id AND c.case_id = l.case_id
      AND access.is_of(OLD.community_id, OLD.member_id, c.subject_member_id, c.subject_pseudonym_id);
    UPDATE public.reports r SET subject_text = '', subject_name = '', context = '{}', subject_member_id = NULL, subject_pseudonym_id = NULL
      WHERE r.community_id = OLD.community_id AND access.is_of(OLD.community_id, OLD.member_id, r.subject_member_id, r.subject_pseudonym_id);
    DELETE FROM public.case_photos f USING public.cases c WHERE f.community_id = OLD.community_id
      AND c.community_id = f.community_id AND c.case_id = f.case_id
      AND access.is_of(OLD.community_id, OLD.member_id, c.subject_member_id, c.subject_pseudonym_id);
    UPDATE public.cases c SET subject_text = '', subject_name = '', context = '{}', poll = NULL, subject_member_id = NULL, subject_pseudonym_id = NULL
      WHERE c.community_id = OLD.community_id AND access.is_of(OLD.community_id, OLD.member_id, c.subject_member_id, c.subject_pseudonym_id);
    UPDATE public.reports SET handled_by = NULL WHERE community_id = OLD.community_id AND handled_by = OLD.member_id;
    UPDATE public.cases SET assigned_to = nullif(assigned_to, OLD.member_id), decided_by = nullif(decided_by, OLD.member_id)
      WHERE community_id = OLD.community_id AND OLD.member_id IN (assigned_to, decided_by);
    UPDATE public.appeals SET heard_by = NULL WHERE community_id = OLD.community_id AND heard_by = OLD.member_id;
    UPDATE public.case_log SET actor_id = NULL WHERE community_id = OLD.community_id AND actor_id = OLD.member_id;
    UPDATE public.flags SET seen_by = NULL WHERE community_id = OLD.community_id AND seen_by = OLD.member_id;
    DELETE FROM public.reveals WHERE community_id = OLD.community_id AND agreed_at IS NULL AND asked_by = OLD.member_id;
    RETURN OLD;
  END $$;
REVOKE ALL ON FUNCTION access.appeal_by(timestamptz, timestamptz),
  access.take_down(uuid, uuid, text, text), access.decisions_about_me(), access.empty_cases(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.take_down(uuid, uuid, text, text), access.decisions_about_me(),
  access.empty_cases(timestamptz) TO porchlight_app;
RESET ROLE;

CREATE TRIGGER cases_keep_question BEFORE INSERT ON cases FOR EACH ROW WHEN (NEW.subject_kind = 'post')
  EXECUTE FUNCTION access.keep_question();
CREATE TRIGGER cases_keep_pictures AFTER INSERT ON cases FOR EACH ROW WHEN (NEW.subject_kind = 'post')
  EXECUTE FUNCTION access.keep_pictures();

-- A facilitator no longer takes words away for good, with no reason and no way back: they are their author's alone.
DROP TRIGGER posts_tell_removal ON posts;
SET ROLE porchlight_policy;
DROP FUNCTION access.tell_of_removal();
-- As in 0009: a trigger's function is for our tables alone.
REVOKE ALL ON FUNCTION access.keep_question(), access.keep_pictures() FROM PUBLIC;
RESET ROLE;
DROP POLICY own_or_facilitator ON posts;
CREATE POLICY own ON posts FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND removed_at IS NULL
    AND circle_id = ANY ((SELECT access.my_circle_ids())::uuid[])
    AND (author_id = access.member_id() OR pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[])))
  WITH CHECK ((author_id = access.member_id() OR pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]))
    AND (removed_by IS NULL OR removed_by = 'author'));
