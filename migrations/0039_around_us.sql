-- Blogs and organisations the community follows. Their addresses may hold a key, so that only coordinators see the
-- rows; everybody sees the names, by access.followed().
CREATE TABLE feed_sources (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  source_id uuid NOT NULL,
  address text NOT NULL CHECK (length(address) BETWEEN 1 AND 2000),
  host text NOT NULL GENERATED ALWAYS AS (lower(substring(address FROM '^https?://([^/?#]+)'))) STORED,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  site text CHECK (site ~ '^https?://' AND length(site) <= 2000),
  language text CHECK (length(language) <= 20),          -- as the feed says
  added_by uuid,
  added_at timestamptz NOT NULL DEFAULT now(),
  paused_at timestamptz,                       -- set: not asked, and what came from there is not shown
  ended_at timestamptz,                        -- set: it answered 410, "gone for good": never asked again
  due_at timestamptz NOT NULL DEFAULT now(),
  claim uuid,                                  -- whoever fetches it now, until claimed_until
  claimed_until timestamptz,
  tried_at timestamptz,
  fetched_at timestamptz,                      -- the last time it answered well
  failures int NOT NULL DEFAULT 0,
  trouble text CHECK (length(trouble) <= 40),  -- what went wrong the last time: a word of fetchPolitely's, or 'no-feed'
  etag text CHECK (length(etag) <= 500),
  last_modified text CHECK (length(last_modified) <= 100),
  PRIMARY KEY (community_id, source_id),
  UNIQUE (community_id, address),
  FOREIGN KEY (community_id, added_by) REFERENCES members ON DELETE SET NULL (added_by)
);
CREATE INDEX feed_sources_by ON feed_sources (community_id, added_by);
CREATE INDEX feed_sources_due ON feed_sources (due_at) WHERE paused_at IS NULL AND ended_at IS NULL;

CREATE TABLE feed_items (
  community_id uuid NOT NULL,
  item_id uuid NOT NULL DEFAULT gen_random_uuid(),
  source_id uuid NOT NULL,
  key text NOT NULL CHECK (length(key) <= 500),          -- what the feed calls it, else where it stands
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  link text NOT NULL CHECK (link ~ '^https?://' AND length(link) <= 2000),
  excerpt text NOT NULL DEFAULT '' CHECK (length(excerpt) <= 400),  -- plain text: no mark-up, no picture
  published_at timestamptz NOT NULL,
  dated boolean NOT NULL,                      -- false: the feed gives no date, so it is when we first saw it
  PRIMARY KEY (community_id, item_id),
  CONSTRAINT feed_items_once UNIQUE (community_id, source_id, key),
  FOREIGN KEY (community_id, source_id) REFERENCES feed_sources ON DELETE CASCADE
);
CREATE INDEX feed_items_newest ON feed_items (community_id, published_at DESC, item_id DESC);
CREATE INDEX feed_items_of ON feed_items (community_id, source_id, published_at DESC, item_id DESC);
CREATE INDEX feed_items_old ON feed_items (published_at) WHERE dated;

