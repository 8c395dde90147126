-- "I have been there, and I have room for one more": what a member offers to another, one to one.
CREATE TABLE mentor_offers (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  about text NOT NULL DEFAULT '' CHECK (length(about) <= 600),
  experiences text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  free text[] NOT NULL DEFAULT '{}',
  country text,
  region text,
  latitude double precision,
  longitude double precision,
  online boolean NOT NULL DEFAULT true,
  capacity int NOT NULL DEFAULT 1 CHECK (capacity BETWEEN 1 AND 20),
  paused_at timestamptz,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
-- One mother asks to meet one mentor. Accepting opens a hidden circle of two.
CREATE TABLE introductions (
  community_id uuid NOT NULL,
  introduction_id uuid NOT NULL,
  mentee_id uuid NOT NULL,
  mentor_id uuid NOT NULL,
  message text NOT NULL DEFAULT '' CHECK (length(message) <= 1000),
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'accepted', 'declined', 'withdrawn')),
  circle_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  answered_at timestamptz,
  PRIMARY KEY (community_id, introduction_id),
  CHECK (mentee_id <> mentor_id),
  FOREIGN KEY (community_id, mentee_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, mentor_id) REFERENCES members ON DELETE CASCADE
);
CREATE UNIQUE INDEX introductions_once ON introductions (community_id, mentee_id, mentor_id) WHERE state IN ('asked', 'accepted');

SET ROLE porchlight_policy;
-- How many are waiting for her or with her already; a number, never who.
CREATE FUNCTION access.mentees_of(mentors uuid[]) RETURNS TABLE (member_id uuid, mentees int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT i.mentor_id, count(*)::int FROM public.introductions i
    WHERE i.community_id = access.community_id() AND access.member_id() IS NOT NULL AND i.mentor_id = ANY (mentors)
      AND i.state IN ('asked', 'accepted') GROUP BY i.mentor_id;
  END $$;
-- Nobody is given more than she offered: the offer's row is locked while the request is counted.
CREATE FUNCTION access.keep_capacity() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE room int;
  BEGIN
    SELECT o.capacity INTO room FROM public.mentor_offers o WHERE o.community_id = NEW.community_id
      AND o.member_id = NEW.mentor_id AND o.paused_at IS NULL FOR UPDATE;
    IF room IS NULL OR room <= (SELECT count(*) FROM public.introductions i WHERE i.community_id = NEW.community_id
        AND i.mentor_id = NEW.mentor_id AND i.state IN ('asked', 'accepted')) THEN
      RAISE EXCEPTION 'mentor_full' USING ERRCODE = 'PL001';
    END IF;
    RETURN NEW;
  END $$;
REVOKE ALL ON FUNCTION access.mentees_of(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.mentees_of(uuid[]) TO porchlight_app;
-- The mentor's yes: opens a hidden circle for the two of them and seats both. Null when it is not hers to answer.
CREATE FUNCTION access.accept_introduction(introduction uuid, circle uuid, circle_name text, zone text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE mentee uuid;
  BEGIN
    UPDATE public.introductions i SET state = 'accepted', answered_at = now(), circle_id = circle
      WHERE i.community_id = access.community_id() AND i.introduction_id = introduction
        AND i.mentor_id = access.member_id() AND i.state = 'asked'
        AND i.mentee_id <> ALL (access.my_blocked_ids()) RETURNING i.mentee_id INTO mentee;
    IF NOT FOUND THEN RETURN NULL; END IF;
    INSERT INTO public.circles (community_id, circle_id, name, joining, cap, place, time_zone, created_by)
      VALUES (access.community_id(), circle, circle_name, 'hidden', 2, 'online', zone, access.member_id());
    INSERT INTO public.circle_members (community_id, circle_id, member_id) VALUES (access.community_id(), circle, mentee);
    RETURN circle;
  END $$;
-- Whoever blocks somebody waits no longer for her, nor she for her.
CREATE FUNCTION access.part_ways() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.introductions i SET answered_at = now(),
        state = CASE WHEN i.mentee_id = NEW.blocker_id THEN 'withdrawn' ELSE 'declined' END
      WHERE i.community_id = NEW.community_id AND i.state = 'asked'
        AND (i.mentee_id, i.mentor_id) IN ((NEW.blocker_id, NEW.blocked_id), (NEW.blocked_id, NEW.blocker_id));
    RETURN NULL;
  END $$;
REVOKE ALL ON FUNCTION access.accept_introduction(uuid, uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.accept_introduction(uuid, uuid, text, text) TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['mentor_offers', 'introductions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
CREATE TRIGGER introductions_capacity BEFORE INSERT ON introductions FOR EACH ROW EXECUTE FUNCTION access.keep_capacity();
CREATE TRIGGER blocks_part_ways AFTER INSERT ON blocks FOR EACH ROW EXECUTE FUNCTION access.part_ways();

GRANT SELECT, INSERT, UPDATE, DELETE ON mentor_offers TO porchlight_app;
CREATE POLICY offered ON mentor_offers FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND (member_id = access.member_id() OR access.member_id() IS NOT NULL AND paused_at IS NULL
    AND member_id <> ALL ((SELECT access.my_blocked_ids())::uuid[])));
CREATE POLICY hers ON mentor_offers TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id());
GRANT SELECT ON introductions TO porchlight_app;
GRANT INSERT (community_id, introduction_id, mentee_id, mentor_id, message) ON introductions TO porchlight_app;
GRANT UPDATE (state, answered_at) ON introductions TO porchlight_app;
CREATE POLICY the_two ON introductions FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND access.member_id() IN (mentee_id, mentor_id));
CREATE POLICY asking ON introductions FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND mentee_id = access.member_id() AND mentor_id <> ALL ((SELECT access.my_blocked_ids())::uuid[]));
CREATE POLICY answering ON introductions FOR UPDATE TO porchlight_app USING (community_id = access.community_id()
  AND access.member_id() IN (mentee_id, mentor_id) AND state = 'asked')
  WITH CHECK (state = 'declined' AND mentor_id = access.member_id() OR state = 'withdrawn' AND mentee_id = access.member_id());
