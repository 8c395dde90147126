-- Two whom a mentoring program brought together: that they were in touch, silence that somebody notices, an end without
-- fault, a close with thanks. What is kept is when, never what about. See docs/decisions/0053.

-- How one pair stands. `since`: the contact, or the beginning, from which the present wait is counted.
CREATE TABLE pair_watch (
  community_id uuid NOT NULL,
  match_id uuid NOT NULL,
  step text NOT NULL DEFAULT 'calm' CHECK (step IN ('calm', 'mentor', 'mentee', 'coordinator')),
  since timestamptz NOT NULL,
  due_at timestamptz,                          -- when it is looked at next; null: it is over
  rests_until timestamptz,                     -- the mentor said "not this month", and until when
  closing_at timestamptz,                      -- when the two are asked: go on, or close?
  closing_asked_at timestamptz,
  stays boolean NOT NULL DEFAULT false,        -- their room stays open after the end
  worried_at timestamptz,                      -- the mentor is worried and would like a coordinator to call
  worry_met_at timestamptz,                    -- a coordinator did
  mentor_said_at timestamptz,                  -- when each looked back on it; what she said is only counted
  mentee_said_at timestamptz,
  PRIMARY KEY (community_id, match_id),
  FOREIGN KEY (community_id, match_id) REFERENCES matches ON DELETE CASCADE
);
CREATE INDEX pair_watch_due ON pair_watch (least(due_at, closing_at)) WHERE due_at IS NOT NULL;

-- That they were in touch. Length, way and mood are for whoever noted it; the mood is sealed under her own key.
CREATE TABLE pair_contacts (
  community_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  match_id uuid NOT NULL,
  member_id uuid NOT NULL,                     -- who noted it
  on_day date NOT NULL,
  way text CHECK (way IN ('call', 'message', 'in-person')),  -- null: a mentee's "we talked"
  minutes int CHECK (minutes BETWEEN 1 AND 600),
  sealed text CHECK (length(sealed) <= 400),
  noted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, contact_id),
  CHECK (on_day <= noted_at::date + 1),
  FOREIGN KEY (community_id, match_id) REFERENCES matches ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX pair_contacts_of ON pair_contacts (community_id, match_id, on_day);
CREATE INDEX pair_contacts_by ON pair_contacts (community_id, member_id);
-- Two taps on "we talked" are one.
CREATE UNIQUE INDEX pair_contacts_once ON pair_contacts (community_id, match_id, member_id, on_day) WHERE way IS NULL;

-- What was done about a silence, each step once.
CREATE TABLE pair_nudges (
  community_id uuid NOT NULL,
  match_id uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('mentor', 'mentee', 'coordinator', 'closing')),
  since timestamptz NOT NULL,
  nudged_at timestamptz NOT NULL,
  answer text CHECK (answer IN ('yes', 'not-yet', 'someone-else')),  -- of the mentee
  answered_at timestamptz,
  PRIMARY KEY (community_id, match_id, what, since),
  FOREIGN KEY (community_id, match_id) REFERENCES matches ON DELETE CASCADE
);

-- Why pairs ended and how they looked back on it: numbers that lead to nobody.
CREATE TABLE pair_tallies (
  community_id uuid NOT NULL,
  program_id uuid NOT NULL,
  side text NOT NULL CHECK (side IN ('mentee', 'mentor')),
  asked text NOT NULL CHECK (asked ~ '^[a-z-]{1,30}$'),
  answer text NOT NULL CHECK (answer ~ '^[a-z-]{1,30}$'),
  times int NOT NULL DEFAULT 1 CHECK (times > 0),
  PRIMARY KEY (community_id, program_id, side, asked, answer),
  FOREIGN KEY (community_id, program_id) REFERENCES programs ON DELETE CASCADE
);

