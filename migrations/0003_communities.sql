CREATE TABLE communities (
  community_id uuid PRIMARY KEY,
  host text UNIQUE,                 -- null: answers on every host no other community claims
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  country text NOT NULL DEFAULT 'US',
  region text,
  postcode text,
  place_name text,
  latitude double precision,
  longitude double precision,
  time_zone text NOT NULL,
  languages text[] NOT NULL CHECK (cardinality(languages) > 0),
  charter text NOT NULL DEFAULT '',
  is_sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- One row: the hash of the set-up link printed on the first run; gone once it is used.
CREATE TABLE installation (
  the_one boolean PRIMARY KEY DEFAULT true CHECK (the_one),
  setup_token_hash text
);

CREATE TABLE members (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  member_id uuid NOT NULL,
  account_id text NOT NULL,
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 60),
  about text NOT NULL DEFAULT '' CHECK (length(about) <= 2000),
  role text NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'moderator', 'coordinator')),
  locale text NOT NULL DEFAULT 'en',
  time_zone text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, member_id),
  UNIQUE (community_id, account_id)
);

SET ROLE porchlight_policy;
-- Who is asking: one row when the session is alive; the member columns are null when the account has no
-- membership in this community.
CREATE FUNCTION access.viewer(session_token text, community uuid)
  RETURNS TABLE (account_id text, session_id text, seen_at timestamptz, member_id uuid, display_name text, role text,
    locale text, time_zone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT s."userId", s.id, s."updatedAt", m.member_id, m.display_name, m.role, m.locale, m.time_zone
    FROM auth.session s LEFT JOIN public.members m ON m.account_id = s."userId" AND m.community_id = community
    WHERE s.token = session_token AND s."expiresAt" > now();
  END $$;

-- Which community a host name means: its own, else the one that claims no host (the oldest).
CREATE FUNCTION access.community_for_host(asked text) RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (
    SELECT c.community_id FROM public.communities c WHERE c.host = asked OR c.host IS NULL
    ORDER BY (c.host IS NULL), c.created_at, c.community_id LIMIT 1);
  END $$;

CREATE FUNCTION access.setup_waits(token_hash text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.installation i WHERE i.setup_token_hash = token_hash); END $$;

CREATE FUNCTION access.any_community() RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.communities); END $$;

CREATE FUNCTION access.my_role() RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT m.role FROM public.members m
    WHERE m.community_id = access.community_id() AND m.member_id = access.member_id()); END $$;

-- Founds the community and its first coordinator against the set-up link, which it uses up: two people holding the
-- same link cannot both win, because the second finds the row already changed.
CREATE FUNCTION access.found_community(token_hash text, community uuid, its_name text, its_country text,
    its_region text, its_postcode text, its_place text, its_latitude double precision, its_longitude double precision,
    its_zone text, its_languages text[], its_charter text, sample boolean, its_host text,
    coordinator uuid, coordinator_account text, coordinator_name text, coordinator_locale text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.installation SET setup_token_hash = NULL WHERE setup_token_hash = token_hash;
    IF NOT FOUND THEN RETURN false; END IF;
    INSERT INTO public.communities (community_id, host, name, country, region, postcode, place_name, latitude, longitude,
      time_zone, languages, charter, is_sample)
    VALUES (community, its_host, its_name, its_country, its_region, its_postcode, its_place, its_latitude, its_longitude,
      its_zone, its_languages, its_charter, sample);
    INSERT INTO public.members (community_id, member_id, account_id, display_name, role, locale)
    VALUES (community, coordinator, coordinator_account, coordinator_name, 'coordinator', coordinator_locale);
    RETURN true;
  END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA access FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA access TO porchlight_app;
GRANT EXECUTE ON FUNCTION access.community_id(), access.member_id(), access.account_id() TO PUBLIC;
RESET ROLE;

ALTER TABLE communities ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE installation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE members ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON communities TO porchlight_policy;
GRANT SELECT, INSERT ON members TO porchlight_policy;
GRANT SELECT, INSERT, UPDATE ON installation TO porchlight_policy;
CREATE POLICY definer ON communities TO porchlight_policy USING (true) WITH CHECK (true);
CREATE POLICY definer ON members TO porchlight_policy USING (true) WITH CHECK (true);
CREATE POLICY definer ON installation TO porchlight_policy USING (true) WITH CHECK (true);

GRANT SELECT ON communities TO porchlight_app;
GRANT UPDATE (name, country, region, postcode, place_name, latitude, longitude, time_zone, languages, charter) ON communities TO porchlight_app;
CREATE POLICY own ON communities FOR SELECT TO porchlight_app USING (community_id = access.community_id());
CREATE POLICY coordinator ON communities FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');

-- A member is seen by members of her community, never by the public.
GRANT SELECT ON members TO porchlight_app;
GRANT INSERT (community_id, member_id, account_id, display_name, about, locale, time_zone) ON members TO porchlight_app;
GRANT UPDATE (display_name, about, locale, time_zone) ON members TO porchlight_app;
CREATE POLICY fellow ON members FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (access.member_id() IS NOT NULL OR account_id = access.account_id()));
CREATE POLICY joining ON members FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND account_id = access.account_id());
CREATE POLICY self ON members FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
-- Nobody is deleted here: access.erase_me() takes her words along, and keeps the community a coordinator.

SET ROLE porchlight_policy;
CREATE FUNCTION access.set_role(member uuid, new_role text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    -- One at a time: two coordinators who demote each other at once must not leave none.
    PERFORM FROM public.communities c WHERE c.community_id = access.community_id() FOR UPDATE;
    IF access.my_role() IS DISTINCT FROM 'coordinator' THEN RETURN false; END IF;
    UPDATE public.members SET role = new_role WHERE community_id = access.community_id() AND member_id = member
      AND member_id <> access.member_id();
    RETURN FOUND;
  END $$;
REVOKE ALL ON FUNCTION access.set_role(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.set_role(uuid, text) TO porchlight_app;
RESET ROLE;
GRANT UPDATE (role) ON members TO porchlight_policy;

-- What she told us about herself. Hers alone, whatever the code does.
CREATE TABLE answers (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  stages jsonb NOT NULL DEFAULT '[]',          -- [{kind, dueMonth? birthMonth?: 'YYYY-MM'}]
  country text,
  region text,
  postcode text,
  place_name text,
  latitude double precision,
  longitude double precision,
  supports text[] NOT NULL DEFAULT '{}',
  topics text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  faith text,                                  -- null: not said; '' never
  free text[] NOT NULL DEFAULT '{}',           -- '2-evening'
  contact jsonb NOT NULL DEFAULT '{}',         -- {by, quietFrom, quietTo, requestsOnly, contentFree}
  finished_at timestamptz,                     -- when she reached the end the first time
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE TABLE plan_decisions (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  step_key text NOT NULL CHECK (length(step_key) <= 200),
  state text NOT NULL CHECK (state IN ('done', 'not-now', 'declined')),
  title jsonb NOT NULL,                        -- {key, values}: what it said, so that Done still reads when the circle is gone
  kind text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now(),
  until timestamptz,
  PRIMARY KEY (community_id, member_id, step_key),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['answers', 'plan_decisions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_app', t);
    EXECUTE format('CREATE POLICY hers ON %I TO porchlight_app USING (community_id = access.community_id() AND member_id = access.member_id()) WITH CHECK (community_id = access.community_id() AND member_id = access.member_id())', t);
  END LOOP;
END $$;
