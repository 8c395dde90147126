-- A key of each member's own, wrapped by the server's: what hurts most if it gets about (addresses, numbers, her people)
-- is sealed under it. Erasing her destroys it, and with it all that it sealed, in every old backup's rows too that are
-- restored without her.
CREATE TABLE member_keys (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  wrapped text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);

-- Doors for people without an account. The token follows from link_id and the server's key; what stands here opens
-- nothing. A link leads to one thing (subject_id) of one member (holder_id), until she takes it back.
CREATE TABLE links (
  community_id uuid NOT NULL,
  link_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('help-calendar', 'helper', 'consent', 'person')),
  subject_id uuid NOT NULL,
  token_hash text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  PRIMARY KEY (community_id, link_id),
  UNIQUE (community_id, token_hash),
  FOREIGN KEY (community_id, holder_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX links_of ON links (community_id, holder_id, kind);
CREATE UNIQUE INDEX links_one_open ON links (community_id, kind, subject_id) WHERE revoked_at IS NULL;

SET ROLE porchlight_policy;
-- The link this transaction came by, as its hash: the third thing a transaction may state, beside community and member.
CREATE FUNCTION access.link_hash() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.link', true), '') $$;
-- What the link leads to, when it is of this kind and still open. Wrong, taken back and another community's give the same.
CREATE FUNCTION access.link_subject(of_kind text) RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.link_hash() IS NULL THEN RETURN NULL; END IF;
    RETURN (SELECT l.subject_id FROM public.links l WHERE l.community_id = access.community_id()
      AND l.token_hash = access.link_hash() AND l.kind = of_kind AND l.revoked_at IS NULL);
  END $$;
-- Whose link it is, whatever its kind.
CREATE FUNCTION access.link_holder() RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.link_hash() IS NULL THEN RETURN NULL; END IF;
    RETURN (SELECT l.holder_id FROM public.links l WHERE l.community_id = access.community_id()
      AND l.token_hash = access.link_hash() AND l.revoked_at IS NULL);
  END $$;
-- The row of the link itself: the server asks before it shows anything.
CREATE FUNCTION access.opened_link() RETURNS TABLE (link_id uuid, kind text, subject_id uuid, holder_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT l.link_id, l.kind, l.subject_id, l.holder_id FROM public.links l
    WHERE l.community_id = access.community_id() AND l.token_hash = access.link_hash() AND l.revoked_at IS NULL; END $$;
REVOKE ALL ON FUNCTION access.link_hash(), access.link_subject(text), access.link_holder(), access.opened_link() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.link_hash(), access.link_subject(text), access.link_holder(), access.opened_link()
  TO porchlight_app;
RESET ROLE;

-- Her people: those who carry her, with or without an account of their own. Who they are is sealed under her key.
CREATE TABLE people (
  community_id uuid NOT NULL,
  person_id uuid NOT NULL,
  member_id uuid NOT NULL,                     -- whose person it is
  kin text NOT NULL CHECK (kin IN ('partner', 'parent', 'grandparent', 'sibling', 'relative', 'friend', 'neighbour',
    'doctor', 'circle', 'other')),
  sealed text NOT NULL CHECK (length(sealed) <= 6000),  -- {name, mail, phone, note} under her key
  circle_id uuid,                              -- when it is a whole circle of hers
  sees_help boolean NOT NULL DEFAULT false,    -- her help calendars
  sees_updates boolean NOT NULL DEFAULT false, -- what she tells everybody at once
  added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, person_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE CASCADE
);
CREATE INDEX people_of ON people (community_id, member_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['member_keys', 'links', 'people'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- The wrapped key opens nothing without the server's: whoever comes by a link of hers may have the server unwrap it.
GRANT SELECT, INSERT, DELETE ON member_keys TO porchlight_app;
CREATE POLICY hers ON member_keys TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY by_link ON member_keys FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.link_holder());

GRANT SELECT, INSERT ON links TO porchlight_app;
GRANT UPDATE (revoked_at) ON links TO porchlight_app;
CREATE POLICY hers ON links TO porchlight_app
  USING (community_id = access.community_id() AND holder_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND holder_id = access.member_id());

GRANT SELECT, INSERT, UPDATE, DELETE ON people TO porchlight_app;
CREATE POLICY hers ON people TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY by_link ON people FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND person_id = access.link_subject('person'));
