-- What she shares with her people: news told once to everyone she chose, how to be there for her, and her boundaries.
-- All of it sealed under her key. Who sees which row is decided here, by her link or by a circle she shares with, never
-- by the pages alone. See docs/decisions/0042.
ALTER TABLE people
  ADD COLUMN sees_how boolean NOT NULL DEFAULT false, -- how to be there for her
  ADD COLUMN letters_ended_at timestamptz,            -- "no more letters": said by that person, not by her
  ADD COLUMN not_me_at timestamptz;                   -- "this is not me": the link reached somebody else
CREATE UNIQUE INDEX people_circle_once ON people (community_id, member_id, circle_id) WHERE circle_id IS NOT NULL;
CREATE INDEX people_by_circle ON people (community_id, circle_id) WHERE circle_id IS NOT NULL;
-- A circle of hers, and nobody else's.
CREATE POLICY own_circle ON people AS RESTRICTIVE FOR INSERT TO porchlight_app
  WITH CHECK (circle_id IS NULL OR circle_id = ANY ((SELECT access.my_circle_ids())::uuid[]));

-- News of hers. Until it is told it is a draft, with the readers she looks over first.
CREATE TABLE updates (
  community_id uuid NOT NULL,
  update_id uuid NOT NULL,
  member_id uuid NOT NULL,
  sealed text NOT NULL CHECK (length(sealed) <= 12000), -- {text} under her key
  discreet boolean NOT NULL DEFAULT true,      -- the letter says only that there is news
  begun_at timestamptz NOT NULL DEFAULT now(),
  told_at timestamptz,
  edited_at timestamptz,
  PRIMARY KEY (community_id, update_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX updates_of ON updates (community_id, member_id, begun_at);

CREATE TABLE update_readers (
  community_id uuid NOT NULL,
  update_id uuid NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (community_id, update_id, person_id),
  FOREIGN KEY (community_id, update_id) REFERENCES updates ON DELETE CASCADE,
  FOREIGN KEY (community_id, person_id) REFERENCES people ON DELETE CASCADE
);
CREATE INDEX update_readers_of ON update_readers (community_id, person_id);

-- What she says about herself to those near her, each part with how far it goes: nobody (for her own memory), her people,
-- or also any member who writes to her.
CREATE TABLE near_words (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('name', 'how', 'quiet', 'visiting', 'topics', 'not-told')),
  sealed text NOT NULL CHECK (length(sealed) <= 20000),
  shown text NOT NULL DEFAULT 'people' CHECK (shown IN ('nobody', 'people', 'members')),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, member_id, part),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['updates', 'update_readers', 'near_words'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

SET ROLE porchlight_policy;
-- Whom of somebody's people this transaction is: by the link it came by, or as a member of a circle that is one of them,
-- as long as both are in that circle and no block stands between them. For the functions below alone.
CREATE FUNCTION access.people_i_am() RETURNS SETOF public.people
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT p.* FROM public.people p WHERE p.community_id = access.community_id()
      AND p.person_id = access.link_subject('person')
    UNION ALL
    SELECT p.* FROM public.people p WHERE p.community_id = access.community_id()
      AND p.circle_id = ANY (access.my_circle_ids()) AND p.member_id <> access.member_id()
      AND p.member_id <> ALL (access.my_blocked_ids())
      AND EXISTS (SELECT FROM public.circle_members m WHERE m.community_id = p.community_id
        AND m.circle_id = p.circle_id AND m.member_id = p.member_id);
  END $$;

-- The members who share this with whoever is asking: 'help', 'updates', 'how', or 'anything' of these. Who came by
-- another link of hers (a help calendar's, a helper's) concerns her boundaries as well: to them she shares something.
CREATE FUNCTION access.sharing_with_me(what text) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(
    SELECT p.member_id FROM access.people_i_am() p WHERE CASE what WHEN 'help' THEN p.sees_help
      WHEN 'updates' THEN p.sees_updates WHEN 'how' THEN p.sees_how
      WHEN 'anything' THEN p.sees_help OR p.sees_updates OR p.sees_how ELSE false END
    UNION SELECT l.holder_id FROM access.opened_link() l WHERE what = 'anything' AND l.kind <> 'person');
  END $$;

-- The news told to whoever is asking, and not taken from them since.
CREATE FUNCTION access.updates_told_me() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(
    SELECT u.update_id FROM access.people_i_am() p
    JOIN public.update_readers r ON r.community_id = p.community_id AND r.person_id = p.person_id
    JOIN public.updates u ON u.community_id = r.community_id AND u.update_id = r.update_id AND u.member_id = p.member_id
    WHERE p.sees_updates AND u.told_at IS NOT NULL);
  END $$;

-- Who shares something with which circle of the viewer's.
CREATE FUNCTION access.sharing_in_my_circles() RETURNS TABLE (circle_id uuid, member_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT p.circle_id, p.member_id FROM access.people_i_am() p
    WHERE p.circle_id IS NOT NULL AND (p.sees_help OR p.sees_updates OR p.sees_how); END $$;

-- What she is called in her community, for those who came by a link of hers: they see no other member.
CREATE FUNCTION access.link_holder_name() RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT m.display_name FROM public.members m
    WHERE m.community_id = access.community_id() AND m.member_id = access.link_holder()); END $$;

-- "No more letters", or letters again: said by whoever came by the link, about that link's person alone. What the same
-- person ended from one of her letters begins again with it.
CREATE FUNCTION access.end_letters_by_link(ended boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.people p SET letters_ended_at = CASE WHEN ended THEN coalesce(p.letters_ended_at, now()) END
      WHERE p.community_id = access.community_id() AND p.person_id = access.link_subject('person');
    IF NOT FOUND THEN RETURN false; END IF;
    IF NOT ended THEN
      DELETE FROM public.outside_silences s USING public.outside_letters l
        WHERE s.community_id = access.community_id() AND l.community_id = s.community_id AND s.holder_id = l.holder_id
          AND s.mark = l.mark AND l.holder_id = access.link_holder()
          AND l.about->>'personId' = access.link_subject('person')::text;
    END IF;
    RETURN true;
  END $$;

-- "This is not me": the link shuts behind them, no letter follows, and she is told. Resolves to whose person it was.
CREATE FUNCTION access.not_me_by_link() RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE person uuid := access.link_subject('person'); holder uuid := access.link_holder();
  BEGIN
    IF person IS NULL THEN RETURN NULL; END IF;
    UPDATE public.people p SET not_me_at = now(), letters_ended_at = coalesce(p.letters_ended_at, now())
      WHERE p.community_id = access.community_id() AND p.person_id = person;
    UPDATE public.links l SET revoked_at = now() WHERE l.community_id = access.community_id()
      AND l.token_hash = access.link_hash() AND l.revoked_at IS NULL;
    PERFORM access.notify(ARRAY[holder], 'people.not-me', NULL, NULL, person, true);
    RETURN holder;
  END $$;

-- What a circle sees no more is not told of either: a line in an inbox that leads nowhere would only ask what was there.
CREATE FUNCTION access.circle_sees_no_news() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF TG_OP = 'DELETE' OR NOT NEW.sees_updates THEN
      DELETE FROM public.notifications n WHERE n.community_id = OLD.community_id AND n.kind = 'people.update'
        AND n.circle_id = OLD.circle_id AND n.subject_id = OLD.member_id;
    END IF;
    RETURN NULL;
  END $$;

REVOKE ALL ON FUNCTION access.circle_sees_no_news(), access.people_i_am(), access.sharing_with_me(text), access.updates_told_me(),
  access.sharing_in_my_circles(), access.link_holder_name(), access.end_letters_by_link(boolean), access.not_me_by_link() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.sharing_with_me(text), access.updates_told_me(), access.sharing_in_my_circles(),
  access.link_holder_name(), access.end_letters_by_link(boolean), access.not_me_by_link() TO porchlight_app;
RESET ROLE;

CREATE TRIGGER sees_no_news AFTER UPDATE OF sees_updates OR DELETE ON people
  FOR EACH ROW WHEN (OLD.circle_id IS NOT NULL) EXECUTE FUNCTION access.circle_sees_no_news();

GRANT SELECT, DELETE ON updates TO porchlight_app;
GRANT INSERT (community_id, update_id, member_id, sealed, discreet) ON updates TO porchlight_app;
GRANT UPDATE (sealed, discreet, told_at, edited_at) ON updates TO porchlight_app;
CREATE POLICY hers ON updates TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY told ON updates FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND update_id = ANY ((SELECT access.updates_told_me())::uuid[]));

-- To whom she tells it is hers alone: none of her people learns who the others are.
GRANT SELECT, INSERT, DELETE ON update_readers TO porchlight_app;
CREATE POLICY hers ON update_readers TO porchlight_app
  USING (community_id = access.community_id() AND EXISTS (SELECT FROM people p WHERE p.community_id = update_readers.community_id
    AND p.person_id = update_readers.person_id AND p.member_id = access.member_id()))
  WITH CHECK (community_id = access.community_id()
    AND EXISTS (SELECT FROM people p WHERE p.community_id = update_readers.community_id
      AND p.person_id = update_readers.person_id AND p.member_id = access.member_id())
    AND EXISTS (SELECT FROM updates u WHERE u.community_id = update_readers.community_id
      AND u.update_id = update_readers.update_id AND u.member_id = access.member_id()));

GRANT SELECT, INSERT, UPDATE, DELETE ON near_words TO porchlight_app;
CREATE POLICY hers ON near_words TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY near ON near_words FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND shown <> 'nobody' AND (
    part = 'name' AND member_id = access.link_holder()
    OR part = 'how' AND member_id = ANY ((SELECT access.sharing_with_me('how'))::uuid[])
    OR part NOT IN ('name', 'how') AND member_id = ANY ((SELECT access.sharing_with_me('anything'))::uuid[])
    OR part NOT IN ('name', 'how') AND shown = 'members' AND access.member_id() IS NOT NULL
      AND member_id <> ALL ((SELECT access.my_blocked_ids())::uuid[])));

-- Whoever may see a row of hers may have the server unwrap the key it was sealed under; by itself it opens nothing.
CREATE POLICY by_news ON member_keys FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND EXISTS (SELECT FROM updates u
    WHERE u.community_id = member_keys.community_id AND u.member_id = member_keys.member_id));
CREATE POLICY by_words ON member_keys FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND EXISTS (SELECT FROM near_words w
    WHERE w.community_id = member_keys.community_id AND w.member_id = member_keys.member_id));

