-- One stable pseudonym per author and thread. Only its owner can read whose it is; posts carry the name alone.
CREATE TABLE pseudonyms (
  community_id uuid NOT NULL,
  pseudonym_id uuid NOT NULL,
  thread_id uuid NOT NULL,
  member_id uuid NOT NULL,
  name text NOT NULL CHECK (name ~ '^[a-z]+-[a-z]+$'), -- 'quiet-heron': put into the reader's language when shown
  PRIMARY KEY (community_id, pseudonym_id),
  UNIQUE (community_id, thread_id, member_id),
  UNIQUE (community_id, thread_id, name),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);

-- A post starts a thread (thread_id = post_id); a reply carries its thread's id. The counts are stored, so that a
-- page of thirty posts counts nothing.
CREATE TABLE posts (
  community_id uuid NOT NULL,
  post_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  thread_id uuid NOT NULL,
  author_id uuid,                   -- null: anonymous, or the author is gone
  pseudonym_id uuid,
  pseudonym text,
  body text NOT NULL CHECK (length(body) <= 10000),
  content_note text CHECK (length(content_note) BETWEEN 1 AND 120),
  created_at timestamptz NOT NULL DEFAULT now(),
  edited_at timestamptz,
  removed_at timestamptz,
  removed_by text CHECK (removed_by IN ('author', 'facilitator', 'moderator')),
  reply_count int NOT NULL DEFAULT 0,
  last_active_at timestamptz NOT NULL DEFAULT now(),
  hug_count int NOT NULL DEFAULT 0,
  me_too_count int NOT NULL DEFAULT 0,
  helpful_count int NOT NULL DEFAULT 0,
  PRIMARY KEY (community_id, post_id),
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE CASCADE,
  FOREIGN KEY (community_id, thread_id) REFERENCES posts ON DELETE CASCADE,
  -- Whoever writes is there until it is written: erasing her waits for it, and then takes it along (access.erase_me).
  FOREIGN KEY (community_id, author_id) REFERENCES members,
  FOREIGN KEY (community_id, pseudonym_id) REFERENCES pseudonyms,
  CHECK (author_id IS NULL OR pseudonym_id IS NULL),
  CHECK ((pseudonym_id IS NULL) = (pseudonym IS NULL)),
  CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
  CHECK (removed_at IS NULL OR (body = '' AND content_note IS NULL)) -- a deletion leaves no text behind
);
CREATE INDEX posts_newest_active ON posts (community_id, circle_id, last_active_at DESC, post_id DESC) WHERE thread_id = post_id;
CREATE INDEX posts_thread ON posts (community_id, thread_id, created_at, post_id);
CREATE INDEX posts_author ON posts (community_id, author_id);
CREATE INDEX posts_pseudonym ON posts (community_id, pseudonym_id) WHERE pseudonym_id IS NOT NULL;

CREATE TABLE reactions (
  community_id uuid NOT NULL,
  post_id uuid NOT NULL,
  member_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('hug', 'me-too', 'helpful')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, post_id, member_id, kind),
  FOREIGN KEY (community_id, post_id) REFERENCES posts ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);

CREATE TABLE blocks (
  community_id uuid NOT NULL,
  blocker_id uuid NOT NULL,
  blocked_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, blocker_id, blocked_id),
  CHECK (blocker_id <> blocked_id),
  FOREIGN KEY (community_id, blocker_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, blocked_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX blocks_of ON blocks (community_id, blocked_id);
-- Hiding an anonymous author hides that name in that thread alone: were her named posts to vanish with it, the
-- hiding would tell who she is.
CREATE TABLE hidden_pseudonyms (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  pseudonym_id uuid NOT NULL,
  name text NOT NULL,               -- as she knew it: what is hidden can no longer be looked up
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, member_id, pseudonym_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, pseudonym_id) REFERENCES pseudonyms ON DELETE CASCADE
);

SET ROLE porchlight_policy;
-- Everyone I blocked and everyone who blocked me: a block works both ways.
CREATE FUNCTION access.my_blocked_ids() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce((SELECT array_agg(x) FROM (
      SELECT b.blocked_id AS x FROM public.blocks b WHERE b.community_id = access.community_id() AND b.blocker_id = access.member_id()
      UNION SELECT b.blocker_id FROM public.blocks b WHERE b.community_id = access.community_id() AND b.blocked_id = access.member_id()
    ) both_ways), '{}'); END $$;
CREATE FUNCTION access.my_pseudonym_ids() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce((SELECT array_agg(p.pseudonym_id) FROM public.pseudonyms p
    WHERE p.community_id = access.community_id() AND p.member_id = access.member_id()), '{}'); END $$;
CREATE FUNCTION access.my_hidden_pseudonym_ids() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce((SELECT array_agg(h.pseudonym_id) FROM public.hidden_pseudonyms h
    WHERE h.community_id = access.community_id() AND h.member_id = access.member_id()), '{}'); END $$;

