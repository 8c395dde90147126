-- Asking for a mentor, proposing, and the two yeses that make a pair. Every act locks the request first, then the mentor
-- (in the capacity's trigger), so that two acts at once wait for each other in one order.

-- One thing at a time: a mother weighs one proposal, not a row of them.
CREATE UNIQUE INDEX matches_one_proposal ON matches (community_id, request_id) WHERE state = 'proposed';
CREATE INDEX matches_lapsing ON matches (answer_by) WHERE state = 'proposed';
CREATE INDEX mentee_requests_promised ON mentee_requests (promised_at) WHERE state = 'waiting' AND told_at IS NULL;

-- Who suits whom is worked out from what she told us; where she lives no finer than her postcode.
GRANT SELECT (country, region, latitude, longitude) ON answers TO porchlight_policy;

SET ROLE porchlight_policy;
-- Asks for a mentor in an open program. Null when it is not open; once and the same when she has asked already.
CREATE FUNCTION access.ask_for_mentor(its_id uuid, program uuid, herself boolean, her_wishes jsonb, not_with text[],
    her_answers jsonb, agreed int, moment timestamptz) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE p public.programs; standing uuid;
  BEGIN
    SELECT * INTO p FROM public.programs x WHERE x.community_id = access.community_id() AND x.program_id = program
      AND x.opened_at IS NOT NULL AND x.closed_at IS NULL FOR SHARE;
    IF NOT FOUND OR access.member_id() IS NULL OR NOT access.takes_part() THEN RETURN NULL; END IF;
    IF p.agreement <> '' AND agreed IS DISTINCT FROM p.agreement_version THEN
      RAISE EXCEPTION 'agreement_changed' USING ERRCODE = 'PL590';
    END IF;
    INSERT INTO public.mentee_requests (community_id, request_id, program_id, member_id, chooses, wishes, rules_out, answers,
        agreed_at, agreement_version, asked_at, promised_at)
      VALUES (p.community_id, its_id, program, access.member_id(), herself, her_wishes, not_with, her_answers,
        CASE WHEN p.agreement <> '' THEN moment END, CASE WHEN p.agreement <> '' THEN p.agreement_version END,
        moment, moment + make_interval(days => p.promise_days))
      ON CONFLICT (community_id, program_id, member_id) WHERE state IN ('waiting', 'matched') DO NOTHING
      RETURNING request_id INTO standing;
    IF standing IS NULL THEN
      SELECT r.request_id INTO standing FROM public.mentee_requests r WHERE r.community_id = p.community_id
        AND r.program_id = program AND r.member_id = access.member_id() AND r.state IN ('waiting', 'matched');
    ELSE
      PERFORM access.notify(ARRAY[]::uuid[], 'matches.asked', NULL, NULL, program, true, 'coordinators');
    END IF;
    RETURN standing;
  END $$;

-- What she wished for may change while she waits.
CREATE FUNCTION access.change_request(request uuid, herself boolean, her_wishes jsonb, not_with text[], her_answers jsonb)
  RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.mentee_requests r SET chooses = herself, wishes = her_wishes, rules_out = not_with, answers = her_answers
      WHERE r.community_id = access.community_id() AND r.request_id = request AND r.member_id = access.member_id()
        AND r.state = 'waiting' AND access.takes_part();
    RETURN FOUND; END $$;

-- Ends a proposal that waits. `its_end`: 'declined', 'lapsed', 'stopped', 'blocked'. Whoever had said yes is told kindly.
CREATE FUNCTION access.end_proposal(m public.matches, whom uuid, its_end text, moment timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.matches x SET state = 'declined', ended_at = moment, ended_by = whom, ended_as = its_end
      WHERE x.community_id = m.community_id AND x.match_id = m.match_id;
    IF m.mentee_yes_at IS NOT NULL AND m.mentee_id IS DISTINCT FROM whom AND its_end <> 'stopped' THEN
      PERFORM access.notify(ARRAY[m.mentee_id], 'matches.not-this-one', NULL, NULL, m.program_id, true);
    END IF;
    IF m.mentor_yes_at IS NOT NULL AND m.mentor_id IS DISTINCT FROM whom THEN
      PERFORM access.notify(ARRAY[m.mentor_id], CASE WHEN EXISTS (SELECT FROM public.programs p WHERE p.community_id = m.community_id
        AND p.program_id = m.program_id AND p.closed_at IS NOT NULL) THEN 'matches.program-closed' ELSE 'matches.went-elsewhere' END,
        NULL, NULL, m.program_id, true);
    END IF;
  END $$;

CREATE FUNCTION access.withdraw_request(request uuid, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches;
  BEGIN
    UPDATE public.mentee_requests r SET state = 'withdrawn', ended_at = moment WHERE r.community_id = access.community_id()
      AND r.request_id = request AND r.member_id = access.member_id() AND r.state = 'waiting';
    IF NOT FOUND THEN RETURN false; END IF;
    DELETE FROM public.mentee_notes n WHERE n.community_id = access.community_id() AND n.request_id = request;
    FOR m IN SELECT * FROM public.matches x WHERE x.community_id = access.community_id() AND x.request_id = request
      AND x.state = 'proposed' LOOP PERFORM access.end_proposal(m, access.member_id(), 'stopped', moment); END LOOP;
    RETURN true;
  END $$;

-- Two who parted, or of whom one said no, are not brought together again in the same program.
CREATE FUNCTION access.were_apart(program uuid, mentee uuid, mentor uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.matches m WHERE m.community_id = access.community_id() AND m.program_id = program
    AND m.mentee_id = mentee AND m.mentor_id = mentor
    AND (m.state = 'ended' OR m.state = 'declined' AND m.ended_as IN ('declined', 'lapsed', 'blocked'))); END $$;

-- Proposes one mentor to one mother: a coordinator to both, or she herself, which is her yes. Null: it does not stand
-- (answered meanwhile, withdrawn, not theirs); an exception 'mentor_full' when the place was taken.
CREATE FUNCTION access.propose_match(its_id uuid, request uuid, mentor uuid, its_score double precision, why jsonb,
    moment timestamptz, until timestamptz) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE r public.mentee_requests; herself boolean;
  BEGIN
    SELECT * INTO r FROM public.mentee_requests x WHERE x.community_id = access.community_id() AND x.request_id = request
      AND x.state = 'waiting' FOR UPDATE;
    herself := r.member_id = access.member_id();
    IF r.request_id IS NULL OR access.member_id() IS NULL OR NOT (herself AND r.chooses OR access.is_coordinator())
      OR NOT access.may_meet(r.member_id, mentor) OR access.were_apart(r.program_id, r.member_id, mentor)
      OR EXISTS (SELECT FROM public.programs p WHERE p.community_id = r.community_id AND p.program_id = r.program_id
        AND (p.closed_at IS NOT NULL OR p.opened_at IS NULL)) THEN RETURN NULL; END IF;
    INSERT INTO public.matches (community_id, match_id, program_id, request_id, mentee_id, mentor_id, proposed_by, proposed_at,
        answer_by, score, reasons, mentee_yes_at)
      VALUES (r.community_id, its_id, r.program_id, request, r.member_id, mentor, access.member_id(), moment, until, its_score,
        why, CASE WHEN herself THEN moment END) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF NOT herself THEN PERFORM access.notify(ARRAY[r.member_id], 'matches.proposed', NULL, NULL, its_id, true); END IF;
    PERFORM access.notify(ARRAY[mentor], 'matches.mentor-wanted', NULL, NULL, its_id, true);
    RETURN its_id;
  END $$;

-- Whatever was proposed to her or asks for her, without a word of who the other is.
CREATE FUNCTION access.my_proposals()
  RETURNS TABLE (match_id uuid, program_id uuid, program text, request_id uuid, as_mentor boolean, reasons jsonb,
    proposed_at timestamptz, answer_by timestamptz, said_yes boolean, chosen boolean,
    about text, experiences text[], languages text[], online boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT m.match_id, m.program_id, p.name, CASE WHEN m.mentee_id = access.member_id() THEN m.request_id END,
      m.mentor_id = access.member_id(),
      coalesce(m.reasons -> CASE WHEN m.mentor_id = access.member_id() THEN 'mentor' ELSE 'mentee' END, '[]'::jsonb),
      m.proposed_at, m.answer_by,
      CASE WHEN m.mentor_id = access.member_id() THEN m.mentor_yes_at ELSE m.mentee_yes_at END IS NOT NULL,
      m.proposed_by = m.mentee_id,
      CASE WHEN m.mentee_id = access.member_id() THEN o.about ELSE '' END,
      CASE WHEN m.mentee_id = access.member_id() THEN o.experiences ELSE '{}' END,
      CASE WHEN m.mentee_id = access.member_id() THEN o.languages ELSE '{}' END, o.online
    FROM public.matches m JOIN public.programs p USING (community_id, program_id)
    JOIN public.program_mentors o ON o.community_id = m.community_id AND o.program_id = m.program_id AND o.member_id = m.mentor_id
    WHERE m.community_id = access.community_id() AND access.member_id() IN (m.mentee_id, m.mentor_id) AND m.state = 'proposed'
      AND access.may_meet(m.mentee_id, m.mentor_id)
    ORDER BY m.proposed_at DESC, m.match_id; END $$;

-- Her yes or no. 'active' with both yeses (the circle of two is opened then), 'yes', 'no'; null when there is nothing to answer.
CREATE FUNCTION access.answer_match(its_id uuid, yes boolean, circle uuid, moment timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches; me uuid := access.member_id();
  BEGIN
    SELECT * INTO m FROM public.matches x WHERE x.community_id = access.community_id() AND x.match_id = its_id
      AND me IN (x.mentee_id, x.mentor_id);
    IF NOT FOUND THEN RETURN NULL; END IF;
    PERFORM FROM public.mentee_requests r WHERE r.community_id = m.community_id AND r.request_id = m.request_id FOR UPDATE;
    SELECT * INTO m FROM public.matches x WHERE x.community_id = m.community_id AND x.match_id = its_id AND x.state = 'proposed' FOR UPDATE;
    IF NOT FOUND OR NOT access.may_meet(m.mentee_id, m.mentor_id) THEN RETURN NULL; END IF;
    IF NOT yes THEN
      PERFORM access.end_proposal(m, me, 'declined', moment);
      RETURN 'no';
    END IF;
    IF NOT access.takes_part() THEN RETURN NULL; END IF;
    UPDATE public.matches x SET mentee_yes_at = CASE WHEN me = x.mentee_id THEN coalesce(x.mentee_yes_at, moment) ELSE x.mentee_yes_at END,
        mentor_yes_at = CASE WHEN me = x.mentor_id THEN coalesce(x.mentor_yes_at, moment) ELSE x.mentor_yes_at END
      WHERE x.community_id = m.community_id AND x.match_id = its_id RETURNING * INTO m;
    IF m.mentee_yes_at IS NULL OR m.mentor_yes_at IS NULL THEN RETURN 'yes'; END IF;
    PERFORM access.open_pair(m, circle, moment);
    RETURN 'active';
  END $$;

-- A hidden circle for the two of them, the mentor looking after it.
CREATE FUNCTION access.open_pair(m public.matches, circle uuid, moment timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE names text; zone text;
  BEGIN
    SELECT string_agg(left(x.display_name, 38), ' · ' ORDER BY x.member_id = m.mentor_id), max(coalesce(x.time_zone, c.time_zone))
      INTO names, zone FROM public.members x JOIN public.communities c USING (community_id)
      WHERE x.community_id = m.community_id AND x.member_id IN (m.mentee_id, m.mentor_id);
    INSERT INTO public.circles (community_id, circle_id, name, joining, cap, place, time_zone, created_by)
      VALUES (m.community_id, circle, names, 'hidden', 2, 'online', zone, m.mentor_id);
    INSERT INTO public.circle_members (community_id, circle_id, member_id) VALUES (m.community_id, circle, m.mentee_id);
    UPDATE public.matches x SET state = 'active', started_at = moment, circle_id = circle
      WHERE x.community_id = m.community_id AND x.match_id = m.match_id;
    UPDATE public.mentee_requests r SET state = 'matched' WHERE r.community_id = m.community_id AND r.request_id = m.request_id;
    PERFORM access.notify(ARRAY[m.mentee_id, m.mentor_id], 'matches.paired', NULL, NULL, m.match_id, true);
  END $$;

-- What the engine needs of those who wait. For the coordinators' rounds, or of a mother's own request.
CREATE FUNCTION access.mentees_waiting(program uuid, request uuid)
  RETURNS TABLE (request_id uuid, member_id uuid, chooses boolean, wishes jsonb, rules_out text[], her_answers jsonb,
    asked_at timestamptz, promised_at timestamptz, open boolean, stages jsonb, topics text[], languages text[], free text[],
    milestones_ended_at timestamptz, locale text, time_zone text, country text, region text,
    latitude double precision, longitude double precision, blocked uuid[], declined uuid[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT r.request_id, r.member_id, r.chooses, r.wishes, r.rules_out, r.answers, r.asked_at, r.promised_at,
      EXISTS (SELECT FROM public.matches m WHERE m.community_id = r.community_id AND m.request_id = r.request_id AND m.state = 'proposed'),
      coalesce(w.stages, '[]'), coalesce(w.topics, '{}'), coalesce(w.languages, '{}'), coalesce(w.free, '{}'),
      w.milestones_ended_at, x.locale, coalesce(x.time_zone, c.time_zone), w.country, w.region, w.latitude, w.longitude,
      ARRAY(SELECT o.member_id FROM public.program_mentors o WHERE o.community_id = r.community_id AND o.program_id = program
        AND o.member_id <> r.member_id AND NOT access.may_meet(r.member_id, o.member_id)),
      ARRAY(SELECT m.mentor_id FROM public.matches m WHERE m.community_id = r.community_id AND m.program_id = program
        AND m.mentee_id = r.member_id AND access.were_apart(program, r.member_id, m.mentor_id))
    FROM public.mentee_requests r JOIN public.members x USING (community_id, member_id)
    JOIN public.communities c USING (community_id)
    LEFT JOIN public.answers w USING (community_id, member_id)
    WHERE r.community_id = access.community_id() AND r.program_id = program AND r.state = 'waiting'
      AND CASE WHEN request IS NULL THEN access.is_coordinator() ELSE r.request_id = request AND r.member_id = access.member_id() END
      AND access.suspended_until(r.community_id, r.member_id) IS NULL
    ORDER BY r.asked_at, r.request_id; END $$;

-- And of the mentors of a program who may have room; told to the coordinators, and to whoever chooses among suggestions
-- for a request of her own (the server shows her neither names nor ids).
CREATE FUNCTION access.mentors_with_room(program uuid, request uuid)
  RETURNS TABLE (member_id uuid, about text, experiences text[], languages text[], free text[], online boolean,
    latitude double precision, longitude double precision, recovered_since text, traits jsonb, rules_out text[],
    her_answers jsonb, left_over int, trained boolean, time_zone text, stages jsonb, milestones_ended_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.is_coordinator() AND NOT EXISTS (SELECT FROM public.mentee_requests r WHERE r.community_id = access.community_id()
      AND r.request_id = request AND r.program_id = program AND r.member_id = access.member_id() AND r.state = 'waiting' AND r.chooses)
    THEN RETURN; END IF;
    RETURN QUERY
    SELECT o.member_id, o.about, o.experiences, o.languages, o.free, o.online, o.latitude, o.longitude, o.recovered_since,
      o.traits, o.rules_out, o.answers,
      CASE WHEN o.paused_at IS NOT NULL THEN 0 ELSE o.capacity - (SELECT count(*)::int FROM public.matches m
        WHERE m.community_id = o.community_id AND m.program_id = program AND m.mentor_id = o.member_id
          AND m.state IN ('proposed', 'active')) END,
      NOT EXISTS (SELECT FROM public.program_training t WHERE t.community_id = o.community_id AND t.program_id = program
        AND NOT EXISTS (SELECT FROM public.program_checks k WHERE k.community_id = o.community_id AND k.program_id = program
          AND k.member_id = o.member_id AND k.item_id = t.item_id)),
      coalesce(x.time_zone, c.time_zone), coalesce(w.stages, '[]'), w.milestones_ended_at
    FROM public.program_mentors o JOIN public.members x USING (community_id, member_id) JOIN public.communities c USING (community_id)
    LEFT JOIN public.answers w USING (community_id, member_id)
    JOIN public.programs p ON p.community_id = o.community_id AND p.program_id = o.program_id
    WHERE o.community_id = access.community_id() AND o.program_id = program AND o.state = 'approved'
      AND (p.agreement = '' OR o.agreement_version = p.agreement_version) -- who has yet to agree to newer words waits
      AND access.suspended_until(o.community_id, o.member_id) IS NULL
    ORDER BY o.member_id; END $$;

-- For the work by the clock: proposals nobody answered end, mothers whose promise is over are told how it stands.
CREATE FUNCTION access.move_matches_on(moment timestamptz, most int) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches; r public.mentee_requests; moved int := 0;
  BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN 0; END IF;
    FOR r IN SELECT q.* FROM public.mentee_requests q JOIN public.matches x USING (community_id, request_id)
        WHERE q.community_id = access.community_id() AND x.state = 'proposed' AND x.answer_by <= moment
        ORDER BY x.answer_by LIMIT most FOR UPDATE OF q SKIP LOCKED LOOP
      FOR m IN SELECT * FROM public.matches x WHERE x.community_id = r.community_id AND x.request_id = r.request_id
        AND x.state = 'proposed' AND x.answer_by <= moment LOOP
        PERFORM access.end_proposal(m, NULL, 'lapsed', moment); moved := moved + 1;
      END LOOP;
    END LOOP;
    FOR r IN UPDATE public.mentee_requests q SET told_at = moment WHERE (q.community_id, q.request_id) IN (
        SELECT y.community_id, y.request_id FROM public.mentee_requests y WHERE y.community_id = access.community_id()
          AND y.state = 'waiting' AND y.told_at IS NULL AND y.promised_at <= moment
        ORDER BY y.promised_at LIMIT most FOR UPDATE SKIP LOCKED) RETURNING q.* LOOP
      PERFORM access.notify(ARRAY[r.member_id], 'matches.takes-longer', NULL, NULL, r.program_id, true);
      PERFORM access.notify(ARRAY[]::uuid[], 'matches.overdue', NULL, NULL, r.program_id, true, 'coordinators');
      moved := moved + 1;
    END LOOP;
    RETURN moved;
  END $$;
CREATE FUNCTION access.communities_matching(moment timestamptz) RETURNS TABLE (community_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN; END IF;
    RETURN QUERY SELECT x.community_id FROM public.matches x WHERE x.state = 'proposed' AND x.answer_by <= moment
      UNION SELECT r.community_id FROM public.mentee_requests r WHERE r.state = 'waiting' AND r.told_at IS NULL AND r.promised_at <= moment;
  END $$;

-- Whoever blocks somebody is not brought together with her, and a pair ends there. What was only proposed ends as with any
-- other no, so that nobody reads a block out of silence.
CREATE FUNCTION access.part_pairs() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches;
  BEGIN
    PERFORM FROM public.mentee_requests r JOIN public.matches x USING (community_id, request_id)
      WHERE x.community_id = NEW.community_id AND x.state IN ('proposed', 'active')
        AND (x.mentee_id, x.mentor_id) IN ((NEW.blocker_id, NEW.blocked_id), (NEW.blocked_id, NEW.blocker_id))
      ORDER BY r.request_id FOR UPDATE OF r;
    FOR m IN SELECT * FROM public.matches x WHERE x.community_id = NEW.community_id AND x.state IN ('proposed', 'active')
        AND (x.mentee_id, x.mentor_id) IN ((NEW.blocker_id, NEW.blocked_id), (NEW.blocked_id, NEW.blocker_id)) LOOP
      IF m.state = 'proposed' THEN PERFORM access.end_proposal(m, NEW.blocker_id, 'blocked', now());
      ELSE UPDATE public.matches x SET state = 'ended', ended_at = now(), ended_by = NEW.blocker_id, ended_as = 'blocked'
        WHERE x.community_id = m.community_id AND x.match_id = m.match_id; END IF;
    END LOOP;
    RETURN NULL;
  END $$;

-- A pair that is no more (ended as a rematch or by a block, or one of the two has left) leaves her waiting again, in her
-- old place; one that was finished, or stopped by herself, closes what she asked. In a program that has closed meanwhile
-- nobody waits: she is told so, as those were who waited when it closed.
CREATE FUNCTION access.wait_again() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE closed boolean := EXISTS (SELECT FROM public.programs p WHERE p.community_id = OLD.community_id
      AND p.program_id = OLD.program_id AND p.closed_at IS NOT NULL);
    ends boolean := TG_OP = 'UPDATE' AND NEW.ended_as IN ('finished', 'stopped'); over boolean := ends OR closed;
  BEGIN
    IF closed AND NOT ends THEN
      PERFORM access.notify(ARRAY[OLD.mentee_id], 'programs.closed', NULL, NULL, OLD.program_id, true);
    END IF;
    UPDATE public.mentee_requests r SET state = CASE WHEN over THEN 'closed' ELSE 'waiting' END,
        ended_at = CASE WHEN over THEN now() END, told_at = NULL,
        promised_at = CASE WHEN over THEN r.promised_at ELSE now() + make_interval(days => p.promise_days) END
      FROM public.programs p WHERE p.community_id = r.community_id AND p.program_id = r.program_id
        AND r.community_id = OLD.community_id AND r.request_id = OLD.request_id AND r.state = 'matched';
    RETURN NULL;
  END $$;

-- A mentor who leaves the program takes back what was proposed with her.
CREATE FUNCTION access.mentor_leaves() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches;
  BEGIN
    FOR m IN SELECT * FROM public.matches x WHERE x.community_id = NEW.community_id AND x.program_id = NEW.program_id
      AND x.mentor_id = NEW.member_id AND x.state = 'proposed' LOOP
      PERFORM access.end_proposal(m, NEW.member_id, 'declined', now());
    END LOOP;
    RETURN NULL;
  END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['end_proposal(public.matches, uuid, text, timestamptz)', 'were_apart(uuid, uuid, uuid)',
    'open_pair(public.matches, uuid, timestamptz)', 'part_pairs()', 'wait_again()', 'mentor_leaves()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['ask_for_mentor(uuid, uuid, boolean, jsonb, text[], jsonb, int, timestamptz)',
    'change_request(uuid, boolean, jsonb, text[], jsonb)', 'withdraw_request(uuid, timestamptz)',
    'propose_match(uuid, uuid, uuid, double precision, jsonb, timestamptz, timestamptz)', 'my_proposals()',
    'answer_match(uuid, boolean, uuid, timestamptz)', 'mentees_waiting(uuid, uuid)', 'mentors_with_room(uuid, uuid)',
    'move_matches_on(timestamptz, int)', 'communities_matching(timestamptz)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION access.%s TO porchlight_app', f);
  END LOOP;
END $$;
RESET ROLE;

CREATE TRIGGER blocks_part_pairs AFTER INSERT ON blocks FOR EACH ROW EXECUTE FUNCTION access.part_pairs();
CREATE TRIGGER matches_over AFTER UPDATE ON matches FOR EACH ROW WHEN (OLD.state = 'active' AND NEW.state = 'ended')
  EXECUTE FUNCTION access.wait_again();
CREATE TRIGGER matches_gone AFTER DELETE ON matches FOR EACH ROW WHEN (OLD.state = 'active') EXECUTE FUNCTION access.wait_again();
CREATE TRIGGER program_mentors_leave AFTER UPDATE ON program_mentors FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.state IN ('left', 'declined')) EXECUTE FUNCTION access.mentor_leaves();

GRANT INSERT, UPDATE (sealed), DELETE ON mentee_notes TO porchlight_app;
CREATE POLICY writing ON mentee_notes FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND member_id = access.member_id() AND request_id IN (SELECT r.request_id FROM mentee_requests r
    WHERE r.community_id = access.community_id() AND r.member_id = access.member_id() AND r.state IN ('waiting', 'matched')));
CREATE POLICY changing ON mentee_notes FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY taking_back ON mentee_notes FOR DELETE TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
