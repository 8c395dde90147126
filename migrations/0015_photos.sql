-- What a post may carry. The flags stand on the post itself, so that a page of thirty asks for more only when there is
-- more.
ALTER TABLE posts
  ADD COLUMN asks text CHECK (asks IN ('emotional', 'practical', 'informational')),
  ADD COLUMN photo_count smallint NOT NULL DEFAULT 0,
  ADD COLUMN has_poll boolean NOT NULL DEFAULT false,
  ADD COLUMN pinned_at timestamptz,
  ADD CONSTRAINT posts_asks_in_threads CHECK (asks IS NULL OR thread_id = post_id),
  ADD CONSTRAINT posts_removed_bare CHECK (removed_at IS NULL OR (asks IS NULL AND photo_count = 0 AND NOT has_poll AND pinned_at IS NULL));
GRANT INSERT (asks) ON posts TO porchlight_app;
GRANT UPDATE (asks) ON posts TO porchlight_app;

-- Re-encoded pictures without a word of where and with what they were taken. Two sizes: as it is read, and as a page
-- shows it.
CREATE TABLE photos (
  community_id uuid NOT NULL,
  photo_id uuid NOT NULL,
  post_id uuid NOT NULL,
  place smallint NOT NULL CHECK (place BETWEEN 1 AND 4),
  description text NOT NULL DEFAULT '' CHECK (length(description) <= 300), -- read out to those who do not see it
  width smallint NOT NULL,
  height smallint NOT NULL,
  whole bytea NOT NULL CHECK (length(whole) <= 4194304),
  small bytea NOT NULL CHECK (length(small) <= 1048576),
  PRIMARY KEY (community_id, photo_id),
  UNIQUE (community_id, post_id, place),
  FOREIGN KEY (community_id, post_id) REFERENCES posts ON DELETE CASCADE
);
ALTER TABLE photos ALTER COLUMN whole SET STORAGE EXTERNAL, ALTER COLUMN small SET STORAGE EXTERNAL; -- packed already

SET ROLE porchlight_policy;
CREATE FUNCTION access.count_photo() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
      UPDATE public.posts SET photo_count = photo_count + 1
        WHERE community_id = NEW.community_id AND post_id = NEW.post_id;
    ELSE
      UPDATE public.posts SET photo_count = photo_count - 1
        WHERE community_id = OLD.community_id AND post_id = OLD.post_id AND removed_at IS NULL;
    END IF;
    RETURN NULL;
  END $$;

-- A deletion leaves nothing behind, whoever deletes: its author, a facilitator, a moderator, or erasing herself.
CREATE FUNCTION access.bare_removed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    NEW.asks := NULL; NEW.photo_count := 0; NEW.has_poll := false; NEW.pinned_at := NULL;
    RETURN NEW;
  END $$;
CREATE FUNCTION access.drop_photos() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    DELETE FROM public.photos WHERE community_id = NEW.community_id AND post_id = NEW.post_id;
    RETURN NULL;
  END $$;

-- Her photos, in circles she left as well: hers to take along. The bytes of one, by its id.
CREATE FUNCTION access.my_photos() RETURNS TABLE (photo_id uuid, post_id uuid, description text, width smallint,
    height smallint, created_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT f.photo_id, f.post_id, f.description, f.width, f.height, p.created_at
    FROM access.my_posts() p JOIN public.photos f ON f.community_id = p.community_id AND f.post_id = p.post_id
    ORDER BY p.created_at, f.place;
  END $$;
CREATE FUNCTION access.my_photo(photo uuid) RETURNS bytea
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT f.whole FROM public.photos f
    JOIN public.posts p ON p.community_id = f.community_id AND p.post_id = f.post_id
    WHERE f.community_id = access.community_id() AND f.photo_id = photo AND access.member_id() IS NOT NULL
      AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY (access.my_pseudonym_ids()))); END $$;
REVOKE ALL ON FUNCTION access.my_photos(), access.my_photo(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_photos(), access.my_photo(uuid) TO porchlight_app;
RESET ROLE;

ALTER TABLE photos ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON photos TO porchlight_policy;
CREATE POLICY definer ON photos TO porchlight_policy USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON photos TO porchlight_app;
GRANT UPDATE (description) ON photos TO porchlight_app;
-- A photo is as private as its post: who sees the one sees the other.
CREATE POLICY with_its_post ON photos FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND EXISTS (SELECT FROM posts p WHERE p.community_id = photos.community_id AND p.post_id = photos.post_id));
CREATE POLICY adding ON photos FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND EXISTS (SELECT FROM posts p WHERE p.community_id = photos.community_id AND p.post_id = photos.post_id
    AND p.removed_at IS NULL
    AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]))));
CREATE POLICY describing ON photos FOR UPDATE TO porchlight_app USING (community_id = access.community_id()
  AND EXISTS (SELECT FROM posts p WHERE p.community_id = photos.community_id AND p.post_id = photos.post_id
    AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]))));
CREATE POLICY taking_back ON photos FOR DELETE TO porchlight_app USING (community_id = access.community_id()
  AND EXISTS (SELECT FROM posts p WHERE p.community_id = photos.community_id AND p.post_id = photos.post_id
    AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]))));

CREATE TRIGGER photos_count AFTER INSERT OR DELETE ON photos FOR EACH ROW EXECUTE FUNCTION access.count_photo();
CREATE TRIGGER posts_bare BEFORE UPDATE OF removed_at ON posts FOR EACH ROW
  WHEN (OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL) EXECUTE FUNCTION access.bare_removed();
CREATE TRIGGER posts_drop_photos AFTER UPDATE OF removed_at ON posts FOR EACH ROW
  WHEN (OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL) EXECUTE FUNCTION access.drop_photos();
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.count_photo(), access.bare_removed(), access.drop_photos() FROM PUBLIC;
RESET ROLE;