-- "You have been there now": asked a year on, once, or again after a while when she said "not now".
CREATE TABLE mentor_invitations (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  program_id uuid NOT NULL,
  invited_at timestamptz NOT NULL,
  answer text CHECK (answer IN ('later', 'never')),
  again_at timestamptz,
  PRIMARY KEY (community_id, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, program_id) REFERENCES programs ON DELETE CASCADE
);
CREATE INDEX matches_over_since ON matches (ended_at) WHERE ended_as = 'finished';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['pair_watch', 'pair_contacts', 'pair_nudges', 'pair_tallies', 'mentor_invitations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- Her own notes of contact; the other learns of a day, by access.pair_days, and nobody of a mood.
GRANT SELECT, DELETE ON pair_contacts TO porchlight_app;
GRANT INSERT (community_id, contact_id, match_id, member_id, on_day, way, minutes, sealed) ON pair_contacts TO porchlight_app;
CREATE POLICY hers ON pair_contacts FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY taking_back ON pair_contacts FOR DELETE TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
-- The mentor says how and how long, the mentee that it was.
CREATE POLICY noting ON pair_contacts FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND member_id = access.member_id() AND (SELECT access.takes_part()) AND EXISTS (SELECT FROM matches m
    WHERE m.community_id = pair_contacts.community_id AND m.match_id = pair_contacts.match_id AND m.state = 'active'
      AND on_day >= m.started_at::date - 1
      AND (m.mentor_id = access.member_id() AND way IS NOT NULL
        OR m.mentee_id = access.member_id() AND way IS NULL AND minutes IS NULL AND sealed IS NULL)));
-- How a pair is watched, and what was counted: no policy shows a row of it, functions tell what may be told.
GRANT SELECT ON pair_watch, pair_tallies TO porchlight_app;
GRANT SELECT ON mentor_invitations TO porchlight_app;
CREATE POLICY hers ON mentor_invitations FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
GRANT SELECT ON pair_nudges TO porchlight_app;
CREATE POLICY coordinating ON pair_nudges FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.is_coordinator()));

SET ROLE porchlight_policy;
-- When the two were in touch: what either noted, and what the mentor wrote in their room (when, never what). What the
-- mentee writes there is no answer to her, so it is no contact by itself.
CREATE FUNCTION access.contacts_of(m public.matches) RETURNS SETOF timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
    SELECT least(c.noted_at, (c.on_day + 1)::timestamp AT TIME ZONE 'UTC') FROM public.pair_contacts c
      WHERE c.community_id = m.community_id AND c.match_id = m.match_id
    UNION ALL SELECT p.created_at FROM public.posts t JOIN public.posts p
        ON p.community_id = t.community_id AND p.thread_id = t.thread_id
      WHERE t.community_id = m.community_id AND t.circle_id = m.circle_id AND t.thread_id = t.post_id
        AND p.author_id = m.mentor_id AND p.removed_at IS NULL AND p.created_at >= m.started_at $$;

CREATE FUNCTION access.patience_of(m public.matches, contact timestamptz) RETURNS interval
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT CASE WHEN contact IS NULL THEN make_interval(hours => p.first_contact_hours)
      ELSE make_interval(days => 2 * p.cadence_days) END
    FROM public.programs p WHERE p.community_id = m.community_id AND p.program_id = m.program_id $$;

-- A pair is looked after from its first moment.
CREATE FUNCTION access.pair_begins() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.pair_watch (community_id, match_id, since, due_at, closing_at)
      SELECT NEW.community_id, NEW.match_id, NEW.started_at, NEW.started_at + make_interval(hours => p.first_contact_hours),
        NEW.started_at + make_interval(weeks => p.weeks)
      FROM public.programs p WHERE p.community_id = NEW.community_id AND p.program_id = NEW.program_id ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
