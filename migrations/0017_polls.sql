-- A question with two to six answers on a post. Who chose what is known to her alone: others see counts, and those only
-- once three have answered and she has too, or it is over.
CREATE TABLE polls (
  community_id uuid NOT NULL,
  post_id uuid NOT NULL,
  several boolean NOT NULL DEFAULT false,
  closes_at timestamptz,
  voters int NOT NULL DEFAULT 0,
  PRIMARY KEY (community_id, post_id),
  FOREIGN KEY (community_id, post_id) REFERENCES posts ON DELETE CASCADE
);
CREATE TABLE poll_options (
  community_id uuid NOT NULL,
  post_id uuid NOT NULL,
  place smallint NOT NULL CHECK (place BETWEEN 1 AND 6),
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 120),
  PRIMARY KEY (community_id, post_id, place),
  FOREIGN KEY (community_id, post_id) REFERENCES polls ON DELETE CASCADE
);
CREATE TABLE poll_counts (
  community_id uuid NOT NULL,
  post_id uuid NOT NULL,
  place smallint NOT NULL,
  votes int NOT NULL DEFAULT 0,
  PRIMARY KEY (community_id, post_id, place),
  FOREIGN KEY (community_id, post_id, place) REFERENCES poll_options ON DELETE CASCADE
);
CREATE TABLE poll_votes (
  community_id uuid NOT NULL,
  post_id uuid NOT NULL,
  member_id uuid NOT NULL,
  place smallint NOT NULL,
  PRIMARY KEY (community_id, post_id, member_id, place),
  FOREIGN KEY (community_id, post_id, place) REFERENCES poll_options ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX poll_votes_of ON poll_votes (community_id, member_id);

SET ROLE porchlight_policy;
CREATE FUNCTION access.flag_poll() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.posts SET has_poll = true WHERE community_id = NEW.community_id AND post_id = NEW.post_id;
    RETURN NULL;
  END $$;
CREATE FUNCTION access.open_count() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.poll_counts (community_id, post_id, place) VALUES (NEW.community_id, NEW.post_id, NEW.place);
    RETURN NULL;
  END $$;
CREATE FUNCTION access.drop_poll() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    DELETE FROM public.polls WHERE community_id = NEW.community_id AND post_id = NEW.post_id;
    RETURN NULL;
  END $$;
-- One person counts once, whatever she chose. The poll's row is taken first, so that two votes never cross.
CREATE FUNCTION access.count_vote() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE v record; step int; others boolean; many boolean;
  BEGIN
    IF TG_OP = 'INSERT' THEN v := NEW; step := 1; ELSE v := OLD; step := -1; END IF;
    SELECT p.several INTO many FROM public.polls p
      WHERE p.community_id = v.community_id AND p.post_id = v.post_id FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    others := EXISTS (SELECT FROM public.poll_votes o WHERE o.community_id = v.community_id AND o.post_id = v.post_id
      AND o.member_id = v.member_id AND o.place <> v.place);
    IF TG_OP = 'INSERT' AND others AND NOT many THEN
      RAISE EXCEPTION 'one answer only' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE public.poll_counts c SET votes = votes + step
      WHERE c.community_id = v.community_id AND c.post_id = v.post_id AND c.place = v.place;
    IF NOT others THEN
      UPDATE public.polls p SET voters = voters + step WHERE p.community_id = v.community_id AND p.post_id = v.post_id;
    END IF;
    RETURN NULL;
  END $$;

-- Her votes and her polls, of circles she left as well.
CREATE FUNCTION access.my_poll_options() RETURNS TABLE (post_id uuid, label text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT o.post_id, o.label FROM access.my_posts() p
    JOIN public.poll_options o ON o.community_id = p.community_id AND o.post_id = p.post_id
    ORDER BY p.created_at, o.place; END $$;
CREATE FUNCTION access.my_poll_votes() RETURNS TABLE (post_id uuid, label text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT o.post_id, o.label FROM public.poll_votes v
    JOIN public.poll_options o ON o.community_id = v.community_id AND o.post_id = v.post_id AND o.place = v.place
    WHERE v.community_id = access.community_id() AND v.member_id = access.member_id(); END $$;
REVOKE ALL ON FUNCTION access.my_poll_options(), access.my_poll_votes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_poll_options(), access.my_poll_votes() TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['polls', 'poll_options', 'poll_counts', 'poll_votes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO porchlight_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['polls', 'poll_options'] LOOP
    EXECUTE format('CREATE POLICY with_its_post ON %I FOR SELECT TO porchlight_app USING (community_id = access.community_id()
      AND EXISTS (SELECT FROM posts p WHERE p.community_id = %I.community_id AND p.post_id = %I.post_id))', t, t, t);
  END LOOP;
END $$;
GRANT INSERT (community_id, post_id, several, closes_at) ON polls TO porchlight_app;
GRANT INSERT (community_id, post_id, place, label) ON poll_options TO porchlight_app;
GRANT INSERT, DELETE ON poll_votes TO porchlight_app;
-- Asked with the post itself: an answer that came later would move the votes under it.
CREATE POLICY asking ON polls FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND EXISTS (SELECT FROM posts p WHERE p.community_id = polls.community_id AND p.post_id = polls.post_id
    AND p.thread_id = p.post_id AND p.removed_at IS NULL AND p.created_at = now()
    AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]))));
CREATE POLICY asking ON poll_options FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND EXISTS (SELECT FROM posts p WHERE p.community_id = poll_options.community_id AND p.post_id = poll_options.post_id
    AND p.created_at = now()
    AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]))));
CREATE POLICY hers ON poll_votes FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY voting ON poll_votes FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND member_id = access.member_id() AND EXISTS (SELECT FROM polls p WHERE p.community_id = poll_votes.community_id
    AND p.post_id = poll_votes.post_id AND (p.closes_at IS NULL OR p.closes_at > now())));
CREATE POLICY changing ON poll_votes FOR DELETE TO porchlight_app USING (community_id = access.community_id()
  AND member_id = access.member_id() AND EXISTS (SELECT FROM polls p WHERE p.community_id = poll_votes.community_id
    AND p.post_id = poll_votes.post_id AND (p.closes_at IS NULL OR p.closes_at > now())));
CREATE POLICY once_it_hides_her ON poll_counts FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND EXISTS (SELECT FROM polls p WHERE p.community_id = poll_counts.community_id AND p.post_id = poll_counts.post_id
    AND p.voters >= 3 AND (p.closes_at <= now() OR EXISTS (SELECT FROM poll_votes v
      WHERE v.community_id = p.community_id AND v.post_id = p.post_id AND v.member_id = access.member_id()))));

CREATE TRIGGER polls_flag AFTER INSERT ON polls FOR EACH ROW EXECUTE FUNCTION access.flag_poll();
CREATE TRIGGER poll_options_count AFTER INSERT ON poll_options FOR EACH ROW EXECUTE FUNCTION access.open_count();
CREATE TRIGGER poll_votes_count AFTER INSERT OR DELETE ON poll_votes FOR EACH ROW EXECUTE FUNCTION access.count_vote();
CREATE TRIGGER posts_drop_poll AFTER UPDATE OF removed_at ON posts FOR EACH ROW
  WHEN (OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL) EXECUTE FUNCTION access.drop_poll();
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.flag_poll(), access.open_count(), access.drop_poll(), access.count_vote() FROM PUBLIC;
RESET ROLE;
