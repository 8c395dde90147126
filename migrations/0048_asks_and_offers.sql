-- Asks and offers. A mother says what she needs; those who offered that kind of help are asked, a few at a time, and know
-- nothing of her but what is needed, roughly where and when, until one of them says yes.

-- What a member offers to others: "I can drive on Thursdays". There only while she wants to be asked.
CREATE TABLE help_offers (
  community_id uuid NOT NULL,
  offer_id uuid NOT NULL,
  member_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('emotional', 'practical', 'informational')),
  things text[] NOT NULL DEFAULT '{}',         -- of a practical one: 'meal', 'ride' ...; none: whatever is needed
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 160),  -- told to whoever she says yes to
  boundaries text NOT NULL DEFAULT '' CHECK (length(boundaries) <= 400), -- in her words; told likewise
  not_for text[] NOT NULL DEFAULT '{}',        -- what she is never asked: 'children', 'homes', 'nights', 'loss'
  free text[] NOT NULL DEFAULT '{}',           -- '4-evening'; none: she did not say
  languages text[] NOT NULL DEFAULT '{}',
  online boolean NOT NULL DEFAULT false,       -- by message or telephone, wherever the other is
  max_miles int CHECK (max_miles BETWEEN 1 AND 200),
  latitude double precision,                   -- of her postcode, as she answered it; never finer
  longitude double precision,
  at_once int NOT NULL DEFAULT 1 CHECK (at_once BETWEEN 1 AND 9),
  paused_at timestamptz,
  offered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, offer_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX help_offers_of ON help_offers (community_id, member_id);
CREATE INDEX help_offers_open ON help_offers (community_id, kind) WHERE paused_at IS NULL;

-- Members whom a coordinator has named to be asked first when somebody needs to be heard. How much is theirs to say.
CREATE TABLE support_volunteers (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  at_once int NOT NULL DEFAULT 2 CHECK (at_once BETWEEN 1 AND 9),
  paused_at timestamptz,
  named_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);

CREATE TABLE asks (
  community_id uuid NOT NULL,
  ask_id uuid NOT NULL,
  member_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('emotional', 'practical', 'informational')),
  thing text,                                  -- of a practical one, when she said which
  words text NOT NULL CHECK (length(words) <= 500),  -- a line of hers; emptied some weeks after the end
  needed text NOT NULL CHECK (needed IN ('now', 'today', 'week', 'at')),
  at timestamptz,
  ends_at timestamptz NOT NULL,                -- after this nobody new is asked
  slots text[] NOT NULL DEFAULT '{}',          -- the same as squares of the week grid in her zone; none: any time
  no_visits boolean NOT NULL DEFAULT false,    -- rather nobody at the door
  languages text[] NOT NULL DEFAULT '{}',
  latitude double precision,
  longitude double precision,
  wants int NOT NULL DEFAULT 1 CHECK (wants BETWEEN 1 AND 5),  -- how many may say yes
  to_nearby boolean NOT NULL DEFAULT false,
  to_volunteers boolean NOT NULL DEFAULT false,
  circle_id uuid,                              -- where she posted it as well
  post_id uuid,
  next_at timestamptz,                         -- when the next ones are asked; null: nobody more
  follow_up_at timestamptz,                    -- when she is asked whether somebody came; null: she was
  asked_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz,
  closed_as text CHECK (closed_as IN ('helped', 'never-mind', 'over')),
  PRIMARY KEY (community_id, ask_id),
  CHECK ((closed_at IS NULL) = (closed_as IS NULL)),
  CHECK ((needed = 'at') = (at IS NOT NULL)),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX asks_of ON asks (community_id, member_id, asked_at);
