-- Gatherings, tried by somebody who means harm. What was found: a circle that goes into hiding left its gatherings in the
-- open; whoever may no longer organise in public could not even call off what she had announced; who runs a gathering and
-- whose it is could be rewritten; an answer given while it is called off was taken, and nobody told her.

-- Whether a change is allowed is asked of what changes: what stays as it was needs no leave.
ALTER POLICY running ON gatherings
  USING (community_id = access.community_id() AND access.runs(circle_id, organised_by))
  WITH CHECK (community_id = access.community_id() AND access.runs(circle_id, organised_by));

SET ROLE porchlight_policy;
-- Whose it is, and its name in calendars, is said once; only the database itself (erasure, circles that go on together)
-- changes it later. Whom it is shown to is decided anew.
CREATE FUNCTION access.guard_gathering() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF current_user <> 'porchlight_app' THEN RETURN NEW; END IF;
    IF (NEW.community_id, NEW.gathering_id, NEW.uid, NEW.circle_id, NEW.organised_by, NEW.created_at)
        IS DISTINCT FROM (OLD.community_id, OLD.gathering_id, OLD.uid, OLD.circle_id, OLD.organised_by, OLD.created_at)
      OR NEW.source_id IS NOT NULL AND NEW.source_id IS DISTINCT FROM OLD.source_id
      OR NEW.seen_by <> OLD.seen_by AND NOT access.may_organise(NEW.circle_id, NEW.seen_by) THEN
      RAISE insufficient_privilege USING MESSAGE = 'not hers to change';
    END IF;
    RETURN NEW;
  END $$;
-- A time belongs to its gathering; it passes to another one by access.hand_over() alone.
CREATE FUNCTION access.guard_occurrence() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF current_user = 'porchlight_app' THEN
      RAISE insufficient_privilege USING MESSAGE = 'a time belongs to its gathering';
    END IF;
    RETURN NEW;
  END $$;

-- A circle that goes into hiding takes its gatherings along. Those from outside it lose their places: see
-- gatherings_drawn_back in 0035.
CREATE FUNCTION access.circle_hides() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM FROM public.gatherings g WHERE g.community_id = NEW.community_id AND g.circle_id = NEW.circle_id
      ORDER BY g.gathering_id FOR UPDATE;
    UPDATE public.gatherings g SET seen_by = 'circle', sequence = g.sequence + 1, updated_at = now()
      WHERE g.community_id = NEW.community_id AND g.circle_id = NEW.circle_id AND g.seen_by <> 'circle';
    RETURN NULL;
  END $$;

-- Nor does one stay in the open that goes over to a circle in hiding, when two go on together.
CREATE FUNCTION access.gathering_hides() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF EXISTS (SELECT FROM public.circles c WHERE c.community_id = NEW.community_id AND c.circle_id = NEW.circle_id
      AND c.joining = 'hidden') THEN NEW.seen_by := 'circle'; END IF;
    RETURN NEW;
  END $$;

