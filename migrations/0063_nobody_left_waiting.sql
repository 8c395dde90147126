-- A mentor who stops leaves nobody behind; a worry leads to a call; the clock's work states itself; two who are family are
-- kept apart. See docs/decisions/0057.

-- Said that she stops once those she is with have finished: nobody new comes to her meanwhile.
ALTER TABLE program_mentors ADD COLUMN leaving_at timestamptz;
-- Her mentor stopped: whoever is left is matched before others. Over when her next pair begins.
ALTER TABLE mentee_requests ADD COLUMN handed_over_at timestamptz;
ALTER TABLE matches DROP CONSTRAINT matches_ended_as_check, ADD CONSTRAINT matches_ended_as_check
  CHECK (ended_as IN ('declined', 'lapsed', 'rematch', 'finished', 'stopped', 'blocked', 'mentor-left'));
-- What a mentor of this program does when she is worried, in its own words. Empty: the draft of its kind is shown.
ALTER TABLE programs ADD COLUMN safety text NOT NULL DEFAULT '' CHECK (length(safety) <= 4000);

-- A coordinator offers a call to somebody a mentor is worried about. Nothing follows from it but what she says herself.
CREATE TABLE callback_offers (
  community_id uuid NOT NULL,
  offer_id uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id uuid NOT NULL,
  match_id uuid NOT NULL,
  offered_at timestamptz NOT NULL,
  answer text CHECK (answer IN ('asked', 'no')),
  answered_at timestamptz,
  PRIMARY KEY (community_id, offer_id),
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, match_id) REFERENCES matches ON DELETE CASCADE
);
CREATE UNIQUE INDEX callback_offers_open ON callback_offers (community_id, member_id) WHERE answer IS NULL;
CREATE INDEX callback_offers_about ON callback_offers (community_id, match_id);

-- Family, or two who know each other well: never brought together by the community. `said_by`: who told us; null, a
-- coordinator.
CREATE TABLE kept_apart (
  community_id uuid NOT NULL,
  one_id uuid NOT NULL,
  other_id uuid NOT NULL,
  said_by uuid,
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, one_id, other_id),
  CHECK (one_id < other_id),
  FOREIGN KEY (community_id, one_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, other_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, said_by) REFERENCES members ON DELETE SET NULL (said_by)
);
CREATE INDEX kept_apart_other ON kept_apart (community_id, other_id);

-- What a mentor noted is hers: it stays when the mother is erased, without saying with whom.
ALTER TABLE pair_contacts ALTER COLUMN match_id DROP NOT NULL,
  DROP CONSTRAINT pair_contacts_community_id_match_id_fkey,
  ADD FOREIGN KEY (community_id, match_id) REFERENCES matches ON DELETE SET NULL (match_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['callback_offers', 'kept_apart'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO porchlight_app', t);
  END LOOP;
END $$;
-- An offer is hers to read; a coordinator learns what came of it by access.worries_in.
CREATE POLICY hers ON callback_offers FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
-- Who is kept from whom, coordinators see; she herself what she said.
CREATE POLICY coordinating ON kept_apart FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.is_coordinator()));
CREATE POLICY hers ON kept_apart FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND said_by = access.member_id());

