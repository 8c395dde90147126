-- Her calendar as her phone's reads it. The address follows from feed_id and the server's key; what stands here opens
-- nothing. A new feed_id is a new address; no row is no feed.
CREATE TABLE calendar_feeds (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  feed_id uuid NOT NULL,
  token_hash text NOT NULL,
  content_free boolean NOT NULL DEFAULT false,  -- hours that are taken, and not a word about by what
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE UNIQUE INDEX calendar_feeds_by_token ON calendar_feeds (community_id, token_hash);

SET ROLE porchlight_policy;
-- Whose feed an address is: a program asks without a session. Nothing when it is unknown, old or another community's.
CREATE FUNCTION access.calendar_feed(community uuid, hash text)
  RETURNS TABLE (member_id uuid, content_free boolean, locale text, time_zone text, suspended_until timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT m.member_id, f.content_free, m.locale, coalesce(m.time_zone, c.time_zone),
      access.suspended_until(f.community_id, f.member_id)
    FROM public.calendar_feeds f JOIN public.members m USING (community_id, member_id)
    JOIN public.communities c USING (community_id)
    WHERE f.community_id = community AND f.token_hash = hash; END $$;
REVOKE ALL ON FUNCTION access.calendar_feed(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.calendar_feed(uuid, text) TO porchlight_app;
RESET ROLE;

ALTER TABLE calendar_feeds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feeds TO porchlight_policy, porchlight_app;
CREATE POLICY definer ON calendar_feeds TO porchlight_policy USING (true) WITH CHECK (true);
CREATE POLICY hers ON calendar_feeds TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id());
