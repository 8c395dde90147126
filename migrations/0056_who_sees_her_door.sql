-- Who sees her door: until now whoever held the calendar's link could claim today's turn under an invented address and
-- read her street at once.
--   answered_at: they pressed the button behind the letter that went to their own address
--   known_at:    she (or whoever she lets do it) said "yes, I know them"
-- Who helped before came by a link that may have been their browser's or their letter's: nobody can tell, so they are asked.
ALTER TABLE help_helpers
  ADD COLUMN answered_at timestamptz,
  ADD COLUMN known_at timestamptz,
  ADD COLUMN known_by text CHECK (known_by IN ('holder', 'organiser', 'consent')),
  ADD CHECK ((known_at IS NULL) = (known_by IS NULL));
ALTER TABLE help_calendars
  -- answered: whoever answered our letter, and members; known: only those she says yes to
  ADD COLUMN door_for text NOT NULL DEFAULT 'answered' CHECK (door_for IN ('answered', 'known')),
  ADD COLUMN organiser_vouches boolean NOT NULL DEFAULT false; -- whoever set it up may say yes for her
ALTER TABLE help_tellings DROP CONSTRAINT help_tellings_kind_check,
  ADD CONSTRAINT help_tellings_kind_check CHECK (kind IN ('taken', 'day', 'morning', 'closed', 'thanks', 'ask', 'over', 'letter'));
-- helper-letter: only ever written in a letter, never shown to the browser that claimed.
ALTER TABLE links DROP CONSTRAINT links_kind_check,
  ADD CONSTRAINT links_kind_check CHECK (kind IN ('help-calendar', 'helper', 'helper-letter', 'consent', 'person'));

SET ROLE porchlight_policy;
-- Whether this helper is somebody as far as her door goes. A member has a mail address that was confirmed at sign-in.
CREATE FUNCTION access.is_known_at_door(h public.help_helpers, c public.help_calendars) RETURNS boolean
  LANGUAGE sql IMMUTABLE
  AS $$ SELECT h.removed_at IS NULL AND (h.known_at IS NOT NULL
    OR c.door_for = 'answered' AND (h.member_id IS NOT NULL OR h.answered_at IS NOT NULL)) $$;

-- Of which parts the helper who came by his link may read, once it is known who he is: what she likes while he has a turn
-- ahead, the door from the day of his turn, by the clock of the place, until it is over.
CREATE OR REPLACE FUNCTION access.help_part_open(calendar uuid, which text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN which IN ('wishes', 'door') AND access.linked_helper() IS NOT NULL AND EXISTS (SELECT FROM public.help_slots s
      JOIN public.help_calendars c USING (community_id, calendar_id)
      JOIN public.help_helpers h ON h.community_id = s.community_id AND h.helper_id = s.helper_id
      WHERE s.community_id = access.community_id() AND s.calendar_id = calendar AND s.helper_id = access.linked_helper()
        AND access.is_known_at_door(h, c)
        AND s.closed_at IS NULL AND c.ended_at IS NULL AND c.consent = 'given' AND s.ends_at > now()
        AND (which = 'wishes' OR now() >= s.day::timestamp AT TIME ZONE access.known_zone(c.time_zone))); END $$;

-- Who the letter went to whose link this is, while she has not taken them off.
CREATE FUNCTION access.lettered_helper() RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT h.helper_id FROM public.help_helpers h WHERE h.community_id = access.community_id()
    AND h.helper_id = access.link_subject('helper-letter') AND h.removed_at IS NULL); END $$;
CREATE OR REPLACE FUNCTION access.help_calendars_near() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(
    SELECT c.calendar_id FROM public.help_calendars c WHERE c.community_id = access.community_id() AND c.consent = 'given'
      AND c.calendar_id = access.link_subject('help-calendar')
    UNION SELECT access.link_subject('consent')
    UNION SELECT h.calendar_id FROM public.help_helpers h WHERE h.community_id = access.community_id()
      AND h.helper_id IN (access.linked_helper(), access.lettered_helper())
    UNION SELECT h.calendar_id FROM public.help_helpers h WHERE h.community_id = access.community_id()
      AND h.member_id = access.member_id() AND h.removed_at IS NULL); END $$;

