-- One to one. A talk begins as a request that shows who asks and why, and nothing else; there is one for any two members,
-- whoever asked, so two requests that cross are one.
CREATE TABLE talks (
  community_id uuid NOT NULL,
  talk_id uuid NOT NULL,
  asker_id uuid NOT NULL,
  asked_id uuid NOT NULL,
  -- Why: one of the usual reasons, said in the reader's language, or a line of her own; neither once she took it back.
  because text CHECK (because IN ('same', 'thanks', 'question', 'near')),
  reason text NOT NULL CHECK (length(reason) <= 200),
  state text NOT NULL CHECK (state IN ('waiting', 'open', 'not-now', 'withdrawn', 'ended')),
  asked_at timestamptz NOT NULL DEFAULT now(),
  answered_at timestamptz,
  held_id uuid,                           -- which of the two does not ask again before again_at
  again_at timestamptz,
  version bigint NOT NULL DEFAULT 0,      -- grows with every change, as a thread's does (0018)
  turned bigint NOT NULL DEFAULT 0,       -- the version of the last change of state
  PRIMARY KEY (community_id, talk_id),
  CHECK (asker_id <> asked_id),
  CHECK ((held_id IS NULL) = (again_at IS NULL)),
  -- It lives while both are there: whoever erases herself takes it along.
  FOREIGN KEY (community_id, asker_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, asked_id) REFERENCES members ON DELETE CASCADE
);
CREATE UNIQUE INDEX talks_pair ON talks (community_id, least(asker_id, asked_id), greatest(asker_id, asked_id));
CREATE INDEX talks_asker ON talks (community_id, asker_id, asked_at);
CREATE INDEX talks_asked ON talks (community_id, asked_id);

