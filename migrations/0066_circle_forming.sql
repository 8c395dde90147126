-- From a waiting list to circles: who waits and for what, who offers to look after a circle, the seats kept for each in a
-- circle that gathers, and what became of them. See docs/decisions/0055. Every act locks in one order: members, waits (by
-- id), the gathering circle, the facilitator's offer, the circle.

-- How a community forms circles; no row: it does not yet. `lower` and `upper` count the mothers, facilitators aside.
CREATE TABLE forming_settings (
  community_id uuid PRIMARY KEY REFERENCES communities ON DELETE CASCADE,
  open boolean NOT NULL DEFAULT false,         -- mothers may put themselves on the list
  lower smallint NOT NULL DEFAULT 6 CHECK (lower BETWEEN 2 AND 20),
  upper smallint NOT NULL DEFAULT 12 CHECK (upper BETWEEN 2 AND 20),
  every_days smallint NOT NULL DEFAULT 28 CHECK (every_days BETWEEN 7 AND 180),
  next_on date,                                -- the next forming, in the community's zone
  answer_days smallint NOT NULL DEFAULT 4 CHECK (answer_days BETWEEN 2 AND 14), -- so long a seat is kept
  leads smallint NOT NULL DEFAULT 2 CHECK (leads IN (1, 2)), -- facilitators of a circle at most; one at least
  meets text NOT NULL DEFAULT 'both' CHECK (meets IN ('in-person', 'online', 'both')),
  max_miles smallint CHECK (max_miles BETWEEN 1 AND 200),    -- null: as far as each said herself
  due_told_for date,                           -- the coordinators were told that this day has come
  changed_at timestamptz NOT NULL DEFAULT now(),
  CHECK (lower <= upper)
);

-- A member's place on the list. Where she is in motherhood stands in her answers and is read there, never copied here.
CREATE TABLE circle_waits (
  community_id uuid NOT NULL,
  wait_id uuid NOT NULL,
  member_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'offered', 'seated', 'withdrawn')),
  languages text[] NOT NULL CHECK (cardinality(languages) BETWEEN 1 AND 16),
  free text[] NOT NULL CHECK (cardinality(free) <= 28),            -- '2-evening'; empty: not said
  meets text NOT NULL CHECK (meets IN ('in-person', 'online', 'both')),
  max_miles smallint CHECK (max_miles BETWEEN 1 AND 200),          -- null: the engine's usual
  topics text[] NOT NULL DEFAULT '{}' CHECK (cardinality(topics) <= 20),    -- what she would like to share
  not_alone text[] NOT NULL DEFAULT '{}' CHECK (cardinality(not_alone) <= 20), -- in what she would not be the only one
  since timestamptz NOT NULL,                  -- her place in line; kept through seats she did not take
  first_in_line boolean NOT NULL DEFAULT false, -- a circle she had said yes to did not come together
  lapses smallint NOT NULL DEFAULT 0 CHECK (lapses >= 0), -- seats kept in a row without an answer
  told_round uuid,                             -- the last forming she was told of that she stays
  why jsonb NOT NULL DEFAULT '[]',             -- and why, in the engine's words: [{key, values}], of herself alone
  ended_at timestamptz,
  PRIMARY KEY (community_id, wait_id),
  CHECK ((state IN ('seated', 'withdrawn')) = (ended_at IS NOT NULL)),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE UNIQUE INDEX circle_waits_one ON circle_waits (community_id, member_id) WHERE state IN ('waiting', 'offered');
CREATE INDEX circle_waits_of ON circle_waits (community_id, member_id);
CREATE INDEX circle_waits_in_line ON circle_waits (community_id, first_in_line DESC, since) WHERE state = 'waiting';
CREATE INDEX circle_waits_over ON circle_waits (ended_at) WHERE ended_at IS NOT NULL;

-- An offer to look after circles that are made from the list. A coordinator says yes to her first.
CREATE TABLE circle_leads (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'offered' CHECK (state IN ('offered', 'approved', 'declined', 'left')),
  languages text[] NOT NULL CHECK (cardinality(languages) BETWEEN 1 AND 16),
  free text[] NOT NULL CHECK (cardinality(free) <= 28),
  meets text NOT NULL CHECK (meets IN ('in-person', 'online', 'both')),
  max_miles smallint CHECK (max_miles BETWEEN 1 AND 200),
  topics text[] NOT NULL DEFAULT '{}' CHECK (cardinality(topics) <= 20), -- what she knows herself and can hold
  circles smallint NOT NULL DEFAULT 1 CHECK (circles BETWEEN 1 AND 4),   -- at one time
  paused_at timestamptz,
  offered_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid,
  PRIMARY KEY (community_id, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, decided_by) REFERENCES members ON DELETE SET NULL (decided_by)
);

-- One forming, and the day it was planned for.
CREATE TABLE forming_rounds (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  round_id uuid NOT NULL,
  planned_for date NOT NULL,
  finished_at timestamptz NOT NULL,
  finished_by uuid,
  seated int NOT NULL CHECK (seated >= 0),     -- seats offered since the one before
  stayed int NOT NULL CHECK (stayed >= 0),
  PRIMARY KEY (community_id, round_id),
  FOREIGN KEY (community_id, finished_by) REFERENCES members ON DELETE SET NULL (finished_by)
);

-- A circle that gathers: approved by a coordinator, not open before a facilitator said yes. Then `circle_id` is set.
CREATE TABLE forming_circles (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  forming_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'gathering' CHECK (state IN ('gathering', 'begun', 'dissolved')),
  circle_id uuid,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  purpose text NOT NULL DEFAULT '' CHECK (length(purpose) <= 1000),
  charter text NOT NULL DEFAULT '' CHECK (length(charter) <= 6000),
  languages text[] NOT NULL CHECK (cardinality(languages) BETWEEN 1 AND 3), -- spoken in it, the first above all
  stages text[] NOT NULL DEFAULT '{}',
  age_from_months int,
  age_to_months int,
  topics text[] NOT NULL DEFAULT '{}',
  place text NOT NULL CHECK (place IN ('in-person', 'online')),
  country text,
  region text,
  postcode text,
  place_name text CHECK (length(place_name) <= 120),
  latitude double precision,
  longitude double precision,
  weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  start_time time NOT NULL,
  minutes int NOT NULL DEFAULT 60 CHECK (minutes BETWEEN 10 AND 1440),
  every_weeks smallint NOT NULL DEFAULT 1 CHECK (every_weeks BETWEEN 1 AND 8),
  time_zone text NOT NULL,
  lower smallint NOT NULL,
  upper smallint NOT NULL,
  answer_by timestamptz NOT NULL,
  made_by uuid,
  made_at timestamptz NOT NULL,
  short_told_at timestamptz,                   -- the coordinators were told that it is too small, or that nobody leads it
  begun_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (community_id, forming_id),
  UNIQUE (community_id, circle_id),
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE CASCADE,
  FOREIGN KEY (community_id, made_by) REFERENCES members ON DELETE SET NULL (made_by)
);
CREATE INDEX forming_circles_gathering ON forming_circles (community_id, made_at) WHERE state = 'gathering';

-- A seat kept for one of them. Never a second one for the same woman in the same circle.
CREATE TABLE circle_seats (
  community_id uuid NOT NULL,
  seat_id uuid NOT NULL,
  forming_id uuid NOT NULL,
  member_id uuid NOT NULL,
  wait_id uuid,                                -- null: a facilitator's
  role text NOT NULL CHECK (role IN ('member', 'facilitator')),
  state text NOT NULL DEFAULT 'offered' CHECK (state IN ('offered', 'taken', 'declined', 'lapsed', 'released')),
  reasons jsonb NOT NULL DEFAULT '[]',         -- [{key, values}], of the circle as a whole: never of one other in it
  offered_at timestamptz NOT NULL,
  answer_by timestamptz NOT NULL,
  reminded_at timestamptz,
  answered_at timestamptz,
  PRIMARY KEY (community_id, seat_id),
  UNIQUE (community_id, forming_id, member_id),
  FOREIGN KEY (community_id, forming_id) REFERENCES forming_circles ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, wait_id) REFERENCES circle_waits ON DELETE SET NULL (wait_id)
);
-- She weighs one seat, not a row of them.
CREATE UNIQUE INDEX circle_seats_one ON circle_seats (community_id, member_id) WHERE state = 'offered' AND role = 'member';
CREATE INDEX circle_seats_of ON circle_seats (community_id, member_id);
CREATE INDEX circle_seats_wait ON circle_seats (community_id, wait_id);
CREATE INDEX circle_seats_open ON circle_seats (answer_by) WHERE state = 'offered';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['forming_settings', 'circle_waits', 'circle_leads', 'forming_rounds', 'forming_circles', 'circle_seats'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO porchlight_app', t);
  END LOOP;
  -- Her own rows. Others learn of them through the functions below alone: coordinators, and nobody else.
  FOREACH t IN ARRAY ARRAY['circle_waits', 'circle_leads', 'circle_seats'] LOOP
    EXECUTE format('CREATE POLICY hers ON %I FOR SELECT TO porchlight_app
      USING (community_id = access.community_id() AND member_id = access.member_id())', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['forming_rounds', 'forming_circles'] LOOP
    EXECUTE format('CREATE POLICY coordinating ON %I FOR SELECT TO porchlight_app
      USING (community_id = access.community_id() AND (SELECT access.is_coordinator()))', t);
  END LOOP;
END $$;
-- When the next forming is, every member may know.
CREATE POLICY theirs ON forming_settings FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND access.member_id() IS NOT NULL);
GRANT INSERT (community_id, open, lower, upper, every_days, next_on, answer_days, leads, meets, max_miles),
  UPDATE (open, lower, upper, every_days, next_on, answer_days, leads, meets, max_miles, changed_at) ON forming_settings TO porchlight_app;
CREATE POLICY making ON forming_settings FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND (SELECT access.is_coordinator()));
CREATE POLICY changing ON forming_settings FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.is_coordinator()));

