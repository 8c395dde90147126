-- What is decided in a circle about somebody is a decision like any other, with a reason that is told and an appeal that
-- somebody outside the circle hears: also to only read for a while, to go, and that other words of hers are not let in.
-- (0029 says it of what is taken out of sight.)
ALTER TABLE cases DROP CONSTRAINT cases_decision_check;
ALTER TABLE cases ADD CONSTRAINT cases_decision_check
    CHECK (decision IN ('none', 'support', 'warn', 'hide', 'remove', 'suspend', 'mute', 'leave')), -- leave: as it was let in
  ADD COLUMN wording jsonb;                -- of leave: {body, note}, what would have stood there; gone with the text

SET ROLE porchlight_policy;
CREATE FUNCTION access.forget_wording() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN NEW.wording := NULL; RETURN NEW; END $$;

-- A case that is decided as it is opened, by whoever looks after the circle. For the functions here alone.
CREATE FUNCTION access.decide_here(what text, circle uuid, kind text, subject uuid, her uuid, pseudonym uuid, name text,
    its_text text, why text, until_when timestamptz) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE the_case uuid := gen_random_uuid(); BEGIN
    INSERT INTO public.cases (community_id, case_id, subject_kind, subject_id, subject_member_id, subject_pseudonym_id, circle_id,
        subject_name, subject_text, origin, due_at, assigned_to, answered_at, decided_at, decided_by, decision, reason, until)
      VALUES (access.community_id(), the_case, kind, subject, her, pseudonym, circle, name, coalesce(its_text, ''), 'care', now(),
        access.member_id(), now(), now(), access.member_id(), what, why, until_when);
    PERFORM access.log_act(the_case, circle, access.member_id(), 'decided-' || what, why);
    RETURN the_case;
  END $$;