CREATE TABLE messages (
  community_id uuid NOT NULL,
  message_id uuid NOT NULL,
  talk_id uuid NOT NULL,
  author_id uuid NOT NULL,
  body text NOT NULL CHECK (length(body) <= 4000),
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  born bigint NOT NULL DEFAULT 0,         -- the talk's version it came with
  version bigint NOT NULL DEFAULT 0,      -- the one of its last change
  PRIMARY KEY (community_id, message_id),
  UNIQUE (community_id, talk_id, born),
  CHECK ((removed_at IS NOT NULL) = (body = '')), -- taken back, no text is left
  FOREIGN KEY (community_id, talk_id) REFERENCES talks ON DELETE CASCADE,
  FOREIGN KEY (community_id, author_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX messages_author ON messages (community_id, author_id);

-- What only one of the two knows: that she would rather not, and how far she has read. The other never learns either.
CREATE TABLE talk_sides (
  community_id uuid NOT NULL,
  talk_id uuid NOT NULL,
  member_id uuid NOT NULL,
  declined_at timestamptz,
  seen bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (community_id, talk_id, member_id),
  FOREIGN KEY (community_id, talk_id) REFERENCES talks ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX talk_sides_of ON talk_sides (community_id, member_id);

-- Whether she can be asked at all. The last is what she answered (answers.contact), laid out for those who may not read
-- her answers; a member without a row said nothing.
CREATE TABLE message_doors (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  closed boolean NOT NULL DEFAULT false,
  away_until date,                        -- "I can't right now", the last such day in her zone
  requests_only boolean NOT NULL DEFAULT true,
  PRIMARY KEY (community_id, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['talks', 'messages', 'talk_sides', 'message_doors'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

SET ROLE porchlight_policy;
-- Whether the asker may ask this member: they share a circle that stands or were introduced, neither blocked the other,
-- and her door is not closed. One answer for all of it: which of these it was is never told.
CREATE FUNCTION access.may_ask(other uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN other IS DISTINCT FROM access.member_id()
    AND other <> ALL (access.my_blocked_ids())
    AND NOT EXISTS (SELECT FROM public.message_doors d
      WHERE d.community_id = access.community_id() AND d.member_id = other AND d.closed)
    AND (EXISTS (SELECT FROM public.circle_members mine
        JOIN public.circle_members hers USING (community_id, circle_id) JOIN public.circles c USING (community_id, circle_id)
        WHERE mine.community_id = access.community_id() AND mine.member_id = access.member_id()
          AND hers.member_id = other AND c.closed_at IS NULL)
      OR EXISTS (SELECT FROM public.introductions i WHERE i.community_id = access.community_id() AND i.state = 'accepted'
        AND (i.mentee_id, i.mentor_id) IN ((access.member_id(), other), (other, access.member_id()))));
  END $$;

-- When the quiet that holds now ends; null when it does not. Hours that begin in the evening end in the morning.
CREATE FUNCTION access.quiet_until(begins time, ends time, zone text) RETURNS timestamptz
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here timestamp := now() AT TIME ZONE zone; overnight boolean := begins > ends;
  BEGIN
    IF begins IS NULL OR begins = ends OR overnight AND here::time < begins AND here::time >= ends
        OR NOT overnight AND (here::time < begins OR here::time >= ends) THEN RETURN NULL; END IF;
    RETURN (here::date + ends + CASE WHEN overnight AND here::time >= begins THEN interval '1 day' ELSE interval '0' END)
      AT TIME ZONE zone;
  END $$;

-- What those who may write to her or ask her are told kindly, and only while it holds.
CREATE FUNCTION access.door_of(other uuid) RETURNS TABLE (away_until date, quiet_until timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT (access.may_ask(other) OR EXISTS (SELECT FROM public.talks t WHERE t.community_id = access.community_id()
        AND t.state = 'open' AND (t.asker_id, t.asked_id) IN ((access.member_id(), other), (other, access.member_id()))
        AND other <> ALL (access.my_blocked_ids()))) THEN RETURN; END IF;
    RETURN QUERY SELECT
        CASE WHEN d.away_until >= (now() AT TIME ZONE coalesce(m.time_zone, c.time_zone))::date THEN d.away_until END,
        access.quiet_until(n.quiet_from, n.quiet_to, coalesce(m.time_zone, c.time_zone))
      FROM public.members m JOIN public.communities c USING (community_id)
      LEFT JOIN public.message_doors d USING (community_id, member_id)
      LEFT JOIN public.notification_settings n USING (community_id, member_id)
      WHERE m.community_id = access.community_id() AND m.member_id = other;
  END $$;

-- Asks. 'waiting' | 'open' (she lets people of her circles write at once) | 'already' | 'away' | 'later' | 'too-many' |
-- 'absent' for everything that must not be told apart.
CREATE FUNCTION access.ask_to_talk(other uuid, cause text, why text, fresh uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE me uuid := access.member_id(); here uuid := access.community_id(); t public.talks; begins text; declined boolean;
  BEGIN
    -- One at a time for either of the two: what is counted below must not change meanwhile.
    PERFORM FROM public.members m WHERE m.community_id = here AND m.member_id IN (me, other)
      ORDER BY m.member_id FOR NO KEY UPDATE;
    SELECT * INTO t FROM public.talks x WHERE x.community_id = here
      AND least(x.asker_id, x.asked_id) = least(me, other) AND greatest(x.asker_id, x.asked_id) = greatest(me, other)
      FOR UPDATE;
    IF other = ANY (access.my_blocked_ids()) THEN RETURN 'absent'; END IF;
    IF t.state IN ('open', 'waiting') THEN RETURN 'already'; END IF;
    IF NOT access.may_ask(other) THEN RETURN 'absent'; END IF;
    IF (SELECT d.away_until FROM access.door_of(other) d) IS NOT NULL THEN RETURN 'away'; END IF;
    IF t.held_id = me AND t.again_at > now() THEN RETURN 'later'; END IF;
    -- Nobody with something to sell asks a whole circle in an evening.
    IF (SELECT count(*) FROM public.talks x WHERE x.community_id = here AND x.asker_id = me
        AND x.asked_at > now() - interval '1 day') >= 5 THEN RETURN 'too-many'; END IF;
    declined := EXISTS (SELECT FROM public.talk_sides s WHERE s.community_id = here AND s.talk_id = t.talk_id
      AND s.member_id = other AND s.declined_at IS NOT NULL);
    begins := CASE WHEN NOT declined AND EXISTS (SELECT FROM public.message_doors d WHERE d.community_id = here
      AND d.member_id = other AND NOT d.requests_only) THEN 'open' ELSE 'waiting' END;
    IF t.talk_id IS NULL THEN
      INSERT INTO public.talks (community_id, talk_id, asker_id, asked_id, because, reason, state)
        VALUES (here, fresh, me, other, cause, why, begins);
    ELSE
      UPDATE public.talks x SET asker_id = me, asked_id = other, because = cause, reason = why,
          state = begins, asked_at = now(), answered_at = NULL, held_id = NULL, again_at = NULL, version = x.version + 1, turned = x.version + 1
        WHERE x.community_id = here AND x.talk_id = t.talk_id;
    END IF;
    -- Whoever asks has changed her mind about an earlier no of her own.
    UPDATE public.talk_sides s SET declined_at = NULL
      WHERE s.community_id = here AND s.talk_id = t.talk_id AND s.member_id = me;
    -- Whom she declined once does not ring again, and only the database knows.
    IF NOT declined THEN
      PERFORM access.notify(ARRAY[other], 'messages.request', NULL, NULL, coalesce(t.talk_id, fresh));
    END IF;
    RETURN begins;
  END $$;

-- Turns a talk: her yes, her "not right now", the asker's taking it back, or the end of it by either. False when that is
-- not hers to do. `days`: how long the other does not ask again.
CREATE FUNCTION access.turn_talk(talk uuid, turn text, days int) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE me uuid := access.member_id();
  BEGIN
    UPDATE public.talks t SET version = t.version + 1, turned = t.version + 1, answered_at = now(),
        -- A request she took back leaves nothing; if the two had talked before, that stays to be read.
        state = CASE WHEN turn = 'withdrawn' AND EXISTS (SELECT FROM public.messages m
          WHERE m.community_id = t.community_id AND m.talk_id = t.talk_id) THEN 'ended' ELSE turn END,
        because = CASE WHEN turn = 'withdrawn' THEN NULL ELSE t.because END,
        reason = CASE WHEN turn = 'withdrawn' THEN '' ELSE t.reason END,
        held_id = CASE turn WHEN 'open' THEN NULL WHEN 'withdrawn' THEN me
          ELSE CASE WHEN t.asker_id = me THEN t.asked_id ELSE t.asker_id END END,
        again_at = CASE turn WHEN 'open' THEN NULL ELSE now() + make_interval(days => days) END
      WHERE t.community_id = access.community_id() AND t.talk_id = talk
        AND t.asker_id <> ALL (access.my_blocked_ids()) AND t.asked_id <> ALL (access.my_blocked_ids())
        AND CASE turn WHEN 'open' THEN t.state = 'waiting' AND t.asked_id = me
          WHEN 'not-now' THEN t.state = 'waiting' AND t.asked_id = me
          WHEN 'withdrawn' THEN t.state = 'waiting' AND t.asker_id = me
          WHEN 'ended' THEN t.state = 'open' AND me IN (t.asker_id, t.asked_id) ELSE false END;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE public.talk_sides s SET declined_at = NULL
      WHERE s.community_id = access.community_id() AND s.talk_id = talk AND s.member_id = me AND turn = 'open';
    RETURN true;
  END $$;

-- Whoever is blocked has no talk any more, nor has she: it ends, and neither sees it while the block lasts.
CREATE FUNCTION access.end_talks() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.talks t SET state = 'ended', answered_at = now(), version = t.version + 1, turned = t.version + 1
      WHERE t.community_id = NEW.community_id AND least(t.asker_id, t.asked_id) = least(NEW.blocker_id, NEW.blocked_id)
        AND greatest(t.asker_id, t.asked_id) = greatest(NEW.blocker_id, NEW.blocked_id);
    RETURN NULL;
  END $$;

-- A message takes the talk's next number under the talk's lock, and only in a talk that is open.
CREATE FUNCTION access.number_message() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
      -- Before the talk, as erasing her does: the two must not wait for each other.
      PERFORM FROM public.members m WHERE m.community_id = NEW.community_id AND m.member_id = NEW.author_id FOR KEY SHARE;
      UPDATE public.talks t SET version = t.version + 1
        WHERE t.community_id = NEW.community_id AND t.talk_id = NEW.talk_id AND t.state = 'open'
          AND NEW.author_id IN (t.asker_id, t.asked_id) RETURNING t.version INTO NEW.born;
      IF NOT FOUND THEN RAISE EXCEPTION 'no such talk' USING ERRCODE = 'foreign_key_violation'; END IF;
      NEW.version := NEW.born;
    ELSE
      UPDATE public.talks t SET version = t.version + 1
        WHERE t.community_id = NEW.community_id AND t.talk_id = NEW.talk_id RETURNING t.version INTO NEW.version;
    END IF;
    RETURN NEW;
  END $$;

-- As for threads: that something happened, never what.
CREATE FUNCTION access.talk_versions(communities uuid[], asked uuid[])
  RETURNS TABLE (n bigint, version bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT w.n, t.version FROM unnest(communities, asked) WITH ORDINALITY AS w (community, talk, n)
    JOIN public.talks t ON t.community_id = w.community AND t.talk_id = w.talk;
  END $$;

-- All she wrote to others and asked of them, also to those a block keeps out of her sight.
CREATE FUNCTION access.my_messages() RETURNS TABLE (display_name text, body text, created_at timestamptz, removed_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT o.display_name, m.body, m.created_at, m.removed_at
    FROM public.messages m JOIN public.talks t USING (community_id, talk_id)
    JOIN public.members o ON o.community_id = t.community_id
      AND o.member_id = CASE WHEN t.asker_id = m.author_id THEN t.asked_id ELSE t.asker_id END
    WHERE m.community_id = access.community_id() AND m.author_id = access.member_id()
    ORDER BY m.created_at, m.message_id;
  END $$;

-- Those whose "I can't right now" is over are told of what was written meanwhile; once, whichever server comes first.
CREATE FUNCTION access.tell_returned(at timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE d record; back int := 0;
  BEGIN
    FOR d IN SELECT x.community_id, x.member_id FROM public.message_doors x
        JOIN public.members m USING (community_id, member_id) JOIN public.communities c USING (community_id)
        WHERE x.away_until < (at AT TIME ZONE coalesce(m.time_zone, c.time_zone))::date
        FOR UPDATE OF x SKIP LOCKED LOOP
      UPDATE public.message_doors x SET away_until = NULL
        WHERE x.community_id = d.community_id AND x.member_id = d.member_id;
      INSERT INTO public.notifications (community_id, member_id, kind, subject_id)
      SELECT t.community_id, d.member_id, 'messages.message', t.talk_id FROM public.talks t
      LEFT JOIN public.talk_sides s ON s.community_id = t.community_id AND s.talk_id = t.talk_id AND s.member_id = d.member_id
      WHERE t.community_id = d.community_id AND t.state = 'open' AND d.member_id IN (t.asker_id, t.asked_id)
        AND EXISTS (SELECT FROM public.messages m WHERE m.community_id = t.community_id AND m.talk_id = t.talk_id
          AND m.author_id <> d.member_id AND m.removed_at IS NULL AND m.born > coalesce(s.seen, 0))
      ON CONFLICT DO NOTHING;
      back := back + 1;
    END LOOP;
    RETURN back;
  END $$;

CREATE FUNCTION access.lay_out_door() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.message_doors AS d (community_id, member_id, requests_only)
    VALUES (NEW.community_id, NEW.member_id, coalesce((NEW.contact->>'requestsOnly')::boolean, true))
    ON CONFLICT (community_id, member_id) DO UPDATE SET requests_only = excluded.requests_only;
    RETURN NULL;
  END $$;
REVOKE ALL ON FUNCTION access.may_ask(uuid), access.quiet_until(time, time, text), access.door_of(uuid),
  access.ask_to_talk(uuid, text, text, uuid), access.turn_talk(uuid, text, int), access.talk_versions(uuid[], uuid[]),
  access.my_messages(), access.tell_returned(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.may_ask(uuid), access.door_of(uuid), access.ask_to_talk(uuid, text, text, uuid),
  access.turn_talk(uuid, text, int), access.talk_versions(uuid[], uuid[]), access.my_messages(),
  access.tell_returned(timestamptz) TO porchlight_app;
RESET ROLE;

CREATE TRIGGER blocks_end_talks AFTER INSERT ON blocks FOR EACH ROW EXECUTE FUNCTION access.end_talks();
CREATE TRIGGER messages_number BEFORE INSERT OR UPDATE OF removed_at ON messages
  FOR EACH ROW EXECUTE FUNCTION access.number_message();
CREATE TRIGGER answers_door AFTER INSERT OR UPDATE OF contact ON answers FOR EACH ROW
  EXECUTE FUNCTION access.lay_out_door();

-- The two, and nobody else, whatever her role. A request that was taken back is gone for whoever was asked.
GRANT SELECT ON talks TO porchlight_app;
CREATE POLICY the_two ON talks FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND access.member_id() IN (asker_id, asked_id) AND (state <> 'withdrawn' OR asker_id = access.member_id())
  AND asker_id <> ALL ((SELECT access.my_blocked_ids())::uuid[]) AND asked_id <> ALL ((SELECT access.my_blocked_ids())::uuid[]));

GRANT SELECT ON messages TO porchlight_app;
GRANT INSERT (community_id, message_id, talk_id, author_id, body) ON messages TO porchlight_app;
GRANT UPDATE (body, removed_at) ON messages TO porchlight_app;
CREATE POLICY the_two ON messages FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND EXISTS (SELECT FROM talks t WHERE t.community_id = messages.community_id AND t.talk_id = messages.talk_id));
CREATE POLICY writing ON messages FOR INSERT TO porchlight_app WITH CHECK (community_id = access.community_id()
  AND author_id = access.member_id()
  AND EXISTS (SELECT FROM talks t WHERE t.community_id = messages.community_id AND t.talk_id = messages.talk_id));
-- Taken back, never rewritten.
CREATE POLICY own ON messages FOR UPDATE TO porchlight_app USING (community_id = access.community_id()
  AND author_id = access.member_id() AND removed_at IS NULL)
  WITH CHECK (author_id = access.member_id() AND removed_at IS NOT NULL);

GRANT SELECT, INSERT ON talk_sides TO porchlight_app;
GRANT UPDATE (declined_at, seen) ON talk_sides TO porchlight_app;
CREATE POLICY hers ON talk_sides TO porchlight_app USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id()
    AND EXISTS (SELECT FROM talks t WHERE t.community_id = talk_sides.community_id AND t.talk_id = talk_sides.talk_id));

GRANT SELECT ON message_doors TO porchlight_app;
GRANT INSERT (community_id, member_id, closed, away_until) ON message_doors TO porchlight_app;
GRANT UPDATE (closed, away_until) ON message_doors TO porchlight_app;
CREATE POLICY hers ON message_doors TO porchlight_app USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id());

-- What was answered before: for this moment its owner may look.
ALTER TABLE answers NO FORCE ROW LEVEL SECURITY;
UPDATE answers SET contact = contact;
ALTER TABLE answers FORCE ROW LEVEL SECURITY;

-- Nobody else hangs them on a table of her own (see the end of 0009).
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.end_talks(), access.number_message(), access.lay_out_door() FROM PUBLIC;
RESET ROLE;