SET ROLE porchlight_policy;
-- Her place on the list: put down, or changed while she waits. Null: there is no open list, or she may not take part.
CREATE FUNCTION access.wait_for_circle(its_id uuid, her_languages text[], her_free text[], her_meets text, miles int,
    her_topics text[], company text[], moment timestamptz) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE standing uuid;
  BEGIN
    IF access.member_id() IS NULL OR NOT access.takes_part() THEN RETURN NULL; END IF;
    UPDATE public.circle_waits w SET languages = her_languages, free = her_free, meets = her_meets, max_miles = miles,
        topics = her_topics, not_alone = company
      WHERE w.community_id = access.community_id() AND w.member_id = access.member_id() AND w.state IN ('waiting', 'offered')
      RETURNING w.wait_id INTO standing;
    IF standing IS NOT NULL THEN RETURN standing; END IF;
    PERFORM FROM public.forming_settings s WHERE s.community_id = access.community_id() AND s.open FOR SHARE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    INSERT INTO public.circle_waits AS w (community_id, wait_id, member_id, languages, free, meets, max_miles, topics, not_alone, since)
      VALUES (access.community_id(), its_id, access.member_id(), her_languages, her_free, her_meets, miles, her_topics, company, moment)
      ON CONFLICT (community_id, member_id) WHERE state IN ('waiting', 'offered')
      DO UPDATE SET languages = her_languages, free = her_free, meets = her_meets, max_miles = miles, topics = her_topics,
        not_alone = company
      RETURNING w.wait_id INTO standing;
    RETURN standing;
  END $$;

-- Off the list, whatever is kept for her; nobody is told.
CREATE FUNCTION access.leave_waiting_list(moment timestamptz) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE w public.circle_waits; forming uuid;
  BEGIN
    SELECT * INTO w FROM public.circle_waits x WHERE x.community_id = access.community_id()
      AND x.member_id = access.member_id() AND x.state IN ('waiting', 'offered') FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    UPDATE public.circle_waits x SET state = 'withdrawn', ended_at = moment WHERE x.community_id = w.community_id AND x.wait_id = w.wait_id;
    UPDATE public.circle_seats s SET state = 'declined', answered_at = moment WHERE s.community_id = w.community_id
      AND s.wait_id = w.wait_id AND s.state IN ('offered', 'taken') RETURNING s.forming_id INTO forming;
    IF forming IS NOT NULL THEN PERFORM access.settle_forming(forming, moment); END IF;
    RETURN w.wait_id;
  END $$;

-- The undo: back to the place in line she had, for as long as what she said is kept.
CREATE FUNCTION access.return_to_waiting_list() RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.member_id() IS NULL OR NOT access.takes_part() OR NOT EXISTS (SELECT FROM public.forming_settings s
      WHERE s.community_id = access.community_id() AND s.open) THEN RETURN false; END IF;
    PERFORM FROM public.members m WHERE m.community_id = access.community_id() AND m.member_id = access.member_id() FOR NO KEY UPDATE;
    UPDATE public.circle_waits w SET state = 'waiting', ended_at = NULL, lapses = 0 WHERE w.community_id = access.community_id()
      AND w.wait_id = (SELECT x.wait_id FROM public.circle_waits x WHERE x.community_id = access.community_id()
        AND x.member_id = access.member_id() AND x.state = 'withdrawn' ORDER BY x.ended_at DESC, x.wait_id LIMIT 1)
      AND NOT EXISTS (SELECT FROM public.circle_waits x WHERE x.community_id = access.community_id()
        AND x.member_id = access.member_id() AND x.state IN ('waiting', 'offered'));
    RETURN FOUND;
  END $$;

