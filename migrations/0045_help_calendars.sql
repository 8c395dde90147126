-- Help calendars: tasks with slots that family and friends take, most of them without an account. A turn is held in the
-- slot's own row, so that it is taken once or not at all. What is sealed says who may open it by the rows that are seen:
-- see docs/decisions/0041.
CREATE TABLE help_calendars (
  community_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  holder_id uuid NOT NULL,                     -- whose key seals: she herself, or who acts for one without an account
  organiser_id uuid,                           -- a member who set it up for the holder
  for_other boolean NOT NULL DEFAULT false,    -- she whom it is for has no account: she speaks by her consent link
  occasion text NOT NULL CHECK (occasion IN ('birth', 'loss', 'bed-rest', 'nicu', 'illness', 'other')),
  about text NOT NULL CHECK (length(about) <= 6000), -- {called, said, gifts}, sealed by the server
  time_zone text NOT NULL CHECK (length(time_zone) <= 64),
  consent text NOT NULL CHECK (consent IN ('asked', 'given', 'refused')),
  asked_at timestamptz NOT NULL DEFAULT now(),
  answered_at timestamptz,
  ended_at timestamptz,
  ended_by text CHECK (ended_by IN ('holder', 'organiser', 'consent', 'time')),
  enough_at timestamptz,                       -- when "enough food" was said; it may be undone for a while
  erased_at timestamptz,                       -- when what was sealed went
  PRIMARY KEY (community_id, calendar_id),
  FOREIGN KEY (community_id, holder_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, organiser_id) REFERENCES members ON DELETE SET NULL (organiser_id),
  CHECK (organiser_id IS NULL OR organiser_id <> holder_id AND NOT for_other)
);
CREATE INDEX help_calendars_holder ON help_calendars (community_id, holder_id);
CREATE INDEX help_calendars_organiser ON help_calendars (community_id, organiser_id);

-- wishes: what she likes, allergies, portions, how to come; door: her address and what else one at it should know.
CREATE TABLE help_particulars (
  community_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('wishes', 'door')),
  sealed text NOT NULL CHECK (length(sealed) <= 12000), -- under the holder's key
  PRIMARY KEY (community_id, calendar_id, part),
  FOREIGN KEY (community_id, calendar_id) REFERENCES help_calendars ON DELETE CASCADE
);

