-- Search reads what the reader may read, and nothing else: not an index of everything with the forbidden hits taken out
-- afterwards, which would take longer where there is something to hide. Rows of circles she is not in are never touched.
CREATE SCHEMA IF NOT EXISTS words;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA words;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA words;

-- An operator's server may have the extensions already, in a schema of its own choice.
DO $$
DECLARE
  accents text := (SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'unaccent');
  trigrams text := (SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm');
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %s TO porchlight_policy, porchlight_app', accents);
  EXECUTE format('GRANT USAGE ON SCHEMA %s TO porchlight_policy, porchlight_app', trigrams);
  SET LOCAL ROLE porchlight_policy;
  -- Small letters without accents: "bebé" is found by "bebe".
  EXECUTE format($f$CREATE FUNCTION access.plain(said text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    AS 'SELECT %1$s.unaccent(''%1$s.unaccent'', lower(said))'$f$, accents);
  -- How much the most alike stretch of a text is like what is looked for, 0 to 1.
  EXECUTE format($f$CREATE FUNCTION access.likeness(wanted text, said text) RETURNS real LANGUAGE sql STABLE PARALLEL SAFE
    AS 'SELECT %1$s.strict_word_similarity(wanted, said)'$f$, trigrams);
  RESET ROLE;
END $$;

SET ROLE porchlight_policy;
CREATE FUNCTION access.words_of(said text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT to_tsvector('pg_catalog.english', access.plain(said)) || to_tsvector('pg_catalog.spanish', access.plain(said)) $$;
CREATE FUNCTION access.words_wanted(wanted text) RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT websearch_to_tsquery('pg_catalog.english', access.plain(wanted)) || websearch_to_tsquery('pg_catalog.spanish', access.plain(wanted)) $$;
RESET ROLE;

CREATE TABLE post_words (
  community_id uuid NOT NULL,
  post_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (community_id, post_id),
  FOREIGN KEY (community_id, post_id) REFERENCES posts ON DELETE CASCADE
);
CREATE INDEX post_words_circle ON post_words (community_id, circle_id, created_at DESC);
ALTER TABLE post_words ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON post_words TO porchlight_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON post_words TO porchlight_policy;
CREATE POLICY definer ON post_words TO porchlight_policy USING (true) WITH CHECK (true);
-- Whether she may read the post itself is asked of the post.
CREATE POLICY inside ON post_words FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_circle_ids())::uuid[]));

SET ROLE porchlight_policy;
-- A deletion leaves no word behind, here neither.
CREATE FUNCTION access.keep_words() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NEW.removed_at IS NOT NULL THEN
      DELETE FROM public.post_words WHERE community_id = NEW.community_id AND post_id = NEW.post_id;
    ELSE
      INSERT INTO public.post_words (community_id, post_id, circle_id, created_at, words)
        VALUES (NEW.community_id, NEW.post_id, NEW.circle_id, NEW.created_at,
          access.words_of(concat_ws(' ', NEW.content_note, NEW.body)))
        ON CONFLICT (community_id, post_id) DO UPDATE SET words = EXCLUDED.words;
    END IF;
    RETURN NULL;
  END $$;
RESET ROLE;
CREATE TRIGGER posts_words AFTER INSERT OR UPDATE OF body, content_note, removed_at ON posts
  FOR EACH ROW EXECUTE FUNCTION access.keep_words();
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.keep_words() FROM PUBLIC;
INSERT INTO public.post_words (community_id, post_id, circle_id, created_at, words)
  SELECT community_id, post_id, circle_id, created_at, access.words_of(concat_ws(' ', content_note, body))
  FROM public.posts WHERE removed_at IS NULL;
REVOKE ALL ON FUNCTION access.plain(text), access.likeness(text, text), access.words_of(text), access.words_wanted(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.plain(text), access.likeness(text, text), access.words_of(text), access.words_wanted(text)
  TO porchlight_app;
RESET ROLE;

-- People are found by name only if they chose to be.
ALTER TABLE members ADD COLUMN findable boolean NOT NULL DEFAULT false;
GRANT UPDATE (findable) ON members TO porchlight_app;
CREATE INDEX members_findable ON members (community_id) WHERE findable;
