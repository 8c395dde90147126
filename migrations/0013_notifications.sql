-- What a member has not seen yet. A row says that something happened and where; never a name and never a word of it:
-- those are looked up when it is shown, through her own eyes, so that what she may no longer read is not told either.
CREATE TABLE notifications (
  community_id uuid NOT NULL,
  notification_id uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z-]+\.[a-z-]+$' AND length(kind) <= 60),
  circle_id uuid,
  post_id uuid,
  subject_id uuid,                  -- whatever else it is about: a member, a report, a case
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz,
  mailed_at timestamptz,            -- when a letter told of it
  PRIMARY KEY (community_id, notification_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE,
  -- Whoever leaves the circle is told nothing of it any more.
  FOREIGN KEY (community_id, circle_id, member_id) REFERENCES circle_members ON DELETE CASCADE,
  FOREIGN KEY (community_id, post_id) REFERENCES posts ON DELETE CASCADE
);
-- The same thing is told once while she has not seen it.
CREATE UNIQUE INDEX notifications_once ON notifications (community_id, member_id, kind, circle_id, post_id, subject_id)
  NULLS NOT DISTINCT WHERE seen_at IS NULL;
CREATE INDEX notifications_newest ON notifications (community_id, member_id, created_at DESC);
CREATE INDEX notifications_post ON notifications (community_id, post_id) WHERE post_id IS NOT NULL;
CREATE INDEX notifications_circle ON notifications (community_id, circle_id, member_id) WHERE circle_id IS NOT NULL;
CREATE INDEX notifications_unmailed ON notifications (community_id, member_id, created_at)
  WHERE seen_at IS NULL AND mailed_at IS NULL;