-- A reply moves its thread to the top and is counted there. It belongs to a thread that stands in the same circle: a
-- foreign key alone would let a reply in one circle stir a thread in another.
CREATE FUNCTION access.count_reply() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
      UPDATE public.posts SET reply_count = reply_count + 1, last_active_at = greatest(last_active_at, NEW.created_at)
        WHERE community_id = NEW.community_id AND post_id = NEW.thread_id AND thread_id = post_id
          AND circle_id = NEW.circle_id AND removed_at IS NULL;
      IF NOT FOUND THEN RAISE EXCEPTION 'no such thread here' USING ERRCODE = 'foreign_key_violation'; END IF;
    ELSE
      UPDATE public.posts SET reply_count = reply_count - 1
        WHERE community_id = OLD.community_id AND post_id = OLD.thread_id;
    END IF;
    RETURN NULL;
  END $$;
CREATE FUNCTION access.count_reaction() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE r record; step int;
  BEGIN
    IF TG_OP = 'INSERT' THEN r := NEW; step := 1; ELSE r := OLD; step := -1; END IF;
    UPDATE public.posts SET
        hug_count = hug_count + CASE WHEN r.kind = 'hug' THEN step ELSE 0 END,
        me_too_count = me_too_count + CASE WHEN r.kind = 'me-too' THEN step ELSE 0 END,
        helpful_count = helpful_count + CASE WHEN r.kind = 'helpful' THEN step ELSE 0 END
      WHERE community_id = r.community_id AND post_id = r.post_id;
    RETURN r;
  END $$;
REVOKE ALL ON FUNCTION access.my_blocked_ids(), access.my_pseudonym_ids(), access.my_hidden_pseudonym_ids() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_blocked_ids(), access.my_pseudonym_ids(), access.my_hidden_pseudonym_ids() TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['pseudonyms', 'posts', 'reactions', 'blocks', 'hidden_pseudonyms'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['pseudonyms', 'reactions', 'hidden_pseudonyms'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO porchlight_app', t);
    EXECUTE format('CREATE POLICY hers ON %I TO porchlight_app USING (community_id = access.community_id() AND member_id = access.member_id()) WITH CHECK (community_id = access.community_id() AND member_id = access.member_id())', t);
  END LOOP;
END $$;
CREATE TRIGGER posts_count_reply AFTER INSERT ON posts FOR EACH ROW WHEN (NEW.thread_id <> NEW.post_id)
  EXECUTE FUNCTION access.count_reply();
CREATE TRIGGER posts_uncount_reply AFTER UPDATE OF removed_at ON posts FOR EACH ROW
  WHEN (NEW.thread_id <> NEW.post_id AND OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL)
  EXECUTE FUNCTION access.count_reply();
CREATE TRIGGER posts_forget_reply AFTER DELETE ON posts FOR EACH ROW
  WHEN (OLD.thread_id <> OLD.post_id AND OLD.removed_at IS NULL) EXECUTE FUNCTION access.count_reply();
CREATE TRIGGER reactions_count AFTER INSERT OR DELETE ON reactions FOR EACH ROW EXECUTE FUNCTION access.count_reaction();

GRANT SELECT, INSERT, DELETE ON blocks TO porchlight_app;
CREATE POLICY hers ON blocks TO porchlight_app
  USING (community_id = access.community_id() AND blocker_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND blocker_id = access.member_id());

-- Reactions count only on a post one can see.
DROP POLICY hers ON reactions;
CREATE POLICY hers ON reactions TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id()
    AND EXISTS (SELECT FROM posts p WHERE p.community_id = reactions.community_id AND p.post_id = reactions.post_id
      AND p.removed_at IS NULL));

GRANT SELECT, DELETE ON posts TO porchlight_app;
GRANT INSERT (community_id, post_id, circle_id, thread_id, author_id, pseudonym_id, pseudonym, body, content_note,
  created_at, last_active_at) ON posts TO porchlight_app;
GRANT UPDATE (body, content_note, edited_at, removed_at, removed_by) ON posts TO porchlight_app;
CREATE POLICY inside ON posts FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_circle_ids())::uuid[])
    AND (author_id IS NULL OR author_id <> ALL ((SELECT access.my_blocked_ids())::uuid[]))
    AND (pseudonym_id IS NULL OR pseudonym_id <> ALL ((SELECT access.my_hidden_pseudonym_ids())::uuid[])));
-- In her own name, or under the pseudonym that is hers in that very thread.
CREATE POLICY writing ON posts FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_circle_ids())::uuid[])
    AND (author_id = access.member_id() OR author_id IS NULL AND EXISTS (SELECT FROM pseudonyms s
      WHERE s.community_id = posts.community_id AND s.pseudonym_id = posts.pseudonym_id
        AND s.thread_id = posts.thread_id AND s.name = posts.pseudonym)));
-- What was removed stays removed. A facilitator removes; she never rewrites.
CREATE POLICY own_or_facilitator ON posts FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND removed_at IS NULL
    AND circle_id = ANY ((SELECT access.my_circle_ids())::uuid[])
    AND (author_id = access.member_id() OR pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[])
      OR circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[])))
  WITH CHECK (author_id = access.member_id() OR pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[])
    OR removed_at IS NOT NULL AND removed_by = 'facilitator');
-- Her words that nobody answered go without a trace; answered ones leave an empty place, so that the answers stay.
CREATE POLICY own_unanswered ON posts FOR DELETE TO porchlight_app
  USING (community_id = access.community_id() AND removed_at IS NULL AND reply_count = 0
    AND circle_id = ANY ((SELECT access.my_circle_ids())::uuid[])
    AND (author_id = access.member_id() OR pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[])));
