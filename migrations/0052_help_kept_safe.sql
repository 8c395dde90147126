-- What a hostile reader of 0044-0051 found, mended.

SET ROLE porchlight_policy;
-- Whether a block stands between two members.
CREATE FUNCTION access.kept_apart(one uuid, other uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.blocks b WHERE b.community_id = access.community_id()
    AND (b.blocker_id, b.blocked_id) IN ((one, other), (other, one))); END $$;

-- Who the helper's link leads to, while she has not taken them off, and not where one of the two blocked the other:
-- whoever was blocked after taking a turn must not learn her address on its day.
CREATE OR REPLACE FUNCTION access.linked_helper() RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT h.helper_id FROM public.help_helpers h WHERE h.community_id = access.community_id()
    AND h.helper_id = access.link_subject('helper') AND h.removed_at IS NULL
    AND NOT coalesce(access.kept_apart(h.member_id, access.link_holder()), false)); END $$;

-- Takes a helper off: their link leads nowhere from now on, and their turns ahead are free again.
CREATE FUNCTION access.take_helper_off(helper uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); BEGIN
    UPDATE public.help_helpers h SET removed_at = now(), backs_up = false WHERE h.community_id = here AND h.helper_id = helper
      AND h.removed_at IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE public.links l SET revoked_at = now() WHERE l.community_id = here AND l.kind = 'helper' AND l.subject_id = helper
      AND l.revoked_at IS NULL;
    UPDATE public.help_slots s SET helper_id = NULL, taken_at = NULL, brings = '', freed_at = now()
      WHERE s.community_id = here AND s.helper_id = helper AND s.starts_at > now();
    DELETE FROM public.help_tellings t WHERE t.community_id = here AND t.helper_id = helper AND t.handed_at IS NULL;
    RETURN true;
  END $$;