-- "Yes, it is me", by the letter's link. The page of their own moves to whoever reads the letters: the link that the
-- claiming browser was given ends, for it may have been anybody's who typed this address. Null when it is not theirs.
CREATE FUNCTION access.answer_helper_letter(its_link uuid, its_hash text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); me public.help_helpers; BEGIN
    SELECT * INTO me FROM public.help_helpers h WHERE h.community_id = here AND h.helper_id = access.lettered_helper() FOR UPDATE;
    IF NOT FOUND OR me.removed_at IS NOT NULL THEN RETURN NULL; END IF;
    IF me.answered_at IS NULL THEN
      UPDATE public.help_helpers h SET answered_at = now() WHERE h.community_id = here AND h.helper_id = me.helper_id;
      UPDATE public.links l SET revoked_at = now() WHERE l.community_id = here AND l.kind = 'helper'
        AND l.subject_id = me.helper_id AND l.revoked_at IS NULL;
      INSERT INTO public.links (community_id, link_id, holder_id, kind, subject_id, token_hash)
        SELECT here, its_link, c.holder_id, 'helper', me.helper_id, its_hash FROM public.help_calendars c
        WHERE c.community_id = here AND c.calendar_id = me.calendar_id;
    END IF;
    RETURN access.page_by_letter();
  END $$;
-- The link of their own page, for whoever has answered the letter this link stood in.
CREATE FUNCTION access.page_by_letter() RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT l.link_id FROM public.links l JOIN public.help_helpers h ON h.community_id = l.community_id
      AND h.helper_id = l.subject_id
    WHERE l.community_id = access.community_id() AND l.kind = 'helper' AND l.subject_id = access.lettered_helper()
      AND l.revoked_at IS NULL AND h.answered_at IS NOT NULL); END $$;
-- "That was not me": somebody typed their address. Whatever was taken under it is free again.
CREATE FUNCTION access.not_this_helper() RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE me uuid := access.lettered_helper(); BEGIN
    PERFORM access.notify(ARRAY[c.holder_id, c.organiser_id], 'help-calendars.freed', NULL, NULL, c.calendar_id)
      FROM public.help_calendars c JOIN public.help_slots s USING (community_id, calendar_id)
      WHERE c.community_id = access.community_id() AND s.helper_id = me AND s.starts_at > now() GROUP BY c.calendar_id, c.holder_id, c.organiser_id;
    RETURN me IS NOT NULL AND access.take_helper_off(me);
  END $$;

-- The letter once more: no more than five a day, and none while one waits.
CREATE FUNCTION access.send_letter_again() RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.help_tellings (community_id, calendar_id, helper_id, kind)
      SELECT h.community_id, h.calendar_id, h.helper_id, 'letter' FROM public.help_helpers h
      WHERE h.community_id = access.community_id() AND h.helper_id = access.linked_helper() AND h.mailed AND h.answered_at IS NULL
        AND (SELECT count(*) < 5 AND count(*) FILTER (WHERE t.handed_at IS NULL) = 0 FROM public.help_tellings t
          WHERE t.community_id = h.community_id AND t.helper_id = h.helper_id AND t.kind = 'letter'
            AND t.due_at > now() - interval '1 day');
    RETURN FOUND;
  END $$;
-- Another address, before the letter was answered: the one sent to the old address leads nowhere from now on.
-- 'yes' | 'elsewhere' (somebody helps here under it already) | 'absent'
CREATE FUNCTION access.correct_helper_mail(contact text, its_recognised text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); me uuid := access.linked_helper(); BEGIN
    BEGIN
      UPDATE public.help_helpers h SET recognised = its_recognised, mailed = true WHERE h.community_id = here AND h.helper_id = me
        AND h.member_id IS NULL AND h.answered_at IS NULL;
      IF NOT FOUND THEN RETURN 'absent'; END IF;
    EXCEPTION WHEN unique_violation THEN RETURN 'elsewhere';
    END;
    INSERT INTO public.help_contacts (community_id, helper_id, sealed) VALUES (here, me, contact)
      ON CONFLICT (community_id, helper_id) DO UPDATE SET sealed = contact;
    UPDATE public.links l SET revoked_at = now() WHERE l.community_id = here AND l.kind = 'helper-letter' AND l.subject_id = me
      AND l.revoked_at IS NULL;
    PERFORM access.send_letter_again();
    RETURN 'yes';
  END $$;

