CREATE TABLE circles (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  circle_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  purpose text NOT NULL DEFAULT '' CHECK (length(purpose) <= 1000),
  charter text NOT NULL DEFAULT '' CHECK (length(charter) <= 6000),
  joining text NOT NULL CHECK (joining IN ('open', 'request', 'private', 'hidden')),
  questions text[] NOT NULL DEFAULT '{}',      -- asked of those who ask to join
  cap int CHECK (cap BETWEEN 2 AND 500),       -- null: no cap (online communities)
  languages text[] NOT NULL DEFAULT '{}',
  stages text[] NOT NULL DEFAULT '{}',         -- empty: any
  age_from_months int,
  age_to_months int,
  topics text[] NOT NULL DEFAULT '{}',
  place text NOT NULL CHECK (place IN ('in-person', 'online', 'both')),
  country text,
  region text,
  postcode text,
  place_name text,                             -- 'Lakeview, Chicago': what is shown; never a street
  latitude double precision,
  longitude double precision,
  weekday smallint CHECK (weekday BETWEEN 1 AND 7),
  start_time time,
  minutes int CHECK (minutes BETWEEN 10 AND 1440),
  every_weeks smallint CHECK (every_weeks BETWEEN 1 AND 8),
  first_meeting date,                          -- from which every_weeks counts
  time_zone text NOT NULL,
  childcare boolean NOT NULL DEFAULT false,
  cost text NOT NULL DEFAULT 'free' CHECK (cost IN ('free', 'paid')),
  faith text,                                  -- null: not faith based
  member_count int NOT NULL DEFAULT 0,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz,
  PRIMARY KEY (community_id, circle_id),
  CHECK (cap IS NULL OR member_count <= cap)
);
CREATE INDEX circles_listed ON circles (community_id, latitude, longitude) WHERE closed_at IS NULL AND joining <> 'hidden';
CREATE INDEX circles_newest ON circles (community_id, created_at DESC) WHERE closed_at IS NULL AND joining <> 'hidden';
CREATE INDEX circles_anywhere ON circles (community_id, created_at DESC)
  WHERE closed_at IS NULL AND joining <> 'hidden' AND (place <> 'in-person' OR latitude IS NULL);

CREATE TABLE circle_members (
  community_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  member_id uuid NOT NULL,
  role text NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'facilitator')),
  greets boolean NOT NULL DEFAULT false,
  greeter_id uuid,
  welcomed_at timestamptz,
  joined_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, circle_id, member_id),
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX circle_members_of ON circle_members (community_id, member_id);
CREATE INDEX circle_members_greeter ON circle_members (community_id, greeter_id) WHERE welcomed_at IS NULL;

CREATE TABLE join_requests (
  community_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  member_id uuid NOT NULL,
  answers jsonb NOT NULL DEFAULT '[]',         -- [{question, answer}]
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'admitted', 'declined')),
  created_at timestamptz NOT NULL DEFAULT now(),
  decided_at timestamptz,
  decided_by uuid,
  PRIMARY KEY (community_id, circle_id, member_id),
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE TABLE circle_invitations (
  community_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  token_hash text NOT NULL UNIQUE,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (community_id, invitation_id),
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE CASCADE
);

SET ROLE porchlight_policy;
CREATE FUNCTION access.my_circle_ids() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce((SELECT array_agg(m.circle_id) FROM public.circle_members m
    WHERE m.community_id = access.community_id() AND m.member_id = access.member_id()), '{}'); END $$;
CREATE FUNCTION access.my_facilitated_ids() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce((SELECT array_agg(m.circle_id) FROM public.circle_members m
    WHERE m.community_id = access.community_id() AND m.member_id = access.member_id() AND m.role = 'facilitator'), '{}'); END $$;

-- What an invitation link opens, hidden circles included. Nothing when it is unknown, old or revoked.
CREATE FUNCTION access.invited_circle(hash text) RETURNS SETOF public.circles
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT c.* FROM public.circle_invitations i JOIN public.circles c USING (community_id, circle_id)
    WHERE i.token_hash = hash AND i.community_id = access.community_id()
      AND i.revoked_at IS NULL AND i.expires_at > now() AND c.closed_at IS NULL;
  END $$;

