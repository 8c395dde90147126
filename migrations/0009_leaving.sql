-- What a member may do with all that is hers, wherever it stands: policies show her only the circles she is in now,
-- but what she wrote in a circle she has left is still hers to take along and to take away.
SET ROLE porchlight_policy;

-- Whether an account still has a place in any community of this server.
CREATE FUNCTION access.is_member_somewhere(account text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.members m WHERE m.account_id = account); END $$;

-- Everything she wrote here, under her name or a pseudonym, in circles she left as well.
CREATE FUNCTION access.my_posts() RETURNS SETOF public.posts
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT p.* FROM public.posts p WHERE p.community_id = access.community_id() AND access.member_id() IS NOT NULL
      AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY (access.my_pseudonym_ids()))
    ORDER BY p.created_at, p.post_id;
  END $$;

-- Erases her: the text of all she wrote, then her row and with it everything that hangs on it. Replies of others stay
-- where they are, so a thread keeps its shape. 'erased' | 'absent' | 'last-coordinator'
CREATE FUNCTION access.erase_me() RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE her_role text;
  BEGIN
    -- One at a time: two last coordinators leaving at once must not leave none.
    PERFORM FROM public.communities c WHERE c.community_id = access.community_id() FOR UPDATE;
    -- What she is just writing in another window is finished first, and then erased as well.
    SELECT m.role INTO her_role FROM public.members m
      WHERE m.community_id = access.community_id() AND m.member_id = access.member_id() FOR UPDATE;
    PERFORM FROM public.pseudonyms p WHERE p.pseudonym_id = ANY (access.my_pseudonym_ids())
      AND p.community_id = access.community_id() FOR UPDATE;
    IF her_role IS NULL THEN RETURN 'absent'; END IF;
    IF her_role = 'coordinator' AND NOT EXISTS (SELECT FROM public.members m
        WHERE m.community_id = access.community_id() AND m.role = 'coordinator' AND m.member_id <> access.member_id()) THEN
      RETURN 'last-coordinator';
    END IF;
    UPDATE public.posts p SET body = '', content_note = NULL, author_id = NULL, pseudonym_id = NULL, pseudonym = NULL,
        edited_at = NULL, removed_at = coalesce(p.removed_at, now()), removed_by = coalesce(p.removed_by, 'author')
      WHERE p.community_id = access.community_id()
        AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY (access.my_pseudonym_ids()));
    DELETE FROM public.members m WHERE m.community_id = access.community_id() AND m.member_id = access.member_id();
    RETURN 'erased';
  END $$;

-- A session in use lives on: once a day its end moves away again.
CREATE FUNCTION access.keep_session(session_token text, days int) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ UPDATE auth.session SET "updatedAt" = now(), "expiresAt" = now() + make_interval(days => days)
    WHERE token = session_token AND "expiresAt" > now() $$;

REVOKE ALL ON FUNCTION access.is_member_somewhere(text), access.my_posts(), access.erase_me(),
  access.keep_session(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.is_member_somewhere(text), access.my_posts(), access.erase_me(),
  access.keep_session(text, int) TO porchlight_app;
RESET ROLE;

GRANT UPDATE ON communities TO porchlight_policy; -- FOR UPDATE asks for it
GRANT DELETE ON members TO porchlight_policy;
GRANT UPDATE ("updatedAt", "expiresAt") ON auth.session TO porchlight_policy;
CREATE POLICY viewer_stays ON auth.session FOR UPDATE TO porchlight_policy USING (true) WITH CHECK (true);

-- A trigger's function is anybody's to hang on a table of her own, a temporary one too, where it would do its work as
-- its owner. Ours work on our tables alone: last, because making a trigger asks for the right.
DO $$
DECLARE f regprocedure;
BEGIN
  SET LOCAL ROLE porchlight_policy;
  FOR f IN SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'access' AND p.prorettype = 'trigger'::regtype LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  RESET ROLE;
END $$;