-- Who may say who helps her: she, by her account or her consent link; whoever set it up, where she lets them.
CREATE FUNCTION access.vouches_as(calendar uuid) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT CASE
      WHEN c.calendar_id = access.link_subject('consent') AND c.consent = 'given' THEN 'consent'
      WHEN NOT access.takes_part() THEN NULL
      WHEN c.holder_id = access.member_id() AND NOT c.for_other THEN 'holder'
      WHEN c.organiser_vouches AND c.calendar_id = ANY (access.help_calendars_kept()) THEN 'organiser' END
    FROM public.help_calendars c WHERE c.community_id = access.community_id() AND c.calendar_id = calendar); END $$;
CREATE FUNCTION access.know_helper(helper uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.help_helpers h SET known_at = now(), known_by = access.vouches_as(h.calendar_id)
      WHERE h.community_id = access.community_id() AND h.helper_id = helper AND h.removed_at IS NULL AND h.known_at IS NULL
        AND access.vouches_as(h.calendar_id) IS NOT NULL;
    RETURN FOUND;
  END $$;
-- Takes a helper off, also by her consent link.
CREATE OR REPLACE FUNCTION access.remove_helper(helper uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    RETURN EXISTS (SELECT FROM public.help_helpers h WHERE h.community_id = access.community_id() AND h.helper_id = helper
        AND (h.calendar_id = ANY (access.help_calendars_kept()) OR h.calendar_id = access.link_subject('consent')))
      AND access.take_helper_off(helper);
  END $$;
-- Her choice: hers alone, never of whoever set it up.
CREATE FUNCTION access.choose_who_sees_door(calendar uuid, whom text, organiser boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.help_calendars c SET door_for = whom, organiser_vouches = organiser
      WHERE c.community_id = access.community_id() AND c.calendar_id = calendar
        AND CASE WHEN c.for_other THEN c.calendar_id = access.link_subject('consent') ELSE c.holder_id = access.member_id() END;
    RETURN FOUND;
  END $$;
-- Taken off, both ways in are shut.
CREATE OR REPLACE FUNCTION access.take_helper_off(helper uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); BEGIN
    UPDATE public.help_helpers h SET removed_at = now(), backs_up = false WHERE h.community_id = here AND h.helper_id = helper
      AND h.removed_at IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE public.links l SET revoked_at = now() WHERE l.community_id = here AND l.kind IN ('helper', 'helper-letter')
      AND l.subject_id = helper AND l.revoked_at IS NULL;
    UPDATE public.help_slots s SET helper_id = NULL, taken_at = NULL, brings = '', freed_at = now()
      WHERE s.community_id = here AND s.helper_id = helper AND s.starts_at > now();
    DELETE FROM public.help_tellings t WHERE t.community_id = here AND t.helper_id = helper AND t.handed_at IS NULL;
    RETURN true;
  END $$;
REVOKE ALL ON FUNCTION access.is_known_at_door(public.help_helpers, public.help_calendars), access.lettered_helper(),
  access.answer_helper_letter(uuid, text), access.page_by_letter(), access.not_this_helper(), access.send_letter_again(),
  access.correct_helper_mail(text, text), access.vouches_as(uuid), access.know_helper(uuid),
  access.choose_who_sees_door(uuid, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.lettered_helper(), access.answer_helper_letter(uuid, text), access.page_by_letter(),
  access.not_this_helper(), access.send_letter_again(), access.correct_helper_mail(text, text), access.vouches_as(uuid),
  access.know_helper(uuid), access.choose_who_sees_door(uuid, text, boolean) TO porchlight_app;
RESET ROLE;
