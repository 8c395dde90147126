-- Gatherings, what was found in use: a place in a series promised on what was true before the wait; series that cannot be
-- laid out standing in the way of others; groups that grow quiet and go on together; calendars nobody ever took over.

ALTER TABLE gatherings
  ADD COLUMN goes_on_with uuid,                -- called off, since it goes on together with this one
  ADD COLUMN lay_out_after timestamptz,        -- it could not be laid out further: not tried again before
  ADD COLUMN lay_out_tries smallint NOT NULL DEFAULT 0,
  ADD COLUMN lay_out_problem text CHECK (length(lay_out_problem) <= 300),
  ADD FOREIGN KEY (community_id, goes_on_with) REFERENCES gatherings ON DELETE SET NULL (goes_on_with);
CREATE INDEX gatherings_going_on_with ON gatherings (community_id, goes_on_with) WHERE goes_on_with IS NOT NULL;

SET ROLE porchlight_policy;
-- As in 0035, and all of it is looked at once the gathering is held: what was drawn back, called off, made smaller or
-- parted while she waited, and how she stands herself.
CREATE OR REPLACE FUNCTION access.enrol(series uuid, its_guests int, its_children int) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id(); g public.gatherings; mine public.enrolments;
    more int; room boolean; result text;
  BEGIN
    PERFORM FROM public.members m WHERE m.community_id = here AND m.member_id = me FOR KEY SHARE;
    IF NOT FOUND THEN RETURN 'absent'; END IF;
    PERFORM FROM public.circle_members c WHERE c.community_id = here AND c.member_id = me AND c.circle_id =
      (SELECT x.circle_id FROM public.gatherings x WHERE x.community_id = here AND x.gathering_id = series) FOR KEY SHARE;
    SELECT * INTO g FROM public.gatherings x WHERE x.community_id = here AND x.gathering_id = series FOR NO KEY UPDATE;
    IF g.gathering_id IS NULL OR g.sign_up <> 'series' OR NOT access.may_come(g.circle_id, g.seen_by, g.organised_by) THEN
      RETURN 'absent';
    END IF;
    IF g.cancelled_at IS NOT NULL THEN RETURN 'cancelled'; END IF;
    IF NOT EXISTS (SELECT FROM public.occurrences o WHERE o.community_id = here AND o.gathering_id = series
      AND o.starts_at > now() AND o.cancelled_at IS NULL) THEN RETURN 'over'; END IF;
    IF 1 + its_guests + its_children > g.capacity THEN RETURN 'too-many'; END IF;
    SELECT * INTO mine FROM public.enrolments e WHERE e.community_id = here AND e.gathering_id = series AND e.member_id = me;
    more := 1 + its_guests + its_children - CASE mine.answer WHEN 'yes' THEN 1 + mine.guests + mine.children ELSE 0 END;
    room := g.capacity IS NULL OR g.seats_taken + more <= g.capacity AND NOT EXISTS (SELECT FROM public.enrolments e
      WHERE e.community_id = here AND e.gathering_id = series AND e.answer = 'waiting' AND e.member_id <> me
        AND 1 + e.guests + e.children <= g.capacity);
    IF mine.answer = 'yes' AND more > 0 AND NOT room THEN RETURN 'full'; END IF;
    INSERT INTO public.enrolments AS e (community_id, gathering_id, member_id, answer, guests, children, line)
      VALUES (here, series, me, CASE WHEN room THEN 'yes' ELSE 'waiting' END, its_guests, its_children,
        CASE WHEN NOT room THEN (SELECT coalesce(max(w.line), 0) + 1 FROM public.enrolments w
          WHERE w.community_id = here AND w.gathering_id = series) END)
      ON CONFLICT (community_id, gathering_id, member_id) DO UPDATE SET guests = excluded.guests, children = excluded.children;
    PERFORM access.promote_enrolled(here, series);
    SELECT e.answer INTO result FROM public.enrolments e
      WHERE e.community_id = here AND e.gathering_id = series AND e.member_id = me;
    IF result = 'yes' THEN PERFORM access.seat_enrolled(here, series, me); END IF;
    RETURN result;
  END $$;

