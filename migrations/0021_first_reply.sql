-- Nobody posts into silence. A thread that asks for something is promised a first reply; while it waits it climbs a
-- quiet ladder: members, two or three who offered to be asked, those who look after the circle, the coordinator.
-- A row says how far one ask has climbed, and holds no word of it.
ALTER TABLE communities ADD COLUMN first_reply_hours smallint NOT NULL DEFAULT 12 CHECK (first_reply_hours BETWEEN 1 AND 72);
GRANT UPDATE (first_reply_hours) ON communities TO porchlight_app;

CREATE TABLE first_replies (
  community_id uuid NOT NULL,
  thread_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  promised_at timestamptz NOT NULL,
  step text NOT NULL DEFAULT 'members' CHECK (step IN ('members', 'listeners', 'facilitators', 'coordinator')),
  due_at timestamptz,               -- when it climbs on; null: it is at the top
  ask_more_at timestamptz,          -- when another listener is looked for
  remind_at timestamptz,            -- a coordinator wants those who look after the circle reminded
  reminded_at timestamptz,
  answered_at timestamptz,          -- when the first words of somebody else came that the asker may read
  seen_count int NOT NULL DEFAULT 0,
  PRIMARY KEY (community_id, thread_id),
  FOREIGN KEY (community_id, thread_id) REFERENCES posts ON DELETE CASCADE,
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE CASCADE
);
CREATE INDEX first_replies_waiting ON first_replies (community_id, circle_id, asked_at) WHERE answered_at IS NULL;
CREATE INDEX first_replies_due ON first_replies (least(due_at, ask_more_at, remind_at)) WHERE answered_at IS NULL;
CREATE INDEX first_replies_asked ON first_replies (community_id, asked_at);

-- Who offered to be asked. Nobody else learns of it.
CREATE TABLE listeners (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  not_until date,                   -- she rests till then
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);

-- Who has been asked to look in. Told to the one who asks; a "not now" is told to nobody.
CREATE TABLE reply_offers (
  community_id uuid NOT NULL,
  thread_id uuid NOT NULL,
  member_id uuid NOT NULL,
  asked_as text NOT NULL CHECK (asked_as IN ('listener', 'facilitator')),
  offered_at timestamptz NOT NULL,
  declined_at timestamptz,
  PRIMARY KEY (community_id, thread_id, member_id),
  FOREIGN KEY (community_id, thread_id) REFERENCES first_replies ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX reply_offers_of ON reply_offers (community_id, member_id, offered_at);

-- Who has seen an ask that still waits, so that nobody is counted twice. Gone once it is answered.
CREATE TABLE thread_readers (
  community_id uuid NOT NULL,
  thread_id uuid NOT NULL,
  member_id uuid NOT NULL,
  PRIMARY KEY (community_id, thread_id, member_id),
  FOREIGN KEY (community_id, thread_id) REFERENCES first_replies ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['first_replies', 'listeners', 'reply_offers', 'thread_readers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['listeners', 'reply_offers', 'thread_readers'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO porchlight_app', t);
    EXECUTE format('CREATE POLICY hers ON %I TO porchlight_app USING (community_id = access.community_id() AND member_id = access.member_id()) WITH CHECK (community_id = access.community_id() AND member_id = access.member_id())', t);
  END LOOP;
END $$;
GRANT INSERT, DELETE ON listeners TO porchlight_app;
GRANT UPDATE (not_until) ON listeners TO porchlight_app;
-- In the circle it is known that somebody waits, and outside it is not.
GRANT SELECT ON first_replies TO porchlight_app;
CREATE POLICY inside ON first_replies FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_circle_ids())::uuid[]));
-- What they told us is weighed by the work that chooses whom to ask, and by nobody else.
GRANT SELECT (community_id, member_id, stages, topics, languages, free) ON answers TO porchlight_policy;
CREATE POLICY choosing ON answers FOR SELECT TO porchlight_policy USING (true);

SET ROLE porchlight_policy;
-- Whose post it is, whatever name it carries. For the functions here alone.
CREATE FUNCTION access.writer_of(p public.posts) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT coalesce(p.author_id, (SELECT s.member_id FROM public.pseudonyms s
    WHERE s.community_id = p.community_id AND s.pseudonym_id = p.pseudonym_id)) $$;

-- The first words in a thread that are somebody else's, under whatever name, and that its author may read: what comes
-- from somebody she blocked is silence to her.
CREATE FUNCTION access.first_words(t public.posts) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT r.created_at FROM public.posts r
    WHERE r.community_id = t.community_id AND r.thread_id = t.post_id AND r.post_id <> t.post_id AND r.removed_at IS NULL
      AND access.writer_of(r) <> access.writer_of(t)
      AND EXISTS (SELECT FROM access.readers_of(t.community_id, r.post_id, ARRAY[access.writer_of(t)]))
    ORDER BY r.created_at LIMIT 1 $$;

