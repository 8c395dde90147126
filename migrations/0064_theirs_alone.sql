-- What a second reading of mentoring and callbacks found open. A room of two was its mentor's to open, rename and fill; a
-- rest let in whoever was on the way; a coordinator read of herself what was meant for the other coordinators; a call sent
-- twice was two.

-- A room of two belongs to the two: it has no door, takes nobody in, and ends with what brought them together.
ALTER TABLE circles ADD COLUMN of_two boolean NOT NULL DEFAULT false;
CREATE POLICY theirs_alone ON circles AS RESTRICTIVE FOR UPDATE TO porchlight_app USING (NOT of_two);
CREATE POLICY theirs_alone ON circle_invitations AS RESTRICTIVE FOR INSERT TO porchlight_app WITH CHECK (NOT EXISTS (
  SELECT FROM circles c WHERE c.community_id = circle_invitations.community_id AND c.circle_id = circle_invitations.circle_id
    AND c.of_two));

SET ROLE porchlight_policy;
UPDATE public.circles c SET of_two = true WHERE c.joining = 'hidden' AND c.cap = 2 AND (
  EXISTS (SELECT FROM public.matches m WHERE m.community_id = c.community_id AND m.circle_id = c.circle_id)
  OR EXISTS (SELECT FROM public.introductions i WHERE i.community_id = c.community_id AND i.circle_id = c.circle_id));
UPDATE public.circle_invitations i SET revoked_at = now() FROM public.circles c WHERE c.community_id = i.community_id
  AND c.circle_id = i.circle_id AND c.of_two AND i.revoked_at IS NULL;
CREATE FUNCTION access.make_room_of_two() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.circles c SET of_two = true WHERE c.community_id = NEW.community_id AND c.circle_id = NEW.circle_id;
    RETURN NULL;
  END $$;