-- Whoever is suspended while her answer is on its way: it is waited for (she holds her own row), and then freed with the rest.
CREATE FUNCTION access.wait_for_answers() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM FROM public.members m WHERE m.community_id = NEW.community_id AND m.member_id = NEW.member_id FOR UPDATE;
    RETURN NEW;
  END $$;

-- As in 0033, without those that could not be laid out lately.
DROP FUNCTION access.gatherings_to_lay_out(timestamptz);
CREATE FUNCTION access.gatherings_to_lay_out(until_when timestamptz, at_when timestamptz)
  RETURNS TABLE (community_id uuid, gathering_id uuid, member_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT g.community_id, g.gathering_id, coalesce(
      (SELECT m.member_id FROM public.circle_members m WHERE m.community_id = g.community_id AND m.circle_id = g.circle_id
        AND m.role = 'facilitator' ORDER BY m.joined_at LIMIT 1),
      CASE WHEN g.circle_id IS NULL THEN coalesce(g.organised_by, (SELECT m.member_id FROM public.members m
        WHERE m.community_id = g.community_id AND m.role = 'coordinator' ORDER BY m.member_id LIMIT 1)) END)
    FROM public.gatherings g WHERE g.rule IS NOT NULL AND g.cancelled_at IS NULL AND g.laid_out_until < until_when
      AND (g.lay_out_after IS NULL OR g.lay_out_after <= at_when)
    ORDER BY g.lay_out_tries, g.laid_out_until LIMIT 500; END $$;

-- A series that could not be laid out steps back: a day, then two, up to a month, so that others go on.
CREATE FUNCTION access.put_off_laying_out(series uuid, why text, at_when timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.gatherings g SET lay_out_tries = least(g.lay_out_tries + 1, 30), lay_out_problem = left(why, 300),
        lay_out_after = at_when + least(30, power(2, least(g.lay_out_tries, 5))) * interval '1 day' - interval '1 hour'
      WHERE g.community_id = access.community_id() AND g.gathering_id = series; END $$;

-- To whoever did it herself in name alone: a calendar of others called off what she meant to come to.
CREATE FUNCTION access.notify_myself(its_kind text, subject uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF its_kind !~ '^gatherings\.' THEN RAISE insufficient_privilege USING MESSAGE = 'not of a gathering'; END IF;
    INSERT INTO public.notifications (community_id, member_id, kind, subject_id)
      SELECT m.community_id, m.member_id, its_kind, subject FROM public.members m
      WHERE m.community_id = access.community_id() AND m.member_id = access.member_id() ON CONFLICT DO NOTHING; END $$;

-- Calendars that were looked at and never taken over.
CREATE FUNCTION access.forget_calendars_not_taken(brought_before timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE gone int;
  BEGIN
    DELETE FROM public.calendar_sources s WHERE s.accepted_at IS NULL AND s.created_at < brought_before;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END $$;

REVOKE ALL ON FUNCTION access.gatherings_to_lay_out(timestamptz, timestamptz), access.put_off_laying_out(uuid, text, timestamptz), access.notify_myself(text, uuid),
  access.forget_calendars_not_taken(timestamptz), access.wait_for_answers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.gatherings_to_lay_out(timestamptz, timestamptz), access.put_off_laying_out(uuid, text, timestamptz), access.notify_myself(text, uuid),
  access.forget_calendars_not_taken(timestamptz) TO porchlight_app;
RESET ROLE;

-- Before the one that frees her places (sanctions_release, 0035): triggers of a row go by their kind, then by name.
CREATE TRIGGER sanctions_wait BEFORE INSERT ON sanctions FOR EACH ROW WHEN (NEW.kind = 'suspension')
  EXECUTE FUNCTION access.wait_for_answers();
