-- "Ask someone to call me": a request waits in a queue with a promised time until a support volunteer, trained for it,
-- takes it. Her number, the name she wants to be called by, her line and what keeps her safe are sealed under her own key;
-- whoever has taken the call opens them while she has it, and nobody else. All of it is wiped when the call is closed.

CREATE TABLE callback_settings (
  community_id uuid NOT NULL,
  promised_hours int NOT NULL DEFAULT 24 CHECK (promised_hours BETWEEN 1 AND 168),
  try_minutes int NOT NULL DEFAULT 60 CHECK (try_minutes BETWEEN 15 AND 720), -- so long a taken one may wait untried
  PRIMARY KEY (community_id),
  FOREIGN KEY (community_id) REFERENCES communities ON DELETE CASCADE
);

-- Support volunteers who may call: the training and the agreement are on record, as done, by whom and when; no papers.
CREATE TABLE call_volunteers (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  languages text[] NOT NULL CHECK (cardinality(languages) BETWEEN 1 AND 20),
  withheld boolean NOT NULL DEFAULT true,      -- calls with the number hidden
  at_once int NOT NULL DEFAULT 2 CHECK (at_once BETWEEN 1 AND 3),
  trained_on date NOT NULL,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES support_volunteers ON DELETE CASCADE
);

-- When somebody is there to call, by the clocks of the community: every week or once.
CREATE TABLE call_shifts (
  community_id uuid NOT NULL,
  shift_id uuid NOT NULL,
  weekday int CHECK (weekday BETWEEN 1 AND 7),
  day date,
  starts time NOT NULL,
  minutes int NOT NULL CHECK (minutes BETWEEN 15 AND 720),
  seats int NOT NULL DEFAULT 1 CHECK (seats BETWEEN 1 AND 9),
  made_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (community_id, shift_id),
  CHECK ((weekday IS NULL) <> (day IS NULL)),
  FOREIGN KEY (community_id) REFERENCES communities ON DELETE CASCADE
);
-- Who does a weekly shift every week. The weeks ahead are laid out in call_turns.
CREATE TABLE call_regulars (
  community_id uuid NOT NULL,
  shift_id uuid NOT NULL,
  member_id uuid NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, shift_id, member_id),
  FOREIGN KEY (community_id, shift_id) REFERENCES call_shifts ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES call_volunteers ON DELETE CASCADE
);
-- One volunteer, one day of a shift. Given back it stays, so that laying out ahead does not bring it back.
CREATE TABLE call_turns (
  community_id uuid NOT NULL,
  shift_id uuid NOT NULL,
  day date NOT NULL,
  member_id uuid NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  offered_at timestamptz,                      -- hers until somebody else takes it
  given_back_at timestamptz,
  PRIMARY KEY (community_id, shift_id, day, member_id),
  FOREIGN KEY (community_id, shift_id) REFERENCES call_shifts ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES call_volunteers ON DELETE CASCADE
);
CREATE INDEX call_turns_by_day ON call_turns (community_id, day) WHERE given_back_at IS NULL;

-- Open and without a taker: waiting. Open with one: taken. What comes of it stands in closed_as.
CREATE TABLE callbacks (
  community_id uuid NOT NULL,
  callback_id uuid NOT NULL,
  member_id uuid NOT NULL,
  language text NOT NULL CHECK (length(language) BETWEEN 2 AND 10),
  hours text[] NOT NULL DEFAULT '{}' CHECK (cardinality(hours) <= 28),  -- squares of the week in her zone; none: any
  topics text[] NOT NULL DEFAULT '{}' CHECK (cardinality(topics) <= 20),
  sealed text CHECK (length(sealed) <= 6000),  -- {name, phone, line, safe, discreet, message, country, region} under her key
  promised_at timestamptz,                     -- null: nobody on the rota could keep a promise
  asked_at timestamptz NOT NULL DEFAULT now(),
  not_before timestamptz,                      -- the next try
  tries int NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 3),           -- that nobody answered
  taken_by uuid,
  taken_at timestamptz,
  go_back_at timestamptz,                      -- taken and not tried until then: back in the queue
  first_tried_at timestamptz,
  reached_at timestamptz,
  overdue_at timestamptz,                      -- when supervisors were told that a promise broke
  passed_on_at timestamptz,                    -- when the volunteer called a supervisor in
  heeded_at timestamptz,                       -- when one of them answered that
  minutes int CHECK (minutes BETWEEN 1 AND 240),
  next_step text CHECK (next_step IN ('circle', 'mentor', 'helpline', 'directory', 'another', 'nothing')),
  closed_at timestamptz,
  closed_as text CHECK (closed_as IN ('reached', 'no-answer', 'withdrawn', 'nobody')),
  PRIMARY KEY (community_id, callback_id),
  CHECK ((closed_at IS NULL) = (closed_as IS NULL)),
  CHECK ((closed_at IS NULL) = (sealed IS NOT NULL)),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, taken_by) REFERENCES call_volunteers (community_id, member_id) ON DELETE SET NULL (taken_by)
);
CREATE UNIQUE INDEX callbacks_one_open ON callbacks (community_id, member_id) WHERE closed_at IS NULL;
CREATE INDEX callbacks_of ON callbacks (community_id, member_id, asked_at);
CREATE INDEX callbacks_open ON callbacks (community_id, asked_at) WHERE closed_at IS NULL;
CREATE INDEX callbacks_taken ON callbacks (community_id, taken_by) WHERE closed_at IS NULL;