CREATE OR REPLACE FUNCTION access.accept_introduction(introduction uuid, circle uuid, circle_name text, zone text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE mentee uuid;
  BEGIN
    UPDATE public.introductions i SET state = 'accepted', answered_at = now(), circle_id = circle
      WHERE i.community_id = access.community_id() AND i.introduction_id = introduction
        AND i.mentor_id = access.member_id() AND i.state = 'asked'
        AND i.mentee_id <> ALL (access.my_blocked_ids()) RETURNING i.mentee_id INTO mentee;
    IF NOT FOUND THEN RETURN NULL; END IF;
    INSERT INTO public.circles (community_id, circle_id, name, joining, cap, place, time_zone, created_by, of_two)
      VALUES (access.community_id(), circle, circle_name, 'hidden', 2, 'online', zone, access.member_id(), true);
    INSERT INTO public.circle_members (community_id, circle_id, member_id) VALUES (access.community_id(), circle, mentee);
    RETURN circle;
  END $$;
-- Also where circles merge, or somebody is let back in: no third ever sits there.
CREATE FUNCTION access.guard_room_of_two() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF EXISTS (SELECT FROM public.circles c WHERE c.community_id = NEW.community_id AND c.circle_id = NEW.circle_id AND c.of_two)
      AND NOT EXISTS (SELECT FROM public.matches m WHERE m.community_id = NEW.community_id AND m.circle_id = NEW.circle_id
        AND NEW.member_id IN (m.mentee_id, m.mentor_id))
      AND NOT EXISTS (SELECT FROM public.introductions i WHERE i.community_id = NEW.community_id AND i.circle_id = NEW.circle_id
        AND NEW.member_id IN (i.mentee_id, i.mentor_id)) THEN
      RAISE EXCEPTION 'a room of two' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END $$;

-- A proposal that became a pair at this very moment is not ended by what only ends proposals; and the reasons, which tell
-- what a mother has been through, go with a proposal that came to nothing.
CREATE OR REPLACE FUNCTION access.end_proposal(m public.matches, whom uuid, its_end text, moment timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.matches x SET state = 'declined', ended_at = moment, ended_by = whom, ended_as = its_end, reasons = '[]'
      WHERE x.community_id = m.community_id AND x.match_id = m.match_id AND x.state = 'proposed';
    IF NOT FOUND THEN RETURN; END IF;
    IF m.mentee_yes_at IS NOT NULL AND m.mentee_id IS DISTINCT FROM whom AND its_end <> 'stopped' THEN
      PERFORM access.notify(ARRAY[m.mentee_id], 'matches.not-this-one', NULL, NULL, m.program_id, true);
    END IF;
    IF m.mentor_yes_at IS NOT NULL AND m.mentor_id IS DISTINCT FROM whom THEN
      PERFORM access.notify(ARRAY[m.mentor_id], CASE WHEN EXISTS (SELECT FROM public.programs p WHERE p.community_id = m.community_id
        AND p.program_id = m.program_id AND p.closed_at IS NOT NULL) THEN 'matches.program-closed' ELSE 'matches.went-elsewhere' END,
        NULL, NULL, m.program_id, true);
    END IF;
  END $$;
UPDATE public.matches SET reasons = '[]' WHERE state = 'declined';

-- "Not this month", or less room: whoever was on the way and has no place any more is let go, the latest first. It is no
-- no: the two may be proposed to each other again.
CREATE FUNCTION access.less_room() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches; over int;
  BEGIN
    SELECT count(*) - CASE WHEN NEW.paused_at IS NULL THEN NEW.capacity ELSE 0 END INTO over FROM public.matches x
      WHERE x.community_id = NEW.community_id AND x.program_id = NEW.program_id AND x.mentor_id = NEW.member_id
        AND x.state IN ('proposed', 'active');
    FOR m IN SELECT * FROM public.matches x WHERE x.community_id = NEW.community_id AND x.program_id = NEW.program_id
        AND x.mentor_id = NEW.member_id AND x.state = 'proposed'
        ORDER BY x.proposed_at DESC, x.match_id LIMIT greatest(over, 0) FOR UPDATE LOOP
      PERFORM access.end_proposal(m, NEW.member_id, 'stopped', now());
      IF m.mentee_yes_at IS NOT NULL THEN
        PERFORM access.notify(ARRAY[m.mentee_id], 'matches.not-this-one', NULL, NULL, m.program_id, true); END IF;
    END LOOP;
    RETURN NULL;
  END $$;

-- One of the two has lost her child while they are proposed to each other: what was said of babies and of expecting is not
-- said to either any more.
CREATE FUNCTION access.hush_reasons() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.matches m SET reasons = (SELECT jsonb_object_agg(r.key, coalesce(
          (SELECT jsonb_agg(s) FROM jsonb_array_elements(r.value) s
            WHERE s ->> 'key' NOT IN ('mentoring-reasons.stage', 'mentoring-reasons.experience')),
          jsonb_build_array(jsonb_build_object('key', 'mentoring-reasons.room', 'values', jsonb_build_object('reader', r.key)))))
        FROM jsonb_each(m.reasons) r)
      WHERE m.community_id = NEW.community_id AND NEW.member_id IN (m.mentee_id, m.mentor_id) AND m.state = 'proposed'
        AND jsonb_typeof(m.reasons) = 'object' AND m.reasons <> '{}';
    RETURN NULL;
  END $$;

-- What she wrote for her mentor goes with what she asked for.
CREATE FUNCTION access.forget_note() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    DELETE FROM public.mentee_notes n WHERE n.community_id = NEW.community_id AND n.request_id = NEW.request_id;
    RETURN NULL;
  END $$;
DELETE FROM public.mentee_notes n USING public.mentee_requests r WHERE r.community_id = n.community_id
  AND r.request_id = n.request_id AND r.state IN ('withdrawn', 'closed');

-- Whoever takes no part here opens nobody's note and has nobody on the telephone.
CREATE OR REPLACE FUNCTION access.my_mentee_requests() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(SELECT m.request_id FROM public.matches m WHERE m.community_id = access.community_id()
    AND m.mentor_id = access.member_id() AND m.state = 'active' AND access.takes_part()); END $$;
CREATE OR REPLACE FUNCTION access.my_mentees() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(SELECT m.mentee_id FROM public.matches m WHERE m.community_id = access.community_id()
    AND m.mentor_id = access.member_id() AND m.state = 'active' AND access.takes_part()); END $$;
CREATE OR REPLACE FUNCTION access.called_ids() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(SELECT c.member_id FROM public.callbacks c WHERE c.community_id = access.community_id()
    AND access.member_id() IS NOT NULL AND c.taken_by = access.member_id() AND c.closed_at IS NULL AND access.takes_part()); END $$;

-- The coordinators whom a matter does not concern; all of them where nobody else is left to see to it.
CREATE FUNCTION access.coordinators_but(concerned uuid[]) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE everyone uuid[] := access.in_charge('coordinators', NULL); others uuid[];
  BEGIN
    others := ARRAY(SELECT x FROM unnest(everyone) x WHERE x <> ALL (concerned));
    RETURN CASE WHEN cardinality(others) > 0 THEN others ELSE everyone END;
  END $$;
DO $$
DECLARE one record; was text; said text;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    ('ask_coordinator(uuid, timestamptz)', 'DECLARE program uuid;', 'DECLARE program uuid; hers uuid;'),
    ('ask_coordinator(uuid, timestamptz)', 'RETURNING m.program_id INTO program', 'RETURNING m.program_id, m.mentee_id INTO program, hers'),
    ('ask_coordinator(uuid, timestamptz)', $a$notify('{}', 'mentoring.worried', NULL, NULL, program, true, 'coordinators')$a$,
      $b$notify(access.coordinators_but(ARRAY[hers]), 'mentoring.worried', NULL, NULL, program, true)$b$),
    ('meet_worry(uuid, timestamptz)', 'AND access.is_coordinator()', 'AND access.is_coordinator() AND NOT EXISTS (SELECT FROM public.matches m
      WHERE m.community_id = w.community_id AND m.match_id = w.match_id AND m.mentee_id = access.member_id())'),
    -- What the mother said is not for her mentor, nor the mentor's worry for the mother, whatever else they are here.
    ('pairs_in(uuid, timestamptz)', 'CASE WHEN w.worry_met_at IS NULL THEN w.worried_at END',
      'CASE WHEN w.worry_met_at IS NULL AND m.mentee_id <> access.member_id() THEN w.worried_at END'),
    ('pairs_in(uuid, timestamptz)', 'n.nudged_at, q.nudged_at, q.answer',
      'n.nudged_at, q.nudged_at, CASE WHEN m.mentor_id <> access.member_id() THEN q.answer END'),
    ('move_pair(uuid, timestamptz)', $a$notify('{}', 'mentoring.quiet', NULL, NULL, m.program_id, true, 'coordinators')$a$,
      $b$notify(access.coordinators_but(ARRAY[m.mentee_id, m.mentor_id]), 'mentoring.quiet', NULL, NULL, m.program_id, true)$b$),
    ('pass_on_callback(uuid)', $a$AS $function$ BEGIN$a$, $b$AS $function$ DECLARE hers uuid; BEGIN$b$),
    ('pass_on_callback(uuid)', 'AND c.closed_at IS NULL;', 'AND c.closed_at IS NULL RETURNING c.member_id INTO hers;'),
    ('pass_on_callback(uuid)', $a$notify('{}', 'callbacks.urgent', NULL, NULL, callback, true, 'coordinators')$a$,
      $b$notify(access.coordinators_but(ARRAY[hers]), 'callbacks.urgent', NULL, NULL, callback, true)$b$),
    ('callback_desk()', 'c.passed_on_at, c.heeded_at, c.closed_at,',
      'CASE WHEN c.member_id <> access.member_id() THEN c.passed_on_at END, c.heeded_at, c.closed_at,'),
    ('callback_desk()', 'c.passed_on_at IS NOT NULL AND c.heeded_at IS NULL)',
      'c.passed_on_at IS NOT NULL AND c.heeded_at IS NULL AND c.member_id <> access.member_id())'),
    ('callback_desk()', 'CASE WHEN c.passed_on_at IS NOT NULL THEN m.member_id END, CASE WHEN c.passed_on_at IS NOT NULL THEN m.display_name END',
      'CASE WHEN x.told THEN m.member_id END, CASE WHEN x.told THEN m.display_name END'),
    ('callback_desk()', 'JOIN public.members m USING (community_id, member_id)', 'JOIN public.members m USING (community_id, member_id)
      CROSS JOIN LATERAL (SELECT c.passed_on_at IS NOT NULL AND c.member_id <> access.member_id() AS told) x'),
    ('callback_desk()', 'ORDER BY c.passed_on_at IS NULL OR', 'ORDER BY NOT x.told OR'),
    ('heed_callback(uuid)', 'AND c.heeded_at IS NULL', 'AND c.heeded_at IS NULL AND c.member_id <> access.member_id()'),
    -- Sent twice, or before its time: it was one try.
    ('try_callback(uuid, text, timestamptz)', $a$IF c.reached_at IS NOT NULL THEN RETURN 'reached'; END IF;$a$,
      $b$IF c.reached_at IS NOT NULL THEN RETURN 'reached'; END IF;
    IF outcome = 'no-answer' AND c.tries > 0 AND c.not_before > now() THEN RETURN 'again'; END IF;$b$),
    -- Whom somebody has talked with waits no longer, also where that somebody is gone: the clock closes it.
    ('callback_queue()', 'AND c.closed_at IS NULL AND c.taken_by IS NULL', 'AND c.closed_at IS NULL AND c.taken_by IS NULL AND c.reached_at IS NULL'),
    ('take_callback(uuid, timestamptz)', 'IF c.closed_at IS NOT NULL THEN', 'IF c.closed_at IS NOT NULL OR c.taken_by IS NULL AND c.reached_at IS NOT NULL THEN'),
    ('rather_other_caller(uuid)', $a$PERFORM access.free_callback(callback, 'apart');$a$,
      $b$IF c.reached_at IS NULL THEN PERFORM access.free_callback(callback, 'apart');
    ELSE PERFORM access.end_callback(callback, 'reached'); PERFORM access.note_callback(callback, 'apart'); END IF;$b$),
    -- She does it every week only where she has a place.
    ('take_call_turn(uuid, date, boolean)', $a$    RETURN got;$a$, $b$    IF got = 'full' THEN
      DELETE FROM public.call_regulars r WHERE r.community_id = s.community_id AND r.shift_id = shift AND r.member_id = me
        AND NOT EXISTS (SELECT FROM public.call_turns t WHERE t.community_id = r.community_id AND t.shift_id = shift
          AND t.member_id = me AND t.day >= on_day AND t.given_back_at IS NULL);
    END IF;
    RETURN got;$b$)) AS edits (its_name, old, new) LOOP
    was := pg_get_functiondef(('access.' || one.its_name)::regprocedure);
    said := replace(was, one.old, one.new);
    IF said = was THEN RAISE EXCEPTION '% has not: %', one.its_name, one.old; END IF;
    EXECUTE said;
  END LOOP;
END $$;

-- Whoever is there is told once of what waits and could be hers, at an hour at which she who asked can be called: told in
-- the night of one who asked for mornings, she was not told again in the morning. `callable`: those of callbacks_waiting.
CREATE FUNCTION access.callbacks_waiting(moment timestamptz) RETURNS TABLE (callback_id uuid, hours text[], time_zone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.member_id() IS NOT NULL OR NOT access.in_job() THEN RETURN; END IF;
    RETURN QUERY SELECT c.callback_id, c.hours, coalesce(m.time_zone, y.time_zone) FROM public.callbacks c
      JOIN public.members m USING (community_id, member_id) JOIN public.communities y USING (community_id)
      WHERE c.community_id = access.community_id() AND c.closed_at IS NULL AND c.taken_by IS NULL AND c.reached_at IS NULL
        AND (c.not_before IS NULL OR c.not_before <= moment); END $$;
DROP FUNCTION access.tell_of_callbacks(uuid[], timestamptz);
CREATE FUNCTION access.tell_of_callbacks(there uuid[], callable uuid[]) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE c public.callbacks; told int := 0;
  BEGIN
    IF access.member_id() IS NOT NULL OR NOT access.in_job() THEN RETURN 0; END IF;
    FOR c IN SELECT * FROM public.callbacks x WHERE x.community_id = access.community_id() AND x.callback_id = ANY (callable)
        AND x.closed_at IS NULL AND x.taken_by IS NULL ORDER BY x.callback_id LOOP
      told := told + access.notify(ARRAY(SELECT v FROM unnest(there) v WHERE access.may_call(c.member_id, c.language, v)
        AND NOT EXISTS (SELECT FROM public.notifications n WHERE n.community_id = c.community_id AND n.member_id = v
          AND n.kind = 'callbacks.waiting' AND n.subject_id = c.callback_id)),
        'callbacks.waiting', NULL, NULL, c.callback_id, true);
    END LOOP;
    RETURN told;
  END $$;

-- A block, or a suspension, while somebody has her on the telephone: it goes back, or is over where they have talked.
CREATE FUNCTION access.take_from_caller(community uuid, caller uuid, whose uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    UPDATE public.callbacks c SET closed_at = now(), closed_as = 'reached', sealed = NULL, topics = '{}', hours = '{}',
        go_back_at = NULL, not_before = NULL
      WHERE c.community_id = community AND c.taken_by = caller AND (whose IS NULL OR c.member_id = whose)
        AND c.closed_at IS NULL AND c.reached_at IS NOT NULL;
    UPDATE public.callbacks c SET taken_by = NULL, taken_at = NULL, go_back_at = NULL
      WHERE c.community_id = community AND c.taken_by = caller AND (whose IS NULL OR c.member_id = whose) AND c.closed_at IS NULL;
  $$;
CREATE OR REPLACE FUNCTION access.part_callers() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM access.take_from_caller(NEW.community_id, NEW.blocker_id, NEW.blocked_id);
    PERFORM access.take_from_caller(NEW.community_id, NEW.blocked_id, NEW.blocker_id);
    RETURN NULL;
  END $$;
CREATE FUNCTION access.suspended_caller() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN PERFORM access.take_from_caller(NEW.community_id, NEW.member_id, NULL); RETURN NULL; END $$;

REVOKE ALL ON FUNCTION access.make_room_of_two(), access.guard_room_of_two(), access.less_room(), access.forget_note(), access.hush_reasons(),
  access.coordinators_but(uuid[]), access.take_from_caller(uuid, uuid, uuid), access.suspended_caller(),
  access.callbacks_waiting(timestamptz), access.tell_of_callbacks(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.callbacks_waiting(timestamptz), access.tell_of_callbacks(uuid[], uuid[]) TO porchlight_app;
RESET ROLE;

CREATE TRIGGER matches_room_at_once AFTER INSERT ON matches FOR EACH ROW WHEN (NEW.circle_id IS NOT NULL)
  EXECUTE FUNCTION access.make_room_of_two();
CREATE TRIGGER matches_room AFTER UPDATE OF circle_id ON matches FOR EACH ROW
  WHEN (NEW.circle_id IS NOT NULL AND NEW.circle_id IS DISTINCT FROM OLD.circle_id) EXECUTE FUNCTION access.make_room_of_two();
CREATE TRIGGER circle_members_of_two BEFORE INSERT ON circle_members FOR EACH ROW EXECUTE FUNCTION access.guard_room_of_two();
CREATE TRIGGER program_mentors_less_room AFTER UPDATE OF paused_at, capacity ON program_mentors FOR EACH ROW
  WHEN (NEW.capacity < OLD.capacity OR NEW.paused_at IS NOT NULL AND OLD.paused_at IS NULL) EXECUTE FUNCTION access.less_room();
CREATE TRIGGER mentee_requests_over AFTER UPDATE OF state ON mentee_requests FOR EACH ROW
  WHEN (NEW.state IN ('withdrawn', 'closed')) EXECUTE FUNCTION access.forget_note();
CREATE TRIGGER answers_hush AFTER UPDATE OF milestones_ended_at, stages ON answers FOR EACH ROW
  WHEN (NEW.milestones_ended_at IS NOT NULL AND OLD.milestones_ended_at IS NULL
    OR NEW.stages @> '[{"kind": "loss"}]' AND NOT OLD.stages @> '[{"kind": "loss"}]') EXECUTE FUNCTION access.hush_reasons();
CREATE TRIGGER sanctions_caller AFTER INSERT ON sanctions FOR EACH ROW WHEN (NEW.kind = 'suspension' AND NOT NEW.anonymous)
  EXECUTE FUNCTION access.suspended_caller();