-- A facilitator's offer; what she changes later stands without asking again, and one who had left asks anew.
CREATE FUNCTION access.offer_to_lead(her_languages text[], her_free text[], her_meets text, miles int, her_topics text[],
    many int, moment timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE said text;
  BEGIN
    IF access.member_id() IS NULL OR NOT access.takes_part() THEN RETURN NULL; END IF;
    INSERT INTO public.circle_leads AS l (community_id, member_id, languages, free, meets, max_miles, topics, circles, offered_at)
      VALUES (access.community_id(), access.member_id(), her_languages, her_free, her_meets, miles, her_topics, many, moment)
      ON CONFLICT (community_id, member_id) DO UPDATE SET languages = her_languages, free = her_free, meets = her_meets,
        max_miles = miles, topics = her_topics, circles = many,
        state = CASE l.state WHEN 'left' THEN 'offered' ELSE l.state END,
        offered_at = CASE l.state WHEN 'left' THEN moment ELSE l.offered_at END,
        paused_at = CASE l.state WHEN 'left' THEN NULL ELSE l.paused_at END
      RETURNING l.state INTO said;
    IF said = 'offered' THEN PERFORM access.notify('{}', 'forming.lead-offered', NULL, NULL, NULL, true, 'coordinators'); END IF;
    RETURN said;
  END $$;
-- 'pause', 'resume' or 'leave': hers in one tap. What was kept for her in a circle that gathers goes back with the last.
CREATE FUNCTION access.move_lead(what text, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE forming uuid;
  BEGIN
    PERFORM access.hold_asking(access.member_id());
    UPDATE public.circle_leads l SET paused_at = CASE what WHEN 'pause' THEN coalesce(l.paused_at, moment) END,
        state = CASE what WHEN 'leave' THEN 'left' ELSE l.state END
      WHERE l.community_id = access.community_id() AND l.member_id = access.member_id() AND l.state IN ('offered', 'approved')
        AND what IN ('pause', 'resume', 'leave');
    IF NOT FOUND THEN RETURN false; END IF;
    IF what = 'leave' THEN
      FOR forming IN SELECT x.forming_id FROM public.circle_seats x WHERE x.community_id = access.community_id()
          AND x.member_id = access.member_id() AND x.role = 'facilitator' AND x.state = 'offered' ORDER BY x.forming_id LOOP
        UPDATE public.circle_seats x SET state = 'declined', answered_at = moment WHERE x.community_id = access.community_id()
          AND x.forming_id = forming AND x.member_id = access.member_id() AND x.state = 'offered';
        PERFORM access.settle_forming(forming, moment);
      END LOOP;
    END IF;
    RETURN true;
  END $$;
-- The circles that gather and ask her to lead, held before her offer is.
CREATE FUNCTION access.hold_asking(lead uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM FROM public.forming_circles f WHERE f.community_id = access.community_id() AND f.forming_id IN (SELECT x.forming_id
      FROM public.circle_seats x WHERE x.community_id = access.community_id() AND x.member_id = lead AND x.role = 'facilitator'
        AND x.state = 'offered') ORDER BY f.forming_id FOR UPDATE; END $$;
CREATE FUNCTION access.decide_lead(member uuid, yes boolean, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE s public.circle_seats;
  BEGIN
    IF NOT access.is_coordinator() THEN RETURN false; END IF;
    PERFORM access.hold_asking(member);
    UPDATE public.circle_leads l SET state = CASE WHEN yes THEN 'approved' ELSE 'declined' END, decided_at = moment,
        decided_by = access.member_id()
      WHERE l.community_id = access.community_id() AND l.member_id = member
        AND l.state = ANY (CASE WHEN yes THEN ARRAY['offered', 'declined'] ELSE ARRAY['offered', 'approved'] END);
    IF NOT FOUND THEN RETURN false; END IF;
    -- Whom they no longer ask opens no circle with what she was asked before.
    FOR s IN SELECT x.* FROM public.circle_seats x WHERE NOT yes AND x.community_id = access.community_id() AND x.member_id = member
        AND x.role = 'facilitator' AND x.state = 'offered' ORDER BY x.forming_id LOOP
      PERFORM access.release_seat(s, moment);
    END LOOP;
    PERFORM access.notify(ARRAY[member], CASE WHEN yes THEN 'forming.lead-welcome' ELSE 'forming.lead-not-now' END, NULL, NULL, NULL, true);
    RETURN true;
  END $$;

-- Circles she is asked to lead or leads, of those made here, while they live.
CREATE FUNCTION access.circles_led(member uuid) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT count(*)::int FROM public.circle_seats s JOIN public.forming_circles f USING (community_id, forming_id)
    LEFT JOIN public.circles c ON c.community_id = f.community_id AND c.circle_id = f.circle_id
    WHERE s.community_id = access.community_id() AND s.member_id = member AND s.role = 'facilitator'
      AND s.state IN ('offered', 'taken') AND f.state <> 'dissolved' AND c.closed_at IS NULL AND c.archived_at IS NULL
      AND (f.circle_id IS NULL OR s.state = 'offered' OR EXISTS (SELECT FROM public.circle_members m
        WHERE m.community_id = f.community_id AND m.circle_id = f.circle_id AND m.member_id = member AND m.role = 'facilitator')) $$;

-- Everybody who waits, for a coordinator's forming. Where each of them is today, as she tells it today; `apart`: whom of the
-- list and of those who offered to lead she is never brought together with; `turned_down`: gathering circles she had a seat in.
CREATE FUNCTION access.waiting_for_circles()
  RETURNS TABLE (wait_id uuid, member_id uuid, display_name text, since timestamptz, first_in_line boolean, languages text[],
    free text[], meets text, max_miles smallint, topics text[], not_alone text[], stages jsonb, told text[],
    milestones_ended_at timestamptz, time_zone text, country text, region text, latitude double precision,
    longitude double precision, apart uuid[], turned_down uuid[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.is_coordinator() THEN RETURN; END IF;
    RETURN QUERY
    SELECT w.wait_id, w.member_id, m.display_name, w.since, w.first_in_line, w.languages, w.free, w.meets, w.max_miles, w.topics,
      w.not_alone, coalesce(a.stages, '[]'), coalesce(a.topics, '{}'), a.milestones_ended_at, coalesce(m.time_zone, c.time_zone),
      a.country, a.region, a.latitude, a.longitude, access.apart_from(w.member_id),
      ARRAY(SELECT s.forming_id FROM public.circle_seats s WHERE s.community_id = w.community_id AND s.member_id = w.member_id)
    FROM public.circle_waits w JOIN public.members m USING (community_id, member_id) JOIN public.communities c USING (community_id)
    LEFT JOIN public.answers a USING (community_id, member_id)
    WHERE w.community_id = access.community_id() AND w.state = 'waiting'
      AND access.suspended_until(w.community_id, w.member_id) IS NULL
    ORDER BY w.first_in_line DESC, w.since, w.wait_id;
  END $$;
-- Whom a member and somebody else, of either's doing, keep away from each other.
CREATE FUNCTION access.apart_from(member uuid) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT coalesce(array_agg(DISTINCT x), '{}') FROM (
      SELECT b.blocked_id AS x FROM public.blocks b WHERE b.community_id = access.community_id() AND b.blocker_id = member
      UNION SELECT b.blocker_id FROM public.blocks b WHERE b.community_id = access.community_id() AND b.blocked_id = member
      UNION SELECT u.muted_id FROM public.mutes u WHERE u.community_id = access.community_id() AND u.member_id = member
      UNION SELECT u.member_id FROM public.mutes u WHERE u.community_id = access.community_id() AND u.muted_id = member
      UNION SELECT k.other_id FROM public.kept_apart k WHERE k.community_id = access.community_id() AND k.one_id = member
      UNION SELECT k.one_id FROM public.kept_apart k WHERE k.community_id = access.community_id() AND k.other_id = member) a $$;

-- Those who offered to lead, for coordinators. `left_over` is what she may still take on; 0 unless approved and not pausing.
CREATE FUNCTION access.circle_leads_now()
  RETURNS TABLE (member_id uuid, display_name text, state text, paused_at timestamptz, offered_at timestamptz, languages text[],
    free text[], meets text, max_miles smallint, topics text[], circles smallint, left_over int, looks_after int,
    stages jsonb, told text[], milestones_ended_at timestamptz, time_zone text, latitude double precision,
    longitude double precision, apart uuid[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.is_coordinator() THEN RETURN; END IF;
    RETURN QUERY
    SELECT l.member_id, m.display_name, l.state, l.paused_at, l.offered_at, l.languages, l.free, l.meets, l.max_miles, l.topics,
      l.circles, CASE WHEN l.state = 'approved' AND l.paused_at IS NULL AND access.suspended_until(l.community_id, l.member_id) IS NULL
        THEN greatest(0, l.circles - access.circles_led(l.member_id)) ELSE 0 END,
      (SELECT count(*)::int FROM public.circle_members p JOIN public.circles x USING (community_id, circle_id)
        WHERE p.community_id = l.community_id AND p.member_id = l.member_id AND p.role = 'facilitator' AND x.joining <> 'hidden'
          AND x.closed_at IS NULL AND x.archived_at IS NULL),
      coalesce(a.stages, '[]'), coalesce(a.topics, '{}'), a.milestones_ended_at, coalesce(m.time_zone, c.time_zone),
      a.latitude, a.longitude, access.apart_from(l.member_id)
    FROM public.circle_leads l JOIN public.members m USING (community_id, member_id) JOIN public.communities c USING (community_id)
    LEFT JOIN public.answers a USING (community_id, member_id)
    WHERE l.community_id = access.community_id() AND l.state <> 'left'
    ORDER BY l.state <> 'offered', l.offered_at, l.member_id;
  END $$;

-- Keeps seats for those of `waits` who still wait, and for the facilitators, in a circle that gathers.
-- 'made'; 'changed': fewer than the least are left of them, one of them would be alone as she asked not to be, or two of them
-- are kept apart by now; 'leads': a facilitator has
-- no room any more. `sayings`: {wait_id or member_id: sentences}.
CREATE FUNCTION access.make_forming_circle(its_id uuid, plan jsonb, waits uuid[], leads uuid[], sayings jsonb, moment timestamptz)
  RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE s public.forming_settings; here uuid := access.community_id(); staying uuid[]; company uuid[]; until timestamptz;
  BEGIN
    IF NOT access.is_coordinator() THEN RETURN 'absent'; END IF;
    SELECT * INTO s FROM public.forming_settings x WHERE x.community_id = here FOR SHARE;
    IF NOT FOUND OR cardinality(leads) NOT BETWEEN 1 AND 2 OR cardinality(waits) > s.upper THEN RETURN 'absent'; END IF;
    -- Whoever is just leaving is left out, and not waited for.
    staying := ARRAY(SELECT m.member_id FROM public.members m WHERE m.community_id = here AND (m.member_id = ANY (leads)
        OR m.member_id IN (SELECT w.member_id FROM public.circle_waits w WHERE w.community_id = here AND w.wait_id = ANY (waits)))
        AND access.suspended_until(here, m.member_id) IS NULL
      ORDER BY m.member_id FOR KEY SHARE SKIP LOCKED);
    IF NOT leads <@ staying THEN RETURN 'leads'; END IF;
    waits := ARRAY(SELECT w.wait_id FROM public.circle_waits w WHERE w.community_id = here AND w.wait_id = ANY (waits)
      AND w.state = 'waiting' AND w.member_id = ANY (staying) AND w.member_id <> ALL (leads) ORDER BY w.wait_id FOR UPDATE);
    waits := ARRAY(SELECT w.wait_id FROM public.circle_waits w WHERE w.community_id = here AND w.wait_id = ANY (waits)
      AND NOT access.would_hurt(w.member_id, plan) ORDER BY w.wait_id);
    IF cardinality(waits) < s.lower OR cardinality(access.left_alone(waits)) > 0 THEN RETURN 'changed'; END IF;
    company := leads || ARRAY(SELECT w.member_id FROM public.circle_waits w WHERE w.community_id = here AND w.wait_id = ANY (waits));
    IF EXISTS (SELECT FROM unnest(company) one, unnest(company) other WHERE one < other AND NOT access.may_meet(one, other)) THEN
      RETURN 'changed';
    END IF;
    PERFORM FROM public.circle_leads l WHERE l.community_id = here AND l.member_id = ANY (leads) ORDER BY l.member_id FOR UPDATE;
    IF EXISTS (SELECT FROM unnest(leads) one WHERE NOT EXISTS (SELECT FROM public.circle_leads l WHERE l.community_id = here
        AND l.member_id = one AND l.state = 'approved' AND l.paused_at IS NULL AND l.circles > access.circles_led(one))) THEN
      RETURN 'leads';
    END IF;
    until := moment + make_interval(days => s.answer_days);
    INSERT INTO public.forming_circles (community_id, forming_id, name, purpose, charter, languages, stages, age_from_months,
        age_to_months, topics, place, country, region, postcode, place_name, latitude, longitude, weekday, start_time, minutes,
        every_weeks, time_zone, lower, upper, answer_by, made_by, made_at)
      SELECT here, its_id, p.name, coalesce(p.purpose, ''), coalesce(p.charter, ''), p.languages, coalesce(p.stages, '{}'),
        p.age_from_months, p.age_to_months, coalesce(p.topics, '{}'), p.place, p.country, p.region, p.postcode, p.place_name,
        p.latitude, p.longitude, p.weekday, p.start_time, coalesce(p.minutes, 60), coalesce(p.every_weeks, 1), p.time_zone,
        s.lower, s.upper, until, access.member_id(), moment
      FROM jsonb_populate_record(NULL::public.forming_circles, plan) p;
    PERFORM access.keep_seats(its_id, waits, leads, sayings, until, moment);
    RETURN 'made';
  END $$;

-- A circle among babies, for somebody who grieves and has none there, or who wants no more of milestones: said a moment ago
-- as well, whatever was worked out before. `circle`: {stages, topics}.
CREATE FUNCTION access.would_hurt(member uuid, circle jsonb) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT coalesce(circle -> 'stages' ?| ARRAY['trying', 'expecting', 'baby', 'toddler'], false)
      AND NOT coalesce(circle -> 'stages' ? 'loss' OR circle -> 'topics' ? 'loss', false)
      AND EXISTS (SELECT FROM public.answers a WHERE a.community_id = access.community_id() AND a.member_id = member
        AND (a.stages @> '[{"kind":"loss"}]' OR a.milestones_ended_at IS NOT NULL
          OR 'loss' = ANY (a.topics) AND jsonb_array_length(a.stages) = 0)
        AND NOT EXISTS (SELECT FROM jsonb_array_elements(a.stages) one WHERE circle -> 'stages' ? (one ->> 'kind')
          AND (a.milestones_ended_at IS NULL OR one ->> 'kind' NOT IN ('expecting', 'baby')))) $$;

-- Of those who wait together, whoever is the only one in something in which she asked not to be.
CREATE FUNCTION access.left_alone(waits uuid[]) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ WITH company AS (SELECT w.wait_id, w.not_alone, w.topics || w.not_alone
        || CASE WHEN a.stages @> '[{"kind":"loss"}]' OR 'loss' = ANY (a.topics) THEN '{loss}'::text[] ELSE '{}' END
        || CASE WHEN a.stages @> '[{"kind":"adopting"}]' THEN '{adoption}'::text[] ELSE '{}' END AS lives
      FROM public.circle_waits w LEFT JOIN public.answers a USING (community_id, member_id)
      WHERE w.community_id = access.community_id() AND w.wait_id = ANY (waits))
    SELECT coalesce(array_agg(c.wait_id), '{}') FROM company c WHERE EXISTS (SELECT FROM unnest(c.not_alone) topic
      WHERE NOT EXISTS (SELECT FROM company o WHERE o.wait_id <> c.wait_id AND topic = ANY (o.lives))) $$;

-- For the functions here alone: the waits are held by whoever asks.
CREATE FUNCTION access.keep_seats(forming uuid, waits uuid[], leads uuid[], sayings jsonb, until timestamptz, moment timestamptz)
  RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE seat record;
  BEGIN
    FOR seat IN INSERT INTO public.circle_seats (community_id, seat_id, forming_id, member_id, wait_id, role, reasons, offered_at, answer_by)
        SELECT access.community_id(), gen_random_uuid(), forming, w.member_id, w.wait_id, 'member',
          coalesce(sayings -> w.wait_id::text, '[]'), moment, until
        FROM public.circle_waits w WHERE w.community_id = access.community_id() AND w.wait_id = ANY (waits)
        UNION ALL SELECT access.community_id(), gen_random_uuid(), forming, l, NULL, 'facilitator', coalesce(sayings -> l::text, '[]'), moment, until
        FROM unnest(leads) l RETURNING seat_id, member_id, role LOOP
      PERFORM access.notify(ARRAY[seat.member_id], CASE seat.role WHEN 'member' THEN 'forming.seat' ELSE 'forming.lead-seat' END,
        NULL, NULL, seat.seat_id, true);
    END LOOP;
    UPDATE public.circle_waits w SET state = 'offered', why = '[]' WHERE w.community_id = access.community_id() AND w.wait_id = ANY (waits);
  END $$;

-- More seats in a circle that gathers and has room: for those of the list who suit it. Resolves to how many were kept.
CREATE FUNCTION access.keep_more_seats(forming uuid, waits uuid[], leads uuid[], sayings jsonb, moment timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE f public.forming_circles; here uuid := access.community_id(); company uuid[]; until timestamptz; room int;
  BEGIN
    IF NOT access.is_coordinator() THEN RETURN 0; END IF;
    PERFORM FROM public.members m WHERE m.community_id = here AND (m.member_id = ANY (leads) OR m.member_id IN (SELECT w.member_id
      FROM public.circle_waits w WHERE w.community_id = here AND w.wait_id = ANY (waits))) ORDER BY m.member_id FOR KEY SHARE;
    waits := ARRAY(SELECT w.wait_id FROM public.circle_waits w WHERE w.community_id = here AND w.wait_id = ANY (waits)
      AND w.state = 'waiting' AND access.suspended_until(here, w.member_id) IS NULL ORDER BY w.wait_id FOR UPDATE);
    SELECT * INTO f FROM public.forming_circles x WHERE x.community_id = here AND x.forming_id = forming AND x.state = 'gathering' FOR UPDATE;
    IF NOT FOUND THEN RETURN 0; END IF;
    PERFORM FROM public.circle_leads l WHERE l.community_id = here AND l.member_id = ANY (leads) ORDER BY l.member_id FOR UPDATE;
    company := access.company_of(forming);
    leads := ARRAY(SELECT l FROM unnest(leads) l WHERE NOT EXISTS (SELECT FROM public.circle_seats s WHERE s.community_id = here
        AND s.forming_id = forming AND s.member_id = l) AND NOT EXISTS (SELECT FROM unnest(company) o WHERE NOT access.may_meet(l, o))
      AND EXISTS (SELECT FROM public.circle_leads x WHERE x.community_id = here AND x.member_id = l AND x.state = 'approved'
        AND x.paused_at IS NULL AND x.circles > access.circles_led(l))
      LIMIT greatest(0, 2 - (SELECT count(*) FROM public.circle_seats s WHERE s.community_id = here AND s.forming_id = forming
        AND s.role = 'facilitator' AND s.state IN ('offered', 'taken'))));
    room := f.upper - (SELECT count(*) FROM public.circle_seats s WHERE s.community_id = here AND s.forming_id = forming
      AND s.role = 'member' AND s.state IN ('offered', 'taken'));
    waits := ARRAY(SELECT w.wait_id FROM public.circle_waits w WHERE w.community_id = here AND w.wait_id = ANY (waits)
        AND w.member_id <> ALL (leads) AND NOT access.would_hurt(w.member_id, to_jsonb(f))
        AND NOT EXISTS (SELECT FROM public.circle_seats s WHERE s.community_id = here AND s.forming_id = forming AND s.member_id = w.member_id)
        AND NOT EXISTS (SELECT FROM unnest(company || leads) o WHERE NOT access.may_meet(w.member_id, o))
        AND NOT EXISTS (SELECT FROM public.circle_waits v WHERE v.community_id = here AND v.wait_id = ANY (waits)
          AND v.wait_id <> w.wait_id AND NOT access.may_meet(w.member_id, v.member_id))
      ORDER BY w.first_in_line DESC, w.since, w.wait_id LIMIT greatest(0, room));
    waits := ARRAY(SELECT w FROM unnest(waits) w WHERE w <> ALL (access.left_alone(waits || ARRAY(SELECT s.wait_id
      FROM public.circle_seats s WHERE s.community_id = here AND s.forming_id = forming AND s.state IN ('offered', 'taken')))));
    SELECT moment + make_interval(days => s.answer_days) INTO until FROM public.forming_settings s WHERE s.community_id = here;
    PERFORM access.keep_seats(forming, waits, leads, sayings, until, moment);
    UPDATE public.forming_circles x SET short_told_at = NULL, answer_by = until WHERE x.community_id = here AND x.forming_id = forming
      AND cardinality(waits) + cardinality(leads) > 0;
    UPDATE public.circles c SET cap = access.room_of(f) WHERE c.community_id = here AND c.circle_id = f.circle_id AND c.cap < access.room_of(f);
    RETURN cardinality(waits) + cardinality(leads);
  END $$;
-- Those with a seat in it, answered or not.
CREATE FUNCTION access.company_of(forming uuid) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT coalesce(array_agg(s.member_id), '{}') FROM public.circle_seats s WHERE s.community_id = access.community_id()
    AND s.forming_id = forming AND s.state IN ('offered', 'taken') $$;
-- The most that may be in it: mothers, and those who lead it.
CREATE FUNCTION access.room_of(f public.forming_circles) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT f.upper + count(*)::int FROM public.circle_seats s WHERE s.community_id = f.community_id
    AND s.forming_id = f.forming_id AND s.role = 'facilitator' AND s.state IN ('offered', 'taken') $$;
-- Seats kept for others in a circle that is open already: nobody comes in at another door in their place.
CREATE FUNCTION access.seats_kept(circle uuid) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT count(*)::int FROM public.forming_circles f JOIN public.circle_seats s USING (community_id, forming_id)
    WHERE f.community_id = access.community_id() AND f.circle_id = circle AND s.state = 'offered'
      AND s.member_id IS DISTINCT FROM access.member_id() $$;

-- The seats kept for her, the newest first: all of the circle she may know before she says yes. `company`: how many mothers
-- it is for beside her. `led_by`: first names of those who are asked to look after it.
CREATE FUNCTION access.my_seats()
  RETURNS TABLE (seat_id uuid, role text, state text, reasons jsonb, offered_at timestamptz, answer_by timestamptz,
    circle_state text, circle_id uuid, name text, purpose text, languages text[], stages text[], age_from_months int,
    age_to_months int, topics text[], place text, region text, place_name text, weekday smallint, start_time time, minutes int,
    every_weeks smallint, time_zone text, company int, led_by text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT s.seat_id, s.role, s.state, s.reasons, s.offered_at, s.answer_by, f.state, f.circle_id, f.name, f.purpose, f.languages,
      f.stages, f.age_from_months, f.age_to_months, f.topics, f.place, f.region, f.place_name, f.weekday, f.start_time, f.minutes,
      f.every_weeks, f.time_zone,
      (SELECT count(*)::int FROM public.circle_seats o WHERE o.community_id = f.community_id AND o.forming_id = f.forming_id
        AND o.role = 'member' AND o.state IN ('offered', 'taken') AND o.member_id <> s.member_id),
      ARRAY(SELECT split_part(btrim(m.display_name), ' ', 1) FROM public.circle_seats o JOIN public.members m USING (community_id, member_id)
        WHERE o.community_id = f.community_id AND o.forming_id = f.forming_id AND o.role = 'facilitator'
          AND o.state IN ('offered', 'taken') AND o.member_id <> s.member_id ORDER BY o.member_id)
    FROM public.circle_seats s JOIN public.forming_circles f USING (community_id, forming_id)
    WHERE s.community_id = access.community_id() AND s.member_id = access.member_id() AND access.takes_part()
    ORDER BY s.offered_at DESC, s.seat_id; END $$;

-- What is over is not announced any more.
CREATE FUNCTION access.forget_seat_news(seats uuid[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DELETE FROM public.notifications n WHERE n.community_id = access.community_id() AND n.seen_at IS NULL
    AND n.subject_id = ANY (seats) AND n.kind IN ('forming.seat', 'forming.seat-waits', 'forming.lead-seat') $$;

-- Looks at a gathering circle after an answer: whoever would be alone in it as she asked not to be is not kept there; all are
-- there and it begins; or it is too small or without anybody to lead it, which the coordinators are told once.
CREATE FUNCTION access.settle_forming(its_id uuid, moment timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE f public.forming_circles; n record; lonely public.circle_seats;
  BEGIN
    SELECT * INTO f FROM public.forming_circles x WHERE x.community_id = access.community_id() AND x.forming_id = its_id
      AND x.state = 'gathering' FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    -- Nobody is waited for here: who holds her own wait just now looks again when she is done.
    SELECT s.* INTO lonely FROM public.circle_seats s JOIN public.circle_waits w USING (community_id, wait_id)
      WHERE s.community_id = f.community_id AND s.forming_id = its_id AND (s.state = 'offered' OR s.state = 'taken' AND f.circle_id IS NULL)
        AND s.wait_id = ANY (access.left_alone(ARRAY(SELECT o.wait_id FROM public.circle_seats o WHERE o.community_id = f.community_id
          AND o.forming_id = its_id AND o.role = 'member' AND o.state IN ('offered', 'taken'))))
      ORDER BY s.wait_id LIMIT 1 FOR UPDATE OF w SKIP LOCKED;
    IF FOUND THEN PERFORM access.give_seat_back(lonely, moment); RETURN; END IF;
    SELECT count(*) FILTER (WHERE s.role = 'member' AND s.state = 'taken') AS mothers,
        count(*) FILTER (WHERE s.role = 'member' AND s.state = 'offered') AS asked,
        count(*) FILTER (WHERE s.role = 'facilitator' AND s.state IN ('offered', 'taken')) AS leading,
        count(*) FILTER (WHERE s.state = 'offered') AS pending
      INTO n FROM public.circle_seats s WHERE s.community_id = f.community_id AND s.forming_id = its_id;
    IF f.circle_id IS NOT NULL AND n.pending = 0 AND n.mothers >= f.lower THEN
      UPDATE public.forming_circles x SET state = 'begun', begun_at = moment WHERE x.community_id = f.community_id AND x.forming_id = its_id;
    ELSIF f.short_told_at IS NULL AND (n.mothers + n.asked < f.lower OR n.leading = 0) THEN
      UPDATE public.forming_circles x SET short_told_at = moment WHERE x.community_id = f.community_id AND x.forming_id = its_id;
      PERFORM access.notify('{}', 'forming.short', NULL, NULL, its_id, true, 'coordinators');
    END IF;
  END $$;

-- The circle itself, with the facilitator whose yes opens it and the mothers who said theirs before. `staying` are held.
CREATE FUNCTION access.open_forming(f public.forming_circles, circle uuid, leader uuid, staying uuid[], moment timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE coming uuid[];
  BEGIN
    INSERT INTO public.circles (community_id, circle_id, name, purpose, charter, joining, cap, languages, stages, age_from_months,
        age_to_months, topics, place, country, region, postcode, place_name, latitude, longitude, weekday, start_time, minutes,
        every_weeks, time_zone, created_by)
      VALUES (f.community_id, circle, f.name, f.purpose, f.charter, 'private', access.room_of(f), f.languages, f.stages,
        f.age_from_months, f.age_to_months, f.topics, f.place, f.country, f.region, f.postcode, f.place_name, f.latitude,
        f.longitude, f.weekday, f.start_time, f.minutes, f.every_weeks, f.time_zone, leader);
    UPDATE public.forming_circles x SET circle_id = circle WHERE x.community_id = f.community_id AND x.forming_id = f.forming_id;
    coming := ARRAY(SELECT s.member_id FROM public.circle_seats s WHERE s.community_id = f.community_id AND s.forming_id = f.forming_id
      AND s.state = 'taken' AND s.member_id = ANY (staying) AND s.member_id <> leader
      AND access.suspended_until(f.community_id, s.member_id) IS NULL);
    INSERT INTO public.circle_members (community_id, circle_id, member_id, role, greets, greeter_id)
      SELECT f.community_id, circle, s.member_id, s.role, s.role = 'facilitator', CASE s.role WHEN 'member' THEN leader END
      FROM public.circle_seats s WHERE s.community_id = f.community_id AND s.forming_id = f.forming_id AND s.member_id = ANY (coming);
    UPDATE public.circle_waits w SET state = 'seated', ended_at = moment, lapses = 0, first_in_line = false FROM public.circle_seats s
      WHERE s.community_id = f.community_id AND s.forming_id = f.forming_id AND s.member_id = ANY (coming)
        AND w.community_id = s.community_id AND w.wait_id = s.wait_id;
    -- Somebody who may take no part just now keeps her place for when she may.
    UPDATE public.circle_waits w SET state = 'waiting', first_in_line = true FROM public.circle_seats s
      WHERE s.community_id = f.community_id AND s.forming_id = f.forming_id AND s.state = 'taken' AND s.member_id = ANY (staying)
        AND s.member_id <> ALL (coming) AND w.community_id = s.community_id AND w.wait_id = s.wait_id;
    UPDATE public.circle_seats s SET state = 'released', answered_at = moment WHERE s.community_id = f.community_id
      AND s.forming_id = f.forming_id AND s.state = 'taken' AND s.member_id = ANY (staying) AND s.member_id <> ALL (coming)
      AND s.member_id <> leader;
    PERFORM access.notify(coming, 'forming.opens', circle, NULL, NULL, true);
  END $$;

-- Her yes or no to a seat. 'in' (she is in the circle), 'yes' (it opens when a facilitator says yes), 'no'; 'gone' when the
-- seat is no more; null when there is none of hers.
CREATE FUNCTION access.answer_seat(its_id uuid, yes boolean, circle uuid, moment timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE s public.circle_seats; f public.forming_circles; here uuid := access.community_id(); me uuid := access.member_id(); staying uuid[];
  BEGIN
    SELECT * INTO s FROM public.circle_seats x WHERE x.community_id = here AND x.seat_id = its_id AND x.member_id = me;
    IF NOT FOUND OR NOT access.takes_part() THEN RETURN NULL; END IF;
    staying := ARRAY(SELECT m.member_id FROM public.members m WHERE m.community_id = here
      AND m.member_id = ANY (access.company_of(s.forming_id)) ORDER BY m.member_id FOR KEY SHARE SKIP LOCKED);
    PERFORM FROM public.circle_waits w WHERE w.community_id = here AND w.wait_id IN (SELECT x.wait_id FROM public.circle_seats x
      WHERE x.community_id = here AND x.forming_id = s.forming_id) ORDER BY w.wait_id FOR UPDATE;
    SELECT * INTO f FROM public.forming_circles x WHERE x.community_id = here AND x.forming_id = s.forming_id FOR UPDATE;
    SELECT * INTO s FROM public.circle_seats x WHERE x.community_id = here AND x.seat_id = its_id AND x.member_id = me FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF s.state = 'taken' AND (yes OR f.circle_id IS NOT NULL) THEN RETURN CASE WHEN f.circle_id IS NULL THEN 'yes' ELSE 'in' END; END IF;
    IF s.state NOT IN ('offered', 'taken') OR f.state = 'dissolved' OR EXISTS (SELECT FROM public.circles c WHERE c.community_id = here
      AND c.circle_id = f.circle_id AND (c.closed_at IS NOT NULL OR c.archived_at IS NOT NULL)) THEN RETURN 'gone'; END IF;
    PERFORM access.forget_seat_news(ARRAY[its_id]);
    IF NOT yes THEN
      UPDATE public.circle_seats x SET state = 'declined', answered_at = moment WHERE x.community_id = here AND x.seat_id = its_id;
      UPDATE public.circle_waits w SET state = 'waiting', lapses = 0 WHERE w.community_id = here AND w.wait_id = s.wait_id AND w.state = 'offered';
      PERFORM access.settle_forming(s.forming_id, moment);
      RETURN 'no';
    END IF;
    IF NOT me = ANY (staying) THEN RETURN 'gone'; END IF;
    UPDATE public.circle_seats x SET state = 'taken', answered_at = moment WHERE x.community_id = here AND x.seat_id = its_id;
    UPDATE public.circle_waits w SET lapses = 0 WHERE w.community_id = here AND w.wait_id = s.wait_id;
    IF f.circle_id IS NULL AND s.role = 'facilitator' THEN
      PERFORM access.open_forming(f, circle, me, staying, moment);
    ELSIF f.circle_id IS NOT NULL THEN
      INSERT INTO public.circle_members (community_id, circle_id, member_id, role, greets, greeter_id)
        VALUES (here, f.circle_id, me, s.role, s.role = 'facilitator',
          CASE s.role WHEN 'member' THEN access.choose_greeter(f.circle_id, me) END)
        ON CONFLICT (community_id, circle_id, member_id) DO UPDATE
          SET role = CASE WHEN excluded.role = 'facilitator' THEN 'facilitator' ELSE circle_members.role END;
      UPDATE public.circle_waits w SET state = 'seated', ended_at = moment, first_in_line = false
        WHERE w.community_id = here AND w.wait_id = s.wait_id;
    END IF;
    PERFORM access.settle_forming(s.forming_id, moment);
    RETURN CASE WHEN f.circle_id IS NULL AND s.role = 'member' THEN 'yes' ELSE 'in' END;
  END $$;

-- A circle that did not come together: whoever held a seat goes back to her place, first in line, and is told. What was
-- written there stays readable to those who were in it.
CREATE FUNCTION access.dissolve_forming(its_id uuid, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE f public.forming_circles; here uuid := access.community_id(); back uuid[]; seats uuid[]; leaders uuid[];
  BEGIN
    IF NOT (access.is_coordinator() OR access.in_job()) THEN RETURN false; END IF;
    PERFORM FROM public.circle_waits w WHERE w.community_id = here AND w.wait_id IN (SELECT x.wait_id FROM public.circle_seats x
      WHERE x.community_id = here AND x.forming_id = its_id) ORDER BY w.wait_id FOR UPDATE;
    SELECT * INTO f FROM public.forming_circles x WHERE x.community_id = here AND x.forming_id = its_id AND x.state = 'gathering' FOR UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    -- Whoever has left the circle again by herself has had her own end of it.
    SELECT coalesce(array_agg(s.seat_id), '{}'), coalesce(array_agg(s.wait_id) FILTER (WHERE s.role = 'member'), '{}'),
        coalesce(array_agg(s.member_id) FILTER (WHERE s.role = 'facilitator'), '{}') INTO seats, back, leaders
      FROM public.circle_seats s WHERE s.community_id = here AND s.forming_id = its_id AND (s.state = 'offered' OR s.state = 'taken'
        AND (f.circle_id IS NULL OR EXISTS (SELECT FROM public.circle_members m WHERE m.community_id = here
          AND m.circle_id = f.circle_id AND m.member_id = s.member_id)));
    UPDATE public.circle_seats s SET state = 'released', answered_at = moment WHERE s.community_id = here AND s.seat_id = ANY (seats);
    PERFORM access.forget_seat_news(seats);
    UPDATE public.circle_waits w SET state = 'waiting', ended_at = NULL, first_in_line = true WHERE w.community_id = here
      AND w.wait_id = ANY (back) AND (w.state = 'offered' OR w.state = 'seated' AND NOT EXISTS (SELECT FROM public.circle_waits o
        WHERE o.community_id = here AND o.member_id = w.member_id AND o.state IN ('waiting', 'offered')));
    UPDATE public.circle_waits w SET first_in_line = true FROM public.circle_waits o WHERE o.community_id = here AND o.wait_id = ANY (back)
      AND w.community_id = here AND w.member_id = o.member_id AND w.state IN ('waiting', 'offered');
    UPDATE public.circles c SET archived_at = moment, in_change = true WHERE c.community_id = here AND c.circle_id = f.circle_id
      AND c.archived_at IS NULL AND c.closed_at IS NULL;
    UPDATE public.forming_circles x SET state = 'dissolved', ended_at = moment WHERE x.community_id = here AND x.forming_id = its_id;
    PERFORM access.notify(ARRAY(SELECT w.member_id FROM public.circle_waits w WHERE w.community_id = here AND w.wait_id = ANY (back)),
      'forming.dissolved', NULL, NULL, its_id, true);
    PERFORM access.notify(leaders, 'forming.lead-dissolved', NULL, NULL, its_id, true);
    RETURN true;
  END $$;
-- It begins with those who are there. Seats that are still kept stay so until their hour.
CREATE FUNCTION access.begin_forming(its_id uuid, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.forming_circles x SET state = 'begun', begun_at = moment WHERE x.community_id = access.community_id()
      AND x.forming_id = its_id AND x.state = 'gathering' AND x.circle_id IS NOT NULL AND access.is_coordinator()
      AND EXISTS (SELECT FROM public.circle_seats s WHERE s.community_id = x.community_id AND s.forming_id = its_id
        AND s.role = 'member' AND s.state = 'taken');
    RETURN FOUND; END $$;

-- The forming of that day is done: whoever stays is told, once, when the next is and why not yet. False: another coordinator was
-- first, or names another day since.
CREATE FUNCTION access.finish_forming_round(its_id uuid, planned date, next_one date, whys jsonb, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); staying uuid[];
  BEGIN
    IF NOT access.is_coordinator() THEN RETURN false; END IF;
    PERFORM FROM public.forming_settings s WHERE s.community_id = here AND coalesce(s.next_on, planned) = planned FOR NO KEY UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    staying := ARRAY(SELECT w.wait_id FROM public.circle_waits w WHERE w.community_id = here AND w.state = 'waiting'
      AND access.suspended_until(here, w.member_id) IS NULL ORDER BY w.wait_id FOR UPDATE);
    INSERT INTO public.forming_rounds (community_id, round_id, planned_for, finished_at, finished_by, seated, stayed)
      SELECT here, its_id, planned, moment, access.member_id(), (SELECT count(*) FROM public.circle_seats s
          WHERE s.community_id = here AND s.role = 'member' AND s.offered_at > coalesce((SELECT max(r.finished_at)
            FROM public.forming_rounds r WHERE r.community_id = here), '-infinity')), cardinality(staying);
    UPDATE public.forming_settings s SET next_on = next_one WHERE s.community_id = here;
    UPDATE public.circle_waits w SET told_round = its_id, why = coalesce(whys -> w.wait_id::text, '[]')
      WHERE w.community_id = here AND w.wait_id = ANY (staying);
    PERFORM access.notify(ARRAY(SELECT w.member_id FROM public.circle_waits w WHERE w.community_id = here AND w.wait_id = ANY (staying)),
      'forming.still-waiting', NULL, NULL, its_id, true);
    RETURN true;
  END $$;

-- For coordinators: figures of the list, and the circles that gather. Nobody's answers are in them.
CREATE FUNCTION access.forming_figures(since_then timestamptz) RETURNS TABLE (waiting int, asked int, longest timestamptz, seated int,
    declined int, lapsed int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.is_coordinator() THEN RETURN; END IF;
    RETURN QUERY SELECT w.waiting, w.asked, w.longest, s.seated, s.declined, s.lapsed FROM
      (SELECT count(*) FILTER (WHERE x.state = 'waiting')::int AS waiting, count(*) FILTER (WHERE x.state = 'offered')::int AS asked,
        min(x.since) FILTER (WHERE x.state = 'waiting') AS longest
        FROM public.circle_waits x WHERE x.community_id = access.community_id()) w,
      (SELECT count(*) FILTER (WHERE x.state = 'taken')::int AS seated, count(*) FILTER (WHERE x.state = 'declined')::int AS declined,
        count(*) FILTER (WHERE x.state = 'lapsed')::int AS lapsed FROM public.circle_seats x
        WHERE x.community_id = access.community_id() AND x.role = 'member' AND x.offered_at >= since_then) s; END $$;
CREATE FUNCTION access.forming_circles_now() RETURNS TABLE (forming_id uuid, circle_id uuid, name text, languages text[], stages text[],
    topics text[], place text, region text, place_name text, latitude double precision, longitude double precision,
    weekday smallint, start_time time, every_weeks smallint, time_zone text, lower smallint, upper smallint,
    answer_by timestamptz, made_at timestamptz, short boolean, taken int, asked int, no int, led_by text[], leads_asked int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.is_coordinator() THEN RETURN; END IF;
    RETURN QUERY SELECT f.forming_id, f.circle_id, f.name, f.languages, f.stages, f.topics, f.place, f.region, f.place_name, f.latitude,
      f.longitude, f.weekday, f.start_time, f.every_weeks, f.time_zone, f.lower, f.upper, f.answer_by, f.made_at,
      f.short_told_at IS NOT NULL,
      count(s.seat_id) FILTER (WHERE s.role = 'member' AND s.state = 'taken')::int,
      count(s.seat_id) FILTER (WHERE s.role = 'member' AND s.state = 'offered')::int,
      count(s.seat_id) FILTER (WHERE s.role = 'member' AND s.state IN ('declined', 'lapsed', 'released'))::int,
      array_remove(array_agg(m.display_name ORDER BY s.member_id) FILTER (WHERE s.role = 'facilitator' AND s.state IN ('offered', 'taken')), NULL),
      count(s.seat_id) FILTER (WHERE s.role = 'facilitator' AND s.state = 'offered')::int
    FROM public.forming_circles f LEFT JOIN public.circle_seats s USING (community_id, forming_id)
    LEFT JOIN public.members m USING (community_id, member_id)
    WHERE f.community_id = access.community_id() AND f.state = 'gathering'
    GROUP BY f.community_id, f.forming_id ORDER BY f.made_at, f.forming_id; END $$;

-- By the clock alone: reminds once, lets seats go that nobody answered, looks at circles that gather, says that the day of a
-- forming has come, and forgets what is over.
CREATE FUNCTION access.move_forming(moment timestamptz, most int) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); s record; kept public.circle_seats; late uuid[]; one uuid; silent boolean; done int := 0;
  BEGIN
    IF access.member_id() IS NOT NULL OR NOT access.in_job() THEN RETURN 0; END IF;
    -- A circle that is closed keeps no seat; first, so that nobody is late for it.
    FOR one IN SELECT f.forming_id FROM public.forming_circles f JOIN public.circles c USING (community_id, circle_id)
        WHERE f.community_id = here AND f.state = 'gathering' AND (c.closed_at IS NOT NULL OR c.archived_at IS NOT NULL)
        ORDER BY f.forming_id LOOP
      PERFORM access.dissolve_forming(one, moment); done := done + 1;
    END LOOP;
    FOR kept IN SELECT x.* FROM public.circle_seats x JOIN public.circle_waits w USING (community_id, wait_id)
        JOIN public.forming_circles f USING (community_id, forming_id) JOIN public.circles c USING (community_id, circle_id)
        WHERE x.community_id = here AND x.state = 'offered' AND f.state = 'begun' AND (c.closed_at IS NOT NULL OR c.archived_at IS NOT NULL)
        ORDER BY w.wait_id LIMIT most FOR UPDATE OF w SKIP LOCKED LOOP
      PERFORM access.give_seat_back(kept, moment); done := done + 1;
    END LOOP;
    FOR s IN UPDATE public.circle_seats x SET reminded_at = moment WHERE x.community_id = here AND x.seat_id IN (
        SELECT y.seat_id FROM public.circle_seats y WHERE y.community_id = here AND y.state = 'offered' AND y.reminded_at IS NULL
          AND y.answer_by > moment AND y.answer_by - (y.answer_by - y.offered_at) / 2 <= moment
        ORDER BY y.answer_by LIMIT most FOR UPDATE SKIP LOCKED) RETURNING x.member_id, x.seat_id, x.role LOOP
      PERFORM access.notify(ARRAY[s.member_id], 'forming.seat-waits', NULL, NULL, s.seat_id, true);
      done := done + 1;
    END LOOP;
    late := ARRAY(SELECT w.wait_id FROM public.circle_waits w WHERE w.community_id = here AND w.wait_id IN (SELECT x.wait_id
        FROM public.circle_seats x WHERE x.community_id = here AND x.state = 'offered' AND x.answer_by <= moment)
      ORDER BY w.wait_id LIMIT most FOR UPDATE SKIP LOCKED);
    FOR s IN UPDATE public.circle_seats x SET state = 'lapsed', answered_at = moment WHERE x.community_id = here AND x.state = 'offered'
        AND x.answer_by <= moment AND (x.wait_id = ANY (late) OR x.role = 'facilitator') RETURNING x.* LOOP
      PERFORM access.forget_seat_news(ARRAY[s.seat_id]);
      -- Twice in a row without a word: she is left in peace, until she asks again. Who may not answer says no word by that.
      silent := access.suspended_until(here, s.member_id) IS NULL;
      UPDATE public.circle_waits w SET lapses = w.lapses + silent::int,
          state = CASE WHEN silent AND w.lapses > 0 THEN 'withdrawn' ELSE 'waiting' END,
          ended_at = CASE WHEN silent AND w.lapses > 0 THEN moment END
        WHERE w.community_id = here AND w.wait_id = s.wait_id AND w.state = 'offered';
      PERFORM access.notify(ARRAY[s.member_id], CASE s.role WHEN 'member' THEN 'forming.lapsed' ELSE 'forming.lead-lapsed' END, NULL, NULL, s.seat_id, true);
      done := done + 1;
    END LOOP;
    -- Seats are held by now, and whoever is just answering holds the circle and wants a seat: never waited for.
    FOR one IN SELECT f.forming_id FROM public.forming_circles f WHERE f.community_id = here AND f.state = 'gathering'
        ORDER BY f.forming_id FOR UPDATE SKIP LOCKED LOOP
      PERFORM access.settle_forming(one, moment);
    END LOOP;
    UPDATE public.forming_settings x SET due_told_for = x.next_on FROM public.communities c WHERE x.community_id = here
      AND c.community_id = here AND x.open AND x.next_on <= (moment AT TIME ZONE c.time_zone)::date
      AND x.due_told_for IS DISTINCT FROM x.next_on
      AND EXISTS (SELECT FROM public.circle_waits w WHERE w.community_id = here AND w.state = 'waiting');
    IF FOUND THEN
      PERFORM access.notify('{}', 'forming.day', NULL, NULL, NULL, true, 'coordinators');
      done := done + 1;
    END IF;
    DELETE FROM public.circle_waits w WHERE w.community_id = here AND w.ended_at < moment - interval '60 days' AND NOT EXISTS (
      SELECT FROM public.circle_seats x JOIN public.forming_circles f USING (community_id, forming_id)
      WHERE x.community_id = here AND x.wait_id = w.wait_id AND f.state = 'gathering');
    DELETE FROM public.circle_seats x WHERE x.community_id = here AND x.state IN ('declined', 'lapsed', 'released')
      AND x.answered_at < moment - interval '180 days';
    RETURN done;
  END $$;

-- Lets a kept seat go, by what has happened to her; back to her place in line. The wait is held by whoever asks.
CREATE FUNCTION access.release_seat(s public.circle_seats, moment timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM FROM public.forming_circles f WHERE f.community_id = s.community_id AND f.forming_id = s.forming_id FOR UPDATE;
    UPDATE public.circle_seats x SET state = 'released', answered_at = moment WHERE x.community_id = s.community_id AND x.seat_id = s.seat_id
      AND x.state IN ('offered', 'taken');
    IF NOT FOUND THEN RETURN; END IF;
    UPDATE public.circle_waits w SET state = 'waiting' WHERE w.community_id = s.community_id AND w.wait_id = s.wait_id AND w.state = 'offered';
    PERFORM access.forget_seat_news(ARRAY[s.seat_id]);
    PERFORM access.settle_forming(s.forming_id, moment);
  END $$;
-- The same where it is nothing she did: first in line, and told.
CREATE FUNCTION access.give_seat_back(s public.circle_seats, moment timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.circle_waits w SET first_in_line = true WHERE w.community_id = s.community_id AND w.wait_id = s.wait_id;
    PERFORM access.release_seat(s, moment);
    PERFORM access.notify(ARRAY[s.member_id], CASE s.role WHEN 'member' THEN 'forming.seat-gone' ELSE 'forming.lead-dissolved' END,
      NULL, NULL, s.seat_id, true);
  END $$;

-- She told us of a loss, or wants no more of milestones, while she waits: no seat among babies is kept for her any longer,
-- nobody is told, and what she would have shared there is no wish of hers. She keeps her place.
CREATE FUNCTION access.mind_her_loss() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE w public.circle_waits; s public.circle_seats; grieves boolean; turns boolean;
  BEGIN
    grieves := (NEW.stages @> '[{"kind":"loss"}]' OR 'loss' = ANY (NEW.topics))
      AND (TG_OP = 'INSERT' OR NOT (OLD.stages @> '[{"kind":"loss"}]' OR 'loss' = ANY (OLD.topics)));
    turns := TG_OP = 'UPDATE' AND (OLD.milestones_ended_at IS NULL AND NEW.milestones_ended_at IS NOT NULL
      OR (OLD.stages @> '[{"kind":"expecting"}]' OR OLD.stages @> '[{"kind":"baby"}]')
        AND NOT (NEW.stages @> '[{"kind":"expecting"}]' OR NEW.stages @> '[{"kind":"baby"}]' OR NEW.stages @> '[{"kind":"toddler"}]'));
    IF NOT (grieves OR turns) THEN RETURN NULL; END IF;
    SELECT * INTO w FROM public.circle_waits x WHERE x.community_id = NEW.community_id AND x.member_id = NEW.member_id
      AND x.state IN ('waiting', 'offered') FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF grieves THEN
      UPDATE public.circle_waits x SET topics = ARRAY(SELECT t FROM unnest(x.topics) t WHERE t = 'loss' OR t = ANY (NEW.topics)),
          not_alone = ARRAY(SELECT t FROM unnest(x.not_alone) t WHERE t = 'loss' OR t = ANY (NEW.topics)), why = '[]'
        WHERE x.community_id = w.community_id AND x.wait_id = w.wait_id;
    END IF;
    SELECT x.* INTO s FROM public.circle_seats x JOIN public.forming_circles f USING (community_id, forming_id)
      WHERE x.community_id = w.community_id AND x.wait_id = w.wait_id AND x.state IN ('offered', 'taken')
        AND NOT ('loss' = ANY (f.stages) OR 'loss' = ANY (f.topics)) AND (grieves OR f.stages = '{}' OR f.stages && ARRAY['expecting', 'baby', 'trying']);
    IF FOUND THEN PERFORM access.release_seat(s, now()); END IF;
    RETURN NULL;
  END $$;

-- Who keeps somebody away is not seated with her. Nobody who has not said yes knows who else is there, so a seat that goes
-- tells nothing; the one who blocked or muted keeps hers if she can. Told by the columns of the two.
CREATE FUNCTION access.part_seats() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE forming uuid; s public.circle_seats; two jsonb := to_jsonb(NEW); one uuid := two ->> TG_ARGV[0]; other uuid := two ->> TG_ARGV[1];
  BEGIN
    PERFORM FROM public.circle_waits w WHERE w.community_id = NEW.community_id AND w.member_id IN (one, other)
      AND w.state = 'offered' ORDER BY w.wait_id FOR UPDATE;
    FOR forming IN SELECT f.forming_id FROM public.forming_circles f JOIN public.circle_seats x USING (community_id, forming_id)
        WHERE f.community_id = NEW.community_id AND f.state <> 'dissolved' AND x.state IN ('offered', 'taken')
          AND x.member_id IN (one, other)
        GROUP BY f.forming_id HAVING count(*) = 2 ORDER BY f.forming_id LOOP
      SELECT x.* INTO s FROM public.circle_seats x JOIN public.forming_circles f USING (community_id, forming_id)
        WHERE x.community_id = NEW.community_id AND x.forming_id = forming AND x.member_id IN (one, other)
          AND (x.state = 'offered' OR x.state = 'taken' AND f.circle_id IS NULL)
        ORDER BY x.role = 'facilitator', x.member_id = one LIMIT 1;
      IF NOT FOUND THEN CONTINUE; END IF;
      PERFORM access.give_seat_back(s, now());
    END LOOP;
    RETURN NULL;
  END $$;

-- A coordinator named another day, or opened the list again: whoever waits was told a day, and is told of the new one.
CREATE FUNCTION access.new_forming_day() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM access.notify(ARRAY(SELECT w.member_id FROM public.circle_waits w WHERE w.community_id = NEW.community_id
      AND w.state = 'waiting' AND access.suspended_until(w.community_id, w.member_id) IS NULL),
      'forming.next-day', NULL, NULL, NULL, true);
    RETURN NULL;
  END $$;

-- Two doors that know of kept seats.
DO $$
DECLARE one regprocedure; was text; said text;
BEGIN
  FOREACH one IN ARRAY ARRAY['access.enter_circle(uuid, text)', 'access.admit(uuid, uuid)']::regprocedure[] LOOP
    was := pg_get_functiondef(one);
    said := replace(was, 'c.member_count >= c.cap', 'c.member_count + access.seats_kept(circle) >= c.cap');
    IF said = was THEN RAISE EXCEPTION '% counts otherwise', one; END IF;
    EXECUTE said;
  END LOOP;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['circles_led(uuid)', 'apart_from(uuid)', 'would_hurt(uuid, jsonb)', 'keep_seats(uuid, uuid[], uuid[], jsonb, timestamptz, timestamptz)',
    'company_of(uuid)', 'room_of(public.forming_circles)', 'seats_kept(uuid)', 'forget_seat_news(uuid[])',
    'settle_forming(uuid, timestamptz)', 'open_forming(public.forming_circles, uuid, uuid, uuid[], timestamptz)',
    'release_seat(public.circle_seats, timestamptz)', 'give_seat_back(public.circle_seats, timestamptz)', 'left_alone(uuid[])',
    'hold_asking(uuid)', 'mind_her_loss()', 'part_seats()', 'new_forming_day()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['wait_for_circle(uuid, text[], text[], text, int, text[], text[], timestamptz)',
    'leave_waiting_list(timestamptz)', 'return_to_waiting_list()', 'offer_to_lead(text[], text[], text, int, text[], int, timestamptz)',
    'move_lead(text, timestamptz)', 'decide_lead(uuid, boolean, timestamptz)', 'waiting_for_circles()', 'circle_leads_now()',
    'make_forming_circle(uuid, jsonb, uuid[], uuid[], jsonb, timestamptz)', 'keep_more_seats(uuid, uuid[], uuid[], jsonb, timestamptz)',
    'my_seats()', 'answer_seat(uuid, boolean, uuid, timestamptz)', 'dissolve_forming(uuid, timestamptz)',
    'begin_forming(uuid, timestamptz)', 'finish_forming_round(uuid, date, date, jsonb, timestamptz)',
    'forming_figures(timestamptz)', 'forming_circles_now()', 'move_forming(timestamptz, int)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION access.%s TO porchlight_app', f);
  END LOOP;
END $$;
RESET ROLE;

CREATE TRIGGER answers_mind_loss AFTER INSERT OR UPDATE OF stages, topics, milestones_ended_at ON answers
  FOR EACH ROW EXECUTE FUNCTION access.mind_her_loss();
CREATE TRIGGER blocks_part_seats AFTER INSERT ON blocks FOR EACH ROW EXECUTE FUNCTION access.part_seats('blocker_id', 'blocked_id');
CREATE TRIGGER mutes_part_seats AFTER INSERT ON mutes FOR EACH ROW EXECUTE FUNCTION access.part_seats('member_id', 'muted_id');
CREATE TRIGGER apart_part_seats AFTER INSERT ON kept_apart FOR EACH ROW EXECUTE FUNCTION access.part_seats('one_id', 'other_id');
-- Ending a forming moves the day as well, and tells by itself: only what a coordinator says in the settings counts here.
CREATE TRIGGER forming_settings_day AFTER UPDATE ON forming_settings FOR EACH ROW
  WHEN (NEW.open AND NEW.next_on IS NOT NULL AND NEW.changed_at IS DISTINCT FROM OLD.changed_at
    AND (NEW.next_on IS DISTINCT FROM OLD.next_on OR NOT OLD.open)) EXECUTE FUNCTION access.new_forming_day();
