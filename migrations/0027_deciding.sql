-- What those who look after the community do with a case, each act in one function that leaves its line in the log.
CREATE TABLE safety_settings (
  community_id uuid PRIMARY KEY REFERENCES communities ON DELETE CASCADE,
  answer_hours smallint NOT NULL DEFAULT 24 CHECK (answer_hours BETWEEN 1 AND 168),
  danger_hours smallint NOT NULL DEFAULT 1 CHECK (danger_hours BETWEEN 1 AND 24),
  escalation text NOT NULL DEFAULT '' CHECK (length(escalation) <= 6000)   -- '': our default steps
);
-- A community's own ready words for a decision, beside ours.
CREATE TABLE case_templates (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  template_id uuid NOT NULL,
  decision text NOT NULL CHECK (decision IN ('none', 'support', 'warn', 'hide', 'remove', 'suspend')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
  PRIMARY KEY (community_id, template_id)
);
CREATE TABLE rota_weeks (
  community_id uuid NOT NULL,
  week date NOT NULL CHECK (extract(isodow FROM week) = 1),
  member_id uuid NOT NULL,
  PRIMARY KEY (community_id, week, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
-- A quiet sign on a post, for those who look after its circle: words that worry, or the same thing said in many circles.
CREATE TABLE flags (
  community_id uuid NOT NULL,
  post_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('words', 'selling')),
  level text NOT NULL CHECK (level IN ('concern', 'urgent')),
  phrases text[] NOT NULL DEFAULT '{}',
  circle_id uuid NOT NULL,
  case_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz,
  seen_by uuid,
  PRIMARY KEY (community_id, post_id, kind),
  FOREIGN KEY (community_id, post_id) REFERENCES posts ON DELETE CASCADE
);
CREATE INDEX flags_waiting ON flags (community_id, circle_id) WHERE seen_at IS NULL;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['safety_settings', 'case_templates', 'rota_weeks', 'flags'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('GRANT SELECT ON %I TO porchlight_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['safety_settings', 'case_templates'] LOOP
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO porchlight_app', t);
    EXECUTE format('CREATE POLICY coordinator ON %I TO porchlight_app USING (community_id = access.community_id() AND (SELECT access.my_role()) = ''coordinator'') WITH CHECK (community_id = access.community_id() AND (SELECT access.my_role()) = ''coordinator'')', t);
  END LOOP;
END $$;
CREATE POLICY promised ON safety_settings FOR SELECT TO porchlight_app USING (community_id = access.community_id());
CREATE POLICY those_who_decide ON case_templates FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND ((SELECT access.my_role()) <> 'member' OR cardinality((SELECT access.my_facilitated_ids())) > 0));
CREATE POLICY among_moderators ON rota_weeks FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND ((SELECT access.my_role()) <> 'member' OR member_id = access.member_id()));
GRANT INSERT, DELETE ON rota_weeks TO porchlight_app;
CREATE POLICY taking ON rota_weeks FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND (member_id = access.member_id() AND (SELECT access.my_role()) <> 'member' OR (SELECT access.my_role()) = 'coordinator'));
CREATE POLICY giving_back ON rota_weeks FOR DELETE TO porchlight_app USING (community_id = access.community_id()
  AND (member_id = access.member_id() OR (SELECT access.my_role()) = 'coordinator'));
CREATE POLICY theirs ON flags FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND EXISTS (SELECT FROM posts p WHERE p.community_id = flags.community_id AND p.post_id = flags.post_id
    AND p.author_id IS DISTINCT FROM access.member_id()
    AND (p.pseudonym_id IS NULL OR p.pseudonym_id <> ALL ((SELECT access.my_pseudonym_ids())::uuid[])))
  AND circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[])
  OR community_id = access.community_id() AND (case_id IS NOT NULL AND (SELECT access.my_role()) <> 'member'
      AND EXISTS (SELECT FROM cases c WHERE c.community_id = flags.community_id AND c.case_id = flags.case_id)));