CREATE INDEX asks_next ON asks (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX asks_follow_up ON asks (follow_up_at) WHERE follow_up_at IS NOT NULL;

-- One ask, one helper, once. Why the two were brought together is written down as it was.
CREATE TABLE ask_introductions (
  community_id uuid NOT NULL,
  introduction_id uuid NOT NULL DEFAULT gen_random_uuid(),
  ask_id uuid NOT NULL,
  helper_id uuid NOT NULL,
  offer_id uuid,                               -- null: as a support volunteer
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'accepted', 'declined', 'closed')),
  miles int CHECK (miles >= 1),                -- rounded
  reasons jsonb NOT NULL DEFAULT '[]',         -- [{key, values}]: sentences of the engine
  asked_at timestamptz NOT NULL DEFAULT now(),
  answer_by timestamptz NOT NULL,              -- then others are asked beside her; she may still say yes
  answered_at timestamptz,
  talk_id uuid,
  thanked_at timestamptz,
  PRIMARY KEY (community_id, introduction_id),
  UNIQUE (community_id, ask_id, helper_id),
  FOREIGN KEY (community_id, ask_id) REFERENCES asks ON DELETE CASCADE,
  FOREIGN KEY (community_id, offer_id) REFERENCES help_offers ON DELETE SET NULL (offer_id),
  FOREIGN KEY (community_id, helper_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX ask_introductions_of ON ask_introductions (community_id, helper_id, asked_at);

-- Her own people whom she asked, without an account: each comes by a link of theirs.
CREATE TABLE ask_people (
  community_id uuid NOT NULL,
  ask_id uuid NOT NULL,
  person_id uuid NOT NULL,
  member_id uuid NOT NULL,                     -- who asks
  answer text CHECK (answer IN ('yes', 'no')),
  answered_at timestamptz,
  PRIMARY KEY (community_id, ask_id, person_id),
  FOREIGN KEY (community_id, ask_id) REFERENCES asks ON DELETE CASCADE,
  FOREIGN KEY (community_id, person_id) REFERENCES people ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX ask_people_of ON ask_people (community_id, person_id);

-- Why two members talk: one of them asked for help and the other said yes.
ALTER TABLE talks DROP CONSTRAINT talks_because_check,
  ADD CONSTRAINT talks_because_check CHECK (because IN ('same', 'thanks', 'question', 'near', 'help'));

-- What somebody asks can be reported before it is known who she is.
ALTER TABLE reports DROP CONSTRAINT reports_subject_kind_check,
  ADD CONSTRAINT reports_subject_kind_check CHECK (subject_kind IN ('post', 'member', 'circle', 'message', 'gathering', 'ask'));
ALTER TABLE cases DROP CONSTRAINT cases_subject_kind_check,
  ADD CONSTRAINT cases_subject_kind_check CHECK (subject_kind IN ('post', 'member', 'circle', 'message', 'gathering', 'ask'));

SET ROLE porchlight_policy;
-- Whether two members may be brought together at all: neither blocked or muted the other, and both take part.
CREATE FUNCTION access.may_meet(one uuid, other uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN one <> other
    AND NOT EXISTS (SELECT FROM public.blocks b WHERE b.community_id = access.community_id()
      AND (b.blocker_id, b.blocked_id) IN ((one, other), (other, one)))
    AND NOT EXISTS (SELECT FROM public.mutes u WHERE u.community_id = access.community_id()
      AND (u.member_id, u.muted_id) IN ((one, other), (other, one)))
    AND NOT EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = access.community_id() AND s.member_id IN (one, other)
      AND s.kind = 'suspension' AND s.lifted_at IS NULL AND s.until > now()); END $$;

-- Those who said yes, with and without an account.
CREATE FUNCTION access.yeses_to(ask uuid) RETURNS int
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT count(*) FROM public.ask_introductions i
      WHERE i.community_id = access.community_id() AND i.ask_id = ask AND i.state = 'accepted')
    + (SELECT count(*) FROM public.ask_people p
      WHERE p.community_id = access.community_id() AND p.ask_id = ask AND p.answer = 'yes'); END $$;

-- The next four are for the work by the clock, which nobody's eyes look through: where a member is asking they answer nothing.
CREATE FUNCTION access.asks_due(moment timestamptz, most int)
  RETURNS TABLE (community_id uuid, ask_id uuid, what text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT a.community_id, a.ask_id, CASE WHEN a.next_at <= moment THEN 'introduce' ELSE 'follow-up' END
    FROM public.asks a WHERE access.member_id() IS NULL AND a.closed_at IS NULL
      AND (a.next_at <= moment OR a.follow_up_at <= moment)
    ORDER BY least(a.next_at, a.follow_up_at), a.ask_id LIMIT most; END $$;

-- Takes one piece of work: false when another server was quicker. A follow-up is told here and done.
CREATE FUNCTION access.take_ask(ask uuid, what text, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE owner uuid;
  BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN false; END IF;
    -- One at a time in a community: two asks at once must not take up the same helper's last place.
    PERFORM FROM public.communities c WHERE c.community_id = access.community_id() FOR NO KEY UPDATE;
    UPDATE public.asks a SET next_at = CASE what WHEN 'introduce' THEN NULL ELSE a.next_at END,
        follow_up_at = CASE what WHEN 'follow-up' THEN NULL ELSE a.follow_up_at END
      WHERE a.community_id = access.community_id() AND a.ask_id = ask AND a.closed_at IS NULL
        AND CASE what WHEN 'introduce' THEN a.next_at ELSE a.follow_up_at END <= moment RETURNING a.member_id INTO owner;
    IF owner IS NULL THEN RETURN false; END IF;
    IF what = 'follow-up' THEN PERFORM access.notify(ARRAY[owner], 'asks.follow-up', NULL, NULL, ask, true); END IF;
    RETURN true;
  END $$;

-- What the engine needs of an ask. Nothing while whoever asks is suspended, nor after its time.
CREATE FUNCTION access.ask_for_choosing(ask uuid, moment timestamptz)
  RETURNS TABLE (kind text, thing text, needed text, slots text[], no_visits boolean, languages text[],
    latitude double precision, longitude double precision, wants int, yeses int, waiting int, ends_at timestamptz,
    stages jsonb, topics text[], milestones_ended_at timestamptz, locale text, country text, time_zone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN; END IF;
    RETURN QUERY SELECT a.kind, a.thing, a.needed, a.slots, a.no_visits, a.languages, a.latitude, a.longitude, a.wants,
      access.yeses_to(ask),
      (SELECT count(*)::int FROM public.ask_introductions i WHERE i.community_id = a.community_id AND i.ask_id = ask
        AND i.state = 'asked' AND i.answer_by > moment),
      a.ends_at, coalesce(w.stages, '[]'), coalesce(w.topics, '{}'), w.milestones_ended_at, m.locale, c.country,
      coalesce(m.time_zone, c.time_zone)
    FROM public.asks a JOIN public.members m USING (community_id, member_id) JOIN public.communities c USING (community_id)
    LEFT JOIN public.answers w USING (community_id, member_id)
    WHERE a.community_id = access.community_id() AND a.ask_id = ask AND a.closed_at IS NULL AND a.ends_at > moment
      AND NOT EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = a.community_id AND s.member_id = a.member_id
        AND s.kind = 'suspension' AND s.lifted_at IS NULL AND s.until > now());
  END $$;

-- Everybody who offers this kind of help, with what the engine needs to choose. `declined`: she said no to this, or within
-- a month to another ask of the same mother. `busy`: how many she helps or has been asked to and may still answer.
CREATE FUNCTION access.offers_for(ask uuid, moment timestamptz)
  RETURNS TABLE (offer_id uuid, helper_id uuid, kind text, things text[], free text[], languages text[], online boolean,
    max_miles int, latitude double precision, longitude double precision, not_for text[], volunteer boolean, at_once int,
    busy int, may boolean, asked boolean, declined boolean, last_asked_at timestamptz, locale text, time_zone text,
    quiet_from time, quiet_to time, stages jsonb, topics text[], milestones_ended_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); a public.asks;
  BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN; END IF;
    SELECT * INTO a FROM public.asks x WHERE x.community_id = here AND x.ask_id = ask;
    RETURN QUERY
    WITH offered AS (
      SELECT o.offer_id, o.member_id, o.kind, o.things, o.free, o.languages, o.online, o.max_miles, o.latitude, o.longitude,
        o.not_for, false AS volunteer, o.at_once
      FROM public.help_offers o WHERE a.to_nearby AND o.community_id = here AND o.kind = a.kind AND o.paused_at IS NULL
      UNION ALL SELECT NULL, v.member_id, a.kind, '{}', coalesce(w.free, '{}'), coalesce(w.languages, '{}'), true, NULL,
        NULL, NULL, '{}', true, v.at_once
      FROM public.support_volunteers v LEFT JOIN public.answers w USING (community_id, member_id)
      WHERE a.to_volunteers AND v.community_id = here AND v.paused_at IS NULL
    )
    SELECT o.offer_id, o.member_id, o.kind, o.things, o.free, o.languages, o.online, o.max_miles, o.latitude, o.longitude,
      o.not_for, o.volunteer, o.at_once,
      (SELECT count(*)::int FROM public.ask_introductions i JOIN public.asks b USING (community_id, ask_id)
        WHERE i.community_id = here AND i.helper_id = o.member_id AND i.offer_id IS NOT DISTINCT FROM o.offer_id
          AND b.closed_at IS NULL AND (i.state = 'accepted' OR i.state = 'asked' AND i.answer_by > moment)),
      access.may_meet(a.member_id, o.member_id),
      EXISTS (SELECT FROM public.ask_introductions i WHERE i.community_id = here AND i.ask_id = ask AND i.helper_id = o.member_id),
      EXISTS (SELECT FROM public.ask_introductions i JOIN public.asks b USING (community_id, ask_id) WHERE i.community_id = here
        AND i.helper_id = o.member_id AND i.state = 'declined' AND b.member_id = a.member_id
        AND (i.ask_id = ask OR i.answered_at > moment - interval '30 days')),
      (SELECT max(i.asked_at) FROM public.ask_introductions i WHERE i.community_id = here AND i.helper_id = o.member_id),
      m.locale, coalesce(m.time_zone, c.time_zone), n.quiet_from, n.quiet_to, coalesce(w.stages, '[]'), coalesce(w.topics, '{}'),
      w.milestones_ended_at
    FROM offered o JOIN public.members m ON m.community_id = here AND m.member_id = o.member_id
    JOIN public.communities c ON c.community_id = here
    LEFT JOIN public.answers w ON w.community_id = here AND w.member_id = o.member_id
    LEFT JOIN public.notification_settings n ON n.community_id = here AND n.member_id = o.member_id;
  END $$;

-- Writes down whom the engine chose and tells them. `more_at`: when to look again.
CREATE FUNCTION access.introduce(ask uuid, chosen jsonb, moment timestamptz, until timestamptz, more_at timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE one record; told int := 0;
  BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN 0; END IF;
    UPDATE public.asks a SET next_at = more_at
      WHERE a.community_id = access.community_id() AND a.ask_id = ask AND a.closed_at IS NULL;
    IF NOT FOUND THEN RETURN 0; END IF;
    FOR one IN
      INSERT INTO public.ask_introductions (community_id, ask_id, helper_id, offer_id, miles, reasons, asked_at, answer_by)
      SELECT m.community_id, ask, m.member_id, x.offer, x.miles, x.reasons, moment, until
      FROM jsonb_to_recordset(chosen) x (helper uuid, offer uuid, miles int, reasons jsonb)
      JOIN public.members m ON m.community_id = access.community_id() AND m.member_id = x.helper
      ON CONFLICT DO NOTHING RETURNING introduction_id, helper_id
    LOOP
      PERFORM access.notify(ARRAY[one.helper_id], 'asks.introduced', NULL, NULL, one.introduction_id, true);
      told := told + 1;
    END LOOP;
    RETURN told;
  END $$;

-- Nobody more is needed: who was asked and has not answered is let go, and her phone does not ring any more.
CREATE FUNCTION access.let_others_go(ask uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    WITH gone AS (UPDATE public.ask_introductions i SET state = 'closed'
      WHERE i.community_id = access.community_id() AND i.ask_id = ask AND i.state = 'asked' RETURNING i.introduction_id)
    DELETE FROM public.notifications n USING gone WHERE n.community_id = access.community_id() AND n.kind = 'asks.introduced'
      AND n.subject_id = gone.introduction_id AND n.seen_at IS NULL;
    UPDATE public.asks a SET next_at = NULL WHERE a.community_id = access.community_id() AND a.ask_id = ask;
  END $$;

-- Takes the ask so that nobody else changes it meanwhile. Those it concerns first, as erasing them does: neither waits for
-- the other in a circle. Whoever helps two at once is held by her own row.
CREATE FUNCTION access.hold_ask(ask uuid, helper uuid) RETURNS public.asks
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE held public.asks; owner uuid;
  BEGIN
    SELECT a.member_id INTO owner FROM public.asks a WHERE a.community_id = access.community_id() AND a.ask_id = ask;
    PERFORM FROM public.members m WHERE m.community_id = access.community_id() AND m.member_id IN (owner, helper)
      ORDER BY m.member_id FOR NO KEY UPDATE;
    SELECT * INTO held FROM public.asks a WHERE a.community_id = access.community_id() AND a.ask_id = ask FOR UPDATE;
    RETURN held;
  END $$;

-- The talk of the two, open: what was refused or ended before is begun anew by this yes.
CREATE FUNCTION access.open_talk_for_help(asker uuid, helper uuid, fresh uuid) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE t public.talks;
  BEGIN
    SELECT * INTO t FROM public.talks x WHERE x.community_id = access.community_id()
      AND least(x.asker_id, x.asked_id) = least(asker, helper) AND greatest(x.asker_id, x.asked_id) = greatest(asker, helper)
      FOR UPDATE;
    IF t.talk_id IS NULL THEN
      INSERT INTO public.talks (community_id, talk_id, asker_id, asked_id, because, reason, state, answered_at)
        VALUES (access.community_id(), fresh, asker, helper, 'help', '', 'open', now());
      RETURN fresh;
    END IF;
    UPDATE public.talks x SET state = 'open', asker_id = asker, asked_id = helper, because = 'help', reason = '',
        answered_at = now(), held_id = NULL, again_at = NULL, version = x.version + 1, turned = x.version + 1
      WHERE t.state <> 'open' AND x.community_id = t.community_id AND x.talk_id = t.talk_id;
    UPDATE public.talk_sides s SET declined_at = NULL WHERE s.community_id = t.community_id AND s.talk_id = t.talk_id;
    RETURN t.talk_id;
  END $$;

-- A helper's yes: 'yes' with the talk of the two | 'enough' (others were quicker) | 'full' (she helps as many as she said) |
-- 'closed' | 'absent'.
CREATE FUNCTION access.accept_ask(introduction uuid, fresh uuid) RETURNS TABLE (outcome text, talk uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE me uuid := access.member_id(); here uuid := access.community_id(); a public.asks; i public.ask_introductions;
    room int; its_talk uuid;
  BEGIN
    SELECT * INTO i FROM public.ask_introductions x WHERE x.community_id = here AND x.introduction_id = introduction
      AND x.helper_id = me;
    IF i.ask_id IS NULL THEN RETURN QUERY SELECT 'absent', NULL::uuid; RETURN; END IF;
    a := access.hold_ask(i.ask_id, me);
    SELECT * INTO i FROM public.ask_introductions x WHERE x.community_id = here AND x.introduction_id = introduction;
    IF a.ask_id IS NULL OR i.ask_id IS NULL OR i.state = 'declined' OR NOT access.may_meet(a.member_id, me) THEN
      RETURN QUERY SELECT 'absent', NULL::uuid; RETURN; END IF;
    IF i.state = 'accepted' THEN RETURN QUERY SELECT 'yes', i.talk_id; RETURN; END IF;
    IF a.closed_at IS NOT NULL THEN RETURN QUERY SELECT 'closed', NULL::uuid; RETURN; END IF;
    IF i.state = 'closed' OR access.yeses_to(a.ask_id) >= a.wants THEN RETURN QUERY SELECT 'enough', NULL::uuid; RETURN; END IF;
    room := coalesce((SELECT o.at_once FROM public.help_offers o WHERE o.community_id = here AND o.offer_id = i.offer_id),
      (SELECT v.at_once FROM public.support_volunteers v WHERE v.community_id = here AND v.member_id = me), 1);
    IF room <= (SELECT count(*) FROM public.ask_introductions x JOIN public.asks b USING (community_id, ask_id)
        WHERE x.community_id = here AND x.helper_id = me AND x.offer_id IS NOT DISTINCT FROM i.offer_id
          AND x.state = 'accepted' AND b.closed_at IS NULL) THEN
      RETURN QUERY SELECT 'full', NULL::uuid; RETURN; END IF;
    its_talk := access.open_talk_for_help(a.member_id, me, fresh);
    UPDATE public.ask_introductions x SET state = 'accepted', answered_at = now(), talk_id = its_talk
      WHERE x.community_id = here AND x.introduction_id = introduction;
    IF access.yeses_to(a.ask_id) >= a.wants THEN PERFORM access.let_others_go(a.ask_id); END IF;
    PERFORM access.notify(ARRAY[a.member_id], 'asks.accepted', NULL, NULL, its_talk);
    RETURN QUERY SELECT 'yes', its_talk;
  END $$;

-- Her no: quiet, final, and the next ones are asked at once.
CREATE FUNCTION access.decline_introduction(introduction uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE its_ask uuid;
  BEGIN
    UPDATE public.ask_introductions i SET state = 'declined', answered_at = now()
      WHERE i.community_id = access.community_id() AND i.introduction_id = introduction AND i.helper_id = access.member_id()
        AND i.state = 'asked' RETURNING i.ask_id INTO its_ask;
    IF its_ask IS NULL THEN RETURN false; END IF;
    UPDATE public.asks a SET next_at = now() WHERE a.community_id = access.community_id() AND a.ask_id = its_ask
      AND a.closed_at IS NULL AND a.ends_at > now() AND (a.to_nearby OR a.to_volunteers) AND access.yeses_to(its_ask) < a.wants;
    RETURN true;
  END $$;

-- An answer of one of her people, who came by a link: 'yes' | 'no' | 'enough' | 'closed' | 'absent'.
CREATE FUNCTION access.answer_ask_by_link(ask uuid, said text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); who uuid := access.link_subject('person'); a public.asks; was text;
  BEGIN
    IF who IS NULL OR NOT EXISTS (SELECT FROM public.ask_people p WHERE p.community_id = here AND p.ask_id = ask
      AND p.person_id = who) THEN RETURN 'absent'; END IF;
    a := access.hold_ask(ask, NULL);
    SELECT p.answer INTO was FROM public.ask_people p WHERE p.community_id = here AND p.ask_id = ask AND p.person_id = who;
    IF a.ask_id IS NULL THEN RETURN 'absent'; END IF;
    IF a.closed_at IS NOT NULL THEN RETURN 'closed'; END IF;
    IF said = was THEN RETURN said; END IF;
    IF said = 'yes' AND access.yeses_to(ask) >= a.wants THEN RETURN 'enough'; END IF;
    UPDATE public.ask_people p SET answer = said, answered_at = now()
      WHERE p.community_id = here AND p.ask_id = ask AND p.person_id = who;
    IF said = 'yes' THEN
      IF access.yeses_to(ask) >= a.wants THEN PERFORM access.let_others_go(ask); END IF;
      PERFORM access.notify(ARRAY[a.member_id], 'asks.person-yes', NULL, NULL, ask, true);
    ELSIF was = 'yes' THEN -- taken back: others are asked again
      UPDATE public.asks x SET next_at = now() WHERE x.community_id = here AND x.ask_id = ask AND x.ends_at > now()
        AND (x.to_nearby OR x.to_volunteers);
      PERFORM access.notify(ARRAY[a.member_id], 'asks.person-no', NULL, NULL, ask, true);
    END IF;
    RETURN said;
  END $$;

-- Who asks, for one of her people who came by a link.
CREATE FUNCTION access.who_asks_near() RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT m.display_name FROM public.members m WHERE m.community_id = access.community_id()
    AND m.member_id = access.link_holder()); END $$;

-- She closes it. 'helped' thanks everybody who said yes, once.
CREATE FUNCTION access.close_ask(ask uuid, how text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE one record; a public.asks;
  BEGIN
    a := access.hold_ask(ask, NULL);
    IF a.member_id IS DISTINCT FROM access.member_id() OR access.member_id() IS NULL OR how NOT IN ('helped', 'never-mind')
      THEN RETURN false; END IF;
    IF a.closed_at IS NULL THEN
      UPDATE public.asks x SET closed_at = now(), closed_as = how, follow_up_at = NULL
        WHERE x.community_id = a.community_id AND x.ask_id = ask;
      PERFORM access.let_others_go(ask);
    END IF;
    DELETE FROM public.notifications n WHERE n.community_id = a.community_id AND n.member_id = a.member_id
      AND n.kind = 'asks.follow-up' AND n.subject_id = ask AND n.seen_at IS NULL;
    FOR one IN UPDATE public.ask_introductions i SET thanked_at = now() WHERE how = 'helped' AND i.community_id = a.community_id
        AND i.ask_id = ask AND i.state = 'accepted' AND i.thanked_at IS NULL RETURNING i.helper_id, i.talk_id LOOP
      PERFORM access.notify(ARRAY[one.helper_id], 'asks.thanked', NULL, NULL, one.talk_id);
    END LOOP;
    RETURN true;
  END $$;

-- Still open, or open again: others are asked, also those who were let go, and she is asked again in two days.
CREATE FUNCTION access.reopen_ask(ask uuid, until timestamptz, again_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE a public.asks;
  BEGIN
    a := access.hold_ask(ask, NULL);
    -- Words that were emptied ask for nothing.
    IF a.member_id IS DISTINCT FROM access.member_id() OR access.member_id() IS NULL OR a.words = '' THEN RETURN false; END IF;
    DELETE FROM public.ask_introductions i WHERE i.community_id = a.community_id AND i.ask_id = ask AND i.state = 'closed';
    UPDATE public.asks x SET closed_at = NULL, closed_as = NULL, ends_at = greatest(x.ends_at, until), follow_up_at = again_at,
        -- Whoever came did; somebody else may come now.
        wants = least(5, greatest(x.wants, access.yeses_to(ask) + 1)),
        next_at = CASE WHEN x.to_nearby OR x.to_volunteers THEN now() END
      WHERE x.community_id = a.community_id AND x.ask_id = ask;
    RETURN true;
  END $$;

-- Whom her asks went to: a number; a name only of those who said yes. A no looks like no answer.
CREATE FUNCTION access.asked_for_me(asked uuid[])
  RETURNS TABLE (ask_id uuid, helper_id uuid, display_name text, talk_id uuid, offers text, boundaries text, volunteer boolean,
    asked_at timestamptz, answered_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT i.ask_id, CASE WHEN yes.said THEN m.member_id END, CASE WHEN yes.said THEN m.display_name END,
      CASE WHEN yes.said THEN i.talk_id END, CASE WHEN yes.said THEN o.words END, CASE WHEN yes.said THEN o.boundaries END,
      i.offer_id IS NULL, i.asked_at, CASE WHEN yes.said THEN i.answered_at END
    FROM public.ask_introductions i JOIN public.asks a USING (community_id, ask_id)
    JOIN public.members m ON m.community_id = i.community_id AND m.member_id = i.helper_id
    LEFT JOIN public.help_offers o ON o.community_id = i.community_id AND o.offer_id = i.offer_id
    CROSS JOIN LATERAL (SELECT i.state = 'accepted' AND m.member_id <> ALL (access.my_blocked_ids()) AS said) yes
    WHERE a.community_id = access.community_id() AND a.member_id = access.member_id() AND a.ask_id = ANY (asked)
    ORDER BY i.asked_at, i.introduction_id; END $$;

-- What she has been asked to help with: what, when and roughly where; who, once she has said yes.
CREATE FUNCTION access.my_introductions()
  RETURNS TABLE (introduction_id uuid, kind text, thing text, words text, needed text, at timestamptz, no_visits boolean,
    state text, stands boolean, miles int, reasons jsonb, volunteer boolean, offers text, asked_at timestamptz,
    answer_by timestamptz, asker_name text, talk_id uuid, thanked_at timestamptz, ended boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT i.introduction_id, a.kind, a.thing, CASE WHEN i.state IN ('asked', 'accepted') THEN a.words ELSE '' END,
      a.needed, a.at, a.no_visits, i.state, i.state = 'asked' AND a.closed_at IS NULL, i.miles, i.reasons, i.offer_id IS NULL,
      o.words, i.asked_at, i.answer_by, CASE WHEN i.state = 'accepted' THEN m.display_name END, i.talk_id, i.thanked_at,
      a.closed_at IS NOT NULL
    FROM public.ask_introductions i JOIN public.asks a USING (community_id, ask_id)
    JOIN public.members m ON m.community_id = a.community_id AND m.member_id = a.member_id
    LEFT JOIN public.help_offers o ON o.community_id = i.community_id AND o.offer_id = i.offer_id
    WHERE i.community_id = access.community_id() AND i.helper_id = access.member_id()
      AND access.may_meet(a.member_id, i.helper_id)
    ORDER BY i.asked_at DESC, i.introduction_id LIMIT 100; END $$;

-- Whether a notice of hers still says something: asked again when it is shown and when it is sent.
CREATE FUNCTION access.ask_news_stands(its_kind text, subject uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN CASE its_kind
    WHEN 'asks.introduced' THEN EXISTS (SELECT FROM public.ask_introductions i JOIN public.asks a USING (community_id, ask_id)
      WHERE i.community_id = access.community_id() AND i.introduction_id = subject AND i.helper_id = access.member_id()
        AND i.state = 'asked' AND a.closed_at IS NULL AND access.may_meet(a.member_id, i.helper_id))
    WHEN 'asks.follow-up' THEN EXISTS (SELECT FROM public.asks a WHERE a.community_id = access.community_id()
      AND a.ask_id = subject AND a.member_id = access.member_id() AND a.closed_at IS NULL)
    WHEN 'asks.person-yes' THEN EXISTS (SELECT FROM public.asks a WHERE a.community_id = access.community_id()
      AND a.ask_id = subject AND a.member_id = access.member_id())
    WHEN 'asks.person-no' THEN EXISTS (SELECT FROM public.asks a WHERE a.community_id = access.community_id()
      AND a.ask_id = subject AND a.member_id = access.member_id() AND a.closed_at IS NULL)
    ELSE true END; END $$;

-- For a coordinator: that somebody waits; of what kind and since which hour, and nothing else.
CREATE FUNCTION access.unanswered_asks(moment timestamptz) RETURNS TABLE (kind text, since timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.my_role() IS DISTINCT FROM 'coordinator' THEN RETURN; END IF;
    RETURN QUERY SELECT a.kind, date_trunc('hour', a.asked_at) FROM public.asks a
    WHERE a.community_id = access.community_id() AND a.closed_at IS NULL AND (a.to_nearby OR a.to_volunteers)
      AND (a.next_at IS NULL OR a.asked_at < moment - interval '1 day') AND access.yeses_to(a.ask_id) = 0
      AND a.asked_at < moment - interval '1 hour'
    ORDER BY 2, 1 LIMIT 100; END $$;

CREATE FUNCTION access.any_volunteers() RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.support_volunteers v WHERE v.community_id = access.community_id()
    AND v.paused_at IS NULL AND v.member_id IS DISTINCT FROM access.member_id()); END $$;

-- What nobody closed ends by itself; what ended is emptied of its words.
CREATE FUNCTION access.end_old_asks(over_before timestamptz, forget_before timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE gone int;
  BEGIN
    UPDATE public.asks a SET closed_at = now(), closed_as = 'over', next_at = NULL, follow_up_at = NULL
      WHERE a.closed_at IS NULL AND a.ends_at < over_before;
    UPDATE public.ask_introductions i SET state = 'closed' FROM public.asks a WHERE a.community_id = i.community_id
      AND a.ask_id = i.ask_id AND a.closed_as = 'over' AND i.state = 'asked';
    UPDATE public.asks a SET words = '' WHERE a.closed_at < forget_before AND a.words <> '';
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END $$;

-- Whoever blocks somebody is asked nothing by her, nor asks her.
CREATE FUNCTION access.part_helpers() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.ask_introductions i SET state = 'closed' FROM public.asks a
      WHERE a.community_id = NEW.community_id AND i.community_id = a.community_id AND i.ask_id = a.ask_id AND i.state = 'asked'
        AND (a.member_id, i.helper_id) IN ((NEW.blocker_id, NEW.blocked_id), (NEW.blocked_id, NEW.blocker_id));
    RETURN NULL;
  END $$;

-- Moderators learn whom a case on an ask is about; whoever reported it does not.
CREATE FUNCTION access.name_asker() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    NEW.subject_member_id := (SELECT a.member_id FROM public.asks a WHERE a.community_id = NEW.community_id
      AND a.ask_id = NEW.subject_id);
    RETURN NEW;
  END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['may_meet(uuid, uuid)', 'yeses_to(uuid)', 'let_others_go(uuid)', 'hold_ask(uuid, uuid)',
    'open_talk_for_help(uuid, uuid, uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['asks_due(timestamptz, int)', 'take_ask(uuid, text, timestamptz)',
    'ask_for_choosing(uuid, timestamptz)', 'offers_for(uuid, timestamptz)',
    'introduce(uuid, jsonb, timestamptz, timestamptz, timestamptz)', 'accept_ask(uuid, uuid)', 'decline_introduction(uuid)',
    'answer_ask_by_link(uuid, text)', 'who_asks_near()', 'close_ask(uuid, text)', 'reopen_ask(uuid, timestamptz, timestamptz)',
    'asked_for_me(uuid[])', 'my_introductions()', 'ask_news_stands(text, uuid)', 'unanswered_asks(timestamptz)',
    'any_volunteers()', 'end_old_asks(timestamptz, timestamptz)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION access.%s TO porchlight_app', f);
  END LOOP;
END $$;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['help_offers', 'support_volunteers', 'asks', 'ask_introductions', 'ask_people'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Her offers are hers: others hear of one when she says yes.
GRANT SELECT, INSERT, UPDATE, DELETE ON help_offers TO porchlight_app;
CREATE POLICY hers ON help_offers TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id() AND access.takes_part());

GRANT SELECT, INSERT, DELETE ON support_volunteers TO porchlight_app;
GRANT UPDATE (at_once, paused_at) ON support_volunteers TO porchlight_app;
CREATE POLICY hers ON support_volunteers FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY pausing ON support_volunteers FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY stepping_down ON support_volunteers FOR DELETE TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY reading ON support_volunteers FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');
CREATE POLICY naming ON support_volunteers FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');
CREATE POLICY unnaming ON support_volunteers FOR DELETE TO porchlight_app
  USING (community_id = access.community_id() AND (SELECT access.my_role()) = 'coordinator');

-- An ask is hers; whoever was asked sees what access.my_introductions tells; one of her people what their link leads to.
GRANT SELECT, INSERT, DELETE ON asks TO porchlight_app;
CREATE POLICY hers ON asks TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id() AND access.takes_part());
CREATE POLICY by_link ON asks FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND ask_id IN (SELECT p.ask_id FROM ask_people p
    WHERE p.community_id = access.community_id() AND p.person_id = access.link_subject('person')));

-- The helper's own; there is nothing in it of who asks.
GRANT SELECT ON ask_introductions TO porchlight_app;
CREATE POLICY hers ON ask_introductions FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND helper_id = access.member_id());

GRANT SELECT, INSERT ON ask_people TO porchlight_app;
CREATE POLICY hers ON ask_people FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
CREATE POLICY asking ON ask_people FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id() AND answer IS NULL
    AND EXISTS (SELECT FROM people p WHERE p.community_id = ask_people.community_id AND p.person_id = ask_people.person_id
      AND p.member_id = access.member_id())
    AND EXISTS (SELECT FROM asks a WHERE a.community_id = ask_people.community_id AND a.ask_id = ask_people.ask_id
      AND a.member_id = access.member_id()));
CREATE POLICY by_link ON ask_people FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND person_id = access.link_subject('person'));

CREATE TRIGGER cases_name_asker BEFORE INSERT ON cases FOR EACH ROW WHEN (NEW.subject_kind = 'ask')
  EXECUTE FUNCTION access.name_asker();
CREATE TRIGGER blocks_part_helpers AFTER INSERT ON blocks FOR EACH ROW EXECUTE FUNCTION access.part_helpers();
-- Nobody else hangs them on a table of her own (see the end of 0009).
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.part_helpers(), access.name_asker() FROM PUBLIC;
RESET ROLE;
