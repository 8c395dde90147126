-- Open pages follow a thread by its version. Every change in a thread takes the next number while it holds the thread's
-- row, so numbers are given in the order in which changes become visible: a reader who has seen 7 has seen all up to 7.
ALTER TABLE posts
  ADD COLUMN thread_version bigint NOT NULL DEFAULT 0,  -- of a thread: its latest number
  ADD COLUMN born bigint NOT NULL DEFAULT 0,            -- the number a post came with
  ADD COLUMN version bigint NOT NULL DEFAULT 0,         -- the number of its latest change
  ADD COLUMN reshaped bigint NOT NULL DEFAULT 0;        -- of a thread: when something last vanished without a trace

SET ROLE porchlight_policy;
CREATE FUNCTION access.number_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE v bigint;
  BEGIN
    IF TG_OP = 'DELETE' THEN
      UPDATE public.posts SET thread_version = thread_version + 1, reshaped = thread_version + 1
        WHERE community_id = OLD.community_id AND post_id = OLD.thread_id;
      RETURN NULL;
    END IF;
    UPDATE public.posts SET thread_version = thread_version + 1
      WHERE community_id = NEW.community_id AND post_id = NEW.thread_id RETURNING thread_version INTO v;
    UPDATE public.posts SET version = v, born = CASE TG_OP WHEN 'INSERT' THEN v ELSE born END
      WHERE community_id = NEW.community_id AND post_id = NEW.post_id;
    RETURN NULL;
  END $$;

-- Asked for every open page at once, by nobody in particular: it says that something happened, never what. Those who
-- are told read it with their own eyes.
CREATE FUNCTION access.thread_versions(communities uuid[], threads uuid[])
  RETURNS TABLE (n bigint, version bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT w.n, p.thread_version FROM unnest(communities, threads) WITH ORDINALITY AS w (community, thread, n)
    JOIN public.posts p ON p.community_id = w.community AND p.post_id = w.thread;
  END $$;
CREATE FUNCTION access.circle_versions(communities uuid[], circles uuid[])
  RETURNS TABLE (n bigint, version bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT w.n, (SELECT (extract(epoch FROM p.last_active_at) * 1000000)::bigint FROM public.posts p
        WHERE p.community_id = w.community AND p.circle_id = w.circle AND p.thread_id = p.post_id
        ORDER BY p.last_active_at DESC, p.post_id DESC LIMIT 1)
    FROM unnest(communities, circles) WITH ORDINALITY AS w (community, circle, n);
  END $$;
REVOKE ALL ON FUNCTION access.thread_versions(uuid[], uuid[]), access.circle_versions(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.thread_versions(uuid[], uuid[]), access.circle_versions(uuid[], uuid[]) TO porchlight_app;
RESET ROLE;

CREATE TRIGGER posts_number AFTER INSERT OR UPDATE OF body, content_note, removed_at ON posts
  FOR EACH ROW EXECUTE FUNCTION access.number_change();
CREATE TRIGGER posts_number_gone AFTER DELETE ON posts
  FOR EACH ROW WHEN (OLD.thread_id <> OLD.post_id) EXECUTE FUNCTION access.number_change();
-- As in 0009: a trigger's function is for our tables alone.
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.number_change() FROM PUBLIC;
RESET ROLE;
