-- Who was named in a post. Only she herself can read that she was: of an anonymous one, this row would say who it is.
CREATE TABLE mentions (
  community_id uuid NOT NULL,
  post_id uuid NOT NULL,
  member_id uuid NOT NULL,
  PRIMARY KEY (community_id, post_id, member_id),
  FOREIGN KEY (community_id, post_id) REFERENCES posts ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX mentions_of ON mentions (community_id, member_id);

-- Links and notes a circle keeps at hand.
CREATE TABLE shelf_items (
  community_id uuid NOT NULL,
  item_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  link text CHECK (length(link) <= 500 AND link LIKE 'https://%'),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  added_by uuid NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, item_id),
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE CASCADE,
  FOREIGN KEY (community_id, added_by) REFERENCES members ON DELETE CASCADE, -- erased, she takes her words along
  CHECK (link IS NOT NULL OR note <> '')
);
CREATE INDEX shelf_items_of ON shelf_items (community_id, circle_id, added_at);
CREATE INDEX shelf_items_by ON shelf_items (community_id, added_by);

-- A room with nothing pinned asks for no pins.
ALTER TABLE circles ADD COLUMN pinned_count smallint NOT NULL DEFAULT 0 CHECK (pinned_count BETWEEN 0 AND 3);
CREATE INDEX posts_pinned ON posts (community_id, circle_id) WHERE pinned_at IS NOT NULL;

SET ROLE porchlight_policy;
-- Keeps who is named in a post of hers: by the beginnings of text that stand behind an @, and by the pseudonyms of its
-- thread. Tells those who were not named in it before, never herself, and says nothing back: an answer would tell whose a
-- pseudonym is. A block keeps a named author and the one she names apart; of an author without her name it does not, for
-- who reads her own name and hears no bell would know that it is somebody she is kept apart from.
CREATE FUNCTION access.name_in_post(post uuid, behind_at text[], unnamed uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here public.posts; named uuid[]; fresh uuid[];
  BEGIN
    SELECT p.* INTO here FROM public.posts p WHERE p.community_id = access.community_id() AND p.post_id = post
      AND p.removed_at IS NULL AND p.circle_id = ANY (access.my_circle_ids())
      AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY (access.my_pseudonym_ids()));
    IF NOT FOUND THEN RETURN; END IF;
    -- The longest name that fits: "@Rosa Maria" is not Rosa. Two of one name are both meant.
    SELECT array_agg(DISTINCT fit.member_id) INTO named FROM (
      SELECT s.member_id FROM unnest(behind_at[1:20]) AS said, LATERAL (
        SELECT m.member_id, rank() OVER (ORDER BY length(p.display_name) DESC) AS place
        FROM public.circle_members m JOIN public.members p USING (community_id, member_id)
        WHERE m.community_id = here.community_id AND m.circle_id = here.circle_id
          AND starts_with(lower(said), lower(p.display_name))
          AND substr(said, length(p.display_name) + 1, 1) !~ '[[:alnum:]]') s
      WHERE s.place = 1
      UNION
      SELECT y.member_id FROM public.pseudonyms y
        JOIN public.circle_members m ON m.community_id = y.community_id AND m.member_id = y.member_id
          AND m.circle_id = here.circle_id
        WHERE y.community_id = here.community_id AND y.thread_id = here.thread_id AND y.pseudonym_id = ANY (unnamed[1:20])
    ) fit
    WHERE fit.member_id <> access.member_id()
      AND (here.pseudonym_id IS NOT NULL OR fit.member_id <> ALL (access.my_blocked_ids()));
    DELETE FROM public.mentions n WHERE n.community_id = here.community_id AND n.post_id = post
      AND n.member_id <> ALL (coalesce(named, '{}'));
    WITH added AS (INSERT INTO public.mentions AS n (community_id, post_id, member_id)
      SELECT here.community_id, post, one FROM unnest(named) AS one ON CONFLICT DO NOTHING RETURNING n.member_id)
    SELECT array_agg(a.member_id) INTO fresh FROM added a;
    IF fresh IS NOT NULL THEN
      PERFORM access.notify(fresh, 'conversation.mention', here.circle_id, post, NULL);
    END IF;
  END $$;