-- As in 0027, and she can appeal.
CREATE OR REPLACE FUNCTION access.mute_in_circle(circle uuid, post uuid, member uuid, why text, until_when timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE p public.posts; her uuid; name text; seat text; the_case uuid; BEGIN
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
    the_case := access.decide_here('mute', circle, CASE WHEN post IS NULL THEN 'member' ELSE 'post' END, coalesce(post, her),
      CASE WHEN post IS NULL THEN her ELSE p.author_id END, p.pseudonym_id, coalesce(name, ''), concat_ws(E'\n\n', p.content_note, p.body),
      why, until_when);
    INSERT INTO public.sanctions (community_id, sanction_id, kind, member_id, circle_id, case_id, shown_name, anonymous, reason, until)
      VALUES (access.community_id(), gen_random_uuid(), 'mute', her, circle, the_case, coalesce(name, ''), p.pseudonym_id IS NOT NULL, why, until_when);
    PERFORM access.log_act(NULL, circle, access.member_id(), 'muted', why);
    PERFORM access.tell_in_safety(ARRAY[her], 'safety.muted', circle, the_case);
    RETURN 'muted';
  END $$;

CREATE OR REPLACE FUNCTION access.unmute(sanction uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE s public.sanctions; BEGIN
    UPDATE public.sanctions SET lifted_at = now() WHERE community_id = access.community_id() AND sanction_id = sanction
      AND kind = 'mute' AND lifted_at IS NULL AND circle_id = ANY (access.my_facilitated_ids())
      AND member_id <> access.member_id() RETURNING * INTO s;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM access.log_act(NULL, s.circle_id, access.member_id(), 'unmuted', '');
    -- It lasted until now, and where it was decided that is written down too.
    UPDATE public.cases c SET until = now() WHERE c.community_id = s.community_id AND c.case_id = s.case_id;
    IF s.case_id IS NOT NULL THEN PERFORM access.log_act(s.case_id, s.circle_id, access.member_id(), 'unmuted', ''); END IF;
    RETURN true;
  END $$;

-- Shows a member out, for a reason; she comes back by invitation, or by an appeal. False for facilitators, and for those
-- who are not in it.
DROP FUNCTION access.remove_member(uuid, uuid);
CREATE FUNCTION access.show_out(circle uuid, member uuid, why text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE the_case uuid; BEGIN
    IF NOT circle = ANY (access.my_facilitated_ids()) OR coalesce(why, '') = '' THEN RETURN false; END IF;
    DELETE FROM public.circle_members m WHERE m.community_id = access.community_id() AND m.circle_id = circle
      AND m.member_id = member AND m.role = 'member';
    IF NOT FOUND THEN RETURN false; END IF;
    INSERT INTO public.join_requests (community_id, circle_id, member_id, state, decided_at, decided_by)
      VALUES (access.community_id(), circle, member, 'declined', now(), access.member_id())
      ON CONFLICT (community_id, circle_id, member_id)
      DO UPDATE SET state = 'declined', decided_at = now(), decided_by = access.member_id();
    the_case := access.decide_here('remove', circle, 'member', member, member, NULL,
      (SELECT m.display_name FROM public.members m WHERE m.community_id = access.community_id() AND m.member_id = member), '', why, NULL);
    PERFORM access.log_act(NULL, circle, access.member_id(), 'shown-out', why);
    PERFORM access.tell_in_safety(ARRAY[member], 'safety.decision', NULL, the_case);
    RETURN true;
  END $$;

-- Hers alone now: she takes back other words of hers that wait.
CREATE OR REPLACE FUNCTION access.drop_rewording(post uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE p public.posts; BEGIN
    SELECT * INTO p FROM public.posts x WHERE x.community_id = access.community_id() AND x.post_id = post AND x.reworded_at IS NOT NULL FOR NO KEY UPDATE;
    IF NOT FOUND OR access.author_behind(p.author_id, p.pseudonym_id) IS DISTINCT FROM access.member_id() THEN RETURN false; END IF;
    DELETE FROM public.post_rewordings w WHERE w.community_id = p.community_id AND w.post_id = post;
    UPDATE public.posts SET reworded_at = NULL WHERE community_id = p.community_id AND post_id = post;
    RETURN true;
  END $$;

-- Leaves a post as it was let in, for a reason; its author can appeal, for the words that are not let in. False when none
-- wait, or not for whoever asks.
CREATE FUNCTION access.leave_as_it_was(post uuid, why text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE p public.posts; w public.post_rewordings; her uuid; the_case uuid; BEGIN
    SELECT * INTO p FROM public.posts x WHERE x.community_id = access.community_id() AND x.post_id = post
      AND x.reworded_at IS NOT NULL AND x.circle_id = ANY (access.my_facilitated_ids()) FOR NO KEY UPDATE;
    IF NOT FOUND OR coalesce(why, '') = '' THEN RETURN false; END IF;
    her := access.author_behind(p.author_id, p.pseudonym_id);
    IF her = access.member_id() THEN RETURN false; END IF;
    DELETE FROM public.post_rewordings x WHERE x.community_id = p.community_id AND x.post_id = post RETURNING * INTO w;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE public.posts SET reworded_at = NULL WHERE community_id = p.community_id AND post_id = post;
    the_case := access.decide_here('leave', p.circle_id, 'post', post, p.author_id, p.pseudonym_id,
      coalesce(p.pseudonym, (SELECT m.display_name FROM public.members m WHERE m.community_id = p.community_id AND m.member_id = her), ''),
      concat_ws(E'\n\n', w.content_note, w.body), why, NULL);
    UPDATE public.cases SET wording = jsonb_build_object('body', w.body, 'note', w.content_note)
      WHERE community_id = p.community_id AND case_id = the_case;
    PERFORM access.log_act(NULL, p.circle_id, access.member_id(), 'left-as-it-was', why);
    PERFORM access.tell_in_safety(ARRAY[her], 'safety.words-kept-out', p.circle_id, the_case);
    RETURN true;
  END $$;

-- The words that were not let in stand after all; not over others that she has written since. For the functions here alone.
CREATE FUNCTION access.put_wording(c public.cases) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.post_rewordings (community_id, post_id, body, content_note, let_in_at)
      SELECT p.community_id, p.post_id, c.wording ->> 'body', c.wording ->> 'note', now() FROM public.posts p
      WHERE p.community_id = c.community_id AND p.post_id = c.subject_id AND c.wording IS NOT NULL AND p.reworded_at IS NULL
        AND p.removed_at IS NULL AND p.hidden_at IS NULL AND coalesce(p.edited_at <= c.decided_at, true) FOR NO KEY UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    UPDATE public.posts SET body = c.wording ->> 'body', content_note = c.wording ->> 'note', edited_at = now()
      WHERE community_id = c.community_id AND post_id = c.subject_id;
    DELETE FROM public.post_rewordings w WHERE w.community_id = c.community_id AND w.post_id = c.subject_id;
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
    ELSIF c.decision IN ('suspend', 'mute') THEN
      UPDATE public.sanctions SET lifted_at = now() WHERE community_id = c.community_id AND case_id = the_case AND lifted_at IS NULL;
    ELSIF c.decision = 'remove' AND her IS NOT NULL THEN
      DELETE FROM public.join_requests q WHERE q.community_id = c.community_id AND q.circle_id = c.circle_id AND q.member_id = her AND q.state = 'declined';
      -- Her seat again, if there is one and the circle stands.
      INSERT INTO public.circle_members (community_id, circle_id, member_id)
        SELECT k.community_id, k.circle_id, her FROM public.circles k WHERE k.community_id = c.community_id
          AND k.circle_id = c.circle_id AND k.closed_at IS NULL AND k.archived_at IS NULL AND (k.cap IS NULL OR k.member_count < k.cap)
        ON CONFLICT DO NOTHING;
    ELSIF c.decision = 'leave' THEN
      PERFORM access.put_wording(c);
    END IF;
    RETURN 'heard';
  END $$;

-- That words of hers once waited in vain is nothing against her.
CREATE OR REPLACE FUNCTION access.cases_before(the_case uuid) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE c public.cases; her uuid; n int; BEGIN
    SELECT * INTO c FROM public.cases x WHERE x.community_id = access.community_id() AND x.case_id = the_case
      AND access.may_see_case(x.subject_kind, x.circle_id, x.subject_member_id, x.subject_pseudonym_id);
    her := coalesce(c.subject_member_id, (SELECT r.member_id FROM access.revealed_author(the_case) r));
    SELECT count(*) INTO n FROM public.cases x WHERE x.community_id = c.community_id AND x.case_id <> the_case
      AND x.decision NOT IN ('none', 'support', 'leave') AND x.overturned_at IS NULL
      AND (x.subject_pseudonym_id = c.subject_pseudonym_id
        OR access.author_behind(x.subject_member_id, x.subject_pseudonym_id) = her);
    RETURN CASE WHEN n = 0 THEN 'none' WHEN n < 3 THEN 'some' ELSE 'several' END;
  END $$;

DROP FUNCTION access.decisions_about_me();
-- The circle as its name is made of (NAMED_OF in circle-names): a cohort's is said in the reader's language, on the day she reads it.
CREATE FUNCTION access.decisions_about_me()
  RETURNS TABLE (case_id uuid, subject_kind text, subject_text text, circle jsonb, decision text, reason text, rule text,
    decided_at timestamptz, until timestamptz, overturned_at timestamptz, appealed_at timestamptz, appeal text,
    heard_at timestamptz, answer text, appeal_by timestamptz, emptied_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT c.case_id, c.subject_kind, c.subject_text,
      CASE WHEN k.circle_id IS NOT NULL THEN jsonb_build_object('name', k.name, 'ownName', k.own_name, 'timeZone', k.time_zone,
        'born', CASE WHEN k.born_from IS NOT NULL THEN jsonb_build_object('from', k.born_from, 'to', k.born_to) END) END,
      c.decision, c.reason, c.rule, c.decided_at, c.until,
      c.overturned_at, a.made_at, a.words, a.heard_at, a.answer, access.appeal_by(c.decided_at, c.until), c.emptied_at
    FROM public.cases c LEFT JOIN public.appeals a USING (community_id, case_id)
    LEFT JOIN public.circles k ON k.community_id = c.community_id AND k.circle_id = c.circle_id
    WHERE c.community_id = access.community_id() AND c.decision NOT IN ('none', 'support')
      AND (c.subject_member_id = access.member_id() OR c.subject_pseudonym_id = ANY (access.my_pseudonym_ids())
        OR c.subject_kind = 'circle' AND EXISTS (SELECT FROM public.circle_members f WHERE f.community_id = c.community_id
          AND f.circle_id = c.circle_id AND f.member_id = access.member_id() AND f.role = 'facilitator'))
    ORDER BY c.decided_at DESC;
  END $$;

-- To learn who wrote without her name takes two, so the others are told that one asks. Nothing is said of whom or why.
CREATE OR REPLACE FUNCTION access.ask_reveal(the_case uuid, why text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.my_role() = 'member' OR NOT EXISTS (SELECT FROM public.cases c WHERE c.community_id = access.community_id()
      AND c.case_id = the_case AND c.subject_pseudonym_id IS NOT NULL
      AND access.may_see_case(c.subject_kind, c.circle_id, c.subject_member_id, c.subject_pseudonym_id)) THEN RETURN 'absent'; END IF;
    INSERT INTO public.reveals (community_id, case_id, asked_by, reason)
      VALUES (access.community_id(), the_case, access.member_id(), why) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN 'already'; END IF;
    PERFORM access.log_act(the_case, NULL, access.member_id(), 'reveal-asked', why);
    -- The second of the two is somebody: whoever may agree is asked to look. Whose words they are, if they are one's own, not.
    PERFORM access.tell_in_safety(ARRAY(SELECT m.member_id FROM public.members m, public.cases c
        WHERE m.community_id = access.community_id() AND m.role <> 'member' AND c.community_id = m.community_id AND c.case_id = the_case
          AND m.member_id IS DISTINCT FROM access.author_behind(c.subject_member_id, c.subject_pseudonym_id)
          AND NOT EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = m.community_id AND s.member_id = m.member_id
            AND s.kind = 'suspension' AND s.lifted_at IS NULL AND s.until > now())), 'safety.reveal-asked', NULL, the_case);
    RETURN 'asked';
  END $$;

CREATE OR REPLACE FUNCTION access.agree_reveal(the_case uuid) RETURNS text
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
    PERFORM access.tell_in_safety(ARRAY[r.asked_by], 'safety.reveal-agreed', NULL, the_case);
    RETURN 'agreed';
  END $$;

-- What she wrote of herself outside a conversation, at a circle's door or in her story: urgent words open a case, as they do
-- in a post. Nothing is stopped, and whoever she asked is not told by it.
CREATE FUNCTION access.worry_about_me(words text, its_phrases text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE the_case uuid; line text := array_to_string(its_phrases, ' · '); BEGIN
    INSERT INTO public.cases AS c (community_id, case_id, subject_kind, subject_id, subject_member_id, subject_name, subject_text,
        origin, danger, due_at)
      SELECT m.community_id, gen_random_uuid(), 'member', m.member_id, m.member_id, m.display_name, words, 'words', true,
        access.promised_by(true) FROM public.members m
      WHERE m.community_id = access.community_id() AND m.member_id = access.member_id()
      ON CONFLICT (community_id, subject_kind, subject_id) WHERE decided_at IS NULL
      DO UPDATE SET danger = true, due_at = least(c.due_at, excluded.due_at), subject_text = CASE
        WHEN position(excluded.subject_text IN c.subject_text) > 0 THEN c.subject_text
        ELSE concat_ws(E'\n\n', nullif(c.subject_text, ''), excluded.subject_text) END
      RETURNING c.case_id INTO the_case;
    IF the_case IS NULL OR EXISTS (SELECT FROM public.case_log l WHERE l.community_id = access.community_id()
      AND l.case_id = the_case AND l.act = 'words' AND l.why = line) THEN RETURN; END IF;
    PERFORM access.log_act(the_case, NULL, NULL, 'words', line);
    PERFORM access.tell_in_safety(ARRAY(SELECT m.member_id FROM access.on_call() m), 'safety.urgent', NULL, the_case);
  END $$;

-- As in 0025; and a conversation that an answer moved up goes back to where it was when that answer goes out of sight.
CREATE OR REPLACE FUNCTION access.recount_reply() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE step int := (NEW.held_at IS NULL AND NEW.hidden_at IS NULL)::int - (OLD.held_at IS NULL AND OLD.hidden_at IS NULL)::int;
    v bigint;
  BEGIN
    IF step = 0 THEN RETURN NULL; END IF;
    UPDATE public.posts SET reply_count = reply_count + CASE WHEN NEW.removed_at IS NULL THEN step ELSE 0 END,
        last_active_at = CASE WHEN OLD.held_at IS NOT NULL AND step = 1 THEN greatest(last_active_at, now())
          ELSE (SELECT max(x.created_at) FROM public.posts x WHERE x.community_id = NEW.community_id AND x.thread_id = NEW.thread_id
            AND x.held_at IS NULL AND x.hidden_at IS NULL AND (x.removed_at IS NULL OR x.post_id = x.thread_id)) END,
        thread_version = thread_version + 1, reshaped = CASE WHEN step = -1 THEN thread_version + 1 ELSE reshaped END
      WHERE community_id = NEW.community_id AND post_id = NEW.thread_id RETURNING thread_version INTO v;
    UPDATE public.posts SET version = v, born = v
      WHERE step = 1 AND community_id = NEW.community_id AND post_id = NEW.post_id;
    RETURN NULL;
  END $$;

REVOKE ALL ON FUNCTION access.forget_wording(), access.decide_here(text, uuid, text, uuid, uuid, uuid, text, text, text, timestamptz),
  access.show_out(uuid, uuid, text), access.leave_as_it_was(uuid, text), access.put_wording(public.cases),
  access.decisions_about_me(), access.worry_about_me(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.show_out(uuid, uuid, text), access.leave_as_it_was(uuid, text), access.decisions_about_me(),
  access.worry_about_me(text, text[]) TO porchlight_app;
RESET ROLE;
CREATE TRIGGER cases_forget_wording BEFORE UPDATE OF subject_text ON cases FOR EACH ROW
  WHEN (NEW.subject_text = '' AND NEW.wording IS NOT NULL) EXECUTE FUNCTION access.forget_wording();