CREATE TABLE help_helpers (
  community_id uuid NOT NULL,
  helper_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  member_id uuid,                              -- one who helps as a member
  sealed text NOT NULL CHECK (length(sealed) <= 600), -- {name} under the holder's key: as they want to be called here
  recognised text,                             -- keyed digest of mail or number: the same helper is one row
  mailed boolean NOT NULL,                     -- there is an address to write to
  backs_up boolean NOT NULL DEFAULT false,     -- "ask me if something falls through"
  asked_on date,                               -- the last day a letter asked
  locale text NOT NULL DEFAULT 'en' CHECK (length(locale) <= 12),
  added_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  PRIMARY KEY (community_id, helper_id),
  FOREIGN KEY (community_id, calendar_id) REFERENCES help_calendars ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE UNIQUE INDEX help_helpers_once ON help_helpers (community_id, calendar_id, recognised);
CREATE UNIQUE INDEX help_helpers_member ON help_helpers (community_id, calendar_id, member_id);
CREATE INDEX help_helpers_members ON help_helpers (community_id, member_id);

-- How a helper is reached. Apart from the name, which everybody with the link reads.
CREATE TABLE help_contacts (
  community_id uuid NOT NULL,
  helper_id uuid NOT NULL,
  sealed text NOT NULL CHECK (length(sealed) <= 1200), -- {mail, phone} under the holder's key
  PRIMARY KEY (community_id, helper_id),
  FOREIGN KEY (community_id, helper_id) REFERENCES help_helpers ON DELETE CASCADE
);

CREATE TABLE help_slots (
  community_id uuid NOT NULL,
  slot_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  task text NOT NULL CHECK (task IN ('meal', 'childcare', 'school-run', 'laundry', 'shopping', 'company', 'night-feed')),
  day date NOT NULL,                           -- by the calendar's own clock
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  helper_id uuid,
  taken_at timestamptz,
  brings text NOT NULL DEFAULT '' CHECK (length(brings) <= 120),
  freed_at timestamptz,                        -- when a turn was last given back
  thanked_at timestamptz,
  closed_at timestamptz,                       -- by "enough food" or the end
  PRIMARY KEY (community_id, slot_id),
  FOREIGN KEY (community_id, calendar_id) REFERENCES help_calendars ON DELETE CASCADE,
  FOREIGN KEY (community_id, helper_id) REFERENCES help_helpers ON DELETE SET NULL (helper_id)
);
CREATE INDEX help_slots_of ON help_slots (community_id, calendar_id, starts_at);
CREATE INDEX help_slots_turns ON help_slots (community_id, helper_id) WHERE helper_id IS NOT NULL;
CREATE INDEX help_slots_ahead ON help_slots (starts_at) WHERE closed_at IS NULL;

-- Who was asked whether they could take a slot that nobody has: each once.
CREATE TABLE help_asked (
  community_id uuid NOT NULL,
  slot_id uuid NOT NULL,
  helper_id uuid NOT NULL,
  PRIMARY KEY (community_id, slot_id, helper_id),
  FOREIGN KEY (community_id, slot_id) REFERENCES help_slots ON DELETE CASCADE,
  FOREIGN KEY (community_id, helper_id) REFERENCES help_helpers ON DELETE CASCADE
);

-- What helpers are to be told. Made in the same transaction as what it tells of, and handed to the post once.
--   taken, day, morning, closed, thanks: of one turn; ask: of every open slot near; over: of the whole calendar
CREATE TABLE help_tellings (
  community_id uuid NOT NULL,
  telling_id uuid NOT NULL DEFAULT gen_random_uuid(),
  calendar_id uuid NOT NULL,
  helper_id uuid NOT NULL,
  slot_id uuid,
  kind text NOT NULL CHECK (kind IN ('taken', 'day', 'morning', 'closed', 'thanks', 'ask', 'over')),
  task text,                                   -- of a turn whose slot is gone
  starts_at timestamptz,
  due_at timestamptz NOT NULL DEFAULT now(),
  handed_at timestamptz,
  PRIMARY KEY (community_id, telling_id),
  FOREIGN KEY (community_id, calendar_id) REFERENCES help_calendars ON DELETE CASCADE,
  FOREIGN KEY (community_id, helper_id) REFERENCES help_helpers ON DELETE CASCADE
);
CREATE INDEX help_tellings_due ON help_tellings (due_at) WHERE handed_at IS NULL;
CREATE UNIQUE INDEX help_tellings_reminded ON help_tellings (community_id, helper_id, slot_id, kind, starts_at)
  WHERE kind IN ('day', 'morning');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['help_calendars', 'help_particulars', 'help_helpers', 'help_contacts', 'help_slots',
      'help_asked', 'help_tellings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

SET ROLE porchlight_policy;
-- Who the helper's link leads to, while she has not taken them off.
CREATE FUNCTION access.linked_helper() RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT h.helper_id FROM public.help_helpers h WHERE h.community_id = access.community_id()
    AND h.helper_id = access.link_subject('helper') AND h.removed_at IS NULL); END $$;

-- The calendars a link leads to, or in which the member helps herself; what is not agreed to by her is nobody's to see.
CREATE FUNCTION access.help_calendars_near() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(
    SELECT c.calendar_id FROM public.help_calendars c WHERE c.community_id = access.community_id() AND c.consent = 'given'
      AND c.calendar_id = access.link_subject('help-calendar')
    UNION SELECT access.link_subject('consent')
    UNION SELECT h.calendar_id FROM public.help_helpers h WHERE h.community_id = access.community_id()
      AND h.helper_id = access.linked_helper()
    UNION SELECT h.calendar_id FROM public.help_helpers h WHERE h.community_id = access.community_id()
      AND h.member_id = access.member_id() AND h.removed_at IS NULL); END $$;

-- Calendars that are hers to look after: her own, or those she set up for somebody who has not said no.
CREATE FUNCTION access.help_calendars_kept() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(SELECT c.calendar_id FROM public.help_calendars c WHERE c.community_id = access.community_id()
      AND access.member_id() IN (c.holder_id, c.organiser_id)
      AND (c.holder_id = access.member_id() OR NOT EXISTS (SELECT FROM public.blocks b WHERE b.community_id = c.community_id
        AND (b.blocker_id, b.blocked_id) IN ((c.holder_id, c.organiser_id), (c.organiser_id, c.holder_id))))); END $$;

-- Of which parts the helper who came by his link may read: what she likes while he has a turn ahead, the door from the
-- day of his turn, by the clock of the place, until it is over.
CREATE FUNCTION access.help_part_open(calendar uuid, which text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN access.linked_helper() IS NOT NULL AND EXISTS (SELECT FROM public.help_slots s
      JOIN public.help_calendars c USING (community_id, calendar_id)
      WHERE s.community_id = access.community_id() AND s.calendar_id = calendar AND s.helper_id = access.linked_helper()
        AND s.closed_at IS NULL AND c.ended_at IS NULL AND c.consent = 'given' AND s.ends_at > now()
        AND (which = 'wishes' OR now() >= s.day::timestamp AT TIME ZONE access.known_zone(c.time_zone))); END $$;

-- Whether a member may be asked for her consent by whoever asks: they know one another, nothing stands between them, and
-- she has not said no to it lately.
CREATE FUNCTION access.may_offer_help_calendar(to_whom uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); me uuid := access.member_id(); BEGIN
    RETURN me IS NOT NULL AND to_whom <> me AND access.takes_part()
      AND NOT EXISTS (SELECT FROM public.blocks b WHERE b.community_id = here
        AND (b.blocker_id, b.blocked_id) IN ((me, to_whom), (to_whom, me)))
      AND EXISTS (SELECT FROM public.circle_members a JOIN public.circle_members b USING (community_id, circle_id)
        WHERE a.community_id = here AND a.member_id = me AND b.member_id = to_whom)
      AND NOT EXISTS (SELECT FROM public.help_calendars c WHERE c.community_id = here AND c.holder_id = to_whom
        AND c.organiser_id = me AND (c.consent = 'asked' OR c.consent = 'refused' AND c.answered_at > now() - interval '90 days')); END $$;

-- Whose key the viewer needs to read the names in calendars she looks after, or helps in, for somebody else.
CREATE FUNCTION access.help_holders() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(SELECT DISTINCT c.holder_id FROM public.help_calendars c WHERE c.community_id = access.community_id()
      AND access.member_id() IS NOT NULL AND c.consent = 'given' AND c.erased_at IS NULL
      AND (c.organiser_id = access.member_id() AND c.calendar_id = ANY (access.help_calendars_kept())
        OR EXISTS (SELECT FROM public.help_helpers h WHERE h.community_id = c.community_id AND h.calendar_id = c.calendar_id
          AND h.member_id = access.member_id() AND h.removed_at IS NULL))); END $$;

-- Her answer: by herself when she is a member, by her consent link when she is not. Yes opens the calendar, without the
-- tasks she did not want, and makes its link.
CREATE FUNCTION access.answer_help_calendar(calendar uuid, yes boolean, without text[], its_link uuid, its_hash text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); c public.help_calendars; BEGIN
    UPDATE public.help_calendars x SET consent = CASE WHEN yes THEN 'given' ELSE 'refused' END, answered_at = now()
      WHERE x.community_id = here AND x.calendar_id = calendar AND x.consent = 'asked' AND x.ended_at IS NULL
        AND CASE WHEN x.for_other THEN x.calendar_id = access.link_subject('consent') ELSE x.holder_id = access.member_id() END
      RETURNING * INTO c;
    IF NOT FOUND THEN RETURN false; END IF;
    IF yes THEN
      DELETE FROM public.help_slots s WHERE s.community_id = here AND s.calendar_id = calendar AND s.task = ANY (without);
      INSERT INTO public.links (community_id, link_id, holder_id, kind, subject_id, token_hash)
        VALUES (here, its_link, c.holder_id, 'help-calendar', calendar, its_hash);
    END IF;
    PERFORM access.notify(ARRAY[CASE WHEN c.for_other THEN c.holder_id ELSE c.organiser_id END],
      CASE WHEN yes THEN 'help-calendars.agreed' ELSE 'help-calendars.declined' END, NULL, NULL, calendar);
    RETURN true;
  END $$;
-- "Not like this": what she said to it stands in the sealed words about the calendar, and whoever set it up is told.
CREATE FUNCTION access.say_not_like_this(calendar uuid, its_about text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE c public.help_calendars; BEGIN
    UPDATE public.help_calendars x SET about = its_about
      WHERE x.community_id = access.community_id() AND x.calendar_id = calendar AND x.consent = 'asked' AND x.ended_at IS NULL
        AND CASE WHEN x.for_other THEN x.calendar_id = access.link_subject('consent') ELSE x.holder_id = access.member_id() END
      RETURNING * INTO c;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM access.notify(ARRAY[CASE WHEN c.for_other THEN c.holder_id ELSE c.organiser_id END], 'help-calendars.not-like-this',
      NULL, NULL, calendar);
    RETURN true;
  END $$;

-- Ends it: from now on nobody takes anything, and whoever had a turn ahead is told kindly. By those who look after it, or
-- by her consent link at any time.
CREATE FUNCTION access.end_help_calendar(calendar uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); by_link boolean := coalesce(access.link_subject('consent') = calendar, false); BEGIN
    UPDATE public.help_calendars c SET ended_at = now(), ended_by = CASE WHEN by_link THEN 'consent'
        WHEN c.holder_id = access.member_id() THEN 'holder' ELSE 'organiser' END
      WHERE c.community_id = here AND c.calendar_id = calendar AND c.ended_at IS NULL AND c.consent <> 'refused'
        AND (by_link OR calendar = ANY (access.help_calendars_kept()));
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM access.close_help_slots(calendar, false, 'over');
    IF by_link THEN
      PERFORM access.notify(ARRAY[c.holder_id], 'help-calendars.ended', NULL, NULL, calendar) FROM public.help_calendars c
        WHERE c.community_id = here AND c.calendar_id = calendar;
    END IF;
    RETURN true;
  END $$;

-- Closes what is still to come (all of it, or the meals) and tells whoever had a turn there, each once.
CREATE FUNCTION access.close_help_slots(calendar uuid, meals boolean, telling text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    WITH locked AS (SELECT s.slot_id FROM public.help_slots s WHERE s.community_id = access.community_id()
        AND s.calendar_id = calendar AND s.starts_at > now() AND s.closed_at IS NULL AND (NOT meals OR s.task = 'meal')
        ORDER BY s.slot_id FOR UPDATE),
      closed AS (UPDATE public.help_slots s SET closed_at = now() FROM locked l
        WHERE s.community_id = access.community_id() AND s.slot_id = l.slot_id RETURNING s.*)
    INSERT INTO public.help_tellings (community_id, calendar_id, helper_id, slot_id, kind, task, starts_at, due_at)
      SELECT DISTINCT ON (c.helper_id) c.community_id, c.calendar_id, c.helper_id, c.slot_id, telling, c.task, c.starts_at,
        now() + CASE WHEN telling = 'over' THEN interval '0' ELSE interval '15 minutes' END -- as long as it may be undone quietly
      FROM closed c WHERE c.helper_id IS NOT NULL ORDER BY c.helper_id, c.starts_at;
  END $$;

-- "Enough food" and, for an hour, back again.
CREATE FUNCTION access.enough_food(calendar uuid, enough boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); said timestamptz; BEGIN
    SELECT c.enough_at INTO said FROM public.help_calendars c WHERE c.community_id = here AND c.calendar_id = calendar
      AND c.ended_at IS NULL AND calendar = ANY (access.help_calendars_kept()) FOR NO KEY UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    IF enough THEN
      UPDATE public.help_calendars c SET enough_at = now() WHERE c.community_id = here AND c.calendar_id = calendar;
      PERFORM access.close_help_slots(calendar, true, 'closed');
    ELSIF said > now() - interval '1 hour' THEN
      -- What was not told yet is not told; whoever was told may take a meal again like everybody else.
      UPDATE public.help_slots s SET closed_at = NULL, helper_id = CASE WHEN s.helper_id IN (SELECT t.helper_id
            FROM public.help_tellings t WHERE t.community_id = here AND t.calendar_id = calendar AND t.kind = 'closed'
              AND t.handed_at >= said) THEN NULL ELSE s.helper_id END
        WHERE s.community_id = here AND s.calendar_id = calendar AND s.task = 'meal' AND s.closed_at >= said AND s.ends_at > now();
      DELETE FROM public.help_tellings t WHERE t.community_id = here AND t.calendar_id = calendar AND t.kind = 'closed'
        AND t.handed_at IS NULL;
      UPDATE public.help_calendars c SET enough_at = NULL WHERE c.community_id = here AND c.calendar_id = calendar;
    END IF;
    RETURN true;
  END $$;

-- Who stands behind a claim: the member herself, the one whose address it is, or the one this form was sent as before.
CREATE FUNCTION access.known_helper(calendar uuid, as_whom uuid, its_recognised text) RETURNS public.help_helpers
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE found_one public.help_helpers; BEGIN
    SELECT * INTO found_one FROM public.help_helpers h WHERE h.community_id = access.community_id() AND h.calendar_id = calendar
      AND CASE WHEN access.member_id() IS NOT NULL THEN h.member_id = access.member_id()
        ELSE h.member_id IS NULL AND (h.helper_id = as_whom OR h.recognised = its_recognised) END LIMIT 1;
    RETURN found_one;
  END $$;

-- Makes a helper of whoever came by the calendar's link, with a link of their own, or finds the one they are already.
CREATE FUNCTION access.add_helper(calendar uuid, as_whom uuid, its_sealed text, contact text, its_recognised text,
    backs boolean, lang text, its_link uuid, its_hash text) RETURNS public.help_helpers
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE known public.help_helpers; BEGIN
    known := access.known_helper(calendar, as_whom, its_recognised);
    IF known.helper_id IS NULL THEN
      INSERT INTO public.help_helpers AS h (community_id, helper_id, calendar_id, member_id, sealed, recognised, mailed, backs_up, locale)
        VALUES (access.community_id(), as_whom, calendar, access.member_id(), its_sealed,
          CASE WHEN access.member_id() IS NULL THEN its_recognised END, contact IS NOT NULL AND its_recognised LIKE 'mail:%', backs, lang)
        ON CONFLICT DO NOTHING RETURNING * INTO known;
      IF known.helper_id IS NULL THEN RETURN access.known_helper(calendar, as_whom, its_recognised); END IF;
      IF contact IS NOT NULL THEN
        INSERT INTO public.help_contacts (community_id, helper_id, sealed) VALUES (access.community_id(), as_whom, contact);
      END IF;
      INSERT INTO public.links (community_id, link_id, holder_id, kind, subject_id, token_hash)
        SELECT c.community_id, its_link, c.holder_id, 'helper', as_whom, its_hash FROM public.help_calendars c
        WHERE c.community_id = access.community_id() AND c.calendar_id = calendar;
    ELSIF backs AND known.removed_at IS NULL THEN
      UPDATE public.help_helpers h SET backs_up = true WHERE h.community_id = known.community_id AND h.helper_id = known.helper_id;
    END IF;
    RETURN known;
  END $$;

-- Why a slot cannot be taken by this helper just now, under its lock; null when it can.
CREATE FUNCTION access.slot_refusal(s public.help_slots, helper uuid) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF s.closed_at IS NOT NULL THEN RETURN 'closed'; END IF;
    IF s.ends_at <= now() THEN RETURN 'over'; END IF;
    IF s.helper_id IS NOT NULL THEN RETURN 'taken'; END IF;
    IF helper IS NOT NULL AND (SELECT count(*) FROM public.help_slots o WHERE o.community_id = s.community_id
      AND o.helper_id = helper AND o.ends_at > now() AND o.closed_at IS NULL) >= 20 THEN RETURN 'many'; END IF;
    RETURN NULL;
  END $$;

-- Gives a slot to a helper, in the slot's own row under its lock, and tells what is to be told of it.
CREATE FUNCTION access.give_slot(s public.help_slots, helper uuid, what text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.help_slots o SET helper_id = helper, taken_at = now(), brings = what, thanked_at = NULL
      WHERE o.community_id = s.community_id AND o.slot_id = s.slot_id;
    INSERT INTO public.help_tellings (community_id, calendar_id, helper_id, slot_id, kind, task, starts_at)
      SELECT s.community_id, s.calendar_id, helper, s.slot_id, 'taken', s.task, s.starts_at FROM public.help_helpers h
      WHERE h.community_id = s.community_id AND h.helper_id = helper AND h.mailed
        AND NOT EXISTS (SELECT FROM public.help_tellings t WHERE t.community_id = h.community_id AND t.helper_id = helper
          AND t.slot_id = s.slot_id AND t.kind = 'taken' AND t.handed_at IS NULL);
    PERFORM access.notify(ARRAY[c.holder_id, c.organiser_id], 'help-calendars.taken', NULL, NULL, s.calendar_id)
      FROM public.help_calendars c WHERE c.community_id = s.community_id AND c.calendar_id = s.calendar_id;
  END $$;

-- Takes a slot by the calendar's link. `as_whom` is drawn with the form: the same form sent twice is one claim.
-- 'yes' | 'again' (was theirs already) | 'taken' | 'closed' | 'over' | 'many' | 'declined' | 'absent'; with the link of
-- their own page only for whoever this form made, never for whoever merely knows an address.
CREATE FUNCTION access.claim_slot(its uuid, as_whom uuid, its_sealed text, contact text, its_recognised text, backs boolean,
    what text, lang text, its_link uuid, its_hash text) RETURNS TABLE (outcome text, link_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); calendar uuid := access.link_subject('help-calendar');
    s public.help_slots; known public.help_helpers; refused text; own uuid; BEGIN
    SELECT o.* INTO s FROM public.help_slots o JOIN public.help_calendars c USING (community_id, calendar_id)
      WHERE o.community_id = here AND o.slot_id = its AND o.calendar_id = calendar AND c.consent = 'given';
    IF NOT FOUND THEN RETURN QUERY SELECT 'absent', NULL::uuid; RETURN; END IF;
    known := access.known_helper(calendar, as_whom, its_recognised);
    -- Somebody else's already: nobody who comes too late waits for a lock.
    IF known.helper_id IS NULL AND s.helper_id IS NOT NULL THEN RETURN QUERY SELECT 'taken', NULL::uuid; RETURN; END IF;
    SELECT o.* INTO s FROM public.help_slots o WHERE o.community_id = here AND o.slot_id = its FOR UPDATE;
    IF NOT FOUND THEN RETURN QUERY SELECT 'absent', NULL::uuid; RETURN; END IF;
    known := access.known_helper(calendar, as_whom, its_recognised); -- the same form may have been quicker
    IF known.removed_at IS NOT NULL THEN RETURN QUERY SELECT 'declined', NULL::uuid; RETURN; END IF;
    IF known.helper_id IS NOT NULL AND s.helper_id = known.helper_id THEN
      refused := 'again';
    ELSE
      refused := access.slot_refusal(s, known.helper_id);
      IF refused IS NULL THEN
        known := access.add_helper(calendar, as_whom, its_sealed, contact, its_recognised, backs, lang, its_link, its_hash);
        PERFORM access.give_slot(s, known.helper_id, what);
      END IF;
    END IF;
    SELECT l.link_id INTO own FROM public.links l WHERE l.community_id = here AND l.kind = 'helper'
      AND l.subject_id = known.helper_id AND l.revoked_at IS NULL
      AND (known.helper_id = as_whom OR known.member_id = access.member_id());
    RETURN QUERY SELECT coalesce(refused, 'yes'), own;
  END $$;

-- "Ask me if something falls through", without a turn. As claim_slot: 'yes' | 'declined' | 'absent'
CREATE FUNCTION access.stand_by(as_whom uuid, its_sealed text, contact text, its_recognised text, lang text, its_link uuid,
    its_hash text) RETURNS TABLE (outcome text, link_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE calendar uuid; known public.help_helpers; BEGIN
    SELECT c.calendar_id INTO calendar FROM public.help_calendars c WHERE c.community_id = access.community_id()
      AND c.calendar_id = access.link_subject('help-calendar') AND c.consent = 'given' AND c.ended_at IS NULL;
    IF calendar IS NULL THEN RETURN QUERY SELECT 'absent', NULL::uuid; RETURN; END IF;
    known := access.add_helper(calendar, as_whom, its_sealed, contact, its_recognised, true, lang, its_link, its_hash);
    RETURN QUERY SELECT CASE WHEN known.removed_at IS NULL THEN 'yes' ELSE 'declined' END,
      (SELECT l.link_id FROM public.links l WHERE l.community_id = known.community_id AND l.kind = 'helper'
        AND l.subject_id = known.helper_id AND l.revoked_at IS NULL
        AND (known.helper_id = as_whom OR known.member_id = access.member_id()));
  END $$;

-- What a helper does on the page of their own: takes another slot, gives one back, or changes one for another in one act.
-- 'yes' | 'taken' | 'closed' | 'over' | 'many' | 'absent'
CREATE FUNCTION access.change_turn(gives uuid, takes uuid, what text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); me public.help_helpers; given public.help_slots; wanted public.help_slots;
    refused text; BEGIN
    SELECT * INTO me FROM public.help_helpers h WHERE h.community_id = here AND h.helper_id = access.linked_helper();
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    -- Both under lock, in one order, so that two who change places never wait for one another.
    PERFORM FROM public.help_slots s WHERE s.community_id = here AND s.calendar_id = me.calendar_id
      AND s.slot_id IN (gives, takes) ORDER BY s.slot_id FOR UPDATE;
    SELECT * INTO given FROM public.help_slots s WHERE s.community_id = here AND s.calendar_id = me.calendar_id AND s.slot_id = gives;
    SELECT * INTO wanted FROM public.help_slots s WHERE s.community_id = here AND s.calendar_id = me.calendar_id AND s.slot_id = takes;
    IF gives IS NOT NULL AND given.slot_id IS NULL OR takes IS NOT NULL AND wanted.slot_id IS NULL THEN RETURN 'absent'; END IF;
    IF takes IS NOT NULL AND wanted.helper_id = me.helper_id THEN RETURN 'yes'; END IF; -- a second tap
    IF gives IS NOT NULL AND given.helper_id IS DISTINCT FROM me.helper_id THEN
      RETURN CASE WHEN takes IS NULL THEN 'yes' ELSE 'absent' END;
    END IF;
    IF gives IS NOT NULL AND given.starts_at <= now() THEN RETURN 'over'; END IF;
    IF takes IS NOT NULL THEN
      refused := access.slot_refusal(wanted, CASE WHEN gives IS NULL THEN me.helper_id END);
      IF refused IS NOT NULL THEN RETURN refused; END IF;
      PERFORM access.give_slot(wanted, me.helper_id, coalesce(nullif(what, ''), given.brings, ''));
    END IF;
    IF gives IS NOT NULL THEN
      UPDATE public.help_slots s SET helper_id = NULL, taken_at = NULL, brings = '', freed_at = now()
        WHERE s.community_id = here AND s.slot_id = gives;
      INSERT INTO public.help_asked (community_id, slot_id, helper_id) VALUES (here, gives, me.helper_id) ON CONFLICT DO NOTHING;
      DELETE FROM public.help_tellings t WHERE t.community_id = here AND t.helper_id = me.helper_id AND t.slot_id = gives
        AND t.handed_at IS NULL;
      IF given.starts_at < now() + interval '48 hours' THEN
        PERFORM access.notify(ARRAY[c.holder_id, c.organiser_id], 'help-calendars.freed', NULL, NULL, given.calendar_id)
          FROM public.help_calendars c WHERE c.community_id = here AND c.calendar_id = given.calendar_id;
      END IF;
    END IF;
    RETURN 'yes';
  END $$;

-- What a helper says of a turn, and of being asked when something falls through.
CREATE FUNCTION access.say_of_turn(its uuid, what text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.help_slots s SET brings = what WHERE s.community_id = access.community_id() AND s.slot_id = its
      AND s.helper_id = access.linked_helper() AND s.ends_at > now();
    RETURN FOUND;
  END $$;
CREATE FUNCTION access.back_up(asks boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.help_helpers h SET backs_up = asks WHERE h.community_id = access.community_id() AND h.helper_id = access.linked_helper();
    RETURN FOUND;
  END $$;

-- Takes a helper off: their link leads nowhere from now on, and their turns ahead are free again.
CREATE FUNCTION access.remove_helper(helper uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); BEGIN
    UPDATE public.help_helpers h SET removed_at = now(), backs_up = false WHERE h.community_id = here AND h.helper_id = helper
      AND h.removed_at IS NULL AND h.calendar_id = ANY (access.help_calendars_kept());
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE public.links l SET revoked_at = now() WHERE l.community_id = here AND l.kind = 'helper' AND l.subject_id = helper
      AND l.revoked_at IS NULL;
    UPDATE public.help_slots s SET helper_id = NULL, taken_at = NULL, brings = '', freed_at = now()
      WHERE s.community_id = here AND s.helper_id = helper AND s.starts_at > now();
    DELETE FROM public.help_tellings t WHERE t.community_id = here AND t.helper_id = helper AND t.handed_at IS NULL;
    RETURN true;
  END $$;

-- A turn whose slot is taken away or moved is not silently lost: whoever had it is told.
CREATE FUNCTION access.help_slot_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.help_tellings (community_id, calendar_id, helper_id, slot_id, kind, task, starts_at)
      SELECT h.community_id, h.calendar_id, h.helper_id, OLD.slot_id, CASE TG_OP WHEN 'DELETE' THEN 'closed' ELSE 'taken' END,
        OLD.task, CASE TG_OP WHEN 'DELETE' THEN OLD.starts_at ELSE NEW.starts_at END
      FROM public.help_helpers h WHERE h.community_id = OLD.community_id AND h.helper_id = OLD.helper_id
        AND OLD.starts_at > now() AND OLD.closed_at IS NULL AND h.removed_at IS NULL
        AND EXISTS (SELECT FROM public.help_calendars c WHERE c.community_id = h.community_id AND c.calendar_id = h.calendar_id);
    RETURN NULL;
  END $$;

-- The viewer's own turns in others' calendars, with the link of her page in each.
CREATE FUNCTION access.my_help_turns()
  RETURNS TABLE (calendar_id uuid, helper_id uuid, link_id uuid, backs_up boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT h.calendar_id, h.helper_id, l.link_id, h.backs_up FROM public.help_helpers h
      JOIN public.links l ON l.community_id = h.community_id AND l.kind = 'helper' AND l.subject_id = h.helper_id AND l.revoked_at IS NULL
      WHERE h.community_id = access.community_id() AND h.member_id = access.member_id() AND h.removed_at IS NULL; END $$;

-- The open calendars of a member who lets whoever is asking see them (by a link, or in a circle), with the link of each.
CREATE FUNCTION access.help_calendars_seen(holder uuid) RETURNS TABLE (calendar_id uuid, about text, link_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT c.calendar_id, c.about, l.link_id FROM public.help_calendars c
      JOIN public.links l ON l.community_id = c.community_id AND l.kind = 'help-calendar' AND l.subject_id = c.calendar_id
        AND l.revoked_at IS NULL
      WHERE c.community_id = access.community_id() AND c.holder_id = holder AND NOT c.for_other
        AND holder = ANY (access.sharing_with_me('help'))
        AND c.consent = 'given' AND c.ended_at IS NULL ORDER BY c.asked_at; END $$;

-- Reminds of turns: at six the evening before, and at eight in the morning if it has not begun by half past, by the clock of
-- the place: never at night. Whoever took it only just before is not told what they know. Each once.
CREATE FUNCTION access.remind_of_turns(moment timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE made int; BEGIN
    INSERT INTO public.help_tellings (community_id, calendar_id, helper_id, slot_id, kind, task, starts_at, due_at)
    SELECT s.community_id, s.calendar_id, s.helper_id, s.slot_id, k.kind, s.task, s.starts_at, k.at
    FROM public.help_slots s JOIN public.help_calendars c USING (community_id, calendar_id)
    JOIN public.help_helpers h ON h.community_id = s.community_id AND h.helper_id = s.helper_id
    CROSS JOIN LATERAL (VALUES ('day', (s.day - 1 + time '18:00') AT TIME ZONE access.known_zone(c.time_zone), interval '12 hours'),
        ('morning', (s.day + time '08:00') AT TIME ZONE access.known_zone(c.time_zone), interval '2 hours')) k (kind, at, since)
    WHERE s.starts_at > moment AND s.starts_at < moment + interval '3 days' AND s.closed_at IS NULL AND c.ended_at IS NULL
      AND c.consent = 'given' AND h.removed_at IS NULL AND (h.mailed OR h.member_id IS NOT NULL)
      AND k.at <= moment AND k.at > moment - interval '3 hours' AND s.starts_at > k.at + interval '30 minutes'
      AND s.taken_at <= k.at - k.since
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
  END $$;

-- Asks those who said "ask me": at once about what fell through within two days, else once a day about what is still open
-- within two days. Never twice about one slot, and never at night unless it begins within twelve hours.
CREATE FUNCTION access.ask_back_ups(moment timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE made int; BEGIN
    WITH open AS (
      SELECT s.community_id, s.calendar_id, s.slot_id, s.task, s.starts_at, (moment AT TIME ZONE z.safe)::date AS today,
        coalesce(s.freed_at > s.starts_at - interval '48 hours', false) AS fell,
        (moment AT TIME ZONE z.safe)::time NOT BETWEEN time '08:00' AND time '21:00' AS night
      FROM public.help_slots s JOIN public.help_calendars c USING (community_id, calendar_id)
      CROSS JOIN LATERAL (SELECT access.known_zone(c.time_zone) AS safe) z
      WHERE s.starts_at > moment + interval '30 minutes' AND s.starts_at < moment + interval '48 hours' AND s.helper_id IS NULL
        AND s.closed_at IS NULL AND c.ended_at IS NULL AND c.consent = 'given'
    ), asked AS (
      SELECT o.*, h.helper_id FROM open o JOIN public.help_helpers h ON h.community_id = o.community_id AND h.calendar_id = o.calendar_id
      WHERE h.backs_up AND h.removed_at IS NULL AND (h.mailed OR h.member_id IS NOT NULL)
        AND (o.fell OR h.asked_on IS DISTINCT FROM o.today)
        AND (NOT o.night OR o.fell AND o.starts_at < moment + interval '12 hours')
        AND NOT EXISTS (SELECT FROM public.help_asked a WHERE a.community_id = o.community_id AND a.slot_id = o.slot_id
          AND a.helper_id = h.helper_id)
      ORDER BY h.helper_id FOR UPDATE OF h SKIP LOCKED
    ), kept AS (
      INSERT INTO public.help_asked (community_id, slot_id, helper_id) SELECT a.community_id, a.slot_id, a.helper_id FROM asked a
      ON CONFLICT DO NOTHING RETURNING slot_id, helper_id
    ), marked AS (
      UPDATE public.help_helpers h SET asked_on = a.today FROM (SELECT DISTINCT x.community_id, x.helper_id, x.today FROM asked x) a
      WHERE h.community_id = a.community_id AND h.helper_id = a.helper_id
    )
    INSERT INTO public.help_tellings (community_id, calendar_id, helper_id, slot_id, kind, task, starts_at)
    SELECT DISTINCT ON (a.helper_id) a.community_id, a.calendar_id, a.helper_id, a.slot_id, 'ask', a.task, a.starts_at
    FROM asked a JOIN kept k USING (slot_id, helper_id) ORDER BY a.helper_id, a.starts_at;
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
  END $$;

-- What waits to be handed to the post: ids only, each with whose calendar it is.
CREATE FUNCTION access.help_tellings_due(moment timestamptz, most int)
  RETURNS TABLE (community_id uuid, holder_id uuid, telling_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT t.community_id, c.holder_id, t.telling_id FROM public.help_tellings t
      JOIN public.help_calendars c USING (community_id, calendar_id)
      WHERE t.handed_at IS NULL AND t.due_at <= moment ORDER BY t.due_at LIMIT most; END $$;
-- A helper with an account is told inside; the holder's own transaction hands this on.
CREATE FUNCTION access.tell_member_helper(telling uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.notifications (community_id, member_id, kind, subject_id)
      SELECT h.community_id, h.member_id, 'help-calendars.turn-' || t.kind, t.calendar_id FROM public.help_tellings t
      JOIN public.help_helpers h USING (community_id, helper_id)
      WHERE t.community_id = access.community_id() AND t.telling_id = telling AND h.member_id IS NOT NULL AND h.removed_at IS NULL
        AND t.calendar_id = ANY (access.help_calendars_kept()) AND t.kind <> 'taken'
      ON CONFLICT DO NOTHING;
  END $$;

-- Thirty days after the end, what was sealed goes, and so do the links. A calendar whose last slot is a month past has ended.
CREATE FUNCTION access.erase_ended_help(moment timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE gone int; BEGIN
    UPDATE public.help_calendars c SET ended_at = moment, ended_by = 'time' WHERE c.ended_at IS NULL
      AND c.asked_at < moment - interval '30 days' AND NOT EXISTS (SELECT FROM public.help_slots s
        WHERE s.community_id = c.community_id AND s.calendar_id = c.calendar_id AND s.ends_at > moment - interval '30 days');
    WITH ended AS (UPDATE public.help_calendars c SET erased_at = moment WHERE c.erased_at IS NULL
        AND (c.ended_at < moment - interval '30 days' OR c.consent = 'refused' AND c.answered_at < moment - interval '30 days')
        RETURNING c.community_id, c.calendar_id),
      particulars AS (DELETE FROM public.help_particulars p USING ended e WHERE p.community_id = e.community_id AND p.calendar_id = e.calendar_id),
      contacts AS (DELETE FROM public.help_contacts k USING public.help_helpers h, ended e WHERE k.community_id = h.community_id
        AND k.helper_id = h.helper_id AND h.community_id = e.community_id AND h.calendar_id = e.calendar_id),
      unknown AS (UPDATE public.help_helpers h SET recognised = NULL, mailed = false, backs_up = false FROM ended e
        WHERE h.community_id = e.community_id AND h.calendar_id = e.calendar_id),
      shut AS (UPDATE public.links l SET revoked_at = moment FROM ended e WHERE l.community_id = e.community_id AND l.revoked_at IS NULL
        AND (l.subject_id = e.calendar_id OR l.subject_id IN (SELECT h.helper_id FROM public.help_helpers h
          WHERE h.community_id = e.community_id AND h.calendar_id = e.calendar_id)))
    SELECT count(*) INTO gone FROM ended;
    DELETE FROM public.help_tellings t WHERE t.handed_at < moment - interval '30 days';
    RETURN gone;
  END $$;

REVOKE ALL ON FUNCTION access.linked_helper(), access.help_calendars_near(), access.help_calendars_kept(),
  access.help_part_open(uuid, text), access.may_offer_help_calendar(uuid), access.help_holders(),
  access.answer_help_calendar(uuid, boolean, text[], uuid, text), access.say_not_like_this(uuid, text),
  access.end_help_calendar(uuid), access.close_help_slots(uuid, boolean, text),
  access.enough_food(uuid, boolean), access.known_helper(uuid, uuid, text),
  access.add_helper(uuid, uuid, text, text, text, boolean, text, uuid, text), access.slot_refusal(public.help_slots, uuid),
  access.give_slot(public.help_slots, uuid, text),
  access.claim_slot(uuid, uuid, text, text, text, boolean, text, text, uuid, text),
  access.stand_by(uuid, text, text, text, text, uuid, text), access.change_turn(uuid, uuid, text),
  access.say_of_turn(uuid, text), access.back_up(boolean), access.remove_helper(uuid), access.help_slot_changed(),
  access.my_help_turns(), access.help_calendars_seen(uuid), access.remind_of_turns(timestamptz), access.ask_back_ups(timestamptz),
  access.help_tellings_due(timestamptz, int), access.tell_member_helper(uuid), access.erase_ended_help(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.linked_helper(), access.help_calendars_near(), access.help_calendars_kept(),
  access.help_part_open(uuid, text), access.may_offer_help_calendar(uuid), access.help_holders(),
  access.answer_help_calendar(uuid, boolean, text[], uuid, text), access.say_not_like_this(uuid, text),
  access.end_help_calendar(uuid), access.enough_food(uuid, boolean),
  access.claim_slot(uuid, uuid, text, text, text, boolean, text, text, uuid, text),
  access.stand_by(uuid, text, text, text, text, uuid, text), access.change_turn(uuid, uuid, text),
  access.say_of_turn(uuid, text), access.back_up(boolean), access.remove_helper(uuid), access.my_help_turns(),
  access.help_calendars_seen(uuid), access.remind_of_turns(timestamptz), access.ask_back_ups(timestamptz), access.help_tellings_due(timestamptz, int),
  access.tell_member_helper(uuid), access.erase_ended_help(timestamptz) TO porchlight_app;
RESET ROLE;

CREATE TRIGGER help_slots_gone AFTER DELETE ON help_slots FOR EACH ROW WHEN (OLD.helper_id IS NOT NULL)
  EXECUTE FUNCTION access.help_slot_changed();
CREATE TRIGGER help_slots_moved AFTER UPDATE OF starts_at ON help_slots FOR EACH ROW
  WHEN (OLD.helper_id IS NOT NULL AND OLD.helper_id = NEW.helper_id AND OLD.starts_at <> NEW.starts_at)
  EXECUTE FUNCTION access.help_slot_changed();

-- Whoever looks after a calendar, helps in it or came by a link of it sees it; what is in it follows.
GRANT SELECT, INSERT ON help_calendars TO porchlight_app;
GRANT UPDATE (about, occasion, time_zone) ON help_calendars TO porchlight_app;
CREATE POLICY kept ON help_calendars TO porchlight_app
  USING (community_id = access.community_id() AND calendar_id = ANY ((SELECT access.help_calendars_kept())::uuid[]));
CREATE POLICY near ON help_calendars FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND calendar_id = ANY ((SELECT access.help_calendars_near())::uuid[]));
CREATE POLICY made ON help_calendars FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND ended_at IS NULL AND CASE WHEN holder_id = access.member_id()
    THEN organiser_id IS NULL AND consent = CASE WHEN for_other THEN 'asked' ELSE 'given' END
    ELSE organiser_id = access.member_id() AND consent = 'asked' AND access.may_offer_help_calendar(holder_id) END);

GRANT SELECT, INSERT, UPDATE, DELETE ON help_particulars TO porchlight_app;
CREATE POLICY hers ON help_particulars TO porchlight_app
  USING (community_id = access.community_id() AND calendar_id IN (SELECT c.calendar_id FROM help_calendars c
    WHERE c.community_id = access.community_id() AND (c.holder_id = access.member_id() OR c.calendar_id = access.link_subject('consent'))))
  WITH CHECK (community_id = access.community_id() AND calendar_id IN (SELECT c.calendar_id FROM help_calendars c
    WHERE c.community_id = access.community_id() AND c.erased_at IS NULL
      AND (c.holder_id = access.member_id() OR c.calendar_id = access.link_subject('consent'))));
CREATE POLICY on_a_turn ON help_particulars FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND access.help_part_open(calendar_id, part));

GRANT SELECT ON help_helpers TO porchlight_app;
CREATE POLICY near ON help_helpers FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND calendar_id IN (SELECT c.calendar_id FROM help_calendars c
    WHERE c.community_id = access.community_id()));

GRANT SELECT ON help_contacts TO porchlight_app;
CREATE POLICY reached ON help_contacts FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (helper_id = access.linked_helper() OR helper_id IN (SELECT h.helper_id
    FROM help_helpers h WHERE h.community_id = access.community_id() AND h.removed_at IS NULL
      AND h.calendar_id = ANY ((SELECT access.help_calendars_kept())::uuid[]))));

GRANT SELECT, DELETE ON help_slots TO porchlight_app;
GRANT INSERT (community_id, slot_id, calendar_id, task, day, starts_at, ends_at) ON help_slots TO porchlight_app;
GRANT UPDATE (task, day, starts_at, ends_at, thanked_at) ON help_slots TO porchlight_app;
CREATE POLICY kept ON help_slots TO porchlight_app
  USING (community_id = access.community_id() AND calendar_id = ANY ((SELECT access.help_calendars_kept())::uuid[]))
  WITH CHECK (community_id = access.community_id() AND calendar_id = ANY ((SELECT access.help_calendars_kept())::uuid[]));
CREATE POLICY near ON help_slots FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND calendar_id = ANY ((SELECT access.help_calendars_near())::uuid[]));

GRANT SELECT ON help_asked TO porchlight_app;
CREATE POLICY kept ON help_asked FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND slot_id IN (SELECT s.slot_id FROM help_slots s
    WHERE s.community_id = access.community_id() AND s.calendar_id = ANY ((SELECT access.help_calendars_kept())::uuid[])));

GRANT SELECT, INSERT ON help_tellings TO porchlight_app;
GRANT UPDATE (handed_at) ON help_tellings TO porchlight_app;
CREATE POLICY kept ON help_tellings TO porchlight_app
  USING (community_id = access.community_id() AND calendar_id = ANY ((SELECT access.help_calendars_kept())::uuid[]))
  WITH CHECK (community_id = access.community_id() AND calendar_id = ANY ((SELECT access.help_calendars_kept())::uuid[]));

CREATE POLICY looked_after ON member_keys FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = ANY ((SELECT access.help_holders())::uuid[]));
CREATE POLICY looked_after ON links FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND kind = 'help-calendar' AND subject_id = ANY ((SELECT access.help_calendars_kept())::uuid[]));
