-- Who comes. Every answer is given under the lock of its occurrence, so that a place is promised once; the line behind a
-- full one moves by itself, in order; whoever leaves by whatever door frees her place. Locks are taken in one order
-- everywhere: the member, her seat in a circle, gatherings by id, occurrences by the time their rule gives. See docs/decisions/0033.
ALTER TABLE rsvps
  ADD COLUMN company text CHECK (company IN ('wanted', 'offered')),  -- somebody to walk in with
  ADD COLUMN walks_with uuid,                  -- who walks in with her
  ADD CHECK (walks_with IS NULL OR answer = 'yes' AND company = 'wanted'),
  ADD FOREIGN KEY (community_id, occurrence_id, walks_with) REFERENCES rsvps ON DELETE SET NULL (walks_with);
CREATE INDEX rsvps_company ON rsvps (community_id, occurrence_id) WHERE company = 'wanted';
CREATE INDEX rsvps_walking ON rsvps (community_id, occurrence_id, walks_with) WHERE walks_with IS NOT NULL;
ALTER TABLE occurrences ADD COLUMN others_came int CHECK (others_came BETWEEN 0 AND 10000); -- counted by hand, without names

-- What a series hands to those who have a place in it.
CREATE TABLE gathering_materials (
  community_id uuid NOT NULL,
  material_id uuid NOT NULL,
  gathering_id uuid NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  link text CHECK (link ~ '^https://' AND length(link) <= 1000),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, material_id),
  FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings ON DELETE CASCADE
);
CREATE INDEX gathering_materials_of ON gathering_materials (community_id, gathering_id, added_at);

-- What was done about sessions nobody came to.
CREATE TABLE gathering_quiet (
  community_id uuid NOT NULL,
  gathering_id uuid NOT NULL,
  put_away_at timestamptz,                     -- sessions before do not count any more
  told_at timestamptz,
  paused uuid[] NOT NULL DEFAULT '{}',         -- occurrences cancelled by a pause, to be brought back by one tap
  PRIMARY KEY (community_id, gathering_id),
  FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings ON DELETE CASCADE
);

SET ROLE porchlight_policy;
-- Whether an organiser stands for more than herself: a block between two people closes a person's own door, not the
-- circle's or the community's.
CREATE FUNCTION access.stands_for_many(circle uuid, organiser uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.circle_members c WHERE c.community_id = access.community_id()
      AND c.circle_id = circle AND c.member_id = organiser AND c.role = 'facilitator')
    OR circle IS NULL AND EXISTS (SELECT FROM public.members m WHERE m.community_id = access.community_id()
      AND m.member_id = organiser AND m.role IN ('moderator', 'coordinator')); END $$;