-- However it ends: nobody is nudged any more, and their room is read only unless they stay in touch.
CREATE FUNCTION access.pair_over() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE keeps boolean := false;
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      UPDATE public.pair_watch w SET due_at = NULL, closing_at = NULL, rests_until = NULL
        WHERE w.community_id = NEW.community_id AND w.match_id = NEW.match_id RETURNING w.stays INTO keeps;
    END IF;
    IF keeps IS NOT TRUE THEN
      UPDATE public.circles c SET archived_at = now(), in_change = true WHERE c.community_id = OLD.community_id
        AND c.circle_id = OLD.circle_id AND c.archived_at IS NULL AND c.closed_at IS NULL AND c.joining = 'hidden' AND c.cap = 2;
    END IF;
    -- Whoever is left is told, when the other has gone from here altogether.
    IF TG_OP = 'DELETE' AND 1 = (SELECT count(*) FROM public.members x WHERE x.community_id = OLD.community_id
        AND x.member_id IN (OLD.mentee_id, OLD.mentor_id)) THEN
      PERFORM access.notify(ARRAY[OLD.mentee_id, OLD.mentor_id], 'mentoring.other-left', NULL, NULL, NULL, true);
    END IF;
    RETURN NULL;
  END $$;

-- For the work by the clock: where a member is asking, these two do nothing.
CREATE FUNCTION access.pairs_due(moment timestamptz, most int) RETURNS TABLE (community_id uuid, match_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN; END IF;
    RETURN QUERY SELECT w.community_id, w.match_id FROM public.pair_watch w
      WHERE w.due_at IS NOT NULL AND least(w.due_at, w.closing_at) <= moment
      ORDER BY least(w.due_at, w.closing_at), w.match_id LIMIT most; END $$;

-- Looks at one pair. Its row is held while contact is looked for, so of two servers one tells and the other finds it done.
-- Resolves to what was done: 'mentor', 'mentee', 'coordinator', 'closing', 'calm'; null: nothing was due.
CREATE FUNCTION access.move_pair(its_id uuid, moment timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE w public.pair_watch; m public.matches; contact timestamptz; from_then timestamptz; until timestamptz; turn text;
  BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN NULL; END IF;
    SELECT * INTO w FROM public.pair_watch x WHERE x.community_id = access.community_id() AND x.match_id = its_id
      AND x.due_at IS NOT NULL AND least(x.due_at, x.closing_at) <= moment FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    SELECT * INTO m FROM public.matches x WHERE x.community_id = w.community_id AND x.match_id = its_id;
    IF w.closing_at <= moment THEN
      UPDATE public.pair_watch x SET closing_at = NULL, closing_asked_at = moment
        WHERE x.community_id = w.community_id AND x.match_id = its_id;
      INSERT INTO public.pair_nudges (community_id, match_id, what, since, nudged_at)
        VALUES (w.community_id, its_id, 'closing', w.closing_at, moment) ON CONFLICT DO NOTHING;
      PERFORM access.notify(ARRAY[m.mentee_id, m.mentor_id], 'mentoring.weeks-over', NULL, NULL, its_id, true);
      RETURN 'closing';
    END IF;
    SELECT max(c) INTO contact FROM access.contacts_of(m) c WHERE c <= moment;
    from_then := coalesce(contact, m.started_at);
    until := greatest(from_then + access.patience_of(m, contact), w.rests_until);
    IF until > moment THEN
      UPDATE public.pair_watch x SET step = 'calm', since = from_then, due_at = until
        WHERE x.community_id = w.community_id AND x.match_id = its_id;
      RETURN 'calm';
    END IF;
    -- One who pauses is not nudged; whoever waits for her is asked all the same.
    turn := CASE WHEN w.since = from_then AND w.step <> 'calm' THEN CASE w.step WHEN 'mentor' THEN 'mentee' ELSE 'coordinator' END
      WHEN EXISTS (SELECT FROM public.program_mentors o WHERE o.community_id = m.community_id AND o.program_id = m.program_id
        AND o.member_id = m.mentor_id AND o.paused_at IS NOT NULL) THEN 'mentee' ELSE 'mentor' END;
    UPDATE public.pair_watch x SET step = turn, since = from_then, due_at = moment + interval '1 day'
      WHERE x.community_id = w.community_id AND x.match_id = its_id;
    INSERT INTO public.pair_nudges (community_id, match_id, what, since, nudged_at)
      VALUES (w.community_id, its_id, turn, from_then, moment) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN turn; END IF; -- it was done, and stays with the coordinator
    IF turn = 'coordinator' THEN
      PERFORM access.notify('{}', 'mentoring.quiet', NULL, NULL, m.program_id, true, 'coordinators');
    ELSE
      PERFORM access.notify(ARRAY[CASE turn WHEN 'mentor' THEN m.mentor_id ELSE m.mentee_id END],
        CASE turn WHEN 'mentor' THEN 'mentoring.may-be-waiting' ELSE 'mentoring.in-touch' END, NULL, NULL, its_id, true);
    END IF;
    RETURN turn;
  END $$;

-- How her pairs stand, for either of the two. `asks`: she has been asked whether they are in touch, and has not said.
CREATE FUNCTION access.my_pairs() RETURNS TABLE (match_id uuid, last_day date, rests_until timestamptz,
    closing_asked_at timestamptz, asks boolean, said boolean, stays boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT w.match_id, (SELECT max(c) FROM access.contacts_of(m) c)::date, w.rests_until, w.closing_asked_at,
      m.state = 'active' AND w.step <> 'calm' AND m.mentee_id = access.member_id() AND EXISTS (SELECT FROM public.pair_nudges n
        WHERE n.community_id = w.community_id AND n.match_id = w.match_id AND n.what = 'mentee' AND n.since = w.since
          AND n.answer IS NULL),
      CASE WHEN m.mentor_id = access.member_id() THEN w.mentor_said_at ELSE w.mentee_said_at END IS NOT NULL, w.stays
    FROM public.pair_watch w JOIN public.matches m USING (community_id, match_id)
    WHERE w.community_id = access.community_id() AND access.member_id() IN (m.mentee_id, m.mentor_id); END $$;

-- On which days contact was noted, and by which of the two; for both, and nothing else of it.
CREATE FUNCTION access.pair_days(its_id uuid, most int) RETURNS TABLE (on_day date, mine boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT DISTINCT c.on_day, c.member_id = access.member_id() FROM public.pair_contacts c
      JOIN public.matches m USING (community_id, match_id)
    WHERE c.community_id = access.community_id() AND c.match_id = its_id AND access.member_id() IN (m.mentee_id, m.mentor_id)
    ORDER BY 1 DESC, 2 DESC LIMIT most; END $$;

-- What she gave and received, in minutes, over all her pairs: for her alone.
CREATE FUNCTION access.my_hours() RETURNS TABLE (given int, received int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT coalesce(sum(c.minutes) FILTER (WHERE m.mentor_id = access.member_id()), 0)::int,
      coalesce(sum(c.minutes) FILTER (WHERE m.mentee_id = access.member_id()), 0)::int
    FROM public.matches m JOIN public.pair_contacts c USING (community_id, match_id)
    WHERE m.community_id = access.community_id() AND access.member_id() IN (m.mentee_id, m.mentor_id) AND c.minutes IS NOT NULL; END $$;

CREATE FUNCTION access.count_said(m public.matches, whose text, its_question text, its_answer text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ INSERT INTO public.pair_tallies AS t (community_id, program_id, side, asked, answer)
    VALUES (m.community_id, m.program_id, whose, its_question, its_answer)
    ON CONFLICT (community_id, program_id, side, asked, answer) DO UPDATE SET times = t.times + 1 $$;

-- Ends a pair: 'rematch' (no fault: the mother waits again, in her old place), 'finished', or 'stopped'. By either of the
-- two, or by a coordinator. Nobody is asked why; what was said of it is counted. False when there is nothing to end.
CREATE FUNCTION access.end_pair(its_id uuid, how text, because text[], stay boolean, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches; me uuid := access.member_id(); whose text; said text;
  BEGIN
    IF how NOT IN ('rematch', 'finished', 'stopped') THEN RETURN false; END IF;
    PERFORM FROM public.mentee_requests r JOIN public.matches x USING (community_id, request_id)
      WHERE x.community_id = access.community_id() AND x.match_id = its_id FOR UPDATE OF r; -- the request first, as everywhere
    SELECT * INTO m FROM public.matches x WHERE x.community_id = access.community_id() AND x.match_id = its_id
      AND x.state = 'active' AND me IS NOT NULL AND (me IN (x.mentee_id, x.mentor_id) OR access.is_coordinator()) FOR UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    whose := CASE me WHEN m.mentee_id THEN 'mentee' WHEN m.mentor_id THEN 'mentor' END;
    -- Only a mother closes what she asked; a mentor closes with her when the weeks are over, and hands over before.
    IF whose = 'mentor' AND (how = 'stopped' OR how = 'finished' AND NOT EXISTS (SELECT FROM public.programs p
        WHERE p.community_id = m.community_id AND p.program_id = m.program_id
          AND m.started_at + make_interval(weeks => p.weeks) <= moment)) THEN RETURN false; END IF;
    IF whose IS NOT NULL THEN
      FOR said IN SELECT DISTINCT x FROM unnest(because) x WHERE x IN ('hours', 'language', 'distance', 'click', 'pause') LOOP
        PERFORM access.count_said(m, whose, 'because', said);
      END LOOP;
    END IF;
    UPDATE public.pair_watch w SET stays = stay AND how = 'finished' WHERE w.community_id = m.community_id AND w.match_id = its_id;
    UPDATE public.matches x SET state = 'ended', ended_at = moment, ended_by = me, ended_as = how
      WHERE x.community_id = m.community_id AND x.match_id = its_id;
    UPDATE public.mentee_requests r SET state = CASE how WHEN 'rematch' THEN 'waiting' ELSE 'closed' END, told_at = NULL,
        ended_at = CASE WHEN how <> 'rematch' THEN moment END,
        promised_at = CASE how WHEN 'rematch' THEN moment + make_interval(days => p.promise_days) ELSE r.promised_at END
      FROM public.programs p WHERE p.community_id = r.community_id AND p.program_id = r.program_id
        AND r.community_id = m.community_id AND r.request_id = m.request_id AND (r.state = 'matched' OR r.ended_at IS NULL);
    PERFORM access.notify(array_remove(ARRAY[m.mentee_id, m.mentor_id], me),
      CASE how WHEN 'finished' THEN 'mentoring.finished' ELSE 'mentoring.parted' END, NULL, NULL, its_id, true);
    RETURN true;
  END $$;

-- How she looks back on it: counted once for each of the two, and kept nowhere. `said`: {question: answer}.
CREATE FUNCTION access.look_back(its_id uuid, said jsonb, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches; whose text; one record;
  BEGIN
    SELECT * INTO m FROM public.matches x WHERE x.community_id = access.community_id() AND x.match_id = its_id
      AND access.member_id() IN (x.mentee_id, x.mentor_id) AND x.started_at IS NOT NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    whose := CASE access.member_id() WHEN m.mentee_id THEN 'mentee' ELSE 'mentor' END;
    UPDATE public.pair_watch w SET mentor_said_at = CASE whose WHEN 'mentor' THEN moment ELSE w.mentor_said_at END,
        mentee_said_at = CASE whose WHEN 'mentee' THEN moment ELSE w.mentee_said_at END
      WHERE w.community_id = m.community_id AND w.match_id = its_id
        AND CASE whose WHEN 'mentor' THEN w.mentor_said_at ELSE w.mentee_said_at END IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    FOR one IN SELECT key, value FROM jsonb_each_text(said) WHERE key IN ('helped', 'often', 'again') LOOP
      PERFORM access.count_said(m, whose, one.key, one.value);
    END LOOP;
    RETURN true;
  END $$;

-- The weeks are over and one of them would like to go on: both are asked again after four more.
CREATE FUNCTION access.go_on_together(its_id uuid, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.pair_watch w SET closing_asked_at = NULL, closing_at = moment + interval '28 days'
      FROM public.matches m WHERE m.community_id = w.community_id AND m.match_id = w.match_id AND w.community_id = access.community_id()
        AND w.match_id = its_id AND m.state = 'active' AND access.member_id() IN (m.mentee_id, m.mentor_id)
        AND w.closing_asked_at IS NOT NULL;
    RETURN FOUND;
  END $$;

-- The mentee's word on whether they are in touch. "Not yet" brings it to the coordinators now, not tomorrow.
CREATE FUNCTION access.answer_silence(its_id uuid, said text, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.matches;
  BEGIN
    SELECT * INTO m FROM public.matches x WHERE x.community_id = access.community_id() AND x.match_id = its_id
      AND x.mentee_id = access.member_id() AND x.state = 'active';
    IF NOT FOUND THEN RETURN false; END IF;
    IF said NOT IN ('yes', 'not-yet', 'someone-else') THEN RETURN false; END IF;
    UPDATE public.pair_nudges n SET answer = said, answered_at = moment FROM public.pair_watch w
      WHERE w.community_id = m.community_id AND w.match_id = its_id AND n.community_id = m.community_id AND n.match_id = its_id
        AND n.what = 'mentee' AND n.since = w.since AND n.answer IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    IF said = 'not-yet' THEN
      UPDATE public.pair_watch w SET due_at = least(w.due_at, moment) WHERE w.community_id = m.community_id AND w.match_id = its_id;
    END IF;
    RETURN true;
  END $$;

-- "Not this month": nobody new comes to her in this program. Those she keeps are told until when; those she hands over
-- go back to their place, without fault, by access.end_pair.
CREATE FUNCTION access.rest_from_mentoring(program uuid, keep uuid[], until timestamptz, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE kept record;
  BEGIN
    UPDATE public.program_mentors o SET paused_at = coalesce(o.paused_at, moment) WHERE o.community_id = access.community_id()
      AND o.program_id = program AND o.member_id = access.member_id() AND o.state = 'approved';
    IF NOT FOUND THEN RETURN false; END IF;
    FOR kept IN UPDATE public.pair_watch w SET rests_until = until, due_at = greatest(w.due_at, until) FROM public.matches m
        WHERE m.community_id = w.community_id AND m.match_id = w.match_id AND w.community_id = access.community_id()
          AND w.match_id = ANY (keep) AND m.program_id = program AND m.mentor_id = access.member_id() AND m.state = 'active'
        RETURNING m.mentee_id, m.match_id LOOP
      PERFORM access.notify(ARRAY[kept.mentee_id], 'mentoring.rests', NULL, NULL, kept.match_id, true);
    END LOOP;
    RETURN true;
  END $$;

-- The mentor is worried and asks the coordinators to call her. Not about what.
CREATE FUNCTION access.ask_coordinator(its_id uuid, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE program uuid;
  BEGIN
    UPDATE public.pair_watch w SET worried_at = moment, worry_met_at = NULL FROM public.matches m
      WHERE m.community_id = w.community_id AND m.match_id = w.match_id AND w.community_id = access.community_id()
        AND w.match_id = its_id AND m.mentor_id = access.member_id() AND m.state = 'active' RETURNING m.program_id INTO program;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM access.notify('{}', 'mentoring.worried', NULL, NULL, program, true, 'coordinators');
    RETURN true;
  END $$;
CREATE FUNCTION access.meet_worry(its_id uuid, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.pair_watch w SET worry_met_at = moment WHERE w.community_id = access.community_id() AND w.match_id = its_id
      AND access.is_coordinator() AND w.worried_at IS NOT NULL AND w.worry_met_at IS NULL;
    RETURN FOUND;
  END $$;

-- For the coordinators: how each pair of a program stands, by dates alone. `hers`: both have been asked, and it is quiet still.
CREATE FUNCTION access.pairs_in(program uuid, moment timestamptz) RETURNS TABLE (match_id uuid, mentee text, mentor text,
    started_at timestamptz, first_contact_at timestamptz, last_contact_at timestamptz, standing text, rests_until timestamptz,
    hers boolean, worried_at timestamptz, nudged_at timestamptz, asked_at timestamptz, answer text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.is_coordinator() THEN RETURN; END IF;
    RETURN QUERY
    SELECT m.match_id, a.display_name, b.display_name, m.started_at, t.first, t.last,
      CASE WHEN coalesce(t.last, m.started_at) + access.patience_of(m, t.last) > moment OR w.rests_until > moment
        THEN CASE WHEN t.last IS NULL THEN 'beginning' ELSE 'in-touch' END
        WHEN t.last IS NULL THEN 'first-waits' ELSE 'quiet' END,
      CASE WHEN w.rests_until > moment THEN w.rests_until END, w.step = 'coordinator', CASE WHEN w.worry_met_at IS NULL THEN w.worried_at END,
      n.nudged_at, q.nudged_at, q.answer
    FROM public.matches m JOIN public.pair_watch w USING (community_id, match_id)
    JOIN public.members a ON a.community_id = m.community_id AND a.member_id = m.mentee_id
    JOIN public.members b ON b.community_id = m.community_id AND b.member_id = m.mentor_id
    CROSS JOIN LATERAL (SELECT min(c) AS first, max(c) AS last FROM access.contacts_of(m) c WHERE c <= moment) t
    LEFT JOIN public.pair_nudges n ON n.community_id = m.community_id AND n.match_id = m.match_id AND n.what = 'mentor' AND n.since = w.since
    LEFT JOIN public.pair_nudges q ON q.community_id = m.community_id AND q.match_id = m.match_id AND q.what = 'mentee' AND q.since = w.since
    WHERE m.community_id = access.community_id() AND m.program_id = program AND m.state = 'active'
    ORDER BY m.started_at, m.match_id;
  END $$;

-- Figures of a program: over pairs begun since then, and how many days of contact a week those have that are together.
CREATE FUNCTION access.pair_figures(program uuid, since timestamptz, moment timestamptz) RETURNS TABLE (begun int, in_time int,
    rematched int, finished int, together int, a_week double precision)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.is_coordinator() THEN RETURN; END IF;
    RETURN QUERY
    SELECT count(*) FILTER (WHERE m.started_at >= since)::int,
      count(*) FILTER (WHERE m.started_at >= since AND t.first <= m.started_at + make_interval(hours => p.first_contact_hours))::int,
      count(*) FILTER (WHERE m.ended_at >= since AND m.ended_as = 'rematch')::int,
      count(*) FILTER (WHERE m.ended_at >= since AND m.ended_as = 'finished')::int,
      count(*) FILTER (WHERE m.state = 'active')::int,
      avg(t.days / greatest(1, extract(epoch FROM moment - m.started_at)::float8 / 604800)) FILTER (WHERE m.state = 'active')
    FROM public.matches m JOIN public.programs p USING (community_id, program_id)
    CROSS JOIN LATERAL (SELECT min(c) AS first, count(DISTINCT c::date) AS days FROM access.contacts_of(m) c) t
    WHERE m.community_id = access.community_id() AND m.program_id = program AND m.started_at IS NOT NULL
      AND (m.state = 'active' OR m.ended_at >= since);
  END $$;
-- What was counted: of fewer than five nothing is told, and above in steps of five, so that one more tells of nobody.
CREATE FUNCTION access.pair_tallies_of(program uuid) RETURNS TABLE (side text, asked text, answer text, times int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.is_coordinator() THEN RETURN; END IF;
    RETURN QUERY SELECT t.side, t.asked, t.answer, t.times - t.times % 5 FROM public.pair_tallies t
      WHERE t.community_id = access.community_id() AND t.program_id = program AND t.times >= 5
      ORDER BY t.asked, t.side, t.times DESC, t.answer;
  END $$;

-- Mothers whose time with a mentor ended well a year ago, and who have not been asked or said "not now" long since.
CREATE FUNCTION access.mentors_to_be(moment timestamptz) RETURNS TABLE (community_id uuid, member_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN; END IF;
    RETURN QUERY SELECT DISTINCT m.community_id, m.mentee_id FROM public.matches m
      JOIN public.programs p USING (community_id, program_id)
      LEFT JOIN public.mentor_invitations i ON i.community_id = m.community_id AND i.member_id = m.mentee_id
      WHERE m.ended_as = 'finished' AND m.ended_at <= moment - interval '1 year' AND p.opened_at IS NOT NULL AND p.closed_at IS NULL
        AND (i.member_id IS NULL OR i.answer = 'later' AND i.again_at <= moment)
        AND NOT EXISTS (SELECT FROM public.program_mentors o WHERE o.community_id = m.community_id AND o.member_id = m.mentee_id)
        AND NOT EXISTS (SELECT FROM public.matches x WHERE x.community_id = m.community_id AND x.mentee_id = m.mentee_id AND x.state = 'active');
  END $$;
-- Asks the one whose scope it is. Of two servers at once, one does it.
CREATE FUNCTION access.invite_to_mentor(moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.mentor_invitations AS i (community_id, member_id, program_id, invited_at)
      SELECT m.community_id, m.mentee_id, m.program_id, moment FROM public.matches m JOIN public.programs p USING (community_id, program_id)
      WHERE m.community_id = access.community_id() AND m.mentee_id = access.member_id() AND m.ended_as = 'finished'
        AND m.ended_at <= moment - interval '1 year' AND p.opened_at IS NOT NULL AND p.closed_at IS NULL
      ORDER BY m.ended_at DESC LIMIT 1
      ON CONFLICT (community_id, member_id) DO UPDATE SET invited_at = excluded.invited_at, program_id = excluded.program_id,
        answer = NULL, again_at = NULL WHERE i.answer = 'later' AND i.again_at <= moment;
    IF NOT FOUND THEN RETURN false; END IF;
    INSERT INTO public.notifications (community_id, member_id, kind)
      VALUES (access.community_id(), access.member_id(), 'mentoring.been-there') ON CONFLICT DO NOTHING;
    RETURN true;
  END $$;
CREATE FUNCTION access.answer_invitation(said text, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.mentor_invitations i SET answer = said, again_at = CASE said WHEN 'later' THEN moment + interval '6 months' END
      WHERE i.community_id = access.community_id() AND i.member_id = access.member_id() AND i.answer IS DISTINCT FROM 'never';
    RETURN FOUND;
  END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['contacts_of(public.matches)', 'patience_of(public.matches, timestamptz)',
    'count_said(public.matches, text, text, text)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['pairs_due(timestamptz, int)', 'move_pair(uuid, timestamptz)', 'my_pairs()', 'pair_days(uuid, int)',
    'my_hours()', 'end_pair(uuid, text, text[], boolean, timestamptz)', 'look_back(uuid, jsonb, timestamptz)',
    'go_on_together(uuid, timestamptz)', 'answer_silence(uuid, text, timestamptz)',
    'rest_from_mentoring(uuid, uuid[], timestamptz, timestamptz)', 'ask_coordinator(uuid, timestamptz)', 'meet_worry(uuid, timestamptz)',
    'pairs_in(uuid, timestamptz)', 'pair_figures(uuid, timestamptz, timestamptz)', 'pair_tallies_of(uuid)',
    'mentors_to_be(timestamptz)', 'invite_to_mentor(timestamptz)', 'answer_invitation(text, timestamptz)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION access.%s TO porchlight_app', f);
  END LOOP;
END $$;
RESET ROLE;

CREATE TRIGGER matches_pair_begins_at_once AFTER INSERT ON matches FOR EACH ROW WHEN (NEW.state = 'active')
  EXECUTE FUNCTION access.pair_begins();
CREATE TRIGGER matches_pair_begins AFTER UPDATE OF state ON matches FOR EACH ROW
  WHEN (OLD.state <> 'active' AND NEW.state = 'active') EXECUTE FUNCTION access.pair_begins();
CREATE TRIGGER matches_pair_over AFTER UPDATE OF state ON matches FOR EACH ROW
  WHEN (OLD.state = 'active' AND NEW.state = 'ended') EXECUTE FUNCTION access.pair_over();
CREATE TRIGGER matches_pair_gone AFTER DELETE ON matches FOR EACH ROW WHEN (OLD.state = 'active')
  EXECUTE FUNCTION access.pair_over();
-- As in 0009: a trigger's function is for our tables alone.
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.pair_begins(), access.pair_over() FROM PUBLIC;
RESET ROLE;
