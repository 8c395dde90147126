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
        AND (h.known_at IS NOT NULL OR h.member_id IS NULL OR access.suspended_until(h.community_id, h.member_id) IS NULL)
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
    -- Asked again under the lock: the address may have been corrected, or she taken them off, a moment before.
    IF NOT FOUND OR access.lettered_helper() IS DISTINCT FROM me.helper_id THEN RETURN NULL; END IF;
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

-- The clock's own work states itself, as members and links do. No request of a page does: what answers it, answers nobody else.
SET ROLE porchlight_policy;
CREATE FUNCTION access.in_job() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('app.job', true) = 'yes', false) $$;
REVOKE ALL ON FUNCTION access.in_job() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.in_job() TO porchlight_app;
-- Until now these answered whoever was not signed in.
DO $$
DECLARE one regprocedure; was text; said text;
BEGIN
  FOREACH one IN ARRAY ARRAY['access.take_ask(uuid, text, timestamptz)', 'access.ask_for_choosing(uuid, timestamptz)',
      'access.offers_for(uuid, timestamptz)', 'access.introduce(uuid, jsonb, timestamptz, timestamptz, timestamptz)']::regprocedure[] LOOP
    was := pg_get_functiondef(one);
    said := replace(was, 'IF access.member_id() IS NOT NULL THEN', 'IF access.member_id() IS NOT NULL OR NOT access.in_job() THEN');
    IF said = was THEN RAISE EXCEPTION '% has another guard', one; END IF;
    EXECUTE said;
  END LOOP;
END $$;
DROP FUNCTION access.who_asks_near();
RESET ROLE;

-- She whom a calendar is for, and who has no account, is asked by a letter to herself: whoever plans it types her address
-- and is never shown the link. Only where she has none (hand) is it handed over.
ALTER TABLE help_calendars
  ADD COLUMN consent_by text NOT NULL DEFAULT 'hand' CHECK (consent_by IN ('hand', 'mail')),
  ADD COLUMN about_before text CHECK (length(about_before) <= 24000), -- as it was when she last saw to it, if it was changed since
  ADD COLUMN occasion_before text,
  ADD COLUMN changed_at timestamptz;
-- asked: what somebody would like to set after her yes, which waits for hers; reach: where her letter went
ALTER TABLE help_particulars DROP CONSTRAINT help_particulars_part_check,
  ADD CONSTRAINT help_particulars_part_check CHECK (part IN ('wishes', 'door', 'asked', 'reach'));

SET ROLE porchlight_policy;
-- Whether whoever acts is she whom the calendar is for.
CREATE FUNCTION access.is_hers_to_say(c public.help_calendars) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT coalesce(CASE WHEN c.for_other THEN c.calendar_id = access.link_subject('consent')
    ELSE c.holder_id = access.member_id() END, false) $$;

-- After her yes, whoever set it up may say it otherwise; she sees what was changed, and can have it as it was.
CREATE FUNCTION access.keep_what_she_agreed_to() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF OLD.consent = 'given' AND NEW.consent = 'given' AND NOT access.is_hers_to_say(OLD)
        AND (access.member_id() IS NOT NULL OR access.link_hash() IS NOT NULL) THEN
      NEW.about_before := coalesce(OLD.about_before, OLD.about);
      NEW.occasion_before := coalesce(OLD.occasion_before, OLD.occasion);
      NEW.changed_at := now();
      PERFORM access.notify(ARRAY[NEW.holder_id], 'help-calendars.changed', NULL, NULL, NEW.calendar_id) WHERE NOT NEW.for_other;
    END IF;
    RETURN NEW;
  END $$;