-- As in 0035, and the gathering is held before it is read: one that is called off, drawn back or parted at this moment is
-- waited for, so that nobody has a place at what is off, or was told of before she came.
CREATE OR REPLACE FUNCTION access.answer_occurrence(its uuid, said text, its_guests int DEFAULT NULL, its_children int DEFAULT NULL,
    its_company text DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id(); g public.gatherings; o public.occurrences;
    mine public.rsvps; party public.enrolments; result text := said;
  BEGIN
    -- Held until the end: whoever erases herself or leaves the circle in another window waits, or this finds her gone.
    PERFORM FROM public.members m WHERE m.community_id = here AND m.member_id = me FOR KEY SHARE;
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    SELECT x.* INTO g FROM public.gatherings x JOIN public.occurrences t USING (community_id, gathering_id)
      WHERE t.community_id = here AND t.occurrence_id = its;
    PERFORM FROM public.circle_members c WHERE c.community_id = here AND c.circle_id = g.circle_id AND c.member_id = me FOR KEY SHARE;
    -- Those who answer do not wait for one another here, only for whoever changes it (FOR UPDATE); then it is read anew.
    PERFORM FROM public.gatherings x WHERE x.community_id = here AND x.gathering_id = g.gathering_id FOR KEY SHARE;
    SELECT x.* INTO g FROM public.gatherings x JOIN public.occurrences t USING (community_id, gathering_id)
      WHERE t.community_id = here AND t.occurrence_id = its;
    -- What she once took she may always give back, also when she could not come to it any more.
    IF g.gathering_id IS NULL OR NOT access.may_come(g.circle_id, g.seen_by, g.organised_by)
      AND NOT (said IN ('no', 'none') AND EXISTS (SELECT FROM public.rsvps r WHERE r.community_id = here
        AND r.occurrence_id = its AND r.member_id = me)) THEN RETURN 'absent'; END IF;
    SELECT * INTO o FROM public.occurrences t WHERE t.community_id = here AND t.occurrence_id = its FOR NO KEY UPDATE;
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    IF o.cancelled_at IS NOT NULL OR g.cancelled_at IS NOT NULL THEN RETURN 'cancelled'; END IF;
    IF o.ends_at <= now() THEN RETURN 'over'; END IF;
    IF g.sign_up = 'series' THEN
      SELECT * INTO party FROM public.enrolments e WHERE e.community_id = here AND e.gathering_id = g.gathering_id
        AND e.member_id = me AND e.answer = 'yes';
      IF NOT FOUND AND said NOT IN ('no', 'none') THEN RETURN 'series'; END IF;
      its_guests := party.guests; its_children := party.children;
    END IF;
    SELECT * INTO mine FROM public.rsvps r WHERE r.community_id = here AND r.occurrence_id = its AND r.member_id = me;
    IF said = 'yes' THEN
      result := access.take_seats(here, its, me, coalesce(its_guests, mine.guests, 0), coalesce(its_children, mine.children, 0));
    ELSIF said = 'none' THEN
      DELETE FROM public.rsvps r WHERE r.community_id = here AND r.occurrence_id = its AND r.member_id = me;
    ELSE
      INSERT INTO public.rsvps AS r (community_id, occurrence_id, gathering_id, member_id, answer)
        VALUES (here, its, g.gathering_id, me, said)
        ON CONFLICT (community_id, occurrence_id, member_id) DO UPDATE SET answer = excluded.answer, line = NULL,
          promoted_at = NULL, walks_with = NULL, answered_at = now();
    END IF;
    UPDATE public.rsvps r SET company = nullif(its_company, ''), walks_with = NULL WHERE its_company IS NOT NULL
      AND r.community_id = here AND r.occurrence_id = its AND r.member_id = me AND r.company IS DISTINCT FROM nullif(its_company, '');
    RETURN result;
  END $$;
-- As in 0033, and it stays whose it was: a coordinator who moves somebody's evening does not take it from her. What was
-- handed out goes along.
CREATE OR REPLACE FUNCTION access.hand_over(gathering uuid, taking_over uuid, from_when timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF (SELECT count(*) FROM public.gatherings g WHERE g.community_id = access.community_id()
        AND (g.gathering_id = gathering OR g.gathering_id = taking_over AND g.follows_id = gathering)
        AND access.runs(g.circle_id, g.organised_by)) <> 2 THEN
      RAISE insufficient_privilege USING MESSAGE = 'not hers to hand over';
    END IF;
    UPDATE public.occurrences o SET gathering_id = taking_over
      WHERE o.community_id = access.community_id() AND o.gathering_id = gathering AND o.recurs_at >= from_when;
    UPDATE public.rsvps r SET gathering_id = taking_over FROM public.occurrences o
      WHERE r.community_id = access.community_id() AND r.gathering_id = gathering
        AND o.community_id = r.community_id AND o.occurrence_id = r.occurrence_id AND o.gathering_id = taking_over;
    INSERT INTO public.enrolments (community_id, gathering_id, member_id, answer, guests, children, line, enrolled_at)
      SELECT e.community_id, taking_over, e.member_id, e.answer, e.guests, e.children, e.line, e.enrolled_at
      FROM public.enrolments e WHERE e.community_id = access.community_id() AND e.gathering_id = gathering;
    UPDATE public.gatherings n SET seats_taken = g.seats_taken, waiting = g.waiting, organised_by = g.organised_by,
        organiser_name = g.organiser_name FROM public.gatherings g
      WHERE n.community_id = access.community_id() AND n.gathering_id = taking_over
        AND g.community_id = n.community_id AND g.gathering_id = gathering;
    INSERT INTO public.gathering_materials (community_id, material_id, gathering_id, title, link, note, added_at)
      SELECT m.community_id, gen_random_uuid(), taking_over, m.title, m.link, m.note, m.added_at
      FROM public.gathering_materials m WHERE m.community_id = access.community_id() AND m.gathering_id = gathering;
  END $$;

-- As in 0033, and whoever takes no part for now reads nobody's name, also where she has a place later on.
CREATE OR REPLACE FUNCTION access.coming_to(occurrence uuid)
  RETURNS TABLE (member_id uuid, display_name text, answer text, guests smallint, children smallint, line bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE host boolean;
  BEGIN
    IF NOT access.takes_part() THEN RETURN; END IF;
    SELECT access.runs(g.circle_id, g.organised_by) INTO host
      FROM public.occurrences o JOIN public.gatherings g USING (community_id, gathering_id)
      WHERE o.community_id = access.community_id() AND o.occurrence_id = occurrence;
    IF NOT coalesce(host, false) AND NOT EXISTS (SELECT FROM public.rsvps r WHERE r.community_id = access.community_id()
      AND r.occurrence_id = occurrence AND r.member_id = access.member_id() AND r.answer = 'yes') THEN RETURN; END IF;
    RETURN QUERY SELECT r.member_id, m.display_name, r.answer, r.guests, r.children, r.line
      FROM public.rsvps r JOIN public.members m USING (community_id, member_id)
      WHERE r.community_id = access.community_id() AND r.occurrence_id = occurrence
        AND (host AND r.answer IN ('yes', 'maybe', 'waiting') OR r.answer = 'yes')
        AND (host OR r.member_id <> ALL (access.my_blocked_ids()))
      ORDER BY r.answer DESC, r.line, r.answered_at, r.member_id;
  END $$;

REVOKE ALL ON FUNCTION access.guard_gathering(), access.guard_occurrence(), access.circle_hides(),
  access.gathering_hides() FROM PUBLIC;
RESET ROLE;

CREATE TRIGGER gatherings_guard BEFORE UPDATE ON gatherings FOR EACH ROW EXECUTE FUNCTION access.guard_gathering();
CREATE TRIGGER occurrences_guard BEFORE UPDATE OF community_id, occurrence_id, gathering_id ON occurrences FOR EACH ROW
  WHEN ((OLD.community_id, OLD.occurrence_id, OLD.gathering_id) IS DISTINCT FROM (NEW.community_id, NEW.occurrence_id, NEW.gathering_id))
  EXECUTE FUNCTION access.guard_occurrence();
-- One that ends is archived in hiding, and has called off or handed on what it had (0033).
CREATE TRIGGER circles_hide AFTER UPDATE OF joining ON circles FOR EACH ROW
  WHEN (NEW.joining = 'hidden' AND OLD.joining <> 'hidden' AND NEW.archived_at IS NULL)
  EXECUTE FUNCTION access.circle_hides();
CREATE TRIGGER gatherings_hide BEFORE UPDATE OF circle_id ON gatherings FOR EACH ROW
  WHEN (NEW.circle_id IS DISTINCT FROM OLD.circle_id) EXECUTE FUNCTION access.gathering_hides();
-- Those that stand in the open already.
ALTER TABLE gatherings NO FORCE ROW LEVEL SECURITY;
ALTER TABLE circles NO FORCE ROW LEVEL SECURITY;
UPDATE gatherings g SET seen_by = 'circle' FROM circles c WHERE c.community_id = g.community_id AND c.circle_id = g.circle_id
  AND c.joining = 'hidden' AND c.archived_at IS NULL AND g.seen_by <> 'circle';
ALTER TABLE gatherings FORCE ROW LEVEL SECURITY;
ALTER TABLE circles FORCE ROW LEVEL SECURITY;