-- What happened to it, who did it and when; never what was said.
CREATE TABLE callback_events (
  community_id uuid NOT NULL,
  event_id uuid NOT NULL DEFAULT gen_random_uuid(),
  callback_id uuid NOT NULL,
  act text NOT NULL CHECK (act IN ('asked', 'changed', 'taken', 'given', 'back', 'lapsed', 'no-answer', 'later', 'reached',
    'passed-on', 'heeded', 'overdue', 'apart', 'closed', 'withdrawn')),
  actor_id uuid,                               -- null: the clock
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (community_id, event_id),
  FOREIGN KEY (community_id, callback_id) REFERENCES callbacks ON DELETE CASCADE
);
CREATE INDEX callback_events_of ON callback_events (community_id, callback_id, at);
CREATE INDEX callback_events_by ON callback_events (community_id, actor_id, at) WHERE actor_id IS NOT NULL;

-- Two who are not to meet on the telephone: she would rather have somebody else, or the volunteer knows her.
CREATE TABLE callback_apart (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  volunteer_id uuid NOT NULL,
  wished_by text NOT NULL CHECK (wished_by IN ('her', 'volunteer')),
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, member_id, volunteer_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, volunteer_id) REFERENCES members ON DELETE CASCADE
);

SET ROLE porchlight_policy;
-- A support volunteer whose training is on record.
CREATE FUNCTION access.answers_calls() RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.call_volunteers v
    WHERE v.community_id = access.community_id() AND v.member_id = access.member_id()); END $$;

-- Whether anybody here could call her: the door is shown where it leads somewhere.
CREATE FUNCTION access.calls_offered() RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.call_volunteers v JOIN public.support_volunteers s USING (community_id, member_id)
    WHERE v.community_id = access.community_id() AND s.paused_at IS NULL
      AND v.member_id IS DISTINCT FROM access.member_id()); END $$;