-- Names of those who look after a listed circle, for people who are not in it yet.
CREATE FUNCTION access.facilitators_of(circles uuid[]) RETURNS TABLE (circle_id uuid, display_name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT m.circle_id, p.display_name FROM public.circle_members m
    JOIN public.members p USING (community_id, member_id)
    JOIN public.circles c USING (community_id, circle_id)
    WHERE m.community_id = access.community_id() AND access.member_id() IS NOT NULL AND m.role = 'facilitator'
      AND m.circle_id = ANY (circles) AND c.closed_at IS NULL
      AND (c.joining <> 'hidden' OR c.circle_id = ANY (access.my_circle_ids()))
    ORDER BY m.joined_at;
  END $$;

-- In which of these circles somebody wrote within a week: a yes or no, for people who are not in them yet.
CREATE FUNCTION access.lively_circles(asked uuid[]) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT c.circle_id FROM public.circles c
    WHERE c.community_id = access.community_id() AND c.circle_id = ANY (asked) AND c.closed_at IS NULL
      AND (c.joining <> 'hidden' OR c.circle_id = ANY (access.my_circle_ids()))
      AND EXISTS (SELECT FROM public.posts p WHERE p.community_id = c.community_id AND p.circle_id = c.circle_id
        AND p.thread_id = p.post_id AND p.last_active_at > now() - interval '7 days');
  END $$;

-- Who welcomes a newcomer: somebody who offered to greet, else a facilitator; the one asked longest ago; never one
-- whom either side has blocked. For the functions below alone.
CREATE FUNCTION access.choose_greeter(circle uuid, newcomer uuid) RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (
    SELECT m.member_id FROM public.circle_members m
    WHERE m.community_id = access.community_id() AND m.circle_id = circle AND m.member_id <> newcomer
      AND (m.greets OR m.role = 'facilitator')
      AND NOT EXISTS (SELECT FROM public.blocks b WHERE b.community_id = m.community_id
        AND (b.blocker_id = m.member_id AND b.blocked_id = newcomer OR b.blocker_id = newcomer AND b.blocked_id = m.member_id))
    ORDER BY m.greets DESC,
      (SELECT max(n.joined_at) FROM public.circle_members n WHERE n.community_id = m.community_id
        AND n.circle_id = circle AND n.greeter_id = m.member_id) NULLS FIRST,
      m.joined_at, m.member_id
    LIMIT 1);
  END $$;

-- Walks in: through an open door, or with an invitation. Somebody who was turned away or removed needs an invitation
-- made since: the link she once came by, which many may hold, is none.
-- 'joined' | 'already' | 'full' | 'ask' | 'absent'
CREATE FUNCTION access.enter_circle(circle uuid, invitation_hash text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE door text; invited boolean; turned_away timestamptz;
  BEGIN
    IF access.member_id() IS NULL THEN RETURN 'absent'; END IF;
    SELECT c.joining INTO door FROM public.circles c
      WHERE c.community_id = access.community_id() AND c.circle_id = circle AND c.closed_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    IF circle = ANY (access.my_circle_ids()) THEN RETURN 'already'; END IF;
    SELECT r.decided_at INTO turned_away FROM public.join_requests r WHERE r.community_id = access.community_id()
      AND r.circle_id = circle AND r.member_id = access.member_id() AND r.state = 'declined';
    invited := EXISTS (SELECT FROM public.circle_invitations i WHERE i.community_id = access.community_id()
      AND i.circle_id = circle AND i.token_hash = invitation_hash AND i.revoked_at IS NULL AND i.expires_at > now()
      AND (turned_away IS NULL OR i.created_at > turned_away));
    IF NOT invited AND door = 'hidden' THEN RETURN 'absent'; END IF;
    IF NOT invited AND (door <> 'open' OR turned_away IS NOT NULL) THEN RETURN 'ask'; END IF;
    IF EXISTS (SELECT FROM public.circles c WHERE c.community_id = access.community_id() AND c.circle_id = circle
        AND c.member_count >= c.cap) THEN RETURN 'full'; END IF;
    INSERT INTO public.circle_members (community_id, circle_id, member_id, greeter_id)
      VALUES (access.community_id(), circle, access.member_id(), access.choose_greeter(circle, access.member_id()));
    DELETE FROM public.join_requests r WHERE r.community_id = access.community_id() AND r.circle_id = circle
      AND r.member_id = access.member_id();
    RETURN 'joined';
  END $$;

-- A facilitator opens the door to somebody who asked. 'admitted' | 'full' | 'absent'
CREATE FUNCTION access.admit(circle uuid, asker uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  BEGIN
    IF NOT circle = ANY (access.my_facilitated_ids()) THEN RETURN 'absent'; END IF;
    PERFORM FROM public.circles c WHERE c.community_id = access.community_id() AND c.circle_id = circle FOR UPDATE;
    IF EXISTS (SELECT FROM public.circles c WHERE c.community_id = access.community_id() AND c.circle_id = circle
        AND c.member_count >= c.cap) THEN RETURN 'full'; END IF;
    UPDATE public.join_requests r SET state = 'admitted', decided_at = now(), decided_by = access.member_id()
      WHERE r.community_id = access.community_id() AND r.circle_id = circle AND r.member_id = asker AND r.state = 'waiting';
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    INSERT INTO public.circle_members (community_id, circle_id, member_id, greeter_id)
      VALUES (access.community_id(), circle, asker, access.choose_greeter(circle, asker)) ON CONFLICT DO NOTHING;
    RETURN 'admitted';
  END $$;

-- A facilitator shows a member out, who then comes back by invitation only. Never another facilitator.
CREATE FUNCTION access.remove_member(circle uuid, member uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT circle = ANY (access.my_facilitated_ids()) THEN RETURN false; END IF;
    DELETE FROM public.circle_members m WHERE m.community_id = access.community_id() AND m.circle_id = circle
      AND m.member_id = member AND m.role = 'member';
    IF NOT FOUND THEN RETURN false; END IF;
    INSERT INTO public.join_requests (community_id, circle_id, member_id, state, decided_at, decided_by)
      VALUES (access.community_id(), circle, member, 'declined', now(), access.member_id())
      ON CONFLICT (community_id, circle_id, member_id)
      DO UPDATE SET state = 'declined', decided_at = now(), decided_by = access.member_id();
    RETURN true;
  END $$;

-- A facilitator hands the keys to another member, or takes a second one beside her.
CREATE FUNCTION access.make_facilitator(circle uuid, member uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT circle = ANY (access.my_facilitated_ids()) THEN RETURN false; END IF;
    UPDATE public.circle_members m SET role = 'facilitator', greets = true
      WHERE m.community_id = access.community_id() AND m.circle_id = circle AND m.member_id = member;
    RETURN FOUND;
  END $$;

-- The count and the cap are kept here, whatever way a row comes or goes.
CREATE FUNCTION access.count_circle_members() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
      UPDATE public.circles SET member_count = member_count + 1
        WHERE community_id = NEW.community_id AND circle_id = NEW.circle_id;
      RETURN NEW;
    END IF;
    UPDATE public.circles SET member_count = member_count - 1
      WHERE community_id = OLD.community_id AND circle_id = OLD.circle_id;
    -- No circle is left without somebody to look after it: the longest-standing member takes the keys, and an
    -- empty circle closes.
    UPDATE public.circle_members SET role = 'facilitator', greets = true
      WHERE community_id = OLD.community_id AND circle_id = OLD.circle_id AND OLD.role = 'facilitator'
        AND NOT EXISTS (SELECT FROM public.circle_members o WHERE o.community_id = OLD.community_id
          AND o.circle_id = OLD.circle_id AND o.role = 'facilitator')
        AND member_id = (SELECT o.member_id FROM public.circle_members o WHERE o.community_id = OLD.community_id
          AND o.circle_id = OLD.circle_id ORDER BY o.joined_at, o.member_id LIMIT 1);
    UPDATE public.circles SET closed_at = now()
      WHERE community_id = OLD.community_id AND circle_id = OLD.circle_id AND member_count = 0;
    RETURN OLD;
  END $$;
CREATE FUNCTION access.seat_founder() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.circle_members (community_id, circle_id, member_id, role, greets)
      VALUES (NEW.community_id, NEW.circle_id, NEW.created_by, 'facilitator', true);
    RETURN NEW;
  END $$;
REVOKE ALL ON FUNCTION access.my_circle_ids(), access.my_facilitated_ids(), access.invited_circle(text),
  access.facilitators_of(uuid[]), access.lively_circles(uuid[]), access.choose_greeter(uuid, uuid),
  access.enter_circle(uuid, text), access.admit(uuid, uuid), access.remove_member(uuid, uuid),
  access.make_facilitator(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_circle_ids(), access.my_facilitated_ids(), access.invited_circle(text),
  access.facilitators_of(uuid[]), access.lively_circles(uuid[]), access.enter_circle(uuid, text), access.admit(uuid, uuid),
  access.remove_member(uuid, uuid), access.make_facilitator(uuid, uuid) TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['circles', 'circle_members', 'join_requests', 'circle_invitations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
CREATE TRIGGER circle_members_count AFTER INSERT OR DELETE ON circle_members
  FOR EACH ROW EXECUTE FUNCTION access.count_circle_members();
CREATE TRIGGER circles_founder AFTER INSERT ON circles FOR EACH ROW EXECUTE FUNCTION access.seat_founder();

-- A hidden circle does not exist for those who are not in it. The list shows the rest, members aside.
GRANT SELECT ON circles TO porchlight_app;
GRANT INSERT (community_id, circle_id, name, purpose, charter, joining, questions, cap, languages, stages, age_from_months,
  age_to_months, topics, place, country, region, postcode, place_name, latitude, longitude, weekday, start_time, minutes,
  every_weeks, first_meeting, time_zone, childcare, cost, faith, created_by) ON circles TO porchlight_app;
GRANT UPDATE (name, purpose, charter, joining, questions, cap, languages, stages, age_from_months,
  age_to_months, topics, place, country, region, postcode, place_name, latitude, longitude, weekday, start_time, minutes,
  every_weeks, first_meeting, time_zone, childcare, cost, faith, closed_at) ON circles TO porchlight_app;
CREATE POLICY listed ON circles FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND (joining <> 'hidden' OR created_by = access.member_id() AND member_count = 0
       OR circle_id = ANY ((SELECT access.my_circle_ids())::uuid[])));
CREATE POLICY founding ON circles FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND created_by = access.member_id());
CREATE POLICY facilitating ON circles FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[]));

-- Who is in a circle is known inside it only.
GRANT SELECT, DELETE ON circle_members TO porchlight_app;
GRANT UPDATE (greets, welcomed_at) ON circle_members TO porchlight_app;
CREATE POLICY inside ON circle_members FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_circle_ids())::uuid[]));
CREATE POLICY self_or_greeter ON circle_members FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND (member_id = access.member_id() OR greeter_id = access.member_id()
    OR circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[])));