-- Brings the row of one thread in line with the thread, whatever happened to it. May be called at any time, also for the
-- moment when something that was held is let through.
CREATE FUNCTION access.tend_first_reply(community uuid, thread uuid, since timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE t public.posts; spoken timestamptz; hours int;
  BEGIN
    SELECT * INTO t FROM public.posts p WHERE p.community_id = community AND p.post_id = thread;
    IF t.asks IS NULL OR t.removed_at IS NOT NULL OR to_jsonb(t)->>'hidden_at' IS NOT NULL
        OR to_jsonb(t)->>'locked_at' IS NOT NULL THEN -- columns that a later step brings
      DELETE FROM public.first_replies f WHERE f.community_id = community AND f.thread_id = thread AND f.answered_at IS NULL;
      RETURN;
    END IF;
    IF to_jsonb(t)->>'held_at' IS NOT NULL THEN RETURN; END IF;
    spoken := access.first_words(t);
    SELECT c.first_reply_hours INTO hours FROM public.communities c WHERE c.community_id = community;
    INSERT INTO public.first_replies (community_id, thread_id, circle_id, asked_at, promised_at, due_at, answered_at)
      SELECT community, thread, t.circle_id, since, since + make_interval(hours => hours),
        since + make_interval(mins => hours * 15), spoken
      ON CONFLICT DO NOTHING;
    -- Whoever answered and took it back within the week leaves her waiting again; later, the figures stay as they were.
    UPDATE public.first_replies f SET answered_at = spoken,
        due_at = CASE WHEN spoken IS NULL AND f.step <> 'coordinator'
          THEN greatest(f.due_at, now() + (f.promised_at - f.asked_at) / 4) ELSE f.due_at END
      WHERE f.community_id = community AND f.thread_id = thread AND f.answered_at IS DISTINCT FROM spoken
        AND (spoken IS NOT NULL AND f.answered_at IS NULL OR spoken IS NULL AND f.asked_at > now() - interval '7 days');
    IF spoken IS NOT NULL THEN
      DELETE FROM public.thread_readers r WHERE r.community_id = community AND r.thread_id = thread;
    END IF;
  END $$;

CREATE FUNCTION access.watch_first_reply() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE p public.posts;
  BEGIN
    IF TG_OP = 'DELETE' THEN p := OLD; ELSE p := NEW; END IF;
    -- A reply changes nothing where nothing was asked.
    IF p.thread_id = p.post_id OR EXISTS (SELECT FROM public.first_replies f
        WHERE f.community_id = p.community_id AND f.thread_id = p.thread_id
          AND (f.answered_at IS NULL OR TG_OP <> 'INSERT')) THEN
      PERFORM access.tend_first_reply(p.community_id, p.thread_id, CASE TG_OP WHEN 'INSERT' THEN p.created_at ELSE now() END);
    END IF;
    RETURN NULL;
  END $$;

-- Whoever leaves a circle waits for nothing there any more.
CREATE FUNCTION access.forget_asks_of_leaver() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    DELETE FROM public.first_replies f USING public.posts p
      WHERE f.community_id = OLD.community_id AND f.circle_id = OLD.circle_id AND f.answered_at IS NULL
        AND p.community_id = f.community_id AND p.post_id = f.thread_id AND access.writer_of(p) = OLD.member_id;
    DELETE FROM public.reply_offers o USING public.first_replies f
      WHERE o.community_id = OLD.community_id AND o.member_id = OLD.member_id AND f.community_id = o.community_id
        AND f.thread_id = o.thread_id AND f.circle_id = OLD.circle_id AND f.answered_at IS NULL;
    RETURN NULL;
  END $$;
REVOKE ALL ON FUNCTION access.writer_of(public.posts), access.first_words(public.posts),
  access.tend_first_reply(uuid, uuid, timestamptz) FROM PUBLIC;
RESET ROLE;
CREATE TRIGGER posts_first_reply_asked AFTER INSERT ON posts FOR EACH ROW
  WHEN (NEW.thread_id <> NEW.post_id OR NEW.asks IS NOT NULL) EXECUTE FUNCTION access.watch_first_reply();
CREATE TRIGGER posts_first_reply_changed AFTER UPDATE OF removed_at, asks ON posts FOR EACH ROW
  WHEN (NEW.removed_at IS DISTINCT FROM OLD.removed_at OR NEW.asks IS DISTINCT FROM OLD.asks)
  EXECUTE FUNCTION access.watch_first_reply();
CREATE TRIGGER posts_first_reply_gone AFTER DELETE ON posts FOR EACH ROW
  WHEN (OLD.thread_id <> OLD.post_id) EXECUTE FUNCTION access.watch_first_reply();
CREATE TRIGGER circle_members_asks AFTER DELETE ON circle_members FOR EACH ROW EXECUTE FUNCTION access.forget_asks_of_leaver();
-- As in 0009: a trigger's function is for our tables alone.
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.watch_first_reply(), access.forget_asks_of_leaver() FROM PUBLIC;
RESET ROLE;