-- How she may be reached: what she answered about it (answers.contact), laid out for those who look up many members
-- at once. A member without a row said nothing: everything stays inside.
CREATE TABLE notification_settings (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  by_mail boolean NOT NULL DEFAULT false,      -- letters too; how often is said circle by circle elsewhere
  content_free boolean NOT NULL DEFAULT true,
  quiet_from time,                  -- in her zone; both or neither
  quiet_to time,
  PRIMARY KEY (community_id, member_id),
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
-- What differs in one circle; it goes when she leaves.
CREATE TABLE circle_notification_settings (
  community_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  member_id uuid NOT NULL,
  watching boolean NOT NULL DEFAULT false,     -- told of every new post
  PRIMARY KEY (community_id, circle_id, member_id),
  FOREIGN KEY (community_id, circle_id, member_id) REFERENCES circle_members ON DELETE CASCADE
);
CREATE INDEX circle_watchers ON circle_notification_settings (community_id, circle_id) WHERE watching;

SET ROLE porchlight_policy;
-- Which of these members may read this post: what the policy on posts asks, asked for others. An anonymous author is
-- left out by her pseudonym alone: were a block to silence her as well, the silence would tell who she is.
CREATE FUNCTION access.readers_of(community uuid, post uuid, asked uuid[]) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT m.member_id FROM public.posts p
    JOIN public.circle_members m ON m.community_id = p.community_id AND m.circle_id = p.circle_id
    WHERE p.community_id = community AND p.post_id = post AND p.removed_at IS NULL AND m.member_id = ANY (asked)
      AND to_jsonb(p)->>'held_at' IS NULL -- a column that a later step brings
      AND (p.author_id IS NULL OR NOT EXISTS (SELECT FROM public.blocks b WHERE b.community_id = community
        AND (b.blocker_id, b.blocked_id) IN ((m.member_id, p.author_id), (p.author_id, m.member_id))))
      AND (p.pseudonym_id IS NULL OR NOT EXISTS (SELECT FROM public.hidden_pseudonyms h WHERE h.community_id = community
        AND h.member_id = m.member_id AND h.pseudonym_id = p.pseudonym_id));
  END $$;

-- Those who look after a circle or the community. For access.notify alone: who they are is known inside only.
CREATE FUNCTION access.in_charge(whom text, circle uuid) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF whom = 'facilitators' THEN RETURN ARRAY(SELECT c.member_id FROM public.circle_members c
      WHERE c.community_id = access.community_id() AND c.circle_id = circle AND c.role = 'facilitator'); END IF;
    RETURN ARRAY(SELECT m.member_id FROM public.members m WHERE m.community_id = access.community_id()
      AND (m.role = 'coordinator' AND whom IN ('coordinators', 'moderators') OR m.role = 'moderator' AND whom = 'moderators'));
  END $$;

-- Tells members of something; resolves to how many. Never the one who does it; never somebody who is not in the circle
-- it names or may not read the post; never across a block, unless the community itself is speaking. `whom` adds those
-- in charge: 'facilitators' of the circle, 'moderators', 'coordinators'.
CREATE FUNCTION access.notify(recipients uuid[], its_kind text, circle uuid, post uuid, subject uuid,
    from_community boolean DEFAULT false, whom text DEFAULT NULL) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE told int;
  BEGIN
    IF whom IS NOT NULL THEN recipients := recipients || access.in_charge(whom, circle); END IF;
    INSERT INTO public.notifications (community_id, member_id, kind, circle_id, post_id, subject_id)
    SELECT m.community_id, m.member_id, its_kind, circle, post, subject FROM public.members m
    WHERE m.community_id = access.community_id() AND m.member_id = ANY (recipients)
      AND m.member_id IS DISTINCT FROM access.member_id()
      AND (circle IS NULL OR EXISTS (SELECT FROM public.circle_members c WHERE c.community_id = m.community_id
        AND c.circle_id = circle AND c.member_id = m.member_id))
      AND (post IS NULL OR m.member_id IN (SELECT access.readers_of(m.community_id, post, recipients)))
      AND (from_community OR post IS NOT NULL OR NOT EXISTS (SELECT FROM public.blocks b
        WHERE b.community_id = m.community_id AND (b.blocker_id, b.blocked_id)
          IN ((m.member_id, access.member_id()), (access.member_id(), m.member_id))))
    FOR KEY SHARE OF m SKIP LOCKED -- whoever is just leaving is not told, nor waited for
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS told = ROW_COUNT;
    RETURN told;
  END $$;

-- Tells of a post: a reply to the thread's starter and to everyone who answered there, under whatever name; a new
-- thread to those who watch the circle. Nobody ever learns from it who wrote under a pseudonym. Also for the moment
-- when a post that was held is let through.
CREATE FUNCTION access.tell_of_post(community uuid, post uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE p public.posts; company uuid[]; writer uuid;
  BEGIN
    SELECT * INTO p FROM public.posts o WHERE o.community_id = community AND o.post_id = post;
    IF NOT FOUND THEN RETURN; END IF;
    writer := coalesce(p.author_id, (SELECT s.member_id FROM public.pseudonyms s
      WHERE s.community_id = community AND s.pseudonym_id = p.pseudonym_id));
    IF p.thread_id = p.post_id THEN
      company := ARRAY(SELECT w.member_id FROM public.circle_notification_settings w
        WHERE w.community_id = community AND w.circle_id = p.circle_id AND w.watching);
    ELSE
      company := ARRAY(SELECT DISTINCT coalesce(o.author_id, s.member_id) FROM public.posts o
        LEFT JOIN public.pseudonyms s ON s.community_id = o.community_id AND s.pseudonym_id = o.pseudonym_id
        WHERE o.community_id = community AND o.thread_id = p.thread_id AND o.removed_at IS NULL);
    END IF;
    INSERT INTO public.notifications (community_id, member_id, kind, circle_id, post_id)
    SELECT community, m.member_id,
      CASE WHEN p.thread_id = p.post_id THEN 'conversation.post' ELSE 'conversation.reply' END, p.circle_id, p.post_id
    FROM public.circle_members c JOIN public.members m USING (community_id, member_id)
    WHERE c.community_id = community AND c.circle_id = p.circle_id AND m.member_id IS DISTINCT FROM writer
      AND m.member_id IN (SELECT access.readers_of(community, post, company))
    FOR KEY SHARE OF c, m SKIP LOCKED -- whoever is just leaving is not told, nor waited for
    ON CONFLICT DO NOTHING;
  END $$;
CREATE FUNCTION access.post_written() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN PERFORM access.tell_of_post(NEW.community_id, NEW.post_id); RETURN NULL; END $$;

CREATE FUNCTION access.post_taken_away() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    DELETE FROM public.notifications n WHERE n.community_id = NEW.community_id AND n.post_id = NEW.post_id;
    RETURN NULL;
  END $$;

-- Marks all of hers as seen: also what she may no longer read, and could not mark by herself.
CREATE FUNCTION access.see_everything() RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ UPDATE public.notifications SET seen_at = now() WHERE community_id = access.community_id()
    AND member_id = access.member_id() AND seen_at IS NULL $$;
-- Old news is dropped, in every community.
CREATE FUNCTION access.forget_old_notifications(before timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE gone int; BEGIN
    DELETE FROM public.notifications n WHERE n.created_at < before;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END $$;

-- What she answers about being reached, laid out. Writing nothing about it changes nothing.
CREATE FUNCTION access.lay_out_contact() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.notification_settings AS n (community_id, member_id, by_mail, content_free, quiet_from, quiet_to)
    VALUES (NEW.community_id, NEW.member_id,
      coalesce(NEW.contact->>'by' = 'mail', false), coalesce((NEW.contact->>'contentFree')::boolean, true),
      CASE WHEN NEW.contact->>'quietTo' IS NOT NULL THEN (NEW.contact->>'quietFrom')::time END,
      CASE WHEN NEW.contact->>'quietFrom' IS NOT NULL THEN (NEW.contact->>'quietTo')::time END)
    ON CONFLICT (community_id, member_id) DO UPDATE SET by_mail = excluded.by_mail, content_free = excluded.content_free,
      quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to;
    RETURN NULL;
  END $$;

-- Who is asking, as before, and whether something waits unseen: a yes or no by index, on every page.
DROP FUNCTION access.viewer(text, uuid);
CREATE FUNCTION access.viewer(session_token text, community uuid)
  RETURNS TABLE (account_id text, session_id text, seen_at timestamptz, member_id uuid, display_name text, role text,
    locale text, time_zone text, unseen boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT s."userId", s.id, s."updatedAt", m.member_id, m.display_name, m.role, m.locale, m.time_zone,
      EXISTS (SELECT FROM public.notifications n WHERE n.community_id = community AND n.member_id = m.member_id
        AND n.seen_at IS NULL)
    FROM auth.session s LEFT JOIN public.members m ON m.account_id = s."userId" AND m.community_id = community
    WHERE s.token = session_token AND s."expiresAt" > now();
  END $$;
REVOKE ALL ON FUNCTION access.readers_of(uuid, uuid, uuid[]), access.in_charge(text, uuid),
  access.notify(uuid[], text, uuid, uuid, uuid, boolean, text),
  access.tell_of_post(uuid, uuid), access.see_everything(), access.forget_old_notifications(timestamptz),
  access.viewer(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.notify(uuid[], text, uuid, uuid, uuid, boolean, text), access.see_everything(),
  access.forget_old_notifications(timestamptz), access.viewer(text, uuid) TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['notifications', 'notification_settings', 'circle_notification_settings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Hers, and only while she may read what it is about.
GRANT SELECT ON notifications TO porchlight_app;
GRANT UPDATE (seen_at, mailed_at) ON notifications TO porchlight_app;
CREATE POLICY hers ON notifications TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id()
    AND (circle_id IS NULL OR circle_id = ANY ((SELECT access.my_circle_ids())::uuid[]))
    AND (post_id IS NULL OR EXISTS (SELECT FROM posts p WHERE p.community_id = notifications.community_id
      AND p.post_id = notifications.post_id AND p.removed_at IS NULL)));
GRANT SELECT ON notification_settings TO porchlight_app;
CREATE POLICY hers ON notification_settings FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
GRANT SELECT, INSERT, DELETE ON circle_notification_settings TO porchlight_app;
GRANT UPDATE (watching) ON circle_notification_settings TO porchlight_app;
CREATE POLICY hers ON circle_notification_settings TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id());

CREATE TRIGGER posts_tell AFTER INSERT ON posts FOR EACH ROW EXECUTE FUNCTION access.post_written();
CREATE TRIGGER posts_untell AFTER UPDATE OF removed_at ON posts FOR EACH ROW
  WHEN (OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL) EXECUTE FUNCTION access.post_taken_away();
CREATE TRIGGER answers_contact AFTER INSERT OR UPDATE OF contact ON answers FOR EACH ROW
  EXECUTE FUNCTION access.lay_out_contact();
-- What was answered before: for this moment its owner may look.
ALTER TABLE answers NO FORCE ROW LEVEL SECURITY;
UPDATE answers SET contact = contact;
ALTER TABLE answers FORCE ROW LEVEL SECURITY;

-- Nobody else hangs them on a table of her own (see the end of 0009).
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.post_written(), access.post_taken_away(), access.lay_out_contact() FROM PUBLIC;
RESET ROLE;