SET ROLE porchlight_policy;
-- The clock's own work states itself (0056). Until now these answered whoever was not signed in, or anybody.
DO $$
DECLARE one text; was text; said text;
BEGIN
  FOREACH one IN ARRAY ARRAY['pairs_due(timestamptz, int)', 'move_pair(uuid, timestamptz)', 'mentors_to_be(timestamptz)',
      'communities_matching(timestamptz)', 'move_matches_on(timestamptz, int)', 'move_callbacks(timestamptz)',
      'call_turns_between(date, date)', 'tell_of_callbacks(uuid[], timestamptz)', 'lay_out_call_turns(date)',
      'forget_callbacks(timestamptz)'] LOOP
    was := pg_get_functiondef(('access.' || one)::regprocedure);
    said := replace(was, 'IF access.member_id() IS NOT NULL THEN', 'IF access.member_id() IS NOT NULL OR NOT access.in_job() THEN');
    IF said = was THEN RAISE EXCEPTION '% has another guard', one; END IF;
    EXECUTE said;
  END LOOP;
  FOREACH one IN ARRAY ARRAY['remind_of_turns(timestamptz)', 'ask_back_ups(timestamptz)', 'erase_ended_help(timestamptz)',
      'invite_to_mentor(timestamptz)'] LOOP
    was := pg_get_functiondef(('access.' || one)::regprocedure);
    said := regexp_replace(was, '\mBEGIN\M', format('BEGIN IF NOT access.in_job() THEN RETURN %s; END IF;',
      CASE WHEN one LIKE 'invite%' THEN 'false' ELSE '0' END));
    IF said = was THEN RAISE EXCEPTION '% has another body', one; END IF;
    EXECUTE said;
  END LOOP;
  -- She who stops once her pairs have finished is reminded like everybody: those she is with count on her.
  was := pg_get_functiondef('access.move_pair(uuid, timestamptz)'::regprocedure);
  said := replace(was, 'AND o.paused_at IS NOT NULL)', 'AND o.paused_at IS NOT NULL AND o.leaving_at IS NULL)');
  IF said = was THEN RAISE EXCEPTION 'move_pair has another pause'; END IF;
  EXECUTE said;
  -- Back from a rest, she stays.
  was := pg_get_functiondef('access.rest_as_mentor(uuid, boolean)'::regprocedure);
  said := replace(was, 'coalesce(m.paused_at, now()) END', 'coalesce(m.paused_at, now()) END,
      leaving_at = CASE WHEN resting THEN m.leaving_at END');
  IF said = was THEN RAISE EXCEPTION 'rest_as_mentor has another pause'; END IF;
  EXECUTE said;
END $$;
CREATE OR REPLACE FUNCTION access.callback_communities() RETURNS TABLE (community_id uuid, time_zone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT y.community_id, y.time_zone FROM public.communities y WHERE access.in_job()
    AND access.member_id() IS NULL
    AND EXISTS (SELECT FROM public.callbacks c WHERE c.community_id = y.community_id AND c.closed_at IS NULL); END $$;

-- What waits to be handed to the post. While the holder is suspended nothing is told in her calendars, and how helpers are
-- reached is not hers to read: it waits until she takes part again. What has been overtaken by its own hour is told to nobody.
CREATE OR REPLACE FUNCTION access.help_tellings_due(moment timestamptz, most int)
  RETURNS TABLE (community_id uuid, holder_id uuid, telling_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.in_job() THEN RETURN; END IF;
    RETURN QUERY SELECT t.community_id, c.holder_id, t.telling_id FROM public.help_tellings t
      JOIN public.help_calendars c USING (community_id, calendar_id)
      WHERE t.handed_at IS NULL AND t.due_at <= moment
        AND NOT (t.kind IN ('day', 'morning', 'ask') AND coalesce(t.starts_at <= moment, false))
        AND NOT EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = t.community_id AND s.member_id = c.holder_id
          AND s.kind = 'suspension' AND s.lifted_at IS NULL AND s.until > moment)
      ORDER BY t.due_at LIMIT most; END $$;

-- Family is kept apart wherever the community brings two together: by a program, by an ask, on the telephone.
CREATE OR REPLACE FUNCTION access.may_meet(one uuid, other uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN one <> other
    AND NOT EXISTS (SELECT FROM public.blocks b WHERE b.community_id = access.community_id()
      AND (b.blocker_id, b.blocked_id) IN ((one, other), (other, one)))
    AND NOT EXISTS (SELECT FROM public.mutes u WHERE u.community_id = access.community_id()
      AND (u.member_id, u.muted_id) IN ((one, other), (other, one)))
    AND NOT EXISTS (SELECT FROM public.kept_apart k WHERE k.community_id = access.community_id()
      AND k.one_id = least(one, other) AND k.other_id = greatest(one, other))
    AND NOT EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = access.community_id() AND s.member_id IN (one, other)
      AND s.kind = 'suspension' AND s.lifted_at IS NULL AND s.until > now()); END $$;

-- Keeps two apart, from now on: what was proposed between them ends like any other no, a call one had taken goes back.
CREATE FUNCTION access.put_apart(one uuid, other uuid, teller uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches;
  BEGIN
    PERFORM FROM public.mentee_requests r JOIN public.matches x USING (community_id, request_id)
      WHERE x.community_id = access.community_id() AND x.state = 'proposed'
        AND (x.mentee_id, x.mentor_id) IN ((one, other), (other, one)) ORDER BY r.request_id FOR UPDATE OF r;
    INSERT INTO public.kept_apart (community_id, one_id, other_id, said_by)
      VALUES (access.community_id(), least(one, other), greatest(one, other), teller) ON CONFLICT DO NOTHING;
    FOR m IN SELECT * FROM public.matches x WHERE x.community_id = access.community_id() AND x.state = 'proposed'
        AND (x.mentee_id, x.mentor_id) IN ((one, other), (other, one)) LOOP
      PERFORM access.end_proposal(m, NULL, 'lapsed', now());
    END LOOP;
    UPDATE public.callbacks c SET taken_by = NULL, taken_at = NULL, go_back_at = NULL
      WHERE c.community_id = access.community_id() AND c.closed_at IS NULL AND c.reached_at IS NULL
        AND (c.member_id, c.taken_by) IN ((one, other), (other, one));
  END $$;
CREATE FUNCTION access.keep_apart(one uuid, other uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.is_coordinator() OR one = other OR 2 <> (SELECT count(*) FROM public.members x
      WHERE x.community_id = access.community_id() AND x.member_id IN (one, other)) THEN RETURN false; END IF;
    PERFORM access.put_apart(one, other, NULL);
    RETURN true;
  END $$;
CREATE FUNCTION access.apart_no_more(one uuid, other uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    DELETE FROM public.kept_apart k WHERE access.is_coordinator() AND k.community_id = access.community_id()
      AND k.one_id = least(one, other) AND k.other_id = greatest(one, other);
    RETURN FOUND;
  END $$;
-- "We know each other", said when a pair parts: it holds in every program.
CREATE FUNCTION access.say_we_know(its_id uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches;
  BEGIN
    SELECT * INTO m FROM public.matches x WHERE x.community_id = access.community_id() AND x.match_id = its_id
      AND x.started_at IS NOT NULL AND access.member_id() IN (x.mentee_id, x.mentor_id);
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM access.put_apart(m.mentee_id, m.mentor_id, access.member_id());
    RETURN true;
  END $$;

-- The requests of all with whom a mentor is, or to whom she is proposed: first, and in one order, as everywhere.
-- `program` null: in every program.
CREATE FUNCTION access.hold_mentored(program uuid, mentor uuid) RETURNS uuid[]
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(SELECT r.request_id FROM public.mentee_requests r WHERE r.community_id = access.community_id()
    AND r.request_id IN (SELECT x.request_id FROM public.matches x WHERE x.community_id = access.community_id()
      AND x.mentor_id = mentor AND x.state IN ('proposed', 'active') AND (program IS NULL OR x.program_id = program))
    ORDER BY r.request_id FOR UPDATE); END $$;
-- Somebody was brought to her in the moment between: whoever asked takes hold once more.
CREATE FUNCTION access.holds_all_of(program uuid, mentor uuid, held uuid[]) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN NOT EXISTS (SELECT FROM public.matches x WHERE x.community_id = access.community_id()
    AND x.program_id = program AND x.mentor_id = mentor AND x.state IN ('proposed', 'active')
    AND x.request_id <> ALL (held)); END $$;
CREATE FUNCTION access.hand_over_pairs(program uuid, mentor uuid, whom uuid, moment timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ UPDATE public.matches x SET state = 'ended', ended_at = moment, ended_by = whom, ended_as = 'mentor-left'
    WHERE x.community_id = access.community_id() AND x.mentor_id = mentor AND x.state = 'active'
      AND (program IS NULL OR x.program_id = program) $$;

-- She stops being a mentor: 'now' hands over those she is with, 'after' once they have finished; whatever waits for her yes
-- is answered with a no either way. Resolves to what she was ('applied', 'approved'), 'leaving' (she is with somebody
-- still), 'again' (take hold once more), null: nothing of the kind.
CREATE FUNCTION access.stop_mentoring(program uuid, how text, moment timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id(); held uuid[]; was text; m public.matches;
  BEGIN
    IF me IS NULL OR how NOT IN ('now', 'after') THEN RETURN NULL; END IF;
    held := access.hold_mentored(program, me);
    SELECT o.state INTO was FROM public.program_mentors o WHERE o.community_id = here AND o.program_id = program
      AND o.member_id = me AND o.state IN ('applied', 'approved') FOR UPDATE;
    IF was IS NULL THEN RETURN NULL; END IF;
    IF NOT access.holds_all_of(program, me, held) THEN RETURN 'again'; END IF;
    IF how = 'after' AND EXISTS (SELECT FROM public.matches x WHERE x.community_id = here AND x.program_id = program
        AND x.mentor_id = me AND x.state = 'active') THEN
      UPDATE public.program_mentors o SET leaving_at = coalesce(o.leaving_at, moment), paused_at = coalesce(o.paused_at, moment)
        WHERE o.community_id = here AND o.program_id = program AND o.member_id = me;
      FOR m IN SELECT * FROM public.matches x WHERE x.community_id = here AND x.program_id = program AND x.mentor_id = me
        AND x.state = 'proposed' LOOP PERFORM access.end_proposal(m, me, 'declined', moment); END LOOP;
      RETURN 'leaving';
    END IF;
    PERFORM access.hand_over_pairs(program, me, me, moment);
    UPDATE public.program_mentors o SET state = 'left', paused_at = NULL, leaving_at = NULL, talks_with = NULL
      WHERE o.community_id = here AND o.program_id = program AND o.member_id = me;
    RETURN was;
  END $$;
DROP FUNCTION access.leave_as_mentor(uuid);

-- A coordinator ends somebody's time as a mentor: 'removed', 'again', 'yourself', 'absent'.
CREATE FUNCTION access.remove_mentor(program uuid, member uuid, moment timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id(); held uuid[];
  BEGIN
    IF NOT access.is_coordinator() THEN RETURN 'absent'; END IF;
    IF member = me THEN RETURN 'yourself'; END IF;
    held := access.hold_mentored(program, member);
    PERFORM FROM public.program_mentors o WHERE o.community_id = here AND o.program_id = program AND o.member_id = member
      AND o.state = 'approved' FOR UPDATE;
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    IF NOT access.holds_all_of(program, member, held) THEN RETURN 'again'; END IF;
    PERFORM access.hand_over_pairs(program, member, me, moment);
    UPDATE public.program_mentors o SET state = 'left', paused_at = NULL, leaving_at = NULL, decided_at = moment, decided_by = me
      WHERE o.community_id = here AND o.program_id = program AND o.member_id = member;
    PERFORM access.notify(ARRAY[member], 'programs.ended', NULL, NULL, program, true);
    RETURN 'removed';
  END $$;

-- A mentor who is suspended cannot be there: those she is with are handed over at once, and what was proposed ends. Of one
-- decided about under another name nobody may read who she is: there the silence is noticed by the clock.
CREATE FUNCTION access.suspended_mentor() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches;
  BEGIN
    PERFORM access.hold_mentored(NULL, NEW.member_id);
    PERFORM access.hand_over_pairs(NULL, NEW.member_id, NULL, now());
    FOR m IN SELECT * FROM public.matches x WHERE x.community_id = NEW.community_id AND x.mentor_id = NEW.member_id
      AND x.state = 'proposed' LOOP PERFORM access.end_proposal(m, NULL, 'lapsed', now()); END LOOP;
    RETURN NULL;
  END $$;

-- Her mentor stopped, or is gone from here: she is told kindly and is first in line, and coordinators learn of it. Runs
-- after access.wait_again, which set her waiting (or closed, in a program that takes nobody any more).
CREATE FUNCTION access.waits_first() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM public.members x WHERE x.community_id = OLD.community_id
      AND x.member_id = OLD.mentor_id) THEN RETURN NULL; END IF;
    UPDATE public.mentee_requests r SET handed_over_at = now() WHERE r.community_id = OLD.community_id
      AND r.request_id = OLD.request_id AND r.state = 'waiting';
    IF NOT FOUND THEN RETURN NULL; END IF;
    PERFORM access.notify(ARRAY[OLD.mentee_id], 'matches.waits-first', NULL, NULL, OLD.program_id, true);
    PERFORM access.notify('{}', 'matches.first-in-line', NULL, NULL, OLD.program_id, true, 'coordinators');
    RETURN NULL;
  END $$;
CREATE FUNCTION access.waits_no_more() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.mentee_requests r SET handed_over_at = NULL WHERE r.community_id = NEW.community_id
      AND r.request_id = NEW.request_id AND r.handed_over_at IS NOT NULL;
    RETURN NULL;
  END $$;
-- The last of those she wanted to finish with: now she has stopped, as she said. Her row is held while they are counted.
CREATE FUNCTION access.last_pair_over() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM FROM public.program_mentors o WHERE o.community_id = OLD.community_id AND o.program_id = OLD.program_id
      AND o.member_id = OLD.mentor_id AND o.state = 'approved' AND o.leaving_at IS NOT NULL FOR UPDATE;
    IF NOT FOUND OR EXISTS (SELECT FROM public.matches x WHERE x.community_id = OLD.community_id
      AND x.program_id = OLD.program_id AND x.mentor_id = OLD.mentor_id AND x.state = 'active') THEN RETURN NULL; END IF;
    UPDATE public.program_mentors o SET state = 'left', paused_at = NULL, leaving_at = NULL
      WHERE o.community_id = OLD.community_id AND o.program_id = OLD.program_id AND o.member_id = OLD.mentor_id;
    PERFORM access.notify(ARRAY[OLD.mentor_id], 'programs.thanks', NULL, NULL, OLD.program_id, true);
    PERFORM access.notify('{}', 'programs.left', NULL, NULL, OLD.program_id, true, 'coordinators');
    RETURN NULL;
  END $$;

-- Of two of whom one has gone, the room is called by the other's name alone, and what was told of them leads nowhere.
CREATE FUNCTION access.match_forgets() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    DELETE FROM public.notifications n WHERE n.community_id = OLD.community_id AND n.member_id IN (OLD.mentee_id, OLD.mentor_id)
      AND n.subject_id = OLD.match_id;
    UPDATE public.circles c SET name = left(x.display_name, 38) FROM public.members x
      WHERE c.community_id = OLD.community_id AND c.circle_id = OLD.circle_id AND c.joining = 'hidden' AND c.cap = 2
        AND x.community_id = OLD.community_id AND x.member_id IN (OLD.mentee_id, OLD.mentor_id)
        AND 1 = (SELECT count(*) FROM public.members y WHERE y.community_id = OLD.community_id
          AND y.member_id IN (OLD.mentee_id, OLD.mentor_id));
    RETURN NULL;
  END $$;
-- What she gave and received, in minutes, over all her pairs: for her alone. Given stays hers when the other is erased.
CREATE OR REPLACE FUNCTION access.my_hours() RETURNS TABLE (given int, received int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT coalesce((SELECT sum(c.minutes) FROM public.pair_contacts c WHERE c.community_id = access.community_id()
        AND c.member_id = access.member_id()), 0)::int,
      coalesce((SELECT sum(c.minutes) FROM public.matches m JOIN public.pair_contacts c USING (community_id, match_id)
        WHERE m.community_id = access.community_id() AND m.mentee_id = access.member_id()), 0)::int; END $$;

-- The worries of a program that wait, for its coordinators: whether she was offered a call, and what she said to it.
CREATE FUNCTION access.worries_in(program uuid) RETURNS TABLE (match_id uuid, offered_at timestamptz, answer text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.is_coordinator() THEN RETURN; END IF;
    RETURN QUERY SELECT DISTINCT ON (o.match_id) o.match_id, o.offered_at, o.answer FROM public.callback_offers o
      JOIN public.matches m USING (community_id, match_id)
      JOIN public.pair_watch w USING (community_id, match_id)
      WHERE o.community_id = access.community_id() AND m.program_id = program AND m.state = 'active'
        AND w.worry_met_at IS NULL AND o.offered_at >= w.worried_at
      ORDER BY o.match_id, o.offered_at DESC; END $$;
-- She is told, quietly, that somebody would like to call her. Once while she has not said anything to it.
CREATE FUNCTION access.offer_callback(its_id uuid, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches;
  BEGIN
    SELECT x.* INTO m FROM public.matches x JOIN public.pair_watch w USING (community_id, match_id)
      WHERE x.community_id = access.community_id() AND x.match_id = its_id AND x.state = 'active' AND access.is_coordinator()
        AND w.worried_at IS NOT NULL AND w.worry_met_at IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    INSERT INTO public.callback_offers AS o (community_id, member_id, match_id, offered_at)
      VALUES (m.community_id, m.mentee_id, its_id, moment)
      ON CONFLICT (community_id, member_id) WHERE answer IS NULL DO UPDATE SET match_id = its_id, offered_at = moment;
    PERFORM access.notify(ARRAY[m.mentee_id], 'callbacks.offered', NULL, NULL, NULL, true);
    RETURN true;
  END $$;
-- "No, thank you."
CREATE FUNCTION access.decline_callback() RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.callback_offers o SET answer = 'no', answered_at = now() WHERE o.community_id = access.community_id()
      AND o.member_id = access.member_id() AND o.answer IS NULL;
    RETURN FOUND;
  END $$;
CREATE FUNCTION access.asked_as_offered() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.callback_offers o SET answer = 'asked', answered_at = now() WHERE o.community_id = NEW.community_id
      AND o.member_id = NEW.member_id AND o.answer IS NULL;
    RETURN NULL;
  END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['put_apart(uuid, uuid, uuid)', 'hold_mentored(uuid, uuid)', 'holds_all_of(uuid, uuid, uuid[])',
    'hand_over_pairs(uuid, uuid, uuid, timestamptz)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['keep_apart(uuid, uuid)', 'apart_no_more(uuid, uuid)', 'say_we_know(uuid)',
    'stop_mentoring(uuid, text, timestamptz)', 'remove_mentor(uuid, uuid, timestamptz)', 'worries_in(uuid)',
    'offer_callback(uuid, timestamptz)', 'decline_callback()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION access.%s TO porchlight_app', f);
  END LOOP;
END $$;
RESET ROLE;

CREATE TRIGGER sanctions_mentor AFTER INSERT ON sanctions FOR EACH ROW WHEN (NEW.kind = 'suspension' AND NOT NEW.anonymous)
  EXECUTE FUNCTION access.suspended_mentor();
-- By name after matches_over and matches_gone, which set her waiting.
CREATE TRIGGER matches_waits_first AFTER UPDATE ON matches FOR EACH ROW
  WHEN (OLD.state = 'active' AND NEW.state = 'ended' AND NEW.ended_as = 'mentor-left') EXECUTE FUNCTION access.waits_first();
CREATE TRIGGER matches_waits_first_gone AFTER DELETE ON matches FOR EACH ROW WHEN (OLD.state = 'active')
  EXECUTE FUNCTION access.waits_first();
CREATE TRIGGER matches_waits_no_more AFTER UPDATE OF state ON matches FOR EACH ROW
  WHEN (OLD.state <> 'active' AND NEW.state = 'active') EXECUTE FUNCTION access.waits_no_more();
CREATE TRIGGER matches_wind_up AFTER UPDATE ON matches FOR EACH ROW WHEN (OLD.state = 'active' AND NEW.state = 'ended')
  EXECUTE FUNCTION access.last_pair_over();
CREATE TRIGGER matches_wind_up_gone AFTER DELETE ON matches FOR EACH ROW WHEN (OLD.state = 'active')
  EXECUTE FUNCTION access.last_pair_over();
CREATE TRIGGER matches_forget AFTER DELETE ON matches FOR EACH ROW EXECUTE FUNCTION access.match_forgets();
CREATE TRIGGER callbacks_as_offered AFTER INSERT ON callbacks FOR EACH ROW EXECUTE FUNCTION access.asked_as_offered();
-- As in 0009: a trigger's function is for our tables alone.
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.suspended_mentor(), access.waits_first(), access.waits_no_more(), access.last_pair_over(),
  access.asked_as_offered(), access.match_forgets() FROM PUBLIC;
RESET ROLE;