-- Pins a thread to the top of its room, or takes the pin out. 'pinned' | 'unpinned' | 'full' | 'absent'
CREATE FUNCTION access.pin_post(post uuid, pinned boolean) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE room uuid; many int;
  BEGIN
    SELECT p.circle_id INTO room FROM public.posts p WHERE p.community_id = access.community_id() AND p.post_id = post
      AND p.thread_id = p.post_id AND p.removed_at IS NULL AND p.circle_id = ANY (access.my_facilitated_ids());
    IF room IS NULL THEN RETURN 'absent'; END IF;
    SELECT c.pinned_count INTO many FROM public.circles c
      WHERE c.community_id = access.community_id() AND c.circle_id = room FOR UPDATE;
    IF pinned AND many >= 3 AND EXISTS (SELECT FROM public.posts p WHERE p.community_id = access.community_id()
        AND p.post_id = post AND p.pinned_at IS NULL) THEN RETURN 'full'; END IF;
    UPDATE public.posts p SET pinned_at = CASE WHEN pinned THEN now() END
      WHERE p.community_id = access.community_id() AND p.post_id = post AND p.removed_at IS NULL
        AND (p.pinned_at IS NULL) = pinned;
    RETURN CASE WHEN pinned THEN 'pinned' ELSE 'unpinned' END;
  END $$;
CREATE FUNCTION access.count_pin() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE step int := 0;
  BEGIN
    IF TG_OP <> 'DELETE' THEN step := step + (NEW.pinned_at IS NOT NULL)::int; END IF;
    IF OLD.pinned_at IS NOT NULL THEN step := step - 1; END IF;
    UPDATE public.circles SET pinned_count = pinned_count + step
      WHERE step <> 0 AND community_id = OLD.community_id AND circle_id = OLD.circle_id;
    RETURN NULL;
  END $$;
CREATE FUNCTION access.drop_mentions() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    DELETE FROM public.mentions WHERE community_id = NEW.community_id AND post_id = NEW.post_id;
    RETURN NULL;
  END $$;

-- What she put on shelves, of circles she left as well.
CREATE FUNCTION access.my_shelf_items() RETURNS SETOF public.shelf_items
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT s.* FROM public.shelf_items s WHERE s.community_id = access.community_id()
    AND s.added_by = access.member_id() ORDER BY s.added_at; END $$;
REVOKE ALL ON FUNCTION access.name_in_post(uuid, text[], uuid[]), access.pin_post(uuid, boolean),
  access.my_shelf_items() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.name_in_post(uuid, text[], uuid[]), access.pin_post(uuid, boolean),
  access.my_shelf_items() TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['mentions', 'shelf_items'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT ON mentions TO porchlight_app;
CREATE POLICY hers ON mentions FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());

GRANT SELECT, DELETE ON shelf_items TO porchlight_app;
GRANT INSERT (community_id, item_id, circle_id, title, link, note, added_by) ON shelf_items TO porchlight_app;
GRANT UPDATE (title, link, note) ON shelf_items TO porchlight_app;
CREATE POLICY inside ON shelf_items FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_circle_ids())::uuid[]));
CREATE POLICY adding ON shelf_items FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND added_by = access.member_id() AND circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[]));
CREATE POLICY mending ON shelf_items FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[]));
CREATE POLICY taking_away ON shelf_items FOR DELETE TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[]));

CREATE TRIGGER posts_drop_mentions AFTER UPDATE OF removed_at ON posts FOR EACH ROW
  WHEN (OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL) EXECUTE FUNCTION access.drop_mentions();
-- Of any column: removing a post takes its pin out in a trigger of its own.
CREATE TRIGGER posts_count_pin AFTER UPDATE ON posts FOR EACH ROW
  WHEN (OLD.pinned_at IS DISTINCT FROM NEW.pinned_at) EXECUTE FUNCTION access.count_pin();
CREATE TRIGGER posts_forget_pin AFTER DELETE ON posts FOR EACH ROW
  WHEN (OLD.pinned_at IS NOT NULL) EXECUTE FUNCTION access.count_pin();
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.count_pin(), access.drop_mentions() FROM PUBLIC;
RESET ROLE;
