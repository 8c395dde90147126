-- Her picture of the people who carry her: one sealed document a member, so that a stolen dump shows neither who they are
-- nor how many. What stands beside it says only whether she wants to be told when somebody has gone quiet.
CREATE TABLE ecomaps (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  sealed text NOT NULL CHECK (length(sealed) <= 120000), -- ties, settings, what she put aside: under her key
  version int NOT NULL DEFAULT 1 CHECK (version > 0),    -- each change raises it by one (see ecomap_in_step)
  tells boolean NOT NULL DEFAULT false,                  -- a word when somebody has gone quiet, once a week at most
  told_at timestamptz,
  PRIMARY KEY (community_id, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX ecomaps_telling ON ecomaps (told_at) WHERE tells;

SET ROLE porchlight_policy;
-- Two windows at once: whoever writes must have read the version before hers, or nothing is written.
CREATE FUNCTION access.ecomap_in_step() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NEW.sealed <> OLD.sealed AND NEW.version <> OLD.version + 1 THEN
      RAISE EXCEPTION 'the map has changed meanwhile' USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN NEW;
  END $$;

-- Who may be told again, in every community: ids only. Whether there is anything to tell is found in her own scope.
CREATE FUNCTION access.ecomaps_to_look_at(moment timestamptz)
  RETURNS TABLE (community_id uuid, member_id uuid, time_zone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT e.community_id, e.member_id, coalesce(m.time_zone, c.time_zone) FROM public.ecomaps e
    JOIN public.members m USING (community_id, member_id) JOIN public.communities c USING (community_id)
    WHERE e.tells AND (e.told_at IS NULL OR e.told_at <= moment - interval '7 days');
  END $$;

-- Tells whoever asks that somebody has gone quiet, and not whom. Once a week: of two servers at once, one does it.
CREATE FUNCTION access.tell_of_quiet_tie(moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.ecomaps e SET told_at = moment
      WHERE e.community_id = access.community_id() AND e.member_id = access.member_id() AND e.tells
        AND (e.told_at IS NULL OR e.told_at <= moment - interval '7 days');
    IF NOT FOUND THEN RETURN false; END IF;
    -- Not by access.notify, which tells nobody of what she does herself.
    INSERT INTO public.notifications (community_id, member_id, kind)
      VALUES (access.community_id(), access.member_id(), 'ecomap.quiet') ON CONFLICT DO NOTHING;
    RETURN FOUND;
  END $$;
REVOKE ALL ON FUNCTION access.ecomap_in_step(), access.ecomaps_to_look_at(timestamptz),
  access.tell_of_quiet_tie(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.ecomaps_to_look_at(timestamptz), access.tell_of_quiet_tie(timestamptz) TO porchlight_app;
RESET ROLE;
CREATE TRIGGER ecomaps_in_step BEFORE UPDATE OF sealed, version ON ecomaps FOR EACH ROW
  EXECUTE FUNCTION access.ecomap_in_step();

ALTER TABLE ecomaps ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON ecomaps TO porchlight_policy;
CREATE POLICY definer ON ecomaps TO porchlight_policy USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON ecomaps TO porchlight_app;
GRANT UPDATE (sealed, version, tells) ON ecomaps TO porchlight_app;
CREATE POLICY hers ON ecomaps TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id());