CREATE POLICY leaving ON circle_members FOR DELETE TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());

GRANT SELECT, DELETE ON join_requests TO porchlight_app;
GRANT INSERT (community_id, circle_id, member_id, answers) ON join_requests TO porchlight_app;
GRANT UPDATE (state, decided_at, decided_by) ON join_requests TO porchlight_app;
CREATE POLICY asker_or_facilitator ON join_requests FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (member_id = access.member_id()
    OR circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[])));
CREATE POLICY asking ON join_requests FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id() AND state = 'waiting'
    AND EXISTS (SELECT FROM circles c WHERE c.community_id = join_requests.community_id
      AND c.circle_id = join_requests.circle_id AND c.joining = 'request' AND c.closed_at IS NULL));
CREATE POLICY deciding ON join_requests FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[]))
  WITH CHECK (state = 'declined' AND decided_by = access.member_id());
-- A "not this time" stays until it may be asked again, and is never taken back to walk in at an open door.
CREATE POLICY withdrawing ON join_requests FOR DELETE TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id()
    AND (state <> 'declined' OR decided_at < now() - interval '30 days' AND EXISTS (SELECT FROM circles c
      WHERE c.community_id = join_requests.community_id AND c.circle_id = join_requests.circle_id AND c.joining = 'request')));

GRANT SELECT, INSERT ON circle_invitations TO porchlight_app;
GRANT UPDATE (revoked_at) ON circle_invitations TO porchlight_app;
CREATE POLICY facilitators ON circle_invitations FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[]));
CREATE POLICY inviting ON circle_invitations FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND created_by = access.member_id()
    AND circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[]));
CREATE POLICY revoking ON circle_invitations FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[]));