-- The languages in which one of them could call the member who asks.
CREATE FUNCTION access.call_languages() RETURNS text[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(SELECT DISTINCT l FROM public.call_volunteers v, unnest(v.languages) l
    WHERE v.community_id = access.community_id() AND access.may_call(access.member_id(), l, v.member_id) ORDER BY 1); END $$;

-- Hard rules between somebody who asks and somebody who calls.
CREATE FUNCTION access.may_call(whose uuid, tongue text, volunteer uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN access.may_meet(whose, volunteer)
    AND NOT EXISTS (SELECT FROM public.callback_apart a WHERE a.community_id = access.community_id()
      AND a.member_id = whose AND a.volunteer_id = volunteer)
    AND EXISTS (SELECT FROM public.call_volunteers v JOIN public.support_volunteers s USING (community_id, member_id)
      WHERE v.community_id = access.community_id() AND v.member_id = volunteer AND s.paused_at IS NULL
        AND tongue = ANY (v.languages)); END $$;

-- Who the member has on the telephone now: the keys of these open for her.
CREATE FUNCTION access.called_ids() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(SELECT c.member_id FROM public.callbacks c WHERE c.community_id = access.community_id()
    AND access.member_id() IS NOT NULL AND c.taken_by = access.member_id() AND c.closed_at IS NULL); END $$;

CREATE FUNCTION access.note_callback(callback uuid, its_act text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ INSERT INTO public.callback_events (community_id, callback_id, act, actor_id)
    VALUES (access.community_id(), callback, its_act, access.member_id()) $$;

-- Takes the row so that nobody else changes it meanwhile. The two members first, as erasing them does.
CREATE FUNCTION access.hold_callback(callback uuid, other uuid) RETURNS public.callbacks
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE held public.callbacks; owner uuid;
  BEGIN
    SELECT c.member_id INTO owner FROM public.callbacks c WHERE c.community_id = access.community_id() AND c.callback_id = callback;
    PERFORM FROM public.members m WHERE m.community_id = access.community_id() AND m.member_id IN (owner, other)
      ORDER BY m.member_id FOR NO KEY UPDATE;
    SELECT * INTO held FROM public.callbacks c WHERE c.community_id = access.community_id() AND c.callback_id = callback FOR UPDATE;
    RETURN held;
  END $$;

-- The end: what was sealed is gone with it. Nobody's phone rings for it any more.
CREATE FUNCTION access.end_callback(callback uuid, outcome text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.callbacks c SET closed_at = now(), closed_as = outcome, sealed = NULL, topics = '{}', hours = '{}',
        go_back_at = NULL, not_before = NULL
      WHERE c.community_id = access.community_id() AND c.callback_id = callback AND c.closed_at IS NULL;
    PERFORM access.hush_callback(callback);
  END $$;
CREATE FUNCTION access.hush_callback(callback uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DELETE FROM public.notifications n WHERE n.community_id = access.community_id() AND n.seen_at IS NULL
    AND n.subject_id = callback AND n.kind IN ('callbacks.waiting', 'callbacks.overdue', 'callbacks.uncovered') $$;

-- Her side. 'asked' | 'open' (she has one already) | 'absent'
CREATE FUNCTION access.ask_callback(fresh uuid, tongue text, at_hours text[], about text[], its_seal text, promise timestamptz)
  RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE me uuid := access.member_id();
  BEGIN
    IF me IS NULL OR NOT access.takes_part() THEN RETURN 'absent'; END IF;
    IF EXISTS (SELECT FROM public.callbacks c WHERE c.community_id = access.community_id() AND c.callback_id = fresh
      AND c.member_id = me) THEN RETURN 'asked'; END IF; -- the form was sent twice
    INSERT INTO public.callbacks (community_id, callback_id, member_id, language, hours, topics, sealed, promised_at)
      VALUES (access.community_id(), fresh, me, tongue, at_hours, about, its_seal, promise) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN 'open'; END IF;
    PERFORM access.note_callback(fresh, 'asked');
    IF promise IS NULL THEN PERFORM access.notify('{}', 'callbacks.uncovered', NULL, NULL, fresh, true, 'coordinators'); END IF;
    RETURN 'asked';
  END $$;

CREATE FUNCTION access.change_callback(callback uuid, at_hours text[], its_seal text, promise timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.callbacks c SET hours = at_hours, sealed = its_seal, promised_at = promise, not_before = NULL,
        overdue_at = CASE WHEN promise > now() THEN NULL ELSE c.overdue_at END
      WHERE c.community_id = access.community_id() AND c.callback_id = callback AND c.member_id = access.member_id()
        AND c.closed_at IS NULL AND c.reached_at IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM access.note_callback(callback, 'changed');
    RETURN true;
  END $$;

CREATE FUNCTION access.withdraw_callback(callback uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE c public.callbacks;
  BEGIN
    c := access.hold_callback(callback, access.member_id());
    IF c.member_id IS DISTINCT FROM access.member_id() OR c.closed_at IS NOT NULL THEN RETURN false; END IF;
    PERFORM access.end_callback(callback, 'withdrawn');
    PERFORM access.note_callback(callback, 'withdrawn');
    IF c.taken_by IS NOT NULL THEN
      PERFORM access.notify(ARRAY[c.taken_by], 'callbacks.withdrawn', NULL, NULL, callback, true); END IF;
    RETURN true;
  END $$;

-- "Rather somebody else": back in the queue, and these two never meet here again.
CREATE FUNCTION access.rather_other_caller(callback uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE c public.callbacks;
  BEGIN
    c := access.hold_callback(callback, access.member_id());
    IF c.member_id IS DISTINCT FROM access.member_id() OR c.closed_at IS NOT NULL OR c.taken_by IS NULL THEN RETURN false; END IF;
    INSERT INTO public.callback_apart (community_id, member_id, volunteer_id, wished_by)
      VALUES (c.community_id, c.member_id, c.taken_by, 'her') ON CONFLICT DO NOTHING;
    PERFORM access.free_callback(callback, 'apart');
    PERFORM access.notify(ARRAY[c.taken_by], 'callbacks.withdrawn', NULL, NULL, callback, true);
    RETURN true;
  END $$;

CREATE FUNCTION access.free_callback(callback uuid, its_act text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.callbacks c SET taken_by = NULL, taken_at = NULL, go_back_at = NULL
      WHERE c.community_id = access.community_id() AND c.callback_id = callback AND c.closed_at IS NULL;
    PERFORM access.note_callback(callback, its_act);
  END $$;

-- Who will call her, once somebody has taken it.
CREATE FUNCTION access.my_caller(callback uuid) RETURNS TABLE (name text, withheld boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT m.display_name, v.withheld FROM public.callbacks c
    JOIN public.members m ON m.community_id = c.community_id AND m.member_id = c.taken_by
    JOIN public.call_volunteers v ON v.community_id = c.community_id AND v.member_id = c.taken_by
    WHERE c.community_id = access.community_id() AND c.callback_id = callback AND c.member_id = access.member_id()
      AND c.closed_at IS NULL; END $$;

-- When somebody who could call her in this language is there, by days and clock times of the community. Nobody is named.
CREATE FUNCTION access.covered_turns(tongue text, from_day date, to_day date) RETURNS TABLE (day date, starts time, minutes int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT DISTINCT t.day, s.starts, s.minutes FROM public.call_turns t JOIN public.call_shifts s USING (community_id, shift_id)
    WHERE t.community_id = access.community_id() AND t.day BETWEEN from_day AND to_day AND t.given_back_at IS NULL
      AND s.ended_at IS NULL AND access.may_call(access.member_id(), tongue, t.member_id)
    ORDER BY 1, 2; END $$;

-- The volunteer's side. The queue tells what she may know before she takes one: not who, not the number.
CREATE FUNCTION access.callback_queue() RETURNS TABLE (callback_id uuid, language text, topics text[], hours text[],
    time_zone text, asked_at timestamptz, promised_at timestamptz, not_before timestamptz, tries int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.answers_calls() THEN RETURN; END IF;
    RETURN QUERY SELECT c.callback_id, c.language, c.topics, c.hours, coalesce(m.time_zone, y.time_zone), c.asked_at,
      c.promised_at, c.not_before, c.tries
    FROM public.callbacks c JOIN public.members m USING (community_id, member_id) JOIN public.communities y USING (community_id)
    WHERE c.community_id = access.community_id() AND c.closed_at IS NULL AND c.taken_by IS NULL
      AND access.may_call(c.member_id, c.language, access.member_id())
    ORDER BY c.promised_at NULLS FIRST, c.asked_at LIMIT 100;
  END $$;

-- Of one that waits: what is needed to say when she may be called.
CREATE FUNCTION access.callback_hours(callback uuid) RETURNS TABLE (hours text[], time_zone text, not_before timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT c.hours, coalesce(m.time_zone, y.time_zone), c.not_before
    FROM public.callbacks c JOIN public.members m USING (community_id, member_id) JOIN public.communities y USING (community_id)
    WHERE c.community_id = access.community_id() AND c.callback_id = callback AND c.closed_at IS NULL
      AND (c.taken_by = access.member_id() OR access.my_role() = 'coordinator' OR c.member_id = access.member_id()
        OR c.taken_by IS NULL AND access.may_call(c.member_id, c.language, access.member_id())); END $$;

CREATE FUNCTION access.hand_callback(callback uuid, volunteer uuid, callable_at timestamptz, its_act text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE c public.callbacks; patience int;
  BEGIN
    SELECT * INTO c FROM public.callbacks x WHERE x.community_id = access.community_id() AND x.callback_id = callback;
    IF (SELECT count(*) FROM public.callbacks x WHERE x.community_id = c.community_id AND x.taken_by = volunteer
        AND x.closed_at IS NULL) >= (SELECT v.at_once FROM public.call_volunteers v
        WHERE v.community_id = c.community_id AND v.member_id = volunteer) THEN RETURN 'full'; END IF;
    patience := coalesce((SELECT s.try_minutes FROM public.callback_settings s WHERE s.community_id = c.community_id), 60);
    UPDATE public.callbacks x SET taken_by = volunteer, taken_at = now(),
        go_back_at = least(greatest(callable_at, now()), now() + interval '7 days') + make_interval(mins => patience)
      WHERE x.community_id = c.community_id AND x.callback_id = callback;
    PERFORM access.note_callback(callback, its_act);
    PERFORM access.hush_callback(callback);
    PERFORM access.notify(ARRAY[c.member_id], 'callbacks.taken', NULL, NULL, callback, true);
    RETURN 'taken';
  END $$;

-- 'taken' | 'gone' (somebody was quicker, or she took it back) | 'full' | 'early' (not to be called for hours) | 'absent'
CREATE FUNCTION access.take_callback(callback uuid, callable_at timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE c public.callbacks; me uuid := access.member_id();
  BEGIN
    c := access.hold_callback(callback, me);
    IF c.callback_id IS NULL OR me IS NULL OR NOT access.may_call(c.member_id, c.language, me) THEN RETURN 'absent'; END IF;
    IF c.closed_at IS NOT NULL THEN RETURN 'gone'; END IF;
    IF c.taken_by = me THEN RETURN 'taken'; END IF;
    IF c.taken_by IS NOT NULL THEN RETURN 'gone'; END IF;
    IF callable_at > now() + interval '2 hours' THEN RETURN 'early'; END IF;
    RETURN access.hand_callback(callback, me, callable_at, 'taken');
  END $$;

-- Gives it back; `knows`: because she knows her, and must not be shown her again.
CREATE FUNCTION access.release_callback(callback uuid, knows boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE c public.callbacks; me uuid := access.member_id();
  BEGIN
    c := access.hold_callback(callback, me);
    IF c.taken_by IS DISTINCT FROM me OR me IS NULL OR c.closed_at IS NOT NULL OR c.reached_at IS NOT NULL THEN RETURN false; END IF;
    IF knows THEN INSERT INTO public.callback_apart (community_id, member_id, volunteer_id, wished_by)
      VALUES (c.community_id, c.member_id, me, 'volunteer') ON CONFLICT DO NOTHING; END IF;
    PERFORM access.free_callback(callback, 'back'); -- why is nobody's business
    RETURN true;
  END $$;

-- A try: 'reached' | 'no-answer' | 'later'. `again`: when it is tried again. The third without an answer is the last.
-- Resolves to what it led to: 'reached' | 'again' | 'over' | 'absent'
CREATE FUNCTION access.try_callback(callback uuid, outcome text, again timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE c public.callbacks; me uuid := access.member_id(); next_try timestamptz; patience int;
  BEGIN
    c := access.hold_callback(callback, me);
    IF c.taken_by IS DISTINCT FROM me OR me IS NULL OR c.closed_at IS NOT NULL
      OR outcome NOT IN ('reached', 'no-answer', 'later') THEN RETURN 'absent'; END IF;
    IF c.reached_at IS NOT NULL THEN RETURN 'reached'; END IF;
    PERFORM access.note_callback(callback, outcome);
    UPDATE public.callbacks x SET first_tried_at = coalesce(x.first_tried_at, now()),
        reached_at = CASE outcome WHEN 'reached' THEN now() END,
        tries = x.tries + CASE outcome WHEN 'no-answer' THEN 1 ELSE 0 END
      WHERE x.community_id = c.community_id AND x.callback_id = callback RETURNING * INTO c;
    IF outcome = 'reached' THEN RETURN 'reached'; END IF;
    IF c.tries >= 3 THEN
      PERFORM access.end_callback(callback, 'no-answer');
      PERFORM access.notify(ARRAY[c.member_id], 'callbacks.unreached', NULL, NULL, callback, true);
      RETURN 'over';
    END IF;
    next_try := least(greatest(again, now() + CASE outcome WHEN 'later' THEN interval '0' ELSE interval '1 hour' END),
      now() + interval '14 days');
    patience := coalesce((SELECT s.try_minutes FROM public.callback_settings s WHERE s.community_id = c.community_id), 60);
    UPDATE public.callbacks x SET not_before = next_try, go_back_at = next_try + make_interval(mins => patience)
      WHERE x.community_id = c.community_id AND x.callback_id = callback;
    IF outcome = 'no-answer' THEN PERFORM access.notify(ARRAY[c.member_id], 'callbacks.tried', NULL, NULL, callback, true); END IF;
    RETURN 'again';
  END $$;

CREATE FUNCTION access.close_callback(callback uuid, step text, lasted int) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE c public.callbacks; me uuid := access.member_id();
  BEGIN
    c := access.hold_callback(callback, me);
    IF c.taken_by IS DISTINCT FROM me OR me IS NULL OR c.closed_at IS NOT NULL OR c.reached_at IS NULL THEN RETURN false; END IF;
    UPDATE public.callbacks x SET next_step = step, minutes = lasted
      WHERE x.community_id = c.community_id AND x.callback_id = callback;
    PERFORM access.end_callback(callback, 'reached');
    PERFORM access.note_callback(callback, 'closed');
    IF step <> 'nothing' THEN PERFORM access.notify(ARRAY[c.member_id], 'callbacks.next-step', NULL, NULL, callback, true); END IF;
    RETURN true;
  END $$;

-- "Somebody may be in danger": supervisors are told at once, and may learn who it is; the number stays sealed.
CREATE FUNCTION access.pass_on_callback(callback uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.callbacks c SET passed_on_at = coalesce(c.passed_on_at, now())
      WHERE c.community_id = access.community_id() AND c.callback_id = callback AND c.taken_by = access.member_id()
        AND c.closed_at IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM access.note_callback(callback, 'passed-on');
    PERFORM access.notify('{}', 'callbacks.urgent', NULL, NULL, callback, true, 'coordinators');
    RETURN true;
  END $$;

-- The supervisor's desk: what is open, and what somebody called her in for. Who it is only for the latter.
CREATE FUNCTION access.callback_desk() RETURNS TABLE (callback_id uuid, language text, asked_at timestamptz,
    promised_at timestamptz, taken_by uuid, taken_at timestamptz, tries int, first_tried_at timestamptz,
    not_before timestamptz, overdue boolean, passed_on_at timestamptz, heeded_at timestamptz, closed_at timestamptz,
    who_id uuid, who text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.my_role() IS DISTINCT FROM 'coordinator' THEN RETURN; END IF;
    RETURN QUERY SELECT c.callback_id, c.language, c.asked_at, c.promised_at, c.taken_by, c.taken_at, c.tries,
      c.first_tried_at, c.not_before, c.first_tried_at IS NULL AND c.closed_at IS NULL AND c.promised_at <= now(),
      c.passed_on_at, c.heeded_at, c.closed_at,
      CASE WHEN c.passed_on_at IS NOT NULL THEN m.member_id END, CASE WHEN c.passed_on_at IS NOT NULL THEN m.display_name END
    FROM public.callbacks c JOIN public.members m USING (community_id, member_id)
    WHERE c.community_id = access.community_id()
      AND (c.closed_at IS NULL OR c.passed_on_at IS NOT NULL AND c.heeded_at IS NULL)
    ORDER BY c.passed_on_at IS NULL OR c.heeded_at IS NOT NULL, c.promised_at NULLS FIRST, c.asked_at LIMIT 200;
  END $$;

-- 'given' | 'back' | 'full' | 'unfit' (no language in common, or the two are not to meet) | 'absent'
CREATE FUNCTION access.reassign_callback(callback uuid, volunteer uuid, callable_at timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE c public.callbacks; given text;
  BEGIN
    IF access.my_role() IS DISTINCT FROM 'coordinator' THEN RETURN 'absent'; END IF;
    c := access.hold_callback(callback, volunteer);
    IF c.callback_id IS NULL OR c.closed_at IS NOT NULL OR c.reached_at IS NOT NULL THEN RETURN 'absent'; END IF;
    IF volunteer IS NULL THEN
      IF c.taken_by IS NOT NULL THEN PERFORM access.free_callback(callback, 'back');
        PERFORM access.notify(ARRAY[c.taken_by], 'callbacks.withdrawn', NULL, NULL, callback, true); END IF;
      RETURN 'back';
    END IF;
    IF NOT access.may_call(c.member_id, c.language, volunteer) THEN RETURN 'unfit'; END IF;
    IF c.taken_by = volunteer THEN RETURN 'given'; END IF;
    given := access.hand_callback(callback, volunteer, callable_at, 'given');
    IF given <> 'taken' THEN RETURN given; END IF;
    PERFORM access.notify(ARRAY[volunteer], 'callbacks.given', NULL, NULL, callback, true);
    IF c.taken_by IS NOT NULL THEN
      PERFORM access.notify(ARRAY[c.taken_by], 'callbacks.withdrawn', NULL, NULL, callback, true); END IF;
    RETURN 'given';
  END $$;

CREATE FUNCTION access.heed_callback(callback uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.my_role() IS DISTINCT FROM 'coordinator' THEN RETURN false; END IF;
    UPDATE public.callbacks c SET heeded_at = now() WHERE c.community_id = access.community_id() AND c.callback_id = callback
      AND c.passed_on_at IS NOT NULL AND c.heeded_at IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM access.note_callback(callback, 'heeded');
    RETURN true;
  END $$;

-- By week, and all of the weeks shown together (week null). Fewer than five mothers are not shown: their figures would be
-- somebody's. Where some weeks are left out, the whole is of the others, so that nothing can be taken from it.
CREATE FUNCTION access.callback_figures(since timestamptz) RETURNS TABLE (week date, asked int, reached int, promised int,
    kept int, median double precision, slow double precision)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.my_role() IS DISTINCT FROM 'coordinator' THEN RETURN; END IF;
    RETURN QUERY WITH settled AS (
      SELECT date_trunc('week', c.asked_at AT TIME ZONE y.time_zone)::date AS its_week, c.member_id, c.reached_at, c.promised_at,
        c.first_tried_at, extract(epoch FROM c.first_tried_at - c.asked_at)::double precision / 60 AS waited
      FROM public.callbacks c JOIN public.communities y USING (community_id)
      WHERE c.community_id = access.community_id() AND c.asked_at >= since
        AND (c.first_tried_at IS NOT NULL OR c.promised_at <= now() OR c.closed_as IN ('no-answer', 'nobody'))
    ), enough AS (SELECT s.its_week FROM settled s GROUP BY 1 HAVING count(DISTINCT s.member_id) >= 5)
    SELECT s.its_week, count(*)::int, count(s.reached_at)::int, count(s.promised_at)::int,
      count(*) FILTER (WHERE s.first_tried_at <= s.promised_at)::int,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY s.waited), percentile_cont(0.9) WITHIN GROUP (ORDER BY s.waited)
    FROM settled s WHERE NOT EXISTS (SELECT FROM enough) OR s.its_week IN (SELECT e.its_week FROM enough e)
    GROUP BY GROUPING SETS ((s.its_week), ()) HAVING count(DISTINCT s.member_id) >= 5
    ORDER BY 1 DESC NULLS FIRST;
  END $$;

-- The rota. 'taken' | 'full' | 'absent'. `each`: every week from then on.
CREATE FUNCTION access.take_call_turn(shift uuid, on_day date, each boolean) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE s public.call_shifts; me uuid := access.member_id(); one date; got text := 'full';
  BEGIN
    IF NOT access.answers_calls() THEN RETURN 'absent'; END IF;
    SELECT * INTO s FROM public.call_shifts x WHERE x.community_id = access.community_id() AND x.shift_id = shift
      AND x.ended_at IS NULL FOR UPDATE;
    IF s.shift_id IS NULL OR on_day NOT BETWEEN current_date - 1 AND current_date + 60
      OR coalesce(s.day <> on_day, extract(isodow FROM on_day) <> s.weekday) THEN RETURN 'absent'; END IF;
    IF NOT each OR s.weekday IS NULL THEN RETURN access.seat_call_turn(s, on_day, me, true); END IF;
    INSERT INTO public.call_regulars (community_id, shift_id, member_id) VALUES (s.community_id, shift, me) ON CONFLICT DO NOTHING;
    FOR one IN SELECT d::date FROM generate_series(on_day::timestamp, (current_date + 42)::timestamp, '7 days') d LOOP
      IF access.seat_call_turn(s, one, me, true) = 'taken' THEN got := 'taken'; END IF;
    END LOOP;
    RETURN got;
  END $$;

-- A seat on a day of a shift that is held: a free one, or one that another volunteer offers. `anew`: also when she gave it back.
CREATE FUNCTION access.seat_call_turn(s public.call_shifts, on_day date, volunteer uuid, anew boolean) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE leaves uuid;
  BEGIN
    IF EXISTS (SELECT FROM public.call_turns t WHERE t.community_id = s.community_id AND t.shift_id = s.shift_id AND t.day = on_day
      AND t.member_id = volunteer AND (t.given_back_at IS NULL AND t.offered_at IS NULL OR NOT anew)) THEN RETURN 'taken'; END IF;
    IF (SELECT count(*) FROM public.call_turns t WHERE t.community_id = s.community_id AND t.shift_id = s.shift_id
        AND t.day = on_day AND t.given_back_at IS NULL AND t.member_id <> volunteer) >= s.seats THEN
      SELECT t.member_id INTO leaves FROM public.call_turns t WHERE t.community_id = s.community_id AND t.shift_id = s.shift_id
        AND t.day = on_day AND t.given_back_at IS NULL AND t.offered_at IS NOT NULL AND t.member_id <> volunteer
        ORDER BY t.offered_at LIMIT 1;
      IF leaves IS NULL OR NOT anew THEN RETURN 'full'; END IF;
      UPDATE public.call_turns t SET given_back_at = now(), offered_at = NULL WHERE t.community_id = s.community_id
        AND t.shift_id = s.shift_id AND t.day = on_day AND t.member_id = leaves;
      PERFORM access.notify(ARRAY[leaves], 'callbacks.swapped', NULL, NULL, NULL, true);
    END IF;
    INSERT INTO public.call_turns (community_id, shift_id, day, member_id) VALUES (s.community_id, s.shift_id, on_day, volunteer)
      ON CONFLICT (community_id, shift_id, day, member_id) DO UPDATE SET taken_at = now(), offered_at = NULL, given_back_at = NULL;
    RETURN 'taken';
  END $$;

-- `how`: 'back' gives one day back, 'offer' keeps it until somebody else takes it, 'keep' takes that offer back, 'each' ends
-- every week.
CREATE FUNCTION access.leave_call_turn(shift uuid, on_day date, how text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF how = 'each' THEN
      DELETE FROM public.call_regulars r WHERE r.community_id = access.community_id() AND r.shift_id = shift
        AND r.member_id = access.member_id();
      IF NOT FOUND THEN RETURN false; END IF;
    END IF;
    UPDATE public.call_turns t SET offered_at = CASE how WHEN 'offer' THEN now() END,
        given_back_at = CASE WHEN how IN ('back', 'each') THEN now() END
      WHERE t.community_id = access.community_id() AND t.shift_id = shift AND t.member_id = access.member_id()
        AND t.given_back_at IS NULL AND CASE WHEN how = 'each' THEN t.day >= on_day ELSE t.day = on_day END;
    RETURN FOUND OR how = 'each';
  END $$;

-- The next ones are for the work by the clock: where a member is asking they answer nothing.
CREATE FUNCTION access.callback_communities() RETURNS TABLE (community_id uuid, time_zone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT y.community_id, y.time_zone FROM public.communities y WHERE access.member_id() IS NULL
    AND EXISTS (SELECT FROM public.callbacks c WHERE c.community_id = y.community_id AND c.closed_at IS NULL); END $$;

-- Everything that is due in one community, each piece once however many servers look. Resolves to how many moved.
CREATE FUNCTION access.move_callbacks(moment timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); c public.callbacks; moved int := 0;
  BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN 0; END IF;
    FOR c IN SELECT * FROM public.callbacks x WHERE x.community_id = here AND x.closed_at IS NULL AND (
        x.taken_by IS NOT NULL AND x.reached_at IS NULL AND x.go_back_at <= moment
        OR x.reached_at <= moment - interval '1 day'
        OR x.promised_at <= moment AND x.first_tried_at IS NULL AND x.overdue_at IS NULL
        OR x.taken_by IS NULL AND x.asked_at <= moment - interval '14 days')
      ORDER BY x.callback_id FOR UPDATE SKIP LOCKED LOOP
      moved := moved + 1;
      IF c.reached_at IS NOT NULL THEN -- nobody closed it: the number does not lie about
        IF c.reached_at <= moment - interval '1 day' THEN PERFORM access.end_callback(c.callback_id, 'reached'); END IF;
        CONTINUE;
      END IF;
      IF c.taken_by IS NOT NULL AND c.go_back_at <= moment THEN
        PERFORM access.free_callback(c.callback_id, 'lapsed');
        c.taken_by := NULL;
      END IF;
      IF c.taken_by IS NULL AND c.asked_at <= moment - interval '14 days' THEN
        PERFORM access.end_callback(c.callback_id, 'nobody');
        PERFORM access.notify(ARRAY[c.member_id], 'callbacks.unreached', NULL, NULL, c.callback_id, true);
        CONTINUE;
      END IF;
      IF c.promised_at <= moment AND c.first_tried_at IS NULL AND c.overdue_at IS NULL THEN
        UPDATE public.callbacks x SET overdue_at = moment WHERE x.community_id = here AND x.callback_id = c.callback_id;
        PERFORM access.note_callback(c.callback_id, 'overdue');
        PERFORM access.notify('{}', 'callbacks.overdue', NULL, NULL, c.callback_id, true, 'coordinators');
      END IF;
    END LOOP;
    RETURN moved;
  END $$;

CREATE FUNCTION access.call_turns_between(from_day date, to_day date) RETURNS TABLE (member_id uuid, day date, starts time, minutes int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN; END IF;
    RETURN QUERY SELECT t.member_id, t.day, s.starts, s.minutes FROM public.call_turns t
      JOIN public.call_shifts s USING (community_id, shift_id)
      WHERE t.community_id = access.community_id() AND t.day BETWEEN from_day AND to_day AND t.given_back_at IS NULL
        AND s.ended_at IS NULL;
  END $$;

-- Whoever is there is told once of what waits and could be hers.
CREATE FUNCTION access.tell_of_callbacks(there uuid[], moment timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE c public.callbacks; told int := 0;
  BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN 0; END IF;
    FOR c IN SELECT * FROM public.callbacks x WHERE x.community_id = access.community_id() AND x.closed_at IS NULL
        AND x.taken_by IS NULL AND (x.not_before IS NULL OR x.not_before <= moment) ORDER BY x.callback_id LOOP
      told := told + access.notify(ARRAY(SELECT v FROM unnest(there) v WHERE access.may_call(c.member_id, c.language, v)
        AND NOT EXISTS (SELECT FROM public.notifications n WHERE n.community_id = c.community_id AND n.member_id = v
          AND n.kind = 'callbacks.waiting' AND n.subject_id = c.callback_id)),
        'callbacks.waiting', NULL, NULL, c.callback_id, true);
    END LOOP;
    RETURN told;
  END $$;

-- Lays the weeks ahead out for those who do a shift every week, in all communities.
CREATE FUNCTION access.lay_out_call_turns(until_day date) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE s public.call_shifts; r record; made int := 0;
  BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN 0; END IF;
    FOR s IN SELECT * FROM public.call_shifts x WHERE x.ended_at IS NULL AND x.weekday IS NOT NULL
        ORDER BY x.community_id, x.shift_id FOR UPDATE LOOP
      FOR r IN SELECT g.member_id, d::date AS on_day FROM public.call_regulars g,
          generate_series(current_date::timestamp, until_day::timestamp, '1 day') d
        WHERE g.community_id = s.community_id AND g.shift_id = s.shift_id AND extract(isodow FROM d) = s.weekday
        ORDER BY g.since, 2 LOOP
        IF access.seat_call_turn(s, r.on_day, r.member_id, false) = 'taken' THEN made := made + 1; END IF;
      END LOOP;
    END LOOP;
    RETURN made;
  END $$;

CREATE FUNCTION access.forget_callbacks(before timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE gone int;
  BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN 0; END IF;
    DELETE FROM public.callbacks c WHERE c.closed_at < before;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END $$;

-- Whoever blocks the other, or is suspended from meeting her, has her on the telephone no longer.
CREATE FUNCTION access.part_callers() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.callbacks c SET taken_by = NULL, taken_at = NULL, go_back_at = NULL
      WHERE c.community_id = NEW.community_id AND c.closed_at IS NULL
        AND (c.member_id, c.taken_by) IN ((NEW.blocker_id, NEW.blocked_id), (NEW.blocked_id, NEW.blocker_id));
    RETURN NULL;
  END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['may_call(uuid, text, uuid)', 'note_callback(uuid, text)', 'hold_callback(uuid, uuid)',
    'end_callback(uuid, text)', 'hush_callback(uuid)', 'free_callback(uuid, text)',
    'hand_callback(uuid, uuid, timestamptz, text)', 'seat_call_turn(public.call_shifts, date, uuid, boolean)',
    'part_callers()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['answers_calls()', 'calls_offered()', 'call_languages()', 'called_ids()',
    'ask_callback(uuid, text, text[], text[], text, timestamptz)', 'change_callback(uuid, text[], text, timestamptz)',
    'withdraw_callback(uuid)', 'rather_other_caller(uuid)', 'my_caller(uuid)', 'covered_turns(text, date, date)', 'callback_queue()',
    'callback_hours(uuid)', 'take_callback(uuid, timestamptz)', 'release_callback(uuid, boolean)',
    'try_callback(uuid, text, timestamptz)', 'close_callback(uuid, text, int)', 'pass_on_callback(uuid)', 'callback_desk()',
    'reassign_callback(uuid, uuid, timestamptz)', 'heed_callback(uuid)', 'callback_figures(timestamptz)',
    'take_call_turn(uuid, date, boolean)', 'leave_call_turn(uuid, date, text)', 'callback_communities()',
    'move_callbacks(timestamptz)', 'call_turns_between(date, date)', 'tell_of_callbacks(uuid[], timestamptz)',
    'lay_out_call_turns(date)', 'forget_callbacks(timestamptz)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION access.%s TO porchlight_app', f);
  END LOOP;
END $$;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['callback_settings', 'call_volunteers', 'call_shifts', 'call_regulars', 'call_turns', 'callbacks',
    'callback_events', 'callback_apart'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON callback_settings TO porchlight_app;
CREATE POLICY told ON callback_settings FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND access.member_id() IS NOT NULL);
CREATE POLICY promising ON callback_settings FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');
CREATE POLICY promising_else ON callback_settings FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');

GRANT SELECT, INSERT, DELETE ON call_volunteers TO porchlight_app;
GRANT UPDATE (languages, withheld, at_once) ON call_volunteers TO porchlight_app;
CREATE POLICY hers ON call_volunteers FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY her_ways ON call_volunteers FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY reading ON call_volunteers FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');
CREATE POLICY recording ON call_volunteers FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND recorded_by = access.member_id() AND (SELECT access.my_role()) = 'coordinator');
CREATE POLICY unrecording ON call_volunteers FOR DELETE TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');

GRANT SELECT, INSERT ON call_shifts TO porchlight_app;
GRANT UPDATE (ended_at) ON call_shifts TO porchlight_app;
CREATE POLICY reading ON call_shifts FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND ((SELECT access.answers_calls()) OR (SELECT access.my_role()) = 'coordinator'));
CREATE POLICY making ON call_shifts FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');
CREATE POLICY ending ON call_shifts FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');
GRANT SELECT ON call_regulars, call_turns TO porchlight_app;
CREATE POLICY reading ON call_regulars FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND ((SELECT access.answers_calls()) OR (SELECT access.my_role()) = 'coordinator'));
CREATE POLICY reading ON call_turns FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND ((SELECT access.answers_calls()) OR (SELECT access.my_role()) = 'coordinator'));

-- A request is hers, and for as long as it is taken also the taker's. No coordinator.
GRANT SELECT ON callbacks, callback_events, callback_apart TO porchlight_app;
CREATE POLICY hers ON callbacks FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY taken ON callbacks FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND taken_by = access.member_id() AND closed_at IS NULL);
CREATE POLICY hers ON callback_events FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND callback_id IN (SELECT c.callback_id FROM callbacks c WHERE c.community_id = access.community_id()));
CREATE POLICY her_acts ON callback_events FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND actor_id = access.member_id());
CREATE POLICY hers ON callback_apart FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id() AND wished_by = 'her');
-- Her key opens for whoever has her on the telephone, with the server's.
CREATE POLICY on_the_phone ON member_keys FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = ANY ((SELECT access.called_ids())::uuid[]));

CREATE TRIGGER blocks_part_callers AFTER INSERT ON blocks FOR EACH ROW EXECUTE FUNCTION access.part_callers();