CREATE FUNCTION access.answer_change(calendar uuid, keep boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.help_calendars c SET about = CASE WHEN keep THEN c.about ELSE c.about_before END,
        occasion = CASE WHEN keep THEN c.occasion ELSE c.occasion_before END,
        about_before = NULL, occasion_before = NULL, changed_at = NULL
      WHERE c.community_id = access.community_id() AND c.calendar_id = calendar AND c.changed_at IS NOT NULL
        AND c.erased_at IS NULL AND access.is_hers_to_say(c);
    RETURN FOUND;
  END $$;

-- What is sealed about one without an account is hers from her yes on: whoever holds the key writes beside it.
CREATE FUNCTION access.may_set_part(calendar uuid, which text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN which IN ('asked', 'reach') OR EXISTS (SELECT FROM public.help_calendars c
    WHERE c.community_id = access.community_id() AND c.calendar_id = calendar
      AND (c.consent = 'asked' OR access.is_hers_to_say(c))); END $$;

-- Another letter, or to another address, while she has not answered: the link before leads nowhere.
CREATE FUNCTION access.renew_consent_link(calendar uuid, its_link uuid, its_hash text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); BEGIN
    UPDATE public.help_calendars c SET consent_by = 'mail' WHERE c.community_id = here AND c.calendar_id = calendar AND c.for_other
      AND c.consent = 'asked' AND c.ended_at IS NULL AND c.holder_id = access.member_id();
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE public.links l SET revoked_at = now() WHERE l.community_id = here AND l.kind = 'consent' AND l.subject_id = calendar
      AND l.revoked_at IS NULL;
    INSERT INTO public.links (community_id, link_id, holder_id, kind, subject_id, token_hash)
      VALUES (here, its_link, access.member_id(), 'consent', calendar, its_hash);
    RETURN true;
  END $$;
-- Whether a consent link is one that whoever planned it hands over.
CREATE FUNCTION access.handed_over(calendar uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.help_calendars c WHERE c.community_id = access.community_id()
    AND c.calendar_id = calendar AND c.consent_by = 'hand'); END $$;
REVOKE ALL ON FUNCTION access.is_hers_to_say(public.help_calendars),
  access.answer_change(uuid, boolean), access.may_set_part(uuid, text), access.renew_consent_link(uuid, uuid, text),
  access.handed_over(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.answer_change(uuid, boolean), access.may_set_part(uuid, text),
  access.renew_consent_link(uuid, uuid, text), access.handed_over(uuid) TO porchlight_app;
RESET ROLE;

CREATE TRIGGER help_calendars_agreed BEFORE UPDATE OF about, occasion ON help_calendars FOR EACH ROW
  WHEN (OLD.about IS DISTINCT FROM NEW.about OR OLD.occasion IS DISTINCT FROM NEW.occasion)
  EXECUTE FUNCTION access.keep_what_she_agreed_to();
-- Nobody else hangs it on a table of her own.
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.keep_what_she_agreed_to() FROM PUBLIC;
RESET ROLE;

-- Hers to choose later, never made with the calendar.
CREATE POLICY plain ON help_calendars AS RESTRICTIVE FOR INSERT TO porchlight_app
  WITH CHECK (NOT organiser_vouches AND about_before IS NULL AND enough_at IS NULL AND erased_at IS NULL);
CREATE POLICY hers_to_set ON help_particulars AS RESTRICTIVE FOR INSERT TO porchlight_app WITH CHECK (access.may_set_part(calendar_id, part));
CREATE POLICY hers_to_change ON help_particulars AS RESTRICTIVE FOR UPDATE TO porchlight_app
  USING (access.may_set_part(calendar_id, part)) WITH CHECK (access.may_set_part(calendar_id, part));
CREATE POLICY hers_to_clear ON help_particulars AS RESTRICTIVE FOR DELETE TO porchlight_app USING (access.may_set_part(calendar_id, part));
-- Only the letter is given the link in it.
CREATE POLICY in_her_letter ON links AS RESTRICTIVE FOR SELECT TO porchlight_app
  USING (kind <> 'consent' OR access.in_job() OR access.handed_over(subject_id));

-- Whoever is suspended gathers nobody's address meanwhile: in her calendars those who have a turn keep it and see their
-- page; nothing new is taken, planned or told, and how helpers are reached is not hers to read.
SET ROLE porchlight_policy;
CREATE FUNCTION access.help_paused(calendar uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.help_calendars c WHERE c.community_id = access.community_id()
    AND c.calendar_id = calendar AND access.suspended_until(c.community_id, c.holder_id) IS NOT NULL); END $$;
CREATE OR REPLACE FUNCTION access.slot_refusal(s public.help_slots, helper uuid) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF s.closed_at IS NOT NULL OR EXISTS (SELECT FROM public.help_calendars c WHERE c.community_id = s.community_id
      AND c.calendar_id = s.calendar_id AND c.ended_at IS NOT NULL) THEN RETURN 'closed'; END IF;
    IF s.ends_at <= now() THEN RETURN 'over'; END IF;
    IF s.helper_id IS NOT NULL THEN RETURN 'taken'; END IF;
    IF access.help_paused(s.calendar_id) THEN RETURN 'paused'; END IF;
    IF NOT access.may_help_here() THEN RETURN 'declined'; END IF;
    IF helper IS NOT NULL AND (SELECT count(*) FROM public.help_slots o WHERE o.community_id = s.community_id
      AND o.helper_id = helper AND o.ends_at > now() AND o.closed_at IS NULL) >= 20 THEN RETURN 'many'; END IF;
    RETURN NULL;
  END $$;
CREATE OR REPLACE FUNCTION access.stand_by(as_whom uuid, its_sealed text, contact text, its_recognised text, lang text, its_link uuid,
    its_hash text) RETURNS TABLE (outcome text, link_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE calendar uuid; known public.help_helpers; BEGIN
    SELECT c.calendar_id INTO calendar FROM public.help_calendars c WHERE c.community_id = access.community_id()
      AND c.calendar_id = access.link_subject('help-calendar') AND c.consent = 'given' AND c.ended_at IS NULL;
    IF calendar IS NULL THEN RETURN QUERY SELECT 'absent', NULL::uuid; RETURN; END IF;
    IF access.help_paused(calendar) THEN RETURN QUERY SELECT 'paused', NULL::uuid; RETURN; END IF;
    IF NOT access.may_help_here() THEN RETURN QUERY SELECT 'declined', NULL::uuid; RETURN; END IF;
    known := access.add_helper(calendar, as_whom, its_sealed, contact, its_recognised, true, lang, its_link, its_hash);
    RETURN QUERY SELECT CASE WHEN known.removed_at IS NULL THEN 'yes' ELSE 'declined' END,
      (SELECT l.link_id FROM public.links l WHERE l.community_id = known.community_id AND l.kind = 'helper'
        AND l.subject_id = known.helper_id AND l.revoked_at IS NULL
        AND (known.helper_id = as_whom OR known.member_id = access.member_id()));
  END $$;

-- A month after the end everything that was written goes, also the words everybody read, and what helpers said they bring.
CREATE OR REPLACE FUNCTION access.erase_ended_help(moment timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE gone int; BEGIN
    UPDATE public.help_calendars c SET ended_at = moment, ended_by = 'time' WHERE c.ended_at IS NULL
      AND c.asked_at < moment - interval '30 days' AND NOT EXISTS (SELECT FROM public.help_slots s
        WHERE s.community_id = c.community_id AND s.calendar_id = c.calendar_id AND s.ends_at > moment - interval '30 days');
    WITH ended AS (UPDATE public.help_calendars c SET erased_at = coalesce(c.erased_at, moment), about = '', about_before = NULL,
          occasion_before = NULL, changed_at = NULL
        WHERE c.about <> '' -- also those erased before their words were
        AND (c.ended_at < moment - interval '30 days' OR c.consent = 'refused' AND c.answered_at < moment - interval '30 days')
        RETURNING c.community_id, c.calendar_id),
      particulars AS (DELETE FROM public.help_particulars p USING ended e WHERE p.community_id = e.community_id AND p.calendar_id = e.calendar_id),
      contacts AS (DELETE FROM public.help_contacts k USING public.help_helpers h, ended e WHERE k.community_id = h.community_id
        AND k.helper_id = h.helper_id AND h.community_id = e.community_id AND h.calendar_id = e.calendar_id),
      unknown AS (UPDATE public.help_helpers h SET recognised = NULL, mailed = false, backs_up = false FROM ended e
        WHERE h.community_id = e.community_id AND h.calendar_id = e.calendar_id),
      unsaid AS (UPDATE public.help_slots s SET brings = '' FROM ended e WHERE s.community_id = e.community_id
        AND s.calendar_id = e.calendar_id AND s.brings <> ''),
      shut AS (UPDATE public.links l SET revoked_at = moment FROM ended e WHERE l.community_id = e.community_id AND l.revoked_at IS NULL
        AND (l.subject_id = e.calendar_id OR l.subject_id IN (SELECT h.helper_id FROM public.help_helpers h
          WHERE h.community_id = e.community_id AND h.calendar_id = e.calendar_id)))
    SELECT count(*) INTO gone FROM ended;
    DELETE FROM public.help_tellings t WHERE t.handed_at < moment - interval '30 days';
    RETURN gone;
  END $$;
REVOKE ALL ON FUNCTION access.help_paused(uuid) FROM PUBLIC;
RESET ROLE;
CREATE POLICY taking_part ON help_calendars AS RESTRICTIVE FOR INSERT TO porchlight_app WITH CHECK (access.takes_part());
CREATE POLICY taking_part ON help_slots AS RESTRICTIVE FOR INSERT TO porchlight_app WITH CHECK (access.takes_part());
CREATE POLICY taking_part ON help_contacts AS RESTRICTIVE FOR SELECT TO porchlight_app USING (access.takes_part());
CREATE POLICY taking_part ON links AS RESTRICTIVE FOR INSERT TO porchlight_app WITH CHECK (access.takes_part());
CREATE POLICY taking_part ON people AS RESTRICTIVE FOR INSERT TO porchlight_app WITH CHECK (access.takes_part());
CREATE POLICY taking_part ON updates AS RESTRICTIVE FOR INSERT TO porchlight_app WITH CHECK (access.takes_part());
CREATE POLICY taking_part_still ON updates AS RESTRICTIVE FOR UPDATE TO porchlight_app USING (access.takes_part());
CREATE POLICY taking_part ON outside_letters AS RESTRICTIVE FOR INSERT TO porchlight_app WITH CHECK (access.takes_part());

-- News in a letter say only that there is news, until that person asks, on their own page, for the news itself: what
-- stands here recognises the address they asked it for.
ALTER TABLE people ADD COLUMN whole_for text CHECK (length(whole_for) <= 60);
-- In a member's name no more letters to outsiders than this go in a day.
ALTER TABLE communities ADD COLUMN letters_a_day int NOT NULL DEFAULT 200 CHECK (letters_a_day BETWEEN 10 AND 1000);
SET ROLE porchlight_policy;
CREATE FUNCTION access.want_whole_news(address_mark text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.people p SET whole_for = address_mark WHERE p.community_id = access.community_id()
      AND p.person_id = access.link_subject('person') AND p.letters_ended_at IS NULL AND p.not_me_at IS NULL;
    RETURN FOUND;
  END $$;
CREATE OR REPLACE FUNCTION access.keep_outside_letters_few() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE in_her_name bigint; in_all bigint; BEGIN
    SELECT count(*) FILTER (WHERE l.holder_id = NEW.holder_id), count(*) INTO in_her_name, in_all FROM public.outside_letters l
      WHERE l.community_id = NEW.community_id AND l.mark = NEW.mark AND l.created_at > now() - interval '1 day';
    IF in_her_name >= 15 OR in_all >= 40 THEN RETURN NULL; END IF;
    IF (SELECT count(*) FROM public.outside_letters l WHERE l.community_id = NEW.community_id
        AND l.holder_id = NEW.holder_id AND l.created_at > now() - interval '1 day')
        >= (SELECT c.letters_a_day FROM public.communities c WHERE c.community_id = NEW.community_id) THEN
      RAISE EXCEPTION 'too many letters' USING ERRCODE = 'PL440';
    END IF;
    RETURN NEW;
  END $$;
REVOKE ALL ON FUNCTION access.want_whole_news(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.want_whole_news(text) TO porchlight_app;
RESET ROLE;
-- Said by that person on their page, never written by her.
CREATE POLICY not_hers_to_say ON people AS RESTRICTIVE FOR INSERT TO porchlight_app WITH CHECK (whole_for IS NULL);
REVOKE UPDATE ON people FROM porchlight_app;
GRANT UPDATE (kin, sealed, circle_id, sees_help, sees_updates, sees_how, letters_ended_at, not_me_at) ON people TO porchlight_app;
GRANT UPDATE (letters_a_day) ON communities TO porchlight_app;

-- Whoever is being taken off takes nothing meanwhile: the helper's row is locked before the slot's, in the order in which
-- taking off locks them, and is asked again under the lock.
SET ROLE porchlight_policy;
DO $$
DECLARE said text;
BEGIN
  said := replace(pg_get_functiondef('access.change_turn(uuid, uuid, text)'::regprocedure),
    'WHERE h.community_id = here AND h.helper_id = access.linked_helper();', 'WHERE h.community_id = here AND h.helper_id = access.linked_helper()
      AND h.removed_at IS NULL FOR SHARE;');
  IF said NOT LIKE '%FOR SHARE%' THEN RAISE EXCEPTION 'access.change_turn is another'; END IF;
  EXECUTE said;
END $$;
CREATE FUNCTION access.hold_helper() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM FROM public.help_helpers h WHERE h.community_id = NEW.community_id AND h.helper_id = NEW.helper_id
      AND h.removed_at IS NULL FOR SHARE;
    IF NOT FOUND THEN RAISE EXCEPTION 'that helper was taken off' USING ERRCODE = 'serialization_failure'; END IF;
    RETURN NEW;
  END $$;
RESET ROLE;
CREATE TRIGGER help_slots_given BEFORE UPDATE OF helper_id ON help_slots FOR EACH ROW
  WHEN (NEW.helper_id IS NOT NULL AND NEW.helper_id IS DISTINCT FROM OLD.helper_id) EXECUTE FUNCTION access.hold_helper();
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.hold_helper() FROM PUBLIC;
RESET ROLE;