SET ROLE porchlight_policy;
-- "I take this", and giving it back. 'taken' | 'theirs' (somebody was quicker) | 'absent'
CREATE FUNCTION access.take_case(the_case uuid, taking boolean) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE c public.cases; BEGIN
    SELECT * INTO c FROM public.cases x WHERE x.community_id = access.community_id() AND x.case_id = the_case FOR UPDATE;
    IF NOT FOUND OR c.decided_at IS NOT NULL
      OR NOT access.may_see_case(c.subject_kind, c.circle_id, c.subject_member_id, c.subject_pseudonym_id) THEN RETURN 'absent'; END IF;
    IF c.assigned_to IS NOT NULL AND c.assigned_to <> access.member_id() THEN RETURN 'theirs'; END IF;
    IF taking = (c.assigned_to IS NOT NULL) THEN RETURN 'taken'; END IF;
    UPDATE public.cases SET assigned_to = CASE WHEN taking THEN access.member_id() END,
        answered_at = CASE WHEN taking THEN coalesce(answered_at, now()) ELSE answered_at END
      WHERE community_id = c.community_id AND case_id = the_case;
    PERFORM access.log_act(the_case, c.circle_id, access.member_id(), CASE WHEN taking THEN 'taken' ELSE 'given-back' END, '');
    RETURN 'taken';
  END $$;

-- Decides once, and does what was decided: to the member behind the words, whatever name she wrote under.
-- 'decided' | 'late' (somebody was quicker) | 'unfit' (not possible for this, or not hers to decide) | 'absent'
CREATE FUNCTION access.decide_case(the_case uuid, what text, why text, the_rule text, told text, until_when timestamptz) RETURNS text
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
    UPDATE public.flags SET seen_at = now(), seen_by = access.member_id()
      WHERE community_id = c.community_id AND case_id = the_case AND seen_at IS NULL;
    IF what = 'hide' THEN
      UPDATE public.posts SET hidden_at = now() WHERE community_id = c.community_id AND post_id = c.subject_id AND removed_at IS NULL;
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