SET ROLE porchlight_policy;
-- Whom the community follows: names for everybody, never where the feed is fetched.
CREATE FUNCTION access.followed() RETURNS TABLE (source_id uuid, name text, site text, language text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT s.source_id, s.name, s.site, s.language FROM public.feed_sources s
    WHERE s.community_id = access.community_id() AND s.paused_at IS NULL ORDER BY lower(s.name), s.source_id; END $$;

-- Takes what is due, in every community, never two of one host at a time. Whoever takes it has five minutes; then it
-- is due again. One taker after the other, so that two cannot each take one of a host.
CREATE FUNCTION access.take_feed_sources(moment timestamptz, taker uuid, most int)
  RETURNS TABLE (community_id uuid, source_id uuid, address text, etag text, last_modified text, language text,
    failures int, host text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE
    s record;
    busy text[];
    taken int := 0;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('access.take_feed_sources'));
    busy := ARRAY(SELECT x.host FROM public.feed_sources x WHERE x.claimed_until > moment);
    FOR s IN SELECT x.*, c.host AS our_host FROM public.feed_sources x JOIN public.communities c USING (community_id)
      WHERE x.due_at <= moment AND x.paused_at IS NULL AND x.ended_at IS NULL
        AND (x.claimed_until IS NULL OR x.claimed_until <= moment)
      ORDER BY x.due_at, x.source_id FOR UPDATE OF x SKIP LOCKED
    LOOP
      EXIT WHEN taken >= most;
      CONTINUE WHEN s.host = ANY (busy);
      busy := busy || s.host;
      taken := taken + 1;
      UPDATE public.feed_sources x SET claim = taker, claimed_until = moment + interval '5 minutes', tried_at = moment
        WHERE x.community_id = s.community_id AND x.source_id = s.source_id;
      RETURN QUERY SELECT s.community_id, s.source_id, s.address, s.etag, s.last_modified, s.language, s.failures, s.our_host;
    END LOOP;
  END $$;

-- Writes down what came of a claim: false when it is no longer the taker's (removed, paused, taken over).
-- `items` is null where nothing new came; else what the feed holds. What is old or too much goes.
CREATE FUNCTION access.keep_feed(moment timestamptz, community uuid, source uuid, taker uuid, outcome jsonb, items jsonb)
  RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE oldest timestamptz := moment - interval '90 days';
  BEGIN
    UPDATE public.feed_sources s SET claim = NULL, claimed_until = NULL,
      due_at = (outcome->>'due_at')::timestamptz, failures = (outcome->>'failures')::int, trouble = outcome->>'trouble',
      ended_at = CASE WHEN outcome->>'trouble' = 'gone' THEN moment END,
      fetched_at = CASE WHEN outcome->>'trouble' IS NULL THEN moment ELSE s.fetched_at END,
      etag = outcome->>'etag', last_modified = outcome->>'last_modified',
      language = coalesce(outcome->>'language', s.language), site = coalesce(outcome->>'site', s.site),
      -- Moved for good, unless it moved to one that is followed already.
      address = CASE WHEN EXISTS (SELECT FROM public.feed_sources o WHERE o.community_id = community
        AND o.address = outcome->>'address') THEN s.address ELSE coalesce(outcome->>'address', s.address) END
      WHERE s.community_id = community AND s.source_id = source AND s.claim = taker AND s.paused_at IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    IF items IS NULL THEN RETURN true; END IF;
    INSERT INTO public.feed_items AS i (community_id, source_id, key, title, link, excerpt, published_at, dated)
    SELECT community, source, f.key, f.title, f.link, f.excerpt, coalesce(f.published_at, moment), f.published_at IS NOT NULL
      FROM jsonb_to_recordset(items) AS f (key text, title text, link text, excerpt text, published_at timestamptz)
      WHERE coalesce(f.published_at, moment) >= oldest
    ON CONFLICT ON CONSTRAINT feed_items_once DO UPDATE SET
      title = excluded.title, link = excluded.link, excerpt = excluded.excerpt,
      dated = excluded.dated, published_at = CASE WHEN excluded.dated THEN excluded.published_at ELSE i.published_at END;
    DELETE FROM public.feed_items i WHERE i.community_id = community AND i.source_id = source
      AND (i.published_at < oldest AND NOT EXISTS (SELECT FROM jsonb_to_recordset(items) AS f (key text) WHERE f.key = i.key)
        OR i.item_id IN (SELECT x.item_id FROM public.feed_items x WHERE x.community_id = community AND x.source_id = source
          ORDER BY x.published_at DESC, x.item_id DESC OFFSET 200));
    RETURN true;
  END $$;

-- What is older than it is kept, in every community. One without a date stays while its feed may still list it: gone
-- and found again, it would look new.
CREATE FUNCTION access.forget_old_feed_items(before timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN DELETE FROM public.feed_items i WHERE i.published_at < before AND i.dated; END $$;
-- The sample's sources are invented: theirs are written down by whoever founds it, and nobody is ever asked.
CREATE FUNCTION access.sample_feed(source uuid, items jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.my_role() IS DISTINCT FROM 'coordinator' OR NOT EXISTS (SELECT FROM public.communities c
      WHERE c.community_id = access.community_id() AND c.is_sample) THEN RETURN; END IF;
    UPDATE public.feed_sources s SET due_at = 'infinity', tried_at = now(), fetched_at = now()
      WHERE s.community_id = access.community_id() AND s.source_id = source;
    INSERT INTO public.feed_items (community_id, source_id, key, title, link, excerpt, published_at, dated)
    SELECT access.community_id(), source, f.link, f.title, f.link, f.excerpt, f.published_at, true
      FROM jsonb_to_recordset(items) AS f (title text, link text, excerpt text, published_at timestamptz);
  END $$;
REVOKE ALL ON FUNCTION access.followed(), access.sample_feed(uuid, jsonb), access.take_feed_sources(timestamptz, uuid, int),
  access.keep_feed(timestamptz, uuid, uuid, uuid, jsonb, jsonb), access.forget_old_feed_items(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.followed(), access.sample_feed(uuid, jsonb), access.take_feed_sources(timestamptz, uuid, int),
  access.keep_feed(timestamptz, uuid, uuid, uuid, jsonb, jsonb), access.forget_old_feed_items(timestamptz) TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['feed_sources', 'feed_items'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO porchlight_app', t);
  END LOOP;
END $$;
GRANT INSERT (community_id, source_id, address, name, site, language, added_by), DELETE ON feed_sources TO porchlight_app;
GRANT UPDATE (name, paused_at, ended_at, due_at, failures, trouble) ON feed_sources TO porchlight_app;

CREATE POLICY coordinating ON feed_sources FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');
CREATE POLICY adding ON feed_sources FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND added_by = access.member_id() AND (SELECT access.my_role()) = 'coordinator');
CREATE POLICY pausing ON feed_sources FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');
CREATE POLICY removing ON feed_sources FOR DELETE TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');
CREATE POLICY following ON feed_items FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND source_id IN (SELECT f.source_id FROM access.followed() f));
