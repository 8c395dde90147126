SET ROLE porchlight_policy;
-- The open help calendars of a member that whoever is asking may see, told apart by what is wanted, until when, and how
-- much of it nobody has taken. Who helps stays behind the calendar's own link.
CREATE FUNCTION access.help_calendars_at_a_glance(holder uuid)
  RETURNS TABLE (calendar_id uuid, about text, time_zone text, link_id uuid, tasks text[], first_day date, last_day date, open int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT c.calendar_id, c.about, c.time_zone, l.link_id, a.tasks, a.first_day, a.last_day, a.open
      FROM public.help_calendars c
      JOIN public.links l ON l.community_id = c.community_id AND l.kind = 'help-calendar' AND l.subject_id = c.calendar_id
        AND l.revoked_at IS NULL
      CROSS JOIN LATERAL (SELECT array_agg(DISTINCT s.task) AS tasks, min(s.day) AS first_day, max(s.day) AS last_day,
          (count(*) FILTER (WHERE s.helper_id IS NULL))::int AS open FROM public.help_slots s
        WHERE s.community_id = c.community_id AND s.calendar_id = c.calendar_id AND s.closed_at IS NULL AND s.ends_at > now()) a
      WHERE c.community_id = access.community_id() AND c.holder_id = holder AND NOT c.for_other
        AND holder = ANY (access.sharing_with_me('help'))
        AND c.consent = 'given' AND c.ended_at IS NULL ORDER BY a.first_day NULLS LAST, c.asked_at, c.calendar_id; END $$;
REVOKE ALL ON FUNCTION access.help_calendars_at_a_glance(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.help_calendars_at_a_glance(uuid) TO porchlight_app;

-- A member who took a turn is reminded in time, and told before she cooks in vain, however seldom she wants her letters.
DO $$
DECLARE was text; now_is text;
BEGIN
  was := pg_get_functiondef('access.letters_due(timestamptz, text[])'::regprocedure);
  now_is := replace(was, $s$n.kind = 'gatherings.withdrawn'$s$, $s$n.kind IN ('gatherings.withdrawn',
          'help-calendars.turn-day', 'help-calendars.turn-morning', 'help-calendars.turn-closed')$s$);
  IF now_is = was THEN RAISE EXCEPTION 'access.letters_due is not as it was'; END IF;
  EXECUTE now_is;
END $$;
RESET ROLE;