CREATE OR REPLACE FUNCTION access.remove_helper(helper uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    RETURN EXISTS (SELECT FROM public.help_helpers h WHERE h.community_id = access.community_id() AND h.helper_id = helper
        AND h.calendar_id = ANY (access.help_calendars_kept())) AND access.take_helper_off(helper);
  END $$;
-- Whoever blocks somebody is not helped by her any more, nor helps her.
CREATE FUNCTION access.part_from_help() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM access.take_helper_off(h.helper_id) FROM public.help_helpers h JOIN public.help_calendars c USING (community_id, calendar_id)
      WHERE h.community_id = NEW.community_id AND h.removed_at IS NULL
        AND (c.holder_id, h.member_id) IN ((NEW.blocker_id, NEW.blocked_id), (NEW.blocked_id, NEW.blocker_id));
    RETURN NULL;
  END $$;

-- Whether whoever came by a link may help her: never a member who is kept apart from her.
CREATE FUNCTION access.may_help_here() RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN NOT coalesce(access.kept_apart(access.member_id(), access.link_holder()), false); END $$;

-- Why a slot cannot be taken by this helper just now, under its lock; null when it can. What was laid out while the
-- calendar was being ended, or had begun when it was, is closed as well.
CREATE OR REPLACE FUNCTION access.slot_refusal(s public.help_slots, helper uuid) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF s.closed_at IS NOT NULL OR EXISTS (SELECT FROM public.help_calendars c WHERE c.community_id = s.community_id
      AND c.calendar_id = s.calendar_id AND c.ended_at IS NOT NULL) THEN RETURN 'closed'; END IF;
    IF s.ends_at <= now() THEN RETURN 'over'; END IF;
    IF s.helper_id IS NOT NULL THEN RETURN 'taken'; END IF;
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
    IF NOT access.may_help_here() THEN RETURN QUERY SELECT 'declined', NULL::uuid; RETURN; END IF;
    known := access.add_helper(calendar, as_whom, its_sealed, contact, its_recognised, true, lang, its_link, its_hash);
    RETURN QUERY SELECT CASE WHEN known.removed_at IS NULL THEN 'yes' ELSE 'declined' END,
      (SELECT l.link_id FROM public.links l WHERE l.community_id = known.community_id AND l.kind = 'helper'
        AND l.subject_id = known.helper_id AND l.revoked_at IS NULL
        AND (known.helper_id = as_whom OR known.member_id = access.member_id()));
  END $$;

-- A turn whose helper erased herself is free again like any other given back: those who said "ask me" hear of it.
CREATE FUNCTION access.turn_left_behind() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    NEW.taken_at := NULL; NEW.brings := ''; NEW.freed_at := now();
    RETURN NEW;
  END $$;

-- Nobody's mailbox is flooded: in a member's name no more than 500 letters a day, which is refused where it is written; to
-- one address no more than 15 a day in her name, or 40 in the community, whoever claims turns under it. These are left
-- out quietly: whoever comes by a link and types a stranger's address over and over learns nothing, and nothing fails.
CREATE OR REPLACE FUNCTION access.keep_outside_letters_few() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE in_her_name bigint; in_all bigint; BEGIN
    SELECT count(*) FILTER (WHERE l.holder_id = NEW.holder_id), count(*) INTO in_her_name, in_all FROM public.outside_letters l
      WHERE l.community_id = NEW.community_id AND l.mark = NEW.mark AND l.created_at > now() - interval '1 day';
    IF in_her_name >= 15 OR in_all >= 40 THEN RETURN NULL; END IF;
    IF (SELECT count(*) FROM public.outside_letters l WHERE l.community_id = NEW.community_id
        AND l.holder_id = NEW.holder_id AND l.created_at > now() - interval '1 day') >= 500 THEN
      RAISE EXCEPTION 'too many letters' USING ERRCODE = 'PL440';
    END IF;
    RETURN NEW;
  END $$;

-- "No more letters" and "this is not me", said on the page: kept by the address as well, so that typing it anew, or adding
-- the same person again, writes to nobody who said no. Where no letter ever went there is no address to keep.
CREATE FUNCTION access.silence_by_link() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.outside_silences (community_id, mark, holder_id)
      SELECT l.community_id, l.mark, l.holder_id FROM public.outside_letters l WHERE l.community_id = access.community_id()
        AND l.holder_id = access.link_holder() AND l.about->>'personId' = access.link_subject('person')::text
      ORDER BY l.created_at DESC LIMIT 1
      ON CONFLICT DO NOTHING;
  END $$;
CREATE OR REPLACE FUNCTION access.end_letters_by_link(ended boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  BEGIN
    UPDATE public.people p SET letters_ended_at = CASE WHEN ended THEN coalesce(p.letters_ended_at, now()) END
      WHERE p.community_id = access.community_id() AND p.person_id = access.link_subject('person');
    IF NOT FOUND THEN RETURN false; END IF;
    IF ended THEN
      PERFORM access.silence_by_link();
    ELSE
      DELETE FROM public.outside_silences s USING public.outside_letters l
        WHERE s.community_id = access.community_id() AND l.community_id = s.community_id AND s.holder_id = l.holder_id
          AND s.mark = l.mark AND l.holder_id = access.link_holder()
          AND l.about->>'personId' = access.link_subject('person')::text;
    END IF;
    RETURN true;
  END $$;
CREATE OR REPLACE FUNCTION access.not_me_by_link() RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE person uuid := access.link_subject('person'); holder uuid := access.link_holder();
  BEGIN
    IF person IS NULL THEN RETURN NULL; END IF;
    PERFORM access.silence_by_link();
    UPDATE public.people p SET not_me_at = now(), letters_ended_at = coalesce(p.letters_ended_at, now())
      WHERE p.community_id = access.community_id() AND p.person_id = person;
    UPDATE public.links l SET revoked_at = now() WHERE l.community_id = access.community_id()
      AND l.token_hash = access.link_hash() AND l.revoked_at IS NULL;
    PERFORM access.notify(ARRAY[holder], 'people.not-me', NULL, NULL, person, true);
    RETURN holder;
  END $$;
REVOKE ALL ON FUNCTION access.kept_apart(uuid, uuid), access.take_helper_off(uuid), access.may_help_here(),
  access.silence_by_link() FROM PUBLIC;
RESET ROLE;

CREATE TRIGGER blocks_part_from_help AFTER INSERT ON blocks FOR EACH ROW EXECUTE FUNCTION access.part_from_help();
CREATE TRIGGER help_slots_left BEFORE UPDATE OF helper_id ON help_slots FOR EACH ROW
  WHEN (OLD.helper_id IS NOT NULL AND NEW.helper_id IS NULL AND NEW.taken_at IS NOT NULL)
  EXECUTE FUNCTION access.turn_left_behind();
-- Nobody else hangs them on a table of her own (see the end of 0009).
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.part_from_help(), access.turn_left_behind() FROM PUBLIC;
RESET ROLE;
CREATE INDEX outside_letters_to ON outside_letters (community_id, mark, created_at);

-- Sealing makes words a third longer, and other scripts than Latin take two or three bytes a letter: what a form lets
-- through fits.
ALTER TABLE help_calendars DROP CONSTRAINT help_calendars_about_check, ADD CONSTRAINT help_calendars_about_check CHECK (length(about) <= 24000);
ALTER TABLE people DROP CONSTRAINT people_sealed_check, ADD CONSTRAINT people_sealed_check CHECK (length(sealed) <= 16000);
ALTER TABLE updates DROP CONSTRAINT updates_sealed_check, ADD CONSTRAINT updates_sealed_check CHECK (length(sealed) <= 24000);
ALTER TABLE near_words DROP CONSTRAINT near_words_sealed_check, ADD CONSTRAINT near_words_sealed_check CHECK (length(sealed) <= 80000);

-- What cannot be handed over waits, instead of standing first in the queue of every community.
GRANT UPDATE (due_at) ON help_tellings TO porchlight_app;