-- Whether whoever asks may come to it at all.
CREATE FUNCTION access.may_come(circle uuid, its_seen_by text, organiser uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN access.member_id() IS NOT NULL AND access.takes_part()
    AND (its_seen_by <> 'circle' OR circle = ANY (access.my_circle_ids()))
    AND (organiser IS NULL OR organiser <> ALL (access.my_blocked_ids())
      OR access.stands_for_many(circle, organiser) OR access.runs(circle, organiser)); END $$;

-- Gives the free places of an occurrence to those who wait, first come first served: a big party at the head is waited
-- for, never overtaken, unless it could not come if the room were empty. Each is told once.
CREATE FUNCTION access.promote(community uuid, its uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE o public.occurrences; head public.rsvps;
  BEGIN
    LOOP
      SELECT x.* INTO o FROM public.occurrences x JOIN public.gatherings g USING (community_id, gathering_id)
        WHERE x.community_id = community AND x.occurrence_id = its AND x.waiting > 0 AND x.starts_at > now()
          AND x.cancelled_at IS NULL AND g.cancelled_at IS NULL FOR NO KEY UPDATE OF x;
      EXIT WHEN NOT FOUND;
      SELECT * INTO head FROM public.rsvps r WHERE r.community_id = community AND r.occurrence_id = its
        AND r.answer = 'waiting' AND (o.capacity IS NULL OR 1 + r.guests + r.children <= o.capacity) ORDER BY r.line LIMIT 1;
      EXIT WHEN NOT FOUND OR o.seats_taken + 1 + head.guests + head.children > o.capacity;
      UPDATE public.rsvps r SET answer = 'yes', line = NULL, promoted_at = now()
        WHERE r.community_id = community AND r.occurrence_id = its AND r.member_id = head.member_id;
      PERFORM access.notify(ARRAY[head.member_id], 'gatherings.promoted', NULL, NULL, its, true);
    END LOOP;
  END $$;

-- Places a party at an occurrence, or changes the size of one that is there. A party comes or waits as a whole; it
-- neither overtakes the line nor grows past it. 'yes' | 'waiting' | 'full' (stays as it was) | 'too-many'
CREATE FUNCTION access.take_seats(community uuid, its uuid, member uuid, its_guests int, its_children int) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE o public.occurrences; mine public.rsvps; more int; room boolean; result text;
  BEGIN
    SELECT * INTO o FROM public.occurrences x WHERE x.community_id = community AND x.occurrence_id = its FOR NO KEY UPDATE;
    SELECT * INTO mine FROM public.rsvps r
      WHERE r.community_id = community AND r.occurrence_id = its AND r.member_id = member;
    IF 1 + its_guests + its_children > o.capacity THEN RETURN 'too-many'; END IF;
    more := 1 + its_guests + its_children - CASE mine.answer WHEN 'yes' THEN 1 + mine.guests + mine.children ELSE 0 END;
    room := o.capacity IS NULL OR o.seats_taken + more <= o.capacity AND NOT EXISTS (SELECT FROM public.rsvps r
      WHERE r.community_id = community AND r.occurrence_id = its AND r.answer = 'waiting' AND r.member_id <> member
        AND 1 + r.guests + r.children <= o.capacity);
    IF mine.answer = 'yes' AND more > 0 AND NOT room THEN RETURN 'full'; END IF;
    IF mine.answer IN ('yes', 'waiting') THEN
      UPDATE public.rsvps r SET guests = its_guests, children = its_children
        WHERE r.community_id = community AND r.occurrence_id = its AND r.member_id = member;
      PERFORM access.promote(community, its); -- a smaller party may fit now
    ELSE
      INSERT INTO public.rsvps AS r (community_id, occurrence_id, gathering_id, member_id, answer, guests, children, line)
        VALUES (community, its, o.gathering_id, member, CASE WHEN room THEN 'yes' ELSE 'waiting' END, its_guests, its_children,
          CASE WHEN NOT room THEN (SELECT coalesce(max(w.line), 0) + 1 FROM public.rsvps w
            WHERE w.community_id = community AND w.occurrence_id = its) END)
        ON CONFLICT (community_id, occurrence_id, member_id) DO UPDATE SET answer = excluded.answer, line = excluded.line,
          guests = excluded.guests, children = excluded.children, promoted_at = NULL, answered_at = now();
    END IF;
    SELECT r.answer INTO result FROM public.rsvps r
      WHERE r.community_id = community AND r.occurrence_id = its AND r.member_id = member;
    RETURN result;
  END $$;

-- Her answer to one time of a gathering. What is not said (null) stays as it was, so that one tap is enough and one tap
-- takes it back; 'none' takes the answer itself back.
-- 'yes' | 'waiting' | 'maybe' | 'no' | 'none' | 'absent' | 'over' | 'cancelled' | 'full' | 'too-many' | 'series'
CREATE FUNCTION access.answer_occurrence(its uuid, said text, its_guests int DEFAULT NULL, its_children int DEFAULT NULL,
    its_company text DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id(); g public.gatherings; o public.occurrences;
    mine public.rsvps; party public.enrolments; result text := said;
  BEGIN
    -- Held until the end: whoever erases herself or leaves the circle in another window waits, or this finds her gone.
    PERFORM FROM public.members m WHERE m.community_id = here AND m.member_id = me FOR KEY SHARE;
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    SELECT x.* INTO g FROM public.gatherings x JOIN public.occurrences t USING (community_id, gathering_id)
      WHERE t.community_id = here AND t.occurrence_id = its;
    IF g.seen_by = 'circle' THEN
      PERFORM FROM public.circle_members c WHERE c.community_id = here AND c.circle_id = g.circle_id AND c.member_id = me FOR KEY SHARE;
    END IF;
    -- What she once took she may always give back, also when she could not come to it any more.
    IF g.gathering_id IS NULL OR NOT access.may_come(g.circle_id, g.seen_by, g.organised_by)
      AND NOT (said IN ('no', 'none') AND EXISTS (SELECT FROM public.rsvps r WHERE r.community_id = here
        AND r.occurrence_id = its AND r.member_id = me)) THEN RETURN 'absent'; END IF;
    SELECT * INTO o FROM public.occurrences t WHERE t.community_id = here AND t.occurrence_id = its FOR NO KEY UPDATE;
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    IF o.cancelled_at IS NOT NULL OR g.cancelled_at IS NOT NULL THEN RETURN 'cancelled'; END IF;
    IF o.ends_at <= now() THEN RETURN 'over'; END IF;
    IF g.sign_up = 'series' THEN
      SELECT * INTO party FROM public.enrolments e WHERE e.community_id = here AND e.gathering_id = g.gathering_id
        AND e.member_id = me AND e.answer = 'yes';
      IF NOT FOUND AND said NOT IN ('no', 'none') THEN RETURN 'series'; END IF;
      its_guests := party.guests; its_children := party.children;
    END IF;
    SELECT * INTO mine FROM public.rsvps r WHERE r.community_id = here AND r.occurrence_id = its AND r.member_id = me;
    IF said = 'yes' THEN
      result := access.take_seats(here, its, me, coalesce(its_guests, mine.guests, 0), coalesce(its_children, mine.children, 0));
    ELSIF said = 'none' THEN
      DELETE FROM public.rsvps r WHERE r.community_id = here AND r.occurrence_id = its AND r.member_id = me;
    ELSE
      INSERT INTO public.rsvps AS r (community_id, occurrence_id, gathering_id, member_id, answer)
        VALUES (here, its, g.gathering_id, me, said)
        ON CONFLICT (community_id, occurrence_id, member_id) DO UPDATE SET answer = excluded.answer, line = NULL,
          promoted_at = NULL, walks_with = NULL, answered_at = now();
    END IF;
    UPDATE public.rsvps r SET company = nullif(its_company, ''), walks_with = NULL WHERE its_company IS NOT NULL
      AND r.community_id = here AND r.occurrence_id = its AND r.member_id = me AND r.company IS DISTINCT FROM nullif(its_company, '');
    RETURN result;
  END $$;

-- Pairs those who would like company with those who offered it, at one occurrence: never across a block; whoever has
-- nobody yet comes first; those who offered before those who greet for the circle anyway. Both are told, as is she whose
-- company cannot come.
CREATE FUNCTION access.pair_company(community uuid, its uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE newcomer uuid; greeter uuid;
  BEGIN
    IF NOT EXISTS (SELECT FROM public.rsvps r WHERE r.community_id = community AND r.occurrence_id = its
      AND r.company = 'wanted') THEN RETURN; END IF;
    PERFORM FROM public.occurrences o WHERE o.community_id = community AND o.occurrence_id = its AND o.cancelled_at IS NULL
      AND o.starts_at > now() FOR NO KEY UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    UPDATE public.rsvps r SET walks_with = NULL WHERE r.community_id = community AND r.occurrence_id = its
      AND r.walks_with IS NOT NULL AND r.walks_with NOT IN (SELECT access.greeters_at(community, its, r.member_id));
    FOR newcomer IN SELECT r.member_id FROM public.rsvps r WHERE r.community_id = community AND r.occurrence_id = its
        AND r.company = 'wanted' AND r.answer = 'yes' AND r.walks_with IS NULL ORDER BY r.answered_at, r.member_id LOOP
      SELECT access.greeters_at(community, its, newcomer) INTO greeter LIMIT 1;
      CONTINUE WHEN greeter IS NULL;
      UPDATE public.rsvps r SET walks_with = greeter
        WHERE r.community_id = community AND r.occurrence_id = its AND r.member_id = newcomer;
      PERFORM access.notify(ARRAY[newcomer, greeter], 'gatherings.company', NULL, NULL, its, true);
    END LOOP;
  END $$;
CREATE FUNCTION access.greeters_at(community uuid, its uuid, newcomer uuid) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT r.member_id FROM public.rsvps r JOIN public.gatherings g USING (community_id, gathering_id)
    WHERE r.community_id = community AND r.occurrence_id = its AND r.answer = 'yes' AND r.member_id <> newcomer
      AND r.company IS DISTINCT FROM 'wanted'
      AND (r.company = 'offered' OR EXISTS (SELECT FROM public.circle_members c WHERE c.community_id = community
        AND c.circle_id = g.circle_id AND c.member_id = r.member_id AND (c.greets OR c.role = 'facilitator')))
      AND NOT EXISTS (SELECT FROM public.blocks b WHERE b.community_id = community
        AND (b.blocker_id, b.blocked_id) IN ((newcomer, r.member_id), (r.member_id, newcomer)))
    ORDER BY (SELECT count(*) FROM public.rsvps w WHERE w.community_id = community AND w.occurrence_id = its
        AND w.walks_with = r.member_id), r.company NULLS LAST, r.answered_at, r.member_id; END $$;

CREATE FUNCTION access.company_ended() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM access.notify(ARRAY[OLD.member_id, OLD.walks_with], 'gatherings.company', NULL, NULL, o.occurrence_id, true)
      FROM public.occurrences o WHERE o.community_id = OLD.community_id AND o.occurrence_id = OLD.occurrence_id
        AND o.starts_at > now();
    RETURN NULL;
  END $$;

-- Counts what changed; what follows from it (the line moves, others walk in together) follows from the counts.
CREATE FUNCTION access.count_coming() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE r record; seats int := 0; line int := 0;
  BEGIN
    IF TG_OP <> 'INSERT' THEN
      r := OLD;
      seats := seats - CASE OLD.answer WHEN 'yes' THEN 1 + OLD.guests + OLD.children ELSE 0 END;
      line := line - CASE OLD.answer WHEN 'waiting' THEN 1 ELSE 0 END;
    END IF;
    IF TG_OP <> 'DELETE' THEN
      r := NEW;
      seats := seats + CASE NEW.answer WHEN 'yes' THEN 1 + NEW.guests + NEW.children ELSE 0 END;
      line := line + CASE NEW.answer WHEN 'waiting' THEN 1 ELSE 0 END;
    END IF;
    IF TG_TABLE_NAME = 'enrolments' THEN
      UPDATE public.gatherings g SET seats_taken = g.seats_taken + seats, waiting = g.waiting + line
        WHERE g.community_id = r.community_id AND g.gathering_id = r.gathering_id AND (seats, line) <> (0, 0);
      RETURN NULL;
    END IF;
    UPDATE public.occurrences o SET seats_taken = o.seats_taken + seats, waiting = o.waiting + line
      WHERE o.community_id = r.community_id AND o.occurrence_id = r.occurrence_id AND (seats, line) <> (0, 0);
    PERFORM access.pair_company(r.community_id, r.occurrence_id);
    RETURN NULL;
  END $$;
-- The numbers are counted, never claimed.
CREATE FUNCTION access.guard_counts() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF current_user <> 'porchlight_app' THEN RETURN NEW; END IF;
    IF TG_OP = 'INSERT' THEN NEW.seats_taken := 0; NEW.waiting := 0;
    ELSE NEW.seats_taken := OLD.seats_taken; NEW.waiting := OLD.waiting; END IF;
    RETURN NEW;
  END $$;
CREATE FUNCTION access.room_grew() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF TG_TABLE_NAME = 'occurrences' THEN PERFORM access.promote(NEW.community_id, NEW.occurrence_id);
    ELSE PERFORM access.promote_enrolled(NEW.community_id, NEW.gathering_id); END IF;
    RETURN NULL;
  END $$;

-- A place at every session still to come. Under the lock of the gathering; the sessions follow in order.
CREATE FUNCTION access.seat_enrolled(community uuid, series uuid, member uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM access.take_seats(community, o.occurrence_id, member, e.guests, e.children)
      FROM (SELECT x.occurrence_id, x.starts_at FROM public.occurrences x WHERE x.community_id = community
        AND x.gathering_id = series AND x.starts_at > now() ORDER BY x.recurs_at, x.occurrence_id FOR NO KEY UPDATE) o
      JOIN public.enrolments e ON e.community_id = community AND e.gathering_id = series AND e.member_id = member
      WHERE NOT EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = community AND s.member_id = member
          AND s.kind = 'suspension' AND s.lifted_at IS NULL AND s.until > o.starts_at)
        AND NOT EXISTS (SELECT FROM public.rsvps r WHERE r.community_id = community AND r.occurrence_id = o.occurrence_id
          AND r.member_id = member AND r.answer NOT IN ('yes', 'waiting'));
  END $$;
CREATE FUNCTION access.promote_enrolled(community uuid, series uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE g public.gatherings; head public.enrolments; next_session uuid;
  BEGIN
    LOOP
      SELECT * INTO g FROM public.gatherings x WHERE x.community_id = community AND x.gathering_id = series
        AND x.waiting > 0 AND x.cancelled_at IS NULL FOR NO KEY UPDATE;
      EXIT WHEN NOT FOUND;
      SELECT o.occurrence_id INTO next_session FROM public.occurrences o WHERE o.community_id = community
        AND o.gathering_id = series AND o.starts_at > now() AND o.cancelled_at IS NULL ORDER BY o.starts_at LIMIT 1;
      EXIT WHEN NOT FOUND;
      SELECT * INTO head FROM public.enrolments e WHERE e.community_id = community AND e.gathering_id = series
        AND e.answer = 'waiting' AND (g.capacity IS NULL OR 1 + e.guests + e.children <= g.capacity) ORDER BY e.line LIMIT 1;
      EXIT WHEN NOT FOUND OR g.seats_taken + 1 + head.guests + head.children > g.capacity;
      UPDATE public.enrolments e SET answer = 'yes', line = NULL
        WHERE e.community_id = community AND e.gathering_id = series AND e.member_id = head.member_id;
      PERFORM access.seat_enrolled(community, series, head.member_id);
      PERFORM access.notify(ARRAY[head.member_id], 'gatherings.promoted', NULL, NULL, next_session, true);
    END LOOP;
  END $$;

-- Signs her up for all that is left of a series, or changes her party. 'yes' | 'waiting' | 'absent' | 'over' |
-- 'cancelled' | 'full' | 'too-many'
CREATE FUNCTION access.enrol(series uuid, its_guests int, its_children int) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id(); g public.gatherings; mine public.enrolments;
    more int; room boolean; result text;
  BEGIN
    PERFORM FROM public.members m WHERE m.community_id = here AND m.member_id = me FOR KEY SHARE;
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    SELECT * INTO g FROM public.gatherings x WHERE x.community_id = here AND x.gathering_id = series;
    IF g.seen_by = 'circle' THEN
      PERFORM FROM public.circle_members c WHERE c.community_id = here AND c.circle_id = g.circle_id AND c.member_id = me FOR KEY SHARE;
    END IF;
    IF g.gathering_id IS NULL OR g.sign_up <> 'series' OR NOT access.may_come(g.circle_id, g.seen_by, g.organised_by) THEN
      RETURN 'absent';
    END IF;
    SELECT * INTO g FROM public.gatherings x WHERE x.community_id = here AND x.gathering_id = series FOR NO KEY UPDATE;
    IF g.cancelled_at IS NOT NULL THEN RETURN 'cancelled'; END IF;
    IF NOT EXISTS (SELECT FROM public.occurrences o WHERE o.community_id = here AND o.gathering_id = series
      AND o.starts_at > now() AND o.cancelled_at IS NULL) THEN RETURN 'over'; END IF;
    IF 1 + its_guests + its_children > g.capacity THEN RETURN 'too-many'; END IF;
    SELECT * INTO mine FROM public.enrolments e WHERE e.community_id = here AND e.gathering_id = series AND e.member_id = me;
    more := 1 + its_guests + its_children - CASE mine.answer WHEN 'yes' THEN 1 + mine.guests + mine.children ELSE 0 END;
    room := g.capacity IS NULL OR g.seats_taken + more <= g.capacity AND NOT EXISTS (SELECT FROM public.enrolments e
      WHERE e.community_id = here AND e.gathering_id = series AND e.answer = 'waiting' AND e.member_id <> me
        AND 1 + e.guests + e.children <= g.capacity);
    IF mine.answer = 'yes' AND more > 0 AND NOT room THEN RETURN 'full'; END IF;
    INSERT INTO public.enrolments AS e (community_id, gathering_id, member_id, answer, guests, children, line)
      VALUES (here, series, me, CASE WHEN room THEN 'yes' ELSE 'waiting' END, its_guests, its_children,
        CASE WHEN NOT room THEN (SELECT coalesce(max(w.line), 0) + 1 FROM public.enrolments w
          WHERE w.community_id = here AND w.gathering_id = series) END)
      ON CONFLICT (community_id, gathering_id, member_id) DO UPDATE SET guests = excluded.guests, children = excluded.children;
    PERFORM access.promote_enrolled(here, series);
    SELECT e.answer INTO result FROM public.enrolments e
      WHERE e.community_id = here AND e.gathering_id = series AND e.member_id = me;
    IF result = 'yes' THEN PERFORM access.seat_enrolled(here, series, me); END IF;
    RETURN result;
  END $$;
CREATE FUNCTION access.end_enrolment(series uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE mine boolean := EXISTS (SELECT FROM public.enrolments e WHERE e.community_id = access.community_id()
    AND e.gathering_id = series AND e.member_id = access.member_id());
  BEGIN
    IF mine THEN PERFORM access.release(access.community_id(), access.member_id(), ARRAY[series], NULL); END IF;
    RETURN mine;
  END $$;

-- Those enrolled have a place at what is laid out later, too.
CREATE FUNCTION access.seat_at_new() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE g record;
  BEGIN
    FOR g IN SELECT x.community_id, x.gathering_id FROM public.gatherings x WHERE x.sign_up = 'series'
        AND (x.community_id, x.gathering_id) IN (SELECT n.community_id, n.gathering_id FROM laid_out n)
        ORDER BY x.gathering_id FOR NO KEY UPDATE LOOP
      PERFORM access.seat_enrolled(g.community_id, g.gathering_id, e.member_id)
        FROM (SELECT y.* FROM public.enrolments y JOIN public.members m USING (community_id, member_id)
          WHERE y.community_id = g.community_id AND y.gathering_id = g.gathering_id AND y.answer = 'yes'
          ORDER BY y.enrolled_at, y.member_id FOR KEY SHARE OF m SKIP LOCKED) e; -- whoever is just leaving is not waited for
    END LOOP;
    RETURN NULL;
  END $$;

-- Frees what a member holds of what lies ahead: of these gatherings (null: all), up to a moment (null: for good).
CREATE FUNCTION access.release(community uuid, member uuid, held uuid[], until_when timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM FROM public.gatherings g WHERE g.community_id = community AND (held IS NULL OR g.gathering_id = ANY (held))
      AND g.gathering_id IN (SELECT e.gathering_id FROM public.enrolments e WHERE e.community_id = community AND e.member_id = member)
      ORDER BY g.gathering_id FOR NO KEY UPDATE;
    PERFORM FROM public.occurrences o WHERE o.community_id = community AND o.ends_at > now()
      AND (held IS NULL OR o.gathering_id = ANY (held))
      AND (o.occurrence_id IN (SELECT r.occurrence_id FROM public.rsvps r WHERE r.community_id = community AND r.member_id = member)
        OR o.gathering_id IN (SELECT e.gathering_id FROM public.enrolments e WHERE e.community_id = community AND e.member_id = member))
      ORDER BY o.recurs_at, o.occurrence_id FOR NO KEY UPDATE;
    DELETE FROM public.rsvps r USING public.occurrences o WHERE r.community_id = community AND r.member_id = member
      AND o.community_id = community AND o.occurrence_id = r.occurrence_id AND o.ends_at > now()
      AND o.starts_at < coalesce(until_when, 'infinity') AND (held IS NULL OR o.gathering_id = ANY (held));
    IF until_when IS NULL THEN
      DELETE FROM public.enrolments e WHERE e.community_id = community AND e.member_id = member
        AND (held IS NULL OR e.gathering_id = ANY (held));
    END IF;
  END $$;
CREATE FUNCTION access.release_leaving() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE inside uuid[];
  BEGIN
    IF TG_TABLE_NAME = 'members' THEN
      PERFORM access.release(OLD.community_id, OLD.member_id, NULL, NULL);
      RETURN OLD;
    ELSIF TG_TABLE_NAME = 'circle_members' THEN
      inside := ARRAY(SELECT g.gathering_id FROM public.gatherings g WHERE g.community_id = OLD.community_id
        AND g.circle_id = OLD.circle_id AND g.seen_by = 'circle');
      IF cardinality(inside) > 0 THEN PERFORM access.release(OLD.community_id, OLD.member_id, inside, NULL); END IF;
    ELSIF TG_TABLE_NAME = 'sanctions' THEN
      PERFORM access.release(NEW.community_id, NEW.member_id, NULL, NEW.until);
    ELSE -- a gathering drew back into its circle
      PERFORM FROM public.occurrences o WHERE o.community_id = NEW.community_id AND o.gathering_id = NEW.gathering_id
        AND o.ends_at > now() ORDER BY o.recurs_at, o.occurrence_id FOR NO KEY UPDATE;
      PERFORM access.release(NEW.community_id, r.member_id, ARRAY[NEW.gathering_id], NULL)
        FROM (SELECT x.member_id FROM public.rsvps x WHERE x.community_id = NEW.community_id AND x.gathering_id = NEW.gathering_id
          UNION SELECT e.member_id FROM public.enrolments e WHERE e.community_id = NEW.community_id AND e.gathering_id = NEW.gathering_id) r
        WHERE NOT EXISTS (SELECT FROM public.circle_members c WHERE c.community_id = NEW.community_id
          AND c.circle_id = NEW.circle_id AND c.member_id = r.member_id);
    END IF;
    RETURN NULL;
  END $$;
-- A block closes each one's own door to the other, and nobody walks in with somebody she is blocked from.
CREATE FUNCTION access.release_blocked() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE b record;
  BEGIN
    FOR b IN SELECT least(NEW.blocker_id, NEW.blocked_id) AS host, greatest(NEW.blocker_id, NEW.blocked_id) AS guest
        UNION ALL SELECT greatest(NEW.blocker_id, NEW.blocked_id), least(NEW.blocker_id, NEW.blocked_id) LOOP
      PERFORM access.release(NEW.community_id, b.guest, own.ids, NULL) FROM (SELECT array_agg(g.gathering_id) AS ids
          FROM public.gatherings g WHERE g.community_id = NEW.community_id AND g.organised_by = b.host
            AND NOT access.stands_for_many(g.circle_id, b.host)) own WHERE own.ids IS NOT NULL;
      PERFORM access.pair_company(NEW.community_id, x.occurrence_id) FROM (SELECT r.occurrence_id FROM public.rsvps r
        JOIN public.occurrences o USING (community_id, occurrence_id) WHERE r.community_id = NEW.community_id
          AND r.member_id = b.guest AND r.walks_with = b.host ORDER BY o.recurs_at, o.occurrence_id) x;
    END LOOP;
    RETURN NULL;
  END $$;

-- Her place in the lines she stands in, of occurrences and of series: 1 is next.
CREATE FUNCTION access.my_places(asked uuid[]) RETURNS TABLE (line_of uuid, place int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT r.occurrence_id, (SELECT count(*)::int FROM public.rsvps w WHERE w.community_id = r.community_id
        AND w.occurrence_id = r.occurrence_id AND w.line <= r.line)
      FROM public.rsvps r WHERE r.community_id = access.community_id() AND r.occurrence_id = ANY (asked)
        AND r.member_id = access.member_id() AND r.line IS NOT NULL
    UNION ALL SELECT e.gathering_id, (SELECT count(*)::int FROM public.enrolments w WHERE w.community_id = e.community_id
        AND w.gathering_id = e.gathering_id AND w.line <= e.line)
      FROM public.enrolments e WHERE e.community_id = access.community_id() AND e.gathering_id = ANY (asked)
        AND e.member_id = access.member_id() AND e.line IS NOT NULL; END $$;

-- Who walks in with whom, as far as it is hers to know: her company, or those she brings along.
CREATE FUNCTION access.my_company(asked uuid[]) RETURNS TABLE (occurrence_id uuid, member_id uuid, display_name text, brings boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT r.occurrence_id, m.member_id, m.display_name, r.walks_with = access.member_id()
    FROM public.rsvps r JOIN public.members m ON m.community_id = r.community_id
      AND m.member_id = CASE r.member_id WHEN access.member_id() THEN r.walks_with ELSE r.member_id END
    WHERE r.community_id = access.community_id() AND r.occurrence_id = ANY (asked) AND r.walks_with IS NOT NULL
      AND access.member_id() IN (r.member_id, r.walks_with) AND m.member_id <> ALL (access.my_blocked_ids())
    ORDER BY r.answered_at; END $$;

-- Who came. For those who run it alone; marked from half an hour before. Every member reads her own mark in her own row.
CREATE FUNCTION access.attendance(its uuid)
  RETURNS TABLE (member_id uuid, display_name text, answer text, guests smallint, children smallint, attended boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT r.member_id, m.display_name, r.answer, r.guests, r.children, r.attended
    FROM public.rsvps r JOIN public.members m USING (community_id, member_id)
    JOIN public.gatherings g ON g.community_id = r.community_id AND g.gathering_id = r.gathering_id
    WHERE r.community_id = access.community_id() AND r.occurrence_id = its AND access.runs(g.circle_id, g.organised_by)
      AND (r.answer <> 'no' OR r.attended)
    ORDER BY array_position(ARRAY['yes', 'maybe', 'waiting', 'no'], r.answer), lower(m.display_name), r.member_id; END $$;
-- Marks one (member and came), or counts those without a name (others). 'marked' | 'absent' | 'early'
CREATE FUNCTION access.mark_attendance(its uuid, member uuid, came boolean, others int) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE o public.occurrences;
  BEGIN
    SELECT x.* INTO o FROM public.occurrences x JOIN public.gatherings g USING (community_id, gathering_id)
      WHERE x.community_id = access.community_id() AND x.occurrence_id = its AND access.runs(g.circle_id, g.organised_by)
      FOR NO KEY UPDATE OF x;
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    IF o.cancelled_at IS NOT NULL OR o.starts_at - interval '30 minutes' > now() THEN RETURN 'early'; END IF;
    UPDATE public.rsvps r SET attended = came WHERE r.community_id = o.community_id AND r.occurrence_id = its AND r.member_id = member;
    IF member IS NOT NULL AND NOT FOUND THEN RETURN 'absent'; END IF;
    UPDATE public.occurrences x SET others_came = coalesce(others, x.others_came), attended = coalesce(others, x.others_came, 0)
        + (SELECT count(*) FROM public.rsvps r WHERE r.community_id = x.community_id AND r.occurrence_id = its AND r.attended)
      WHERE x.community_id = o.community_id AND x.occurrence_id = its;
    RETURN 'marked';
  END $$;

-- Whether she has, or had, a place: what is handed out there is hers to read.
CREATE FUNCTION access.has_place(series uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.enrolments e WHERE e.community_id = access.community_id()
      AND e.gathering_id = series AND e.member_id = access.member_id() AND e.answer = 'yes')
    OR EXISTS (SELECT FROM public.rsvps r WHERE r.community_id = access.community_id() AND r.member_id = access.member_id()
      AND r.answer = 'yes' AND r.gathering_id = series); END $$;
CREATE FUNCTION access.runs_it(series uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce((SELECT access.runs(g.circle_id, g.organised_by) FROM public.gatherings g
    WHERE g.community_id = access.community_id() AND g.gathering_id = series), false); END $$;

-- Series whose last three sessions nobody or one came to, and whom to tell of it, once: her who organises it, else those
-- who look after its circle.
CREATE FUNCTION access.quiet_gatherings(at_when timestamptz) RETURNS TABLE (community_id uuid, gathering_id uuid, member_ids uuid[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT g.community_id, g.gathering_id, CASE WHEN g.organised_by IS NOT NULL THEN ARRAY[g.organised_by]
      ELSE ARRAY(SELECT c.member_id FROM public.circle_members c WHERE c.community_id = g.community_id
        AND c.circle_id = g.circle_id AND c.role = 'facilitator') END
    FROM public.gatherings g LEFT JOIN public.gathering_quiet q USING (community_id, gathering_id)
    WHERE g.rule IS NOT NULL AND g.cancelled_at IS NULL AND g.source_id IS NULL AND q.told_at IS NULL
      AND 3 = (SELECT count(*) FROM (SELECT coalesce(o.attended, o.seats_taken) AS came FROM public.occurrences o
        WHERE o.community_id = g.community_id AND o.gathering_id = g.gathering_id AND o.cancelled_at IS NULL
          AND o.ends_at < at_when AND o.ends_at > coalesce(q.put_away_at, '-infinity')
        ORDER BY o.starts_at DESC LIMIT 3) last WHERE last.came <= 1)
    LIMIT 200; END $$;
CREATE FUNCTION access.quiet_told(series uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.gathering_quiet AS q (community_id, gathering_id, told_at) VALUES (access.community_id(), series, now())
      ON CONFLICT (community_id, gathering_id) DO UPDATE SET told_at = now() WHERE q.told_at IS NULL; END $$;

-- As in 0033, and never across a closed door.
CREATE OR REPLACE FUNCTION access.way_in(occurrence uuid) RETURNS TABLE (link text, address text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT CASE WHEN access.runs(g.circle_id, g.organised_by)
        OR now() BETWEEN o.starts_at - interval '15 minutes' AND o.ends_at THEN d.link END, d.address
    FROM public.occurrences o
    JOIN public.gatherings g USING (community_id, gathering_id)
    JOIN public.gathering_doors d USING (community_id, gathering_id)
    WHERE o.community_id = access.community_id() AND o.occurrence_id = occurrence
      AND (access.runs(g.circle_id, g.organised_by)
        OR o.cancelled_at IS NULL AND g.cancelled_at IS NULL AND access.may_come(g.circle_id, g.seen_by, g.organised_by)
          AND EXISTS (SELECT FROM public.rsvps r WHERE r.community_id = o.community_id AND r.occurrence_id = o.occurrence_id
            AND r.member_id = access.member_id() AND r.answer = 'yes')); END $$;

REVOKE ALL ON FUNCTION access.stands_for_many(uuid, uuid), access.may_come(uuid, text, uuid), access.promote(uuid, uuid),
  access.take_seats(uuid, uuid, uuid, int, int), access.answer_occurrence(uuid, text, int, int, text),
  access.pair_company(uuid, uuid), access.greeters_at(uuid, uuid, uuid), access.seat_enrolled(uuid, uuid, uuid),
  access.promote_enrolled(uuid, uuid), access.enrol(uuid, int, int), access.end_enrolment(uuid),
  access.release(uuid, uuid, uuid[], timestamptz), access.my_places(uuid[]),
  access.my_company(uuid[]),
  access.attendance(uuid), access.mark_attendance(uuid, uuid, boolean, int), access.has_place(uuid), access.runs_it(uuid),
  access.quiet_gatherings(timestamptz), access.quiet_told(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.stands_for_many(uuid, uuid), access.answer_occurrence(uuid, text, int, int, text),
  access.enrol(uuid, int, int), access.end_enrolment(uuid), access.my_places(uuid[]), access.my_company(uuid[]),
  access.attendance(uuid), access.mark_attendance(uuid, uuid, boolean, int), access.has_place(uuid), access.runs_it(uuid),
  access.quiet_gatherings(timestamptz), access.quiet_told(uuid) TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['gathering_materials', 'gathering_quiet'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy, porchlight_app', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY running ON %I TO porchlight_app USING (community_id = access.community_id()
      AND access.runs_it(gathering_id)) WITH CHECK (community_id = access.community_id() AND access.runs_it(gathering_id))', t);
  END LOOP;
END $$;
CREATE POLICY with_a_place ON gathering_materials FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND access.has_place(gathering_id) AND EXISTS (SELECT FROM gatherings g
    WHERE g.community_id = gathering_materials.community_id AND g.gathering_id = gathering_materials.gathering_id));
CREATE POLICY across_a_block ON gatherings AS RESTRICTIVE FOR SELECT TO porchlight_app
  USING (organised_by IS NULL OR organised_by <> ALL ((SELECT access.my_blocked_ids())::uuid[])
    OR access.stands_for_many(circle_id, organised_by) OR access.runs(circle_id, organised_by));

CREATE TRIGGER rsvps_count AFTER INSERT OR DELETE OR UPDATE OF answer, guests, children, company ON rsvps
  FOR EACH ROW EXECUTE FUNCTION access.count_coming();
CREATE TRIGGER rsvps_company_ended AFTER UPDATE OF walks_with ON rsvps FOR EACH ROW
  WHEN (OLD.walks_with IS NOT NULL AND NEW.walks_with IS NULL) EXECUTE FUNCTION access.company_ended();
CREATE TRIGGER rsvps_company_gone AFTER DELETE ON rsvps FOR EACH ROW
  WHEN (OLD.walks_with IS NOT NULL) EXECUTE FUNCTION access.company_ended();
CREATE TRIGGER enrolments_count AFTER INSERT OR DELETE OR UPDATE OF answer, guests, children ON enrolments
  FOR EACH ROW EXECUTE FUNCTION access.count_coming();
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['occurrences', 'gatherings'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_guard_counts BEFORE INSERT OR UPDATE OF seats_taken, waiting ON %1$s
      FOR EACH ROW EXECUTE FUNCTION access.guard_counts()', t);
    -- When one comes off the line both numbers move: then nothing is left to do here.
    EXECUTE format('CREATE TRIGGER %1$s_room AFTER UPDATE OF seats_taken, waiting, capacity, cancelled_at ON %1$s FOR EACH ROW
      WHEN (NEW.waiting > 0 AND NEW.cancelled_at IS NULL AND (NEW.seats_taken < OLD.seats_taken
        OR NEW.waiting < OLD.waiting AND NEW.seats_taken = OLD.seats_taken
        OR NEW.capacity IS DISTINCT FROM OLD.capacity OR OLD.cancelled_at IS NOT NULL))
      EXECUTE FUNCTION access.room_grew()', t);
  END LOOP;
END $$;
CREATE TRIGGER gatherings_drawn_back AFTER UPDATE OF seen_by, circle_id ON gatherings FOR EACH ROW
  WHEN (NEW.seen_by = 'circle' AND (OLD.seen_by, OLD.circle_id) IS DISTINCT FROM (NEW.seen_by, NEW.circle_id))
  EXECUTE FUNCTION access.release_leaving();
CREATE TRIGGER occurrences_seat_enrolled AFTER INSERT ON occurrences REFERENCING NEW TABLE AS laid_out
  FOR EACH STATEMENT EXECUTE FUNCTION access.seat_at_new();
CREATE TRIGGER members_release BEFORE DELETE ON members FOR EACH ROW EXECUTE FUNCTION access.release_leaving();
CREATE TRIGGER circle_members_release AFTER DELETE ON circle_members FOR EACH ROW EXECUTE FUNCTION access.release_leaving();
CREATE TRIGGER sanctions_release AFTER INSERT ON sanctions FOR EACH ROW WHEN (NEW.kind = 'suspension')
  EXECUTE FUNCTION access.release_leaving();
CREATE TRIGGER blocks_release AFTER INSERT ON blocks FOR EACH ROW EXECUTE FUNCTION access.release_blocked();

-- Nobody else hangs them on a table of her own (see the end of 0009).
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.company_ended(), access.count_coming(), access.guard_counts(), access.room_grew(),
  access.seat_at_new(), access.release_leaving(), access.release_blocked() FROM PUBLIC;
RESET ROLE;
