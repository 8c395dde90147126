-- Calendars of others (a library's, a hospital's) that a community takes its gatherings from and keeps in step with.
CREATE TABLE calendar_sources (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  source_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),  -- whose it is: stands on each of its gatherings
  url text CHECK (length(url) <= 2000),        -- null: brought as a file
  kind text NOT NULL,                          -- what its gatherings are, as a file does not say
  country text,                                -- where they are, unless one says otherwise
  region text,
  postcode text,
  place_name text,
  latitude double precision,
  longitude double precision,
  created_at timestamptz NOT NULL DEFAULT now(),
  pending bytea CHECK (length(pending) <= 1000000), -- as it was looked at, until somebody says yes to it
  accepted_at timestamptz,                     -- null: nothing of it is taken over yet
  etag text,
  last_modified text,
  looked_at timestamptz,
  next_at timestamptz,
  problem text,                                -- why it could not be read the last time; null: it could
  problem_line int,
  failing_since timestamptz,
  PRIMARY KEY (community_id, source_id)
);
CREATE INDEX calendar_sources_due ON calendar_sources (next_at) WHERE url IS NOT NULL AND accepted_at IS NOT NULL;

-- Which gathering an event of theirs is here. `digest`: of what was read of it; '': it has vanished from there.
CREATE TABLE calendar_items (
  community_id uuid NOT NULL,
  source_id uuid NOT NULL,
  foreign_uid text NOT NULL CHECK (length(foreign_uid) <= 600),
  gathering_id uuid NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (community_id, source_id, foreign_uid),
  FOREIGN KEY (community_id, source_id) REFERENCES calendar_sources ON DELETE CASCADE,
  FOREIGN KEY (community_id, gathering_id) REFERENCES gatherings ON DELETE CASCADE
);

SET ROLE porchlight_policy;
-- Calendars to look at again, each in the name of somebody who may: a coordinator, who can see all of it anyway.
CREATE FUNCTION access.calendars_due(at timestamptz)
  RETURNS TABLE (community_id uuid, source_id uuid, member_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT s.community_id, s.source_id, (SELECT m.member_id FROM public.members m
      WHERE m.community_id = s.community_id AND m.role = 'coordinator' ORDER BY m.member_id LIMIT 1)
    FROM public.calendar_sources s
    WHERE s.url IS NOT NULL AND s.accepted_at IS NOT NULL AND s.next_at <= at
    ORDER BY s.next_at LIMIT 100; END $$;

-- The uid a gathering of theirs gets here: its own, unless that is somebody else's already. Two libraries that use one
-- program must not become one, and no file may take over what was made here.
CREATE FUNCTION access.uid_for(source uuid, theirs text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF length(theirs) <= 350 AND NOT EXISTS (SELECT FROM public.gatherings g
      WHERE g.community_id = access.community_id() AND g.uid = theirs) THEN RETURN theirs; END IF;
    RETURN source || '.' || md5(theirs) || '@porchlight'; END $$;
REVOKE ALL ON FUNCTION access.calendars_due(timestamptz), access.uid_for(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.calendars_due(timestamptz), access.uid_for(uuid, text) TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['calendar_sources', 'calendar_items'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy, porchlight_app', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY coordinator ON %I TO porchlight_app
      USING (community_id = access.community_id() AND (SELECT access.my_role()) = ''coordinator'')
      WITH CHECK (community_id = access.community_id() AND (SELECT access.my_role()) = ''coordinator'')', t);
  END LOOP;
END $$;
