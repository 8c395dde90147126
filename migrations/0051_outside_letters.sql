-- Letters to people without an account: those who help her, her people. Of each only ids stand here; what it says is
-- drawn when it is sent, with everything asked again. Whom it goes to is sealed under the key of her whose letter it is.
--   waiting, claimed, sending, sent, empty, given-up, doubtful: as those of `letters`
CREATE TABLE outside_letters (
  community_id uuid NOT NULL,
  letter_id uuid NOT NULL,                     -- its Message-ID, whatever happens
  holder_id uuid NOT NULL,                     -- the member in whose name it goes
  kind text NOT NULL CHECK (length(kind) <= 60),
  once text NOT NULL CHECK (length(once) <= 200), -- what makes it this letter: never two of the same
  sealed_to text NOT NULL CHECK (length(sealed_to) <= 1000),
  mark text NOT NULL CHECK (length(mark) = 22), -- recognises an address that wants no letters; leads back to none
  locale text NOT NULL,
  about jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'claimed', 'sending', 'sent', 'empty', 'given-up', 'doubtful')),
  runner uuid,
  attempts int NOT NULL DEFAULT 1,
  reason text CHECK (reason IN ('refused', 'rejected', 'broken')),
  next_try timestamptz NOT NULL,               -- when it is due, or tried again
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (community_id, letter_id),
  UNIQUE (community_id, once),
  FOREIGN KEY (community_id, holder_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX outside_letters_open ON outside_letters (state, next_try) WHERE state IN ('waiting', 'claimed', 'sending');
CREATE INDEX outside_letters_of ON outside_letters (community_id, holder_id, created_at);

-- "No more letters": from one member, or (holder_id null) from anybody in the community.
CREATE TABLE outside_silences (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  silence_id uuid NOT NULL DEFAULT gen_random_uuid(),
  mark text NOT NULL CHECK (length(mark) = 22),
  holder_id uuid,
  asked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, silence_id),
  UNIQUE NULLS NOT DISTINCT (community_id, mark, holder_id),
  FOREIGN KEY (community_id, holder_id) REFERENCES members ON DELETE CASCADE
);

SET ROLE porchlight_policy;
-- Nobody's mailbox is flooded in a member's name: what comes on top is refused where it is written.
CREATE FUNCTION access.keep_outside_letters_few() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF (SELECT count(*) FROM public.outside_letters l WHERE l.community_id = NEW.community_id
        AND l.holder_id = NEW.holder_id AND l.created_at > now() - interval '1 day') >= 500 THEN
      RAISE EXCEPTION 'too many letters' USING ERRCODE = 'PL440';
    END IF;
    RETURN NEW;
  END $$;

-- What other runs left lying: as access.take_over_letters.
CREATE FUNCTION access.take_over_outside_letters(who uuid, moment timestamptz, again boolean, known uuid[], gone uuid[])
  RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE taken int; BEGIN
    UPDATE public.outside_letters l SET runner = NULL, state = CASE WHEN o.safe THEN 'waiting' ELSE 'doubtful' END,
        next_try = CASE WHEN o.safe THEN moment ELSE l.next_try END, ended_at = CASE WHEN NOT o.safe THEN moment END
      FROM (SELECT x.community_id, x.letter_id, x.state = 'claimed' OR again
          OR x.runner = ANY (known) AND x.letter_id <> ALL (gone) AS safe
        FROM public.outside_letters x WHERE x.state IN ('claimed', 'sending') AND x.runner IS DISTINCT FROM who
        FOR UPDATE) o
      WHERE l.community_id = o.community_id AND l.letter_id = o.letter_id;
    GET DIAGNOSTICS taken = ROW_COUNT;
    RETURN taken;
  END $$;

CREATE FUNCTION access.claim_outside_letters(who uuid, moment timestamptz, most int)
  RETURNS TABLE (community_id uuid, letter_id uuid, holder_id uuid, kind text, sealed_to text, mark text, locale text,
    about jsonb, attempts int, silenced boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    UPDATE public.outside_letters l SET state = 'claimed', runner = who, attempts = l.attempts + (l.reason IS NOT NULL)::int
      FROM (SELECT w.community_id, w.letter_id FROM public.outside_letters w WHERE w.state = 'waiting'
        AND w.next_try <= moment ORDER BY w.next_try LIMIT most FOR UPDATE SKIP LOCKED) w
      WHERE l.community_id = w.community_id AND l.letter_id = w.letter_id
      RETURNING l.community_id, l.letter_id, l.holder_id, l.kind, l.sealed_to, l.mark, l.locale, l.about, l.attempts,
        EXISTS (SELECT FROM public.outside_silences s WHERE s.community_id = l.community_id AND s.mark = l.mark
          AND (s.holder_id IS NULL OR s.holder_id = l.holder_id))
        OR access.suspended_until(l.community_id, l.holder_id) IS NOT NULL;
  END $$;

-- Ends letters to whom this one went: from her alone, or from anybody here. False when there is no such letter.
CREATE FUNCTION access.silence_outside(community uuid, letter uuid, everybody boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.outside_silences (community_id, mark, holder_id)
      SELECT l.community_id, l.mark, CASE WHEN everybody THEN NULL ELSE l.holder_id END FROM public.outside_letters l
      WHERE l.community_id = community AND l.letter_id = letter
      ON CONFLICT DO NOTHING;
    -- One of her people said so: she is told that letters end there, and chooses another way.
    UPDATE public.people p SET letters_ended_at = coalesce(p.letters_ended_at, now()) FROM public.outside_letters l
      WHERE l.community_id = community AND l.letter_id = letter AND p.community_id = l.community_id
        AND p.member_id = l.holder_id AND p.person_id::text = l.about->>'personId';
    RETURN EXISTS (SELECT FROM public.outside_letters l WHERE l.community_id = community AND l.letter_id = letter);
  END $$;

CREATE FUNCTION access.forget_old_outside_letters(before timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE gone int; BEGIN
    DELETE FROM public.outside_letters l WHERE l.ended_at < before;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END $$;
REVOKE ALL ON FUNCTION access.keep_outside_letters_few(),
  access.take_over_outside_letters(uuid, timestamptz, boolean, uuid[], uuid[]),
  access.claim_outside_letters(uuid, timestamptz, int), access.silence_outside(uuid, uuid, boolean),
  access.forget_old_outside_letters(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.take_over_outside_letters(uuid, timestamptz, boolean, uuid[], uuid[]),
  access.claim_outside_letters(uuid, timestamptz, int), access.silence_outside(uuid, uuid, boolean),
  access.forget_old_outside_letters(timestamptz) TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['outside_letters', 'outside_silences'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
CREATE TRIGGER keep_few BEFORE INSERT ON outside_letters FOR EACH ROW EXECUTE FUNCTION access.keep_outside_letters_few();
GRANT SELECT ON outside_letters, outside_silences TO porchlight_app; -- of silences no policy of ours lets a row through
GRANT INSERT (community_id, letter_id, holder_id, kind, once, sealed_to, mark, locale, about, next_try) ON outside_letters
  TO porchlight_app;
GRANT UPDATE (state, runner, reason, next_try, ended_at) ON outside_letters TO porchlight_app;
CREATE POLICY hers ON outside_letters TO porchlight_app
  USING (community_id = access.community_id() AND holder_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND holder_id = access.member_id());
-- Whoever came by a link of hers has letters of hers written, to himself for one: his turn, and that it is tomorrow.
CREATE POLICY by_link ON outside_letters FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND holder_id = access.link_holder());
