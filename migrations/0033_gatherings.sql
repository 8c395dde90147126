-- Gatherings: what people come to. One row says what and for whom; its occurrences, laid out ahead by its rule, say
-- when. Times on the wall stand in the gathering's own zone, so that a clock change moves nobody's evening.
CREATE TABLE gatherings (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  gathering_id uuid NOT NULL,
  uid text NOT NULL CHECK (length(uid) BETWEEN 1 AND 400),   -- RFC 5545: the same for ever, in every calendar
  sequence int NOT NULL DEFAULT 0,             -- RFC 5545: grows with every change of what it is or when
  follows_id uuid,                             -- the series this one took over from, by "this and following"
  circle_id uuid,                              -- whose it is; null: the community's
  kind text NOT NULL CHECK (kind IN ('circle-session', 'support-group', 'class', 'story-time', 'workshop', 'walk',
    'playdate', 'networking', 'volunteer-day', 'online-session')),
  seen_by text NOT NULL CHECK (seen_by IN ('public', 'community', 'circle')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  description text NOT NULL DEFAULT '' CHECK (length(description) <= 6000),
  starts text NOT NULL CHECK (starts ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'),  -- the first one, on the wall in time_zone
  minutes int NOT NULL CHECK (minutes BETWEEN 5 AND 20160),
  all_day boolean NOT NULL DEFAULT false,
  time_zone text NOT NULL,
  rule text CHECK (length(rule) BETWEEN 6 AND 500),          -- RRULE without its name; null: once
  extra text[] NOT NULL DEFAULT '{}' CHECK (cardinality(extra) <= 400),          -- on the wall, like starts
  except_on text[] NOT NULL DEFAULT '{}' CHECK (cardinality(except_on) <= 400),
  laid_out_until timestamptz NOT NULL,         -- occurrences up to here stand in their table
  place text NOT NULL CHECK (place IN ('in-person', 'online', 'both')),
  venue text NOT NULL DEFAULT '' CHECK (length(venue) <= 160),
  address text NOT NULL DEFAULT '' CHECK (length(address) <= 240),  -- told to everybody who sees it; a home's is in its door
  country text,
  region text,
  postcode text,
  place_name text,
  latitude double precision,
  longitude double precision,
  babies boolean,                              -- here and below: null is "nobody said"
  siblings boolean,
  feeding boolean,
  strollers boolean,
  childcare boolean,
  step_free boolean,
  access_note text NOT NULL DEFAULT '' CHECK (length(access_note) <= 300),
  getting_there text NOT NULL DEFAULT '' CHECK (length(getting_there) <= 300),
  cost text CHECK (cost IN ('free', 'paid', 'as-you-can')),
  cost_note text NOT NULL DEFAULT '' CHECK (length(cost_note) <= 160),
  languages text[] NOT NULL DEFAULT '{}',
  faith text CHECK (length(faith) <= 80),      -- null: not faith based
  for_whom text NOT NULL DEFAULT '' CHECK (length(for_whom) <= 300),
  stages text[] NOT NULL DEFAULT '{}',
  topics text[] NOT NULL DEFAULT '{}',
  age_from_months int,
  age_to_months int,
  capacity int CHECK (capacity BETWEEN 1 AND 10000),         -- of each occurrence, or of the whole series
  sign_up text NOT NULL DEFAULT 'occurrence' CHECK (sign_up IN ('occurrence', 'series')),
  seats_taken int NOT NULL DEFAULT 0,          -- of a series one signs up for as a whole
  waiting int NOT NULL DEFAULT 0,
  source_id uuid,                              -- the calendar it was taken from; null: made here
  organised_by uuid,
  organiser_name text CHECK (length(organiser_name) <= 120), -- of one taken from elsewhere
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  cancelled_at timestamptz,
  cancel_note text CHECK (length(cancel_note) <= 300),
  PRIMARY KEY (community_id, gathering_id),
  UNIQUE (community_id, uid),
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE CASCADE,
  FOREIGN KEY (community_id, organised_by) REFERENCES members ON DELETE SET NULL (organised_by),
  CHECK (seen_by <> 'circle' OR circle_id IS NOT NULL),
  CHECK (capacity IS NULL OR seats_taken <= capacity),
  CHECK (age_from_months IS NULL OR age_to_months IS NULL OR age_from_months <= age_to_months)
);
CREATE INDEX gatherings_of_circle ON gatherings (community_id, circle_id);
CREATE INDEX gatherings_by ON gatherings (community_id, organised_by);
CREATE INDEX gatherings_to_lay_out ON gatherings (laid_out_until) WHERE rule IS NOT NULL AND cancelled_at IS NULL;

-- One time it takes place. What is null here is as the gathering says.
CREATE TABLE occurrences (
  community_id uuid NOT NULL,
  occurrence_id uuid NOT NULL,
  gathering_id uuid NOT NULL,
  recurs_at timestamptz NOT NULL,              -- RFC 5545 RECURRENCE-ID: when the rule put it, wherever it moved since
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  sequence int NOT NULL DEFAULT 0,
  title text CHECK (length(title) BETWEEN 1 AND 120),
  venue text CHECK (length(venue) <= 160),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 300),
  capacity int CHECK (capacity BETWEEN 1 AND 10000),         -- as counted: kept here so that the check below can hold
  seats_taken int NOT NULL DEFAULT 0 CHECK (seats_taken >= 0),
  waiting int NOT NULL DEFAULT 0 CHECK (waiting >= 0),
  attended int,                                -- null: nobody counted yet
  changed_at timestamptz,                      -- set: it is no longer simply what the rule says
  cancelled_at timestamptz,
  cancel_note text CHECK (length(cancel_note) <= 300),
  PRIMARY KEY (community_id, occurrence_id),
  UNIQUE (community_id, gathering_id, recurs_at),
  FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings ON DELETE CASCADE,
  CHECK (capacity IS NULL OR seats_taken <= capacity)
);
CREATE INDEX occurrences_by_time ON occurrences (community_id, starts_at);
CREATE INDEX occurrences_soon ON occurrences (starts_at) WHERE cancelled_at IS NULL;

-- What only those coming may know: a link, a home's address. See access.way_in().
CREATE TABLE gathering_doors (
  community_id uuid NOT NULL,
  gathering_id uuid NOT NULL,
  link text CHECK (length(link) <= 1000),
  address text CHECK (length(address) <= 240),
  PRIMARY KEY (community_id, gathering_id),
  FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings ON DELETE CASCADE
);

-- Signed up once for every session of a series. Her answers to single sessions follow from it, and may differ.
CREATE TABLE enrolments (
  community_id uuid NOT NULL,
  gathering_id uuid NOT NULL,
  member_id uuid NOT NULL,
  answer text NOT NULL CHECK (answer IN ('yes', 'waiting')),
  guests smallint NOT NULL DEFAULT 0 CHECK (guests BETWEEN 0 AND 5),
  children smallint NOT NULL DEFAULT 0 CHECK (children BETWEEN 0 AND 8),
  line bigint,                                 -- her place among those waiting; smaller is sooner
  enrolled_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, gathering_id, member_id),
  FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX enrolments_of ON enrolments (community_id, member_id);

CREATE TABLE rsvps (
  community_id uuid NOT NULL,
  occurrence_id uuid NOT NULL,
  gathering_id uuid NOT NULL,
  member_id uuid NOT NULL,
  answer text NOT NULL CHECK (answer IN ('yes', 'maybe', 'no', 'waiting')),
  guests smallint NOT NULL DEFAULT 0 CHECK (guests BETWEEN 0 AND 5),
  children smallint NOT NULL DEFAULT 0 CHECK (children BETWEEN 0 AND 8),
  line bigint CHECK ((line IS NULL) = (answer <> 'waiting')),
  promoted_at timestamptz,                     -- set: she came off the waitlist
  attended boolean,                            -- null: not marked
  answered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, occurrence_id, member_id),
  FOREIGN KEY (community_id, occurrence_id) REFERENCES occurrences ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX rsvps_of ON rsvps (community_id, member_id, answer);
CREATE UNIQUE INDEX rsvps_line ON rsvps (community_id, occurrence_id, line) WHERE line IS NOT NULL;

SET ROLE porchlight_policy;
-- Whether whoever asks runs it: who made it, the facilitators of its circle, the coordinators for what is the community's.
CREATE FUNCTION access.runs(circle uuid, organiser uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN access.member_id() IS NOT NULL AND access.takes_part() AND (
    circle = ANY (access.my_facilitated_ids())
    OR organiser = access.member_id() AND (circle IS NULL OR circle = ANY (access.my_circle_ids()))
    OR circle IS NULL AND access.my_role() = 'coordinator'); END $$;

-- Whether whoever asks may organise one: anybody for her community or a circle of hers; in public only those people
-- answer for already (facilitators, moderators, coordinators). A hidden circle's stay inside it.
CREATE FUNCTION access.may_organise(its_circle uuid, its_seen_by text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN access.member_id() IS NOT NULL AND access.takes_part()
    AND (its_circle IS NULL OR its_circle = ANY (access.my_circle_ids())
      AND (its_seen_by = 'circle' OR EXISTS (SELECT FROM public.circles c WHERE c.community_id = access.community_id()
        AND c.circle_id = its_circle AND c.joining <> 'hidden')))
    AND (its_seen_by <> 'public' OR access.my_role() IN ('moderator', 'coordinator')
      OR cardinality(access.my_facilitated_ids()) > 0); END $$;

-- Whose doings she may see at an occurrence: everybody's who comes, when she runs it or comes herself; never across a block.
CREATE FUNCTION access.coming_to(occurrence uuid)
  RETURNS TABLE (member_id uuid, display_name text, answer text, guests smallint, children smallint, line bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE host boolean;
  BEGIN
    SELECT access.runs(g.circle_id, g.organised_by) INTO host
      FROM public.occurrences o JOIN public.gatherings g USING (community_id, gathering_id)
      WHERE o.community_id = access.community_id() AND o.occurrence_id = occurrence;
    IF NOT coalesce(host, false) AND NOT EXISTS (SELECT FROM public.rsvps r WHERE r.community_id = access.community_id()
      AND r.occurrence_id = occurrence AND r.member_id = access.member_id() AND r.answer = 'yes') THEN RETURN; END IF;
    RETURN QUERY SELECT r.member_id, m.display_name, r.answer, r.guests, r.children, r.line
      FROM public.rsvps r JOIN public.members m USING (community_id, member_id)
      WHERE r.community_id = access.community_id() AND r.occurrence_id = occurrence
        AND (host AND r.answer IN ('yes', 'maybe', 'waiting') OR r.answer = 'yes')
        AND (host OR r.member_id <> ALL (access.my_blocked_ids()))
      ORDER BY r.answer DESC, r.line, r.answered_at, r.member_id;
  END $$;

-- What only those coming may know: the address as soon as they said yes, the link from 15 minutes before to the end.
CREATE FUNCTION access.way_in(occurrence uuid) RETURNS TABLE (link text, address text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT CASE WHEN access.runs(g.circle_id, g.organised_by)
        OR now() BETWEEN o.starts_at - interval '15 minutes' AND o.ends_at THEN d.link END, d.address
    FROM public.occurrences o
    JOIN public.gatherings g USING (community_id, gathering_id)
    JOIN public.gathering_doors d USING (community_id, gathering_id)
    WHERE o.community_id = access.community_id() AND o.occurrence_id = occurrence
      AND (access.runs(g.circle_id, g.organised_by)
        OR o.cancelled_at IS NULL AND g.cancelled_at IS NULL AND access.takes_part()
          AND (g.seen_by <> 'circle' OR g.circle_id = ANY (access.my_circle_ids()))
          AND EXISTS (SELECT FROM public.rsvps r WHERE r.community_id = o.community_id AND r.occurrence_id = o.occurrence_id
            AND r.member_id = access.member_id() AND r.answer = 'yes')); END $$;

-- Rules that reach further than what is laid out, and in whose name to go on: her who organises it, else a coordinator.
CREATE FUNCTION access.gatherings_to_lay_out(until_when timestamptz)
  RETURNS TABLE (community_id uuid, gathering_id uuid, member_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT g.community_id, g.gathering_id, coalesce(
      (SELECT m.member_id FROM public.circle_members m WHERE m.community_id = g.community_id AND m.circle_id = g.circle_id
        AND m.role = 'facilitator' ORDER BY m.joined_at LIMIT 1),
      CASE WHEN g.circle_id IS NULL THEN coalesce(g.organised_by, (SELECT m.member_id FROM public.members m
        WHERE m.community_id = g.community_id AND m.role = 'coordinator' ORDER BY m.member_id LIMIT 1)) END)
    FROM public.gatherings g WHERE g.rule IS NOT NULL AND g.cancelled_at IS NULL AND g.laid_out_until < until_when
    ORDER BY g.laid_out_until LIMIT 500; END $$;
REVOKE ALL ON FUNCTION access.runs(uuid, uuid), access.may_organise(uuid, text), access.coming_to(uuid),
  access.way_in(uuid), access.gatherings_to_lay_out(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.runs(uuid, uuid), access.may_organise(uuid, text), access.coming_to(uuid),
  access.way_in(uuid), access.gatherings_to_lay_out(timestamptz) TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['gatherings', 'occurrences', 'gathering_doors', 'enrolments', 'rsvps'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO porchlight_app', t);
  END LOOP;
END $$;
GRANT INSERT, UPDATE ON gatherings, occurrences TO porchlight_app;
GRANT DELETE ON occurrences TO porchlight_app;
GRANT INSERT, UPDATE, DELETE ON gathering_doors TO porchlight_app;

CREATE POLICY seeing ON gatherings FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND (seen_by = 'public' OR seen_by = 'community' AND (SELECT access.member_id() IS NOT NULL AND access.takes_part())
    OR circle_id = ANY ((SELECT access.my_circle_ids())::uuid[])));
CREATE POLICY organising ON gatherings FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND (organised_by = access.member_id() OR (SELECT access.my_role()) = 'coordinator' AND organised_by IS NULL AND circle_id IS NULL)
  AND access.may_organise(circle_id, seen_by));
CREATE POLICY running ON gatherings FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND access.runs(circle_id, organised_by))
  WITH CHECK (access.runs(circle_id, organised_by) AND access.may_organise(circle_id, seen_by));
CREATE POLICY with_its_gathering ON occurrences FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND EXISTS (SELECT FROM gatherings g WHERE g.community_id = occurrences.community_id AND g.gathering_id = occurrences.gathering_id));
CREATE POLICY running ON occurrences TO porchlight_app
  USING (community_id = access.community_id() AND EXISTS (SELECT FROM gatherings g WHERE g.community_id = occurrences.community_id
    AND g.gathering_id = occurrences.gathering_id AND access.runs(g.circle_id, g.organised_by)))
  WITH CHECK (community_id = access.community_id() AND EXISTS (SELECT FROM gatherings g WHERE g.community_id = occurrences.community_id
    AND g.gathering_id = occurrences.gathering_id AND access.runs(g.circle_id, g.organised_by)));
CREATE POLICY running ON gathering_doors TO porchlight_app
  USING (community_id = access.community_id() AND EXISTS (SELECT FROM gatherings g WHERE g.community_id = gathering_doors.community_id
    AND g.gathering_id = gathering_doors.gathering_id AND access.runs(g.circle_id, g.organised_by)))
  WITH CHECK (community_id = access.community_id() AND EXISTS (SELECT FROM gatherings g WHERE g.community_id = gathering_doors.community_id
    AND g.gathering_id = gathering_doors.gathering_id AND access.runs(g.circle_id, g.organised_by)));
CREATE POLICY hers ON enrolments FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY hers ON rsvps FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());

-- A gathering can be reported like a post: for the moderators.
ALTER TABLE reports DROP CONSTRAINT reports_subject_kind_check,
  ADD CONSTRAINT reports_subject_kind_check CHECK (subject_kind IN ('post', 'member', 'circle', 'message', 'gathering'));
ALTER TABLE cases DROP CONSTRAINT cases_subject_kind_check,
  ADD CONSTRAINT cases_subject_kind_check CHECK (subject_kind IN ('post', 'member', 'circle', 'message', 'gathering'));

-- What becomes of gatherings when those who hold them go. ---------------------------------------------------------
ALTER TABLE gatherings
  ADD COLUMN moved_from uuid,                  -- its circle before that one went on together with another
  ADD COLUMN home boolean NOT NULL DEFAULT false; -- its address stands in its door

SET ROLE porchlight_policy;
-- Who means to come (or waits) to some of its times; to all that lie ahead when none are named. For the database alone.
CREATE FUNCTION access.coming_of(community uuid, gathering uuid, its_occurrences uuid[]) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(SELECT DISTINCT r.member_id FROM public.occurrences o
    JOIN public.rsvps r USING (community_id, occurrence_id)
    WHERE o.community_id = community AND o.gathering_id = gathering AND r.answer IN ('yes', 'maybe', 'waiting')
      AND CASE WHEN its_occurrences IS NULL THEN o.ends_at > now() AND o.cancelled_at IS NULL
        ELSE o.occurrence_id = ANY (its_occurrences) END); END $$;

-- The same for those who run it, so that they can be told.
CREATE FUNCTION access.those_coming(gathering uuid, its_occurrences uuid[]) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT EXISTS (SELECT FROM public.gatherings g WHERE g.community_id = access.community_id()
      AND g.gathering_id = gathering AND access.runs(g.circle_id, g.organised_by)) THEN RETURN '{}'; END IF;
    RETURN access.coming_of(access.community_id(), gathering, its_occurrences); END $$;

-- Which of its times somebody answered, in whatever way: such a one is never simply taken away.
CREATE FUNCTION access.answered(gathering uuid, its_occurrences uuid[]) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT DISTINCT r.occurrence_id FROM public.rsvps r JOIN public.gatherings g USING (community_id, gathering_id)
    WHERE r.community_id = access.community_id() AND r.gathering_id = gathering AND r.occurrence_id = ANY (its_occurrences)
      AND access.runs(g.circle_id, g.organised_by); END $$;

-- "This and following": what lies from there on belongs to the series that takes over, with every answer and whoever
-- signed up for the whole.
CREATE FUNCTION access.hand_over(gathering uuid, taking_over uuid, from_when timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF (SELECT count(*) FROM public.gatherings g WHERE g.community_id = access.community_id()
        AND (g.gathering_id = gathering OR g.gathering_id = taking_over AND g.follows_id = gathering)
        AND access.runs(g.circle_id, g.organised_by)) <> 2 THEN
      RAISE insufficient_privilege USING MESSAGE = 'not hers to hand over';
    END IF;
    UPDATE public.occurrences o SET gathering_id = taking_over
      WHERE o.community_id = access.community_id() AND o.gathering_id = gathering AND o.recurs_at >= from_when;
    UPDATE public.rsvps r SET gathering_id = taking_over FROM public.occurrences o
      WHERE r.community_id = access.community_id() AND r.gathering_id = gathering
        AND o.community_id = r.community_id AND o.occurrence_id = r.occurrence_id AND o.gathering_id = taking_over;
    INSERT INTO public.enrolments (community_id, gathering_id, member_id, answer, guests, children, line, enrolled_at)
      SELECT e.community_id, taking_over, e.member_id, e.answer, e.guests, e.children, e.line, e.enrolled_at
      FROM public.enrolments e WHERE e.community_id = access.community_id() AND e.gathering_id = gathering;
    UPDATE public.gatherings n SET seats_taken = g.seats_taken, waiting = g.waiting FROM public.gatherings g
      WHERE n.community_id = access.community_id() AND n.gathering_id = taking_over
        AND g.community_id = n.community_id AND g.gathering_id = gathering;
  END $$;

-- A circle that ends takes its gatherings with it; one that goes on together with another brings them along, and takes
-- them back when that is undone.
CREATE FUNCTION access.circle_ends() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE one uuid;
  BEGIN
    IF NEW.archived_at IS NULL AND NEW.closed_at IS NULL THEN
      UPDATE public.gatherings g SET circle_id = NEW.circle_id, moved_from = NULL
        WHERE g.community_id = NEW.community_id AND g.moved_from = NEW.circle_id;
    ELSIF NEW.continued_in IS NOT NULL THEN
      UPDATE public.gatherings g SET circle_id = NEW.continued_in, moved_from = NEW.circle_id
        WHERE g.community_id = NEW.community_id AND g.circle_id = NEW.circle_id;
    ELSE
      FOR one IN UPDATE public.gatherings g SET cancelled_at = now(), sequence = g.sequence + 1, updated_at = now()
          WHERE g.community_id = NEW.community_id AND g.circle_id = NEW.circle_id AND g.cancelled_at IS NULL
            AND (g.rule IS NOT NULL OR EXISTS (SELECT FROM public.occurrences o WHERE o.community_id = g.community_id
              AND o.gathering_id = g.gathering_id AND o.ends_at > now())) RETURNING g.gathering_id LOOP
        PERFORM access.notify(access.coming_of(NEW.community_id, one, NULL), 'gatherings.cancelled', NULL, NULL, one, true, NULL);
      END LOOP;
    END IF;
    RETURN NULL;
  END $$;

-- Who organised something goes. A circle's, and what a coordinator or moderator made for all, goes on without her home's
-- address; what was hers alone is called off with what she wrote about it, and those coming are told.
CREATE FUNCTION access.organiser_leaves() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE one uuid; coming uuid[];
  BEGIN
    UPDATE public.gathering_doors d SET address = NULL FROM public.gatherings g
      WHERE d.community_id = OLD.community_id AND g.community_id = d.community_id AND g.gathering_id = d.gathering_id
        AND g.organised_by = OLD.member_id;
    IF OLD.role <> 'member' THEN RETURN OLD; END IF;
    FOR one IN SELECT g.gathering_id FROM public.gatherings g WHERE g.community_id = OLD.community_id
        AND g.organised_by = OLD.member_id AND g.circle_id IS NULL LOOP
      coming := access.coming_of(OLD.community_id, one, NULL);
      DELETE FROM public.gathering_doors d WHERE d.community_id = OLD.community_id AND d.gathering_id = one;
      UPDATE public.gatherings g SET cancelled_at = coalesce(g.cancelled_at, now()), sequence = g.sequence + 1,
          updated_at = now(), description = '', venue = '', address = '', getting_there = '', access_note = '',
          for_whom = '', cost_note = '', cancel_note = NULL
        WHERE g.community_id = OLD.community_id AND g.gathering_id = one;
      UPDATE public.occurrences o SET venue = NULL, note = '', cancel_note = NULL
        WHERE o.community_id = OLD.community_id AND o.gathering_id = one;
      PERFORM access.notify(coming, 'gatherings.cancelled', NULL, NULL, one, true, NULL);
    END LOOP;
    RETURN OLD;
  END $$;
REVOKE ALL ON FUNCTION access.coming_of(uuid, uuid, uuid[]), access.those_coming(uuid, uuid[]),
  access.answered(uuid, uuid[]), access.hand_over(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.those_coming(uuid, uuid[]), access.answered(uuid, uuid[]),
  access.hand_over(uuid, uuid, timestamptz) TO porchlight_app;
RESET ROLE;

CREATE TRIGGER circles_end AFTER UPDATE OF closed_at, archived_at ON circles FOR EACH ROW
  WHEN ((OLD.closed_at, OLD.archived_at, OLD.continued_in) IS DISTINCT FROM (NEW.closed_at, NEW.archived_at, NEW.continued_in))
  EXECUTE FUNCTION access.circle_ends();
CREATE TRIGGER members_organised BEFORE DELETE ON members FOR EACH ROW EXECUTE FUNCTION access.organiser_leaves();
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.circle_ends(), access.organiser_leaves() FROM PUBLIC;
RESET ROLE;