-- Whom a decision is about: who wrote it, or all who look after the circle. For the functions here alone.
CREATE FUNCTION access.moderated_in(the_case uuid) RETURNS TABLE (member_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT access.author_behind(c.subject_member_id, c.subject_pseudonym_id) FROM public.cases c
      WHERE c.community_id = access.community_id() AND c.case_id = the_case AND c.subject_kind <> 'circle'
        AND access.author_behind(c.subject_member_id, c.subject_pseudonym_id) IS NOT NULL
    UNION ALL SELECT m.member_id FROM public.cases c JOIN public.circle_members m USING (community_id, circle_id)
      WHERE c.community_id = access.community_id() AND c.case_id = the_case AND c.subject_kind = 'circle' AND m.role = 'facilitator';
  END $$;

-- What was decided about whoever asks, and why. Neither who decided nor who reported.
CREATE FUNCTION access.decisions_about_me()
  RETURNS TABLE (case_id uuid, subject_kind text, subject_text text, circle text, decision text, reason text, rule text,
    decided_at timestamptz, until timestamptz, overturned_at timestamptz, appealed_at timestamptz, appeal text,
    heard_at timestamptz, answer text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT c.case_id, c.subject_kind, c.subject_text, k.name, c.decision, c.reason, c.rule, c.decided_at, c.until,
      c.overturned_at, a.made_at, a.words, a.heard_at, a.answer
    FROM public.cases c LEFT JOIN public.appeals a USING (community_id, case_id)
    LEFT JOIN public.circles k ON k.community_id = c.community_id AND k.circle_id = c.circle_id
    WHERE c.community_id = access.community_id() AND c.decision NOT IN ('none', 'support')
      AND (c.subject_member_id = access.member_id() OR c.subject_pseudonym_id = ANY (access.my_pseudonym_ids())
        OR c.subject_kind = 'circle' AND EXISTS (SELECT FROM public.circle_members f WHERE f.community_id = c.community_id
          AND f.circle_id = c.circle_id AND f.member_id = access.member_id() AND f.role = 'facilitator'))
    ORDER BY c.decided_at DESC;
  END $$;

-- She disagrees, once. 'appealed' | 'already' | 'absent'
CREATE FUNCTION access.appeal(the_case uuid, her_words text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT EXISTS (SELECT FROM access.decisions_about_me() d WHERE d.case_id = the_case) THEN RETURN 'absent'; END IF;
    INSERT INTO public.appeals (community_id, case_id, words) VALUES (access.community_id(), the_case, her_words) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN 'already'; END IF;
    -- Not in her own name: the log is read by those who must not learn it.
    PERFORM access.log_act(the_case, NULL, NULL, 'appealed', '');
    RETURN 'appealed';
  END $$;

-- Somebody else hears it: a moderator who did not decide, is not in the circle, and reported none of it.
CREATE FUNCTION access.may_hear(the_case uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.cases c WHERE c.community_id = access.community_id() AND c.case_id = the_case
      AND access.my_role() IN ('moderator', 'coordinator')
      AND access.may_see_case(c.subject_kind, c.circle_id, c.subject_member_id, c.subject_pseudonym_id)
      AND c.decided_by IS DISTINCT FROM access.member_id()
      AND NOT EXISTS (SELECT FROM public.circle_members m WHERE m.community_id = c.community_id AND m.circle_id = c.circle_id
        AND m.member_id = access.member_id())
      AND NOT EXISTS (SELECT FROM public.reports r WHERE r.community_id = c.community_id AND r.case_id = c.case_id
        AND r.reporter_id = access.member_id())); END $$;

-- 'heard' | 'late' | 'absent'. Overturned, what was done is undone.
CREATE FUNCTION access.hear_appeal(the_case uuid, overturns boolean, its_answer text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE c public.cases; a public.appeals; her uuid; BEGIN
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
      UPDATE public.posts SET hidden_at = NULL WHERE community_id = c.community_id AND post_id = c.subject_id AND hidden_at IS NOT NULL;
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

-- The first of two asks to learn who wrote without a name. 'asked' | 'already' | 'absent'
CREATE FUNCTION access.ask_reveal(the_case uuid, why text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.my_role() = 'member' OR NOT EXISTS (SELECT FROM public.cases c WHERE c.community_id = access.community_id()
      AND c.case_id = the_case AND c.subject_pseudonym_id IS NOT NULL
      AND access.may_see_case(c.subject_kind, c.circle_id, c.subject_member_id, c.subject_pseudonym_id)) THEN RETURN 'absent'; END IF;
    INSERT INTO public.reveals (community_id, case_id, asked_by, reason)
      VALUES (access.community_id(), the_case, access.member_id(), why) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN 'already'; END IF;
    PERFORM access.log_act(the_case, NULL, access.member_id(), 'reveal-asked', why);
    RETURN 'asked';
  END $$;
-- The second agrees; nobody is two people. 'agreed' | 'already' | 'absent'
CREATE FUNCTION access.agree_reveal(the_case uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE r public.reveals; BEGIN
    SELECT x.* INTO r FROM public.reveals x JOIN public.cases c USING (community_id, case_id)
      WHERE x.community_id = access.community_id() AND x.case_id = the_case AND access.my_role() <> 'member'
        AND x.asked_by <> access.member_id()
        AND access.may_see_case(c.subject_kind, c.circle_id, c.subject_member_id, c.subject_pseudonym_id) FOR UPDATE OF x;
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    IF r.agreed_at IS NOT NULL THEN RETURN 'already'; END IF;
    UPDATE public.reveals SET agreed_by = access.member_id(), agreed_at = now()
      WHERE community_id = r.community_id AND case_id = the_case;
    PERFORM access.log_act(the_case, NULL, access.member_id(), 'reveal-agreed', r.reason);
    PERFORM access.tell_in_safety(ARRAY(SELECT x.member_id FROM access.moderated_in(the_case) x), 'safety.revealed', NULL, the_case);
    RETURN 'agreed';
  END $$;
-- Who it was: for the two who agreed, and nobody else.
CREATE FUNCTION access.revealed_author(the_case uuid) RETURNS TABLE (member_id uuid, display_name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT m.member_id, m.display_name FROM public.reveals r JOIN public.cases c USING (community_id, case_id)
    JOIN public.members m ON m.community_id = c.community_id
      AND m.member_id = access.author_behind(c.subject_member_id, c.subject_pseudonym_id)
    WHERE r.community_id = access.community_id() AND r.case_id = the_case AND r.agreed_at IS NOT NULL
      AND access.my_role() <> 'member' AND access.member_id() IN (r.asked_by, r.agreed_by);
  END $$;
-- That her name was revealed, to whom and why: hers to know.
CREATE FUNCTION access.reveals_of_me() RETURNS TABLE (case_id uuid, words text, reason text, at timestamptz, first text, second text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT r.case_id, c.subject_text, r.reason, r.agreed_at, f.display_name, s.display_name
    FROM public.reveals r JOIN public.cases c USING (community_id, case_id)
    LEFT JOIN public.members f ON f.community_id = r.community_id AND f.member_id = r.asked_by
    LEFT JOIN public.members s ON s.community_id = r.community_id AND s.member_id = r.agreed_by
    WHERE r.community_id = access.community_id() AND r.agreed_at IS NOT NULL
      AND c.subject_pseudonym_id = ANY (access.my_pseudonym_ids())
    ORDER BY r.agreed_at DESC;
  END $$;

-- Below: what a facilitator does in her own circle.

-- How careful the circle is. Each change leaves a line.
CREATE FUNCTION access.set_circle_care(circle uuid, hold smallint, slow smallint, locks boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE c public.circles; BEGIN
    IF NOT circle = ANY (access.my_facilitated_ids()) THEN RETURN false; END IF;
    SELECT * INTO c FROM public.circles x WHERE x.community_id = access.community_id() AND x.circle_id = circle FOR UPDATE;
    UPDATE public.circles SET hold_first = hold, slow_minutes = slow,
        locked_at = CASE WHEN locks THEN coalesce(locked_at, now()) END
      WHERE community_id = c.community_id AND circle_id = circle;
    IF c.hold_first <> hold THEN PERFORM access.log_act(NULL, circle, access.member_id(), 'hold', hold::text); END IF;
    IF c.slow_minutes <> slow THEN PERFORM access.log_act(NULL, circle, access.member_id(), 'slow', slow::text); END IF;
    IF (c.locked_at IS NOT NULL) <> locks THEN
      PERFORM access.log_act(NULL, circle, access.member_id(), CASE WHEN locks THEN 'locked' ELSE 'unlocked' END, '');
    END IF;
    RETURN true;
  END $$;

-- Lets a newcomer's words in. False when they do not wait, or not for her.
CREATE FUNCTION access.let_in(post uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE p public.posts; BEGIN
    UPDATE public.posts SET held_at = NULL, last_active_at = now()
      WHERE community_id = access.community_id() AND post_id = post AND held_at IS NOT NULL AND removed_at IS NULL
        AND hidden_at IS NULL AND circle_id = ANY (access.my_facilitated_ids()) RETURNING * INTO p;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM access.log_act(NULL, p.circle_id, access.member_id(), 'let-in', '');
    PERFORM access.tell_in_safety(ARRAY[access.author_behind(p.author_id, p.pseudonym_id)], 'safety.let-in', p.circle_id, p.thread_id);
    -- For the others it is written only now.
    PERFORM access.tell_of_post(p.community_id, p.post_id);
    RETURN true;
  END $$;

-- No more replies, or replies again. False when the thread is not in a circle of hers.
CREATE FUNCTION access.lock_thread(thread uuid, locks boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE p public.posts; BEGIN
    SELECT * INTO p FROM public.posts x WHERE x.community_id = access.community_id() AND x.post_id = thread
      AND x.thread_id = x.post_id AND x.removed_at IS NULL AND x.hidden_at IS NULL
      AND x.circle_id = ANY (access.my_facilitated_ids()) FOR UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    IF (p.locked_at IS NOT NULL) = locks THEN RETURN true; END IF;
    UPDATE public.posts SET locked_at = CASE WHEN locks THEN now() END WHERE community_id = p.community_id AND post_id = thread;
    PERFORM access.log_act(NULL, p.circle_id, access.member_id(), CASE WHEN locks THEN 'thread-locked' ELSE 'thread-unlocked' END, '');
    RETURN true;
  END $$;

-- Asks a member to only read for a while: by what she wrote (under whatever name) or by her seat. Never a facilitator.
-- 'muted' | 'absent'. For somebody without a name who looks after the circle it says 'muted' and does nothing: a refusal
-- would tell who she is.
CREATE FUNCTION access.mute_in_circle(circle uuid, post uuid, member uuid, why text, until_when timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE p public.posts; her uuid; name text; seat text; BEGIN
    IF NOT circle = ANY (access.my_facilitated_ids()) OR NOT coalesce(until_when > now(), false) THEN RETURN 'absent'; END IF;
    IF post IS NOT NULL THEN
      SELECT * INTO p FROM public.posts x WHERE x.community_id = access.community_id() AND x.post_id = post AND x.circle_id = circle
        AND (x.author_id IS NOT NULL OR x.pseudonym_id IS NOT NULL);
      IF NOT FOUND OR p.author_id = access.member_id() OR p.pseudonym_id = ANY (access.my_pseudonym_ids()) THEN RETURN 'absent'; END IF;
      her := access.author_behind(p.author_id, p.pseudonym_id);
    ELSE her := member; END IF;
    SELECT m.role INTO seat FROM public.circle_members m WHERE m.community_id = access.community_id() AND m.circle_id = circle AND m.member_id = her;
    IF p.pseudonym_id IS NULL AND seat IS DISTINCT FROM 'member' OR her = access.member_id() THEN RETURN 'absent'; END IF;
    SELECT coalesce(p.pseudonym, x.display_name) INTO name FROM public.members x WHERE x.community_id = access.community_id() AND x.member_id = her;
    INSERT INTO public.sanctions (community_id, sanction_id, kind, member_id, circle_id, shown_name, anonymous, reason, until)
      VALUES (access.community_id(), gen_random_uuid(), 'mute', her, circle, coalesce(name, ''), p.pseudonym_id IS NOT NULL, why, until_when);
    PERFORM access.log_act(NULL, circle, access.member_id(), 'muted', why);
    PERFORM access.tell_in_safety(ARRAY[her], 'safety.muted', circle, NULL);
    RETURN 'muted';
  END $$;

-- Who only reads in a circle, by the names they went by.
CREATE FUNCTION access.mutes_in(circle uuid)
  RETURNS TABLE (sanction_id uuid, shown_name text, anonymous boolean, reason text, until timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT s.sanction_id, s.shown_name, s.anonymous, s.reason, s.until FROM public.sanctions s
    WHERE s.community_id = access.community_id() AND s.circle_id = circle AND s.lifted_at IS NULL AND s.until > now()
      AND circle = ANY (access.my_facilitated_ids())
      -- Her own, when she was muted without her name and took the keys later, is not hers to see here.
      AND s.member_id <> access.member_id()
    ORDER BY s.until;
  END $$;
CREATE FUNCTION access.unmute(sanction uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE s public.sanctions; BEGIN
    UPDATE public.sanctions SET lifted_at = now() WHERE community_id = access.community_id() AND sanction_id = sanction
      AND kind = 'mute' AND lifted_at IS NULL AND circle_id = ANY (access.my_facilitated_ids())
      AND member_id <> access.member_id() RETURNING * INTO s;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM access.log_act(NULL, s.circle_id, access.member_id(), 'unmuted', '');
    RETURN true;
  END $$;

-- The writer's own words, weighed in the transaction that keeps them. Urgent ones open a case with what was written; the
-- same link in a second circle, or the same text in a third, is a sign of selling. Only ever a sign: nothing is stopped.
CREATE FUNCTION access.weigh_post(post uuid, its_level text, its_phrases text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE p public.posts; the_case uuid; links text[]; places int; BEGIN
    SELECT * INTO p FROM public.posts x WHERE x.community_id = access.community_id() AND x.post_id = post AND x.removed_at IS NULL
      AND (x.author_id = access.member_id() OR x.pseudonym_id = ANY (access.my_pseudonym_ids()));
    IF NOT FOUND THEN RETURN; END IF;
    IF its_level IN ('concern', 'urgent') THEN
      IF its_level = 'urgent' THEN
        INSERT INTO public.cases AS c (community_id, case_id, subject_kind, subject_id, subject_member_id, subject_pseudonym_id,
            circle_id, subject_name, subject_text, origin, danger, due_at)
          VALUES (p.community_id, gen_random_uuid(), 'post', p.post_id, p.author_id, p.pseudonym_id, p.circle_id,
            coalesce(p.pseudonym, (SELECT m.display_name FROM public.members m WHERE m.community_id = p.community_id AND m.member_id = p.author_id), ''),
            p.body, 'words', true, access.promised_by(true))
          ON CONFLICT (community_id, subject_kind, subject_id) WHERE decided_at IS NULL
          DO UPDATE SET danger = true, due_at = least(c.due_at, excluded.due_at) RETURNING c.case_id INTO the_case;
        IF NOT EXISTS (SELECT FROM public.case_log l WHERE l.community_id = p.community_id AND l.case_id = the_case AND l.act = 'words') THEN
          PERFORM access.log_act(the_case, p.circle_id, NULL, 'words', array_to_string(its_phrases, ' · '));
          PERFORM access.tell_in_safety(ARRAY(SELECT m.member_id FROM access.on_call() m), 'safety.urgent', NULL, the_case);
          PERFORM access.tell_in_safety(ARRAY(SELECT m.member_id FROM public.circle_members m WHERE m.community_id = p.community_id
            AND m.circle_id = p.circle_id AND m.role = 'facilitator'), 'safety.urgent-here', p.circle_id, NULL);
        END IF;
      END IF;
      INSERT INTO public.flags AS f (community_id, post_id, kind, level, phrases, circle_id, case_id)
        VALUES (p.community_id, p.post_id, 'words', its_level, its_phrases, p.circle_id, the_case)
        ON CONFLICT (community_id, post_id, kind) DO UPDATE SET phrases = excluded.phrases,
          level = CASE WHEN f.level = 'urgent' THEN f.level ELSE excluded.level END, case_id = coalesce(f.case_id, excluded.case_id),
          seen_at = CASE WHEN f.level = excluded.level THEN f.seen_at END;
    END IF;
    SELECT coalesce(array_agg(DISTINCT rtrim(lower(m[1]), '/.,;:!?)')), '{}') INTO links
      FROM regexp_matches(p.body, '((?:https?://|www\.)\S+)', 'gi') m;
    IF length(p.body) < 40 AND cardinality(links) = 0 THEN RETURN; END IF;
    SELECT count(DISTINCT x.circle_id) + CASE WHEN bool_or(EXISTS (SELECT FROM unnest(links) l WHERE position(l IN lower(x.body)) > 0)) THEN 1 ELSE 0 END
      INTO places FROM public.posts x
      WHERE x.community_id = p.community_id AND x.circle_id <> p.circle_id AND x.created_at > now() - interval '7 days'
        AND x.removed_at IS NULL AND (x.author_id = access.member_id() OR x.pseudonym_id = ANY (access.my_pseudonym_ids()))
        AND (lower(btrim(x.body)) = lower(btrim(p.body)) OR EXISTS (SELECT FROM unnest(links) l WHERE position(l IN lower(x.body)) > 0));
    IF places >= 2 THEN
      INSERT INTO public.flags (community_id, post_id, kind, level, circle_id)
        VALUES (p.community_id, p.post_id, 'selling', 'concern', p.circle_id) ON CONFLICT DO NOTHING;
    END IF;
  END $$;

-- Who is asked first: the moderators of this week; all of them when nobody has put herself down.
CREATE FUNCTION access.on_call() RETURNS TABLE (member_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT m.member_id FROM public.members m WHERE m.community_id = access.community_id() AND m.role <> 'member'
      AND (NOT EXISTS (SELECT FROM public.rota_weeks w WHERE w.community_id = m.community_id AND w.week = date_trunc('week', now())::date)
        OR EXISTS (SELECT FROM public.rota_weeks w WHERE w.community_id = m.community_id AND w.week = date_trunc('week', now())::date
          AND w.member_id = m.member_id));
  END $$;

-- What a facilitator takes away for good is told to whoever wrote it, under whatever name, and leaves a line.
CREATE FUNCTION access.tell_of_removal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.member_id() IS NULL THEN RETURN NULL; END IF; -- nobody's act
    PERFORM access.log_act(NULL, NEW.circle_id, access.member_id(), 'removed', '');
    PERFORM access.tell_in_safety(ARRAY[access.author_behind(NEW.author_id, NEW.pseudonym_id)], 'safety.removed', NEW.circle_id, NEW.thread_id);
    RETURN NULL;
  END $$;

-- A deletion leaves no words behind: of the sign only that it was there.
CREATE FUNCTION access.drop_phrases() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.flags f SET phrases = '{}' WHERE f.community_id = NEW.community_id AND f.post_id = NEW.post_id;
    RETURN NULL;
  END $$;

CREATE FUNCTION access.see_flags(post uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE circle uuid; BEGIN
    UPDATE public.flags f SET seen_at = now(), seen_by = access.member_id()
      FROM public.posts p WHERE f.community_id = access.community_id() AND f.post_id = post AND f.seen_at IS NULL
        AND f.circle_id = ANY (access.my_facilitated_ids()) AND p.community_id = f.community_id AND p.post_id = f.post_id
        AND access.author_behind(p.author_id, p.pseudonym_id) IS DISTINCT FROM access.member_id()
      RETURNING f.circle_id INTO circle;
    IF circle IS NULL THEN RETURN false; END IF;
    PERFORM access.log_act(NULL, circle, access.member_id(), 'flag-seen', '');
    RETURN true;
  END $$;

-- Signs on what she wrote are about her: in her own copy she finds that they were there, and when.
CREATE FUNCTION access.flags_on_me() RETURNS TABLE (post_id uuid, kind text, level text, created_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT f.post_id, f.kind, f.level, f.created_at FROM public.flags f
    JOIN public.posts p USING (community_id, post_id) WHERE f.community_id = access.community_id()
      AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY (access.my_pseudonym_ids())); END $$;

-- Puts a line into somebody's inbox, in the community's own voice: no block stands against it.
CREATE FUNCTION access.tell_in_safety(whom uuid[], kind text, circle uuid, subject uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM access.notify(whom, kind, circle, NULL, subject, true, NULL);
  END $$;

-- She leaves: what was kept of her words in cases goes with her. That something was decided, and by which office, stays.
CREATE FUNCTION access.forget_in_cases() RETURNS trigger
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
    UPDATE public.cases c SET subject_text = '', subject_name = '', context = '{}', subject_member_id = NULL, subject_pseudonym_id = NULL
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
CREATE FUNCTION access.is_of(community uuid, her uuid, member uuid, pseudonym uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN member IS NOT DISTINCT FROM her OR EXISTS (SELECT FROM public.pseudonyms s
    WHERE s.community_id = community AND s.pseudonym_id = pseudonym AND s.member_id = her); END $$;

DO $$
DECLARE f regprocedure; door text;
  -- What the application calls. The rest works for these, and for nobody.
  doors text[] := ARRAY['take_case', 'decide_case', 'decisions_about_me', 'appeal', 'may_hear', 'hear_appeal', 'ask_reveal',
    'agree_reveal', 'revealed_author', 'reveals_of_me', 'set_circle_care', 'let_in', 'lock_thread', 'mute_in_circle', 'mutes_in',
    'unmute', 'weigh_post', 'see_flags', 'flags_on_me'];
  inner_ones text[] := ARRAY['moderated_in', 'on_call', 'tell_in_safety', 'forget_in_cases', 'is_of'];
BEGIN
  FOR f, door IN SELECT p.oid, p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'access' AND p.proname = ANY (doors || inner_ones) LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    IF door = ANY (doors) THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO porchlight_app', f); END IF;
  END LOOP;
END $$;
RESET ROLE;
GRANT DELETE ON reveals TO porchlight_policy;
CREATE TRIGGER posts_drop_phrases AFTER UPDATE OF removed_at ON posts FOR EACH ROW
  WHEN (OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL) EXECUTE FUNCTION access.drop_phrases();
CREATE TRIGGER posts_tell_removal AFTER UPDATE OF removed_at ON posts FOR EACH ROW
  WHEN (OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL AND NEW.removed_by = 'facilitator')
  EXECUTE FUNCTION access.tell_of_removal();
CREATE TRIGGER members_forget_cases BEFORE DELETE ON members FOR EACH ROW EXECUTE FUNCTION access.forget_in_cases();

-- Triggers' functions are for our tables alone (see 0009).
DO $$
DECLARE f regprocedure;
BEGIN
  SET LOCAL ROLE porchlight_policy;
  FOR f IN SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'access' AND p.prorettype = 'trigger'::regtype LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  RESET ROLE;
END $$;
