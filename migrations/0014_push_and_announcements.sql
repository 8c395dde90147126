-- This server's pair of keys for push messages (RFC 8292), made once for all servers of one database; the private one
-- is sealed with the server's key.
ALTER TABLE installation ADD COLUMN push_public text, ADD COLUMN push_private text;

-- A browser that asked to be told. It ends with the session it was asked in: signed out from afar, it is silent.
CREATE TABLE push_subscriptions (
  community_id uuid NOT NULL,
  subscription_id uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id uuid NOT NULL,
  session_id text NOT NULL REFERENCES auth.session (id) ON DELETE CASCADE,
  endpoint text NOT NULL CHECK (length(endpoint) <= 1000),
  p256dh text NOT NULL CHECK (length(p256dh) <= 200),
  auth text NOT NULL CHECK (length(auth) <= 100),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, subscription_id),
  UNIQUE (community_id, endpoint),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX push_subscriptions_of ON push_subscriptions (community_id, member_id);
CREATE INDEX push_subscriptions_session ON push_subscriptions (session_id);

-- One message for one browser; gone once it was handed over, or is worth nothing any more.
CREATE TABLE push_deliveries (
  community_id uuid NOT NULL,
  notification_id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  member_id uuid NOT NULL,
  due_at timestamptz NOT NULL DEFAULT now(),   -- moved on by whoever takes it: if she dies, it is due again
  attempts int NOT NULL DEFAULT 0,
  PRIMARY KEY (community_id, notification_id, subscription_id),
  FOREIGN KEY (community_id, notification_id) REFERENCES notifications ON DELETE CASCADE,
  FOREIGN KEY (community_id, subscription_id) REFERENCES push_subscriptions ON DELETE CASCADE
);
CREATE INDEX push_deliveries_due ON push_deliveries (due_at);
CREATE INDEX push_deliveries_to ON push_deliveries (community_id, subscription_id);

-- What the coordinators say to everybody. The only thing here that the public reads, and that has a feed.
CREATE TABLE announcements (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  announcement_id uuid NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
  language text NOT NULL,
  written_by uuid,
  published_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz,
  PRIMARY KEY (community_id, announcement_id),
  FOREIGN KEY (community_id, written_by) REFERENCES members ON DELETE SET NULL (written_by)
);
CREATE INDEX announcements_newest ON announcements (community_id, published_at DESC);
CREATE INDEX announcements_by ON announcements (community_id, written_by);

SET ROLE porchlight_policy;
CREATE FUNCTION access.push_keys() RETURNS TABLE (public_key text, sealed text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT i.push_public, i.push_private FROM public.installation i
    WHERE i.push_public IS NOT NULL; END $$;
-- Of several servers that make a pair at once, the first one's stays. `instead_of` names a pair that can no longer be
-- opened; browsers that knew it must ask anew.
CREATE FUNCTION access.keep_push_keys(its_public text, its_private text, instead_of text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.installation AS i (push_public, push_private) VALUES (its_public, its_private)
    ON CONFLICT (the_one) DO UPDATE SET push_public = its_public, push_private = its_private
      WHERE i.push_public IS NOT DISTINCT FROM instead_of;
    IF FOUND AND instead_of IS NOT NULL THEN DELETE FROM public.push_subscriptions; END IF;
  END $$;

-- Keeps a browser for whoever is signed in on it now; it has one owner at a time.
CREATE FUNCTION access.keep_push_subscription(its_endpoint text, its_p256dh text, its_auth text, session text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE id uuid;
  BEGIN
    DELETE FROM public.push_subscriptions p WHERE p.community_id = access.community_id()
      AND (p.endpoint = its_endpoint OR p.session_id = session);
    -- The session must be hers: the row follows it to its end.
    INSERT INTO public.push_subscriptions (community_id, member_id, session_id, endpoint, p256dh, auth)
    SELECT m.community_id, m.member_id, s.id, its_endpoint, its_p256dh, its_auth
    FROM public.members m JOIN auth.session s ON s."userId" = m.account_id
    WHERE m.community_id = access.community_id() AND m.member_id = access.member_id() AND s.id = session
    RETURNING subscription_id INTO id;
    RETURN id;
  END $$;

CREATE FUNCTION access.push_later() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.push_deliveries (community_id, notification_id, subscription_id, member_id)
    SELECT p.community_id, NEW.notification_id, p.subscription_id, p.member_id FROM public.push_subscriptions p
    WHERE p.community_id = NEW.community_id AND p.member_id = NEW.member_id FOR KEY SHARE SKIP LOCKED;
    RETURN NULL;
  END $$;

-- Takes what is due, in every community: ids only. Whoever takes it has five minutes; then it is due again. What was
-- tried six times, or belongs to a session that is over, is let go.
CREATE FUNCTION access.take_push_deliveries(moment timestamptz, most int)
  RETURNS TABLE (community_id uuid, member_id uuid, notification_id uuid, subscription_id uuid, attempts int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    DELETE FROM public.push_deliveries d WHERE d.due_at <= moment AND (d.attempts >= 6 OR NOT EXISTS (
      SELECT FROM public.push_subscriptions p JOIN auth.session s ON s.id = p.session_id
      WHERE p.community_id = d.community_id AND p.subscription_id = d.subscription_id AND s."expiresAt" > now()));
    RETURN QUERY
    UPDATE public.push_deliveries d SET due_at = moment + interval '5 minutes', attempts = d.attempts + 1
    FROM (SELECT x.community_id, x.notification_id, x.subscription_id FROM public.push_deliveries x
      WHERE x.due_at <= moment ORDER BY x.due_at LIMIT most FOR UPDATE SKIP LOCKED) due
    WHERE d.community_id = due.community_id AND d.notification_id = due.notification_id
      AND d.subscription_id = due.subscription_id
    RETURNING d.community_id, d.member_id, d.notification_id, d.subscription_id, d.attempts;
  END $$;
REVOKE ALL ON FUNCTION access.push_keys(), access.keep_push_keys(text, text, text),
  access.keep_push_subscription(text, text, text, text), access.take_push_deliveries(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.push_keys(), access.keep_push_keys(text, text, text),
  access.keep_push_subscription(text, text, text, text), access.take_push_deliveries(timestamptz, int) TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['push_subscriptions', 'push_deliveries', 'announcements'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['push_subscriptions', 'push_deliveries'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO porchlight_app', t);
    EXECUTE format('CREATE POLICY hers ON %I TO porchlight_app USING (community_id = access.community_id() AND member_id = access.member_id())', t);
  END LOOP;
END $$;
GRANT UPDATE (due_at) ON push_deliveries TO porchlight_app;

GRANT SELECT ON announcements TO porchlight_app;
GRANT INSERT (community_id, announcement_id, title, body, language, written_by) ON announcements TO porchlight_app;
GRANT UPDATE (title, body, language, updated_at, withdrawn_at) ON announcements TO porchlight_app;
CREATE POLICY published ON announcements FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND (withdrawn_at IS NULL OR (SELECT access.my_role()) = 'coordinator'));
CREATE POLICY announcing ON announcements FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND written_by = access.member_id() AND (SELECT access.my_role()) = 'coordinator');
CREATE POLICY editing ON announcements FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');

CREATE TRIGGER notifications_push AFTER INSERT ON notifications FOR EACH ROW EXECUTE FUNCTION access.push_later();
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.push_later() FROM PUBLIC;
RESET ROLE;
