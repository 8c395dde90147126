-- Reminders of gatherings: the day before, two hours before, and for whoever runs it how many come. What stands here
-- outlives every server: a reminder and its row are made in one transaction, so that it is neither lost nor doubled.
-- See docs/decisions/0036.
ALTER TABLE occurrences ADD COLUMN set_at timestamptz NOT NULL DEFAULT now(); -- when it got the time it stands at, or was brought back

CREATE TABLE reminders (
  community_id uuid NOT NULL,
  occurrence_id uuid NOT NULL,
  member_id uuid NOT NULL,
  which text NOT NULL CHECK (which IN ('day', 'hours', 'evening')), -- evening: of how many come
  starts_at timestamptz NOT NULL,              -- the time she was reminded of: moved to another one, it is due anew
  notification_id uuid,                        -- null: it was not hers to know of any more
  reminded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, occurrence_id, member_id, which),
  FOREIGN KEY (community_id, occurrence_id) REFERENCES occurrences ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX reminders_of ON reminders (community_id, member_id);
CREATE INDEX reminders_old ON reminders (starts_at);

SET ROLE porchlight_policy;
CREATE FUNCTION access.occurrence_set() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN NEW.set_at := now(); RETURN NEW; END $$;

-- Whether a clock shows an hour of quiet; hours that begin in the evening end in the morning. Without any: never. No SET
-- here, so that the planner writes it into the query: it is asked of everybody who comes to anything.
CREATE FUNCTION access.is_quiet(clock time, quiet_from time, quiet_to time) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS $$ SELECT coalesce(CASE WHEN quiet_from < quiet_to THEN clock >= quiet_from AND clock < quiet_to
    WHEN quiet_from > quiet_to THEN clock >= quiet_from OR clock < quiet_to END, false) $$;

-- Whom to remind of what at this moment, in every community: ids only.
--   day      the same hour of her clock the day before (of a whole day: six the evening before). In her quiet hours: at
--            their end if that is still the same day, else a quarter of an hour before they begin. Until four hours before.
--   hours    two hours before. In her quiet hours: at their end if an hour is left then, else a quarter of an hour before
--            they begin. Until five minutes before. None of a whole day.
--   evening  six in the evening before, by the clock of whoever runs it; that takes the place of her own reminder of the day.
-- Whoever has only just heard of it (by answering, getting a place, or because it was moved) is not told again.
-- `whole`: looks at all that lies near. Else only at what no quiet hours moved and has come within a quarter of an hour.
CREATE FUNCTION access.reminders_due(moment timestamptz, most int, whole boolean)
  RETURNS TABLE (community_id uuid, occurrence_id uuid, member_id uuid, which text, starts text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off
  AS $$ BEGIN RETURN QUERY
    WITH ahead AS MATERIALIZED ( -- so far ahead that also quiet hours of most of a day move nothing out of sight
      SELECT o.community_id, o.occurrence_id, o.starts_at, o.set_at, g.all_day,
        -- Who runs it: whoever organises it, else those who look after its circle.
        CASE WHEN g.organised_by IS NOT NULL THEN ARRAY[g.organised_by] ELSE ARRAY(SELECT c.member_id
          FROM public.circle_members c WHERE c.community_id = g.community_id AND c.circle_id = g.circle_id
            AND c.role = 'facilitator') END AS hosts
      FROM public.occurrences o JOIN public.gatherings g USING (community_id, gathering_id)
      WHERE o.starts_at > moment AND o.starts_at <= moment + interval '45 hours'
        AND (whole OR o.starts_at > moment + interval '105 minutes' AND o.starts_at <= moment + interval '2 hours'
          OR o.starts_at > moment + interval '22 hours 45 minutes' AND o.starts_at <= moment + interval '25 hours')
        AND o.cancelled_at IS NULL AND g.cancelled_at IS NULL
    ), people AS (
      SELECT a.community_id, a.occurrence_id, a.starts_at, a.all_day, r.member_id,
        greatest(a.set_at, r.answered_at, r.promoted_at) AS heard_at, r.member_id = ANY (a.hosts) AS runs, true AS comes
      FROM ahead a JOIN public.rsvps r ON r.community_id = a.community_id AND r.occurrence_id = a.occurrence_id
        AND r.answer IN ('yes', 'maybe')
      UNION ALL SELECT a.community_id, a.occurrence_id, a.starts_at, a.all_day, h.member_id, a.set_at, true, false
      FROM ahead a CROSS JOIN unnest(a.hosts) h (member_id)
    ), wanted AS MATERIALIZED (
      SELECT p.*, k.which, k.since, coalesce(m.time_zone, c.time_zone) AS zone, s.quiet_from AS qf, s.quiet_to AS qt
      FROM people p JOIN public.members m USING (community_id, member_id) JOIN public.communities c USING (community_id)
      LEFT JOIN public.notification_settings s USING (community_id, member_id)
      JOIN (VALUES ('day', interval '25 hours', interval '4 hours', interval '6 hours'),
          ('hours', interval '2 hours', interval '5 minutes', interval '1 hour'),
          ('evening', interval '31 hours', interval '5 minutes', interval '0')) k (which, sooner, later, since)
        ON CASE k.which WHEN 'evening' THEN NOT p.comes WHEN 'day' THEN p.comes AND NOT p.runs ELSE p.comes AND NOT p.all_day END
        -- What cannot be due yet, wherever her quiet hours move it, is not looked at any closer.
        AND p.starts_at > moment + k.later AND p.starts_at <= moment + k.sooner + CASE WHEN s.quiet_from <> s.quiet_to
          THEN s.quiet_to - s.quiet_from + (s.quiet_from > s.quiet_to)::int * interval '1 day' + interval '15 minutes'
          ELSE interval '0' END
      WHERE NOT EXISTS (SELECT FROM public.reminders x WHERE x.community_id = p.community_id AND x.which = k.which
        AND x.occurrence_id = p.occurrence_id AND x.member_id = p.member_id AND x.starts_at = p.starts_at)
    ), zones AS MATERIALIZED (
      SELECT y.zone, y.safe, (moment AT TIME ZONE y.safe)::time AS clock
      FROM (SELECT d.zone, access.known_zone(d.zone) AS safe FROM (SELECT DISTINCT v.zone FROM wanted v) d) y
    )
    SELECT w.community_id, w.occurrence_id, w.member_id, w.which, w.starts_at::text
    FROM wanted w JOIN zones z USING (zone)
    -- By her clock: when it would be, whether she is quiet then, from when to when, and when it is due. Each step stands
    -- for itself (OFFSET 0): written into one another they would be reckoned again and again.
    CROSS JOIN LATERAL (SELECT CASE WHEN w.which = 'hours' THEN (w.starts_at - interval '2 hours') AT TIME ZONE z.safe
      WHEN w.which = 'day' AND NOT w.all_day THEN (w.starts_at AT TIME ZONE z.safe) - interval '1 day'
      ELSE (w.starts_at AT TIME ZONE z.safe)::date - 1 + time '18:00' END AS wall OFFSET 0) t
    CROSS JOIN LATERAL (SELECT t.wall::time AS clock, t.wall::date AS day OFFSET 0) u
    CROSS JOIN LATERAL (SELECT access.is_quiet(u.clock, w.qf, w.qt) AS then_quiet,
      u.day - (w.qf > w.qt AND u.clock < w.qt)::int + w.qf AS begins,
      u.day + (w.qf > w.qt AND u.clock >= w.qf)::int + w.qt AS ends OFFSET 0) q
    CROSS JOIN LATERAL (SELECT CASE WHEN NOT q.then_quiet THEN t.wall
      WHEN CASE w.which WHEN 'hours' THEN q.ends AT TIME ZONE z.safe <= w.starts_at - interval '1 hour'
        ELSE q.ends::date = u.day END THEN q.ends
      ELSE q.begins - interval '15 minutes' END AT TIME ZONE z.safe AS due_at OFFSET 0) d
    WHERE d.due_at <= moment AND w.heard_at <= d.due_at - w.since AND NOT access.is_quiet(z.clock, w.qf, w.qt)
    ORDER BY w.starts_at, w.occurrence_id, w.member_id LIMIT most; END $$;

-- Reminds whoever asks of what is due to her, once for the time it stands at: of two who do it together, one. What she may
-- not come to (or does not run) any more is noted and not told. Whether she was told.
CREATE FUNCTION access.remind(its uuid, its_which text, its_start timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id(); g public.gatherings; before uuid; told uuid;
    hers boolean;
  BEGIN
    SELECT x.* INTO g FROM public.gatherings x JOIN public.occurrences o USING (community_id, gathering_id)
      WHERE o.community_id = here AND o.occurrence_id = its AND o.starts_at = its_start AND o.cancelled_at IS NULL
        AND x.cancelled_at IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    SELECT r.notification_id INTO before FROM public.reminders r
      WHERE r.community_id = here AND r.occurrence_id = its AND r.member_id = me AND r.which = its_which;
    INSERT INTO public.reminders AS r (community_id, occurrence_id, member_id, which, starts_at)
      VALUES (here, its, me, its_which, its_start)
      ON CONFLICT (community_id, occurrence_id, member_id, which) DO UPDATE SET starts_at = excluded.starts_at,
        notification_id = NULL, reminded_at = now() WHERE r.starts_at <> excluded.starts_at;
    IF NOT FOUND THEN RETURN false; END IF;
    DELETE FROM public.notifications n WHERE n.community_id = here AND n.notification_id = before AND n.seen_at IS NULL;
    hers := CASE its_which WHEN 'evening' THEN access.runs(g.circle_id, g.organised_by)
      ELSE access.may_come(g.circle_id, g.seen_by, g.organised_by) AND EXISTS (SELECT FROM public.rsvps r
        WHERE r.community_id = here AND r.occurrence_id = its AND r.member_id = me AND r.answer IN ('yes', 'maybe')) END;
    IF hers IS NOT TRUE THEN RETURN false; END IF;
    -- Not by access.notify, which tells nobody of what she does herself. A circle's session names its circle: whoever
    -- leaves it, or wants no letters about it, is not told.
    INSERT INTO public.notifications (community_id, member_id, kind, circle_id, subject_id)
      VALUES (here, me, 'gatherings.reminder-' || its_which, CASE WHEN g.seen_by = 'circle' THEN g.circle_id END, its)
      ON CONFLICT DO NOTHING RETURNING notification_id INTO told;
    UPDATE public.reminders r SET notification_id = told
      WHERE r.community_id = here AND r.occurrence_id = its AND r.member_id = me AND r.which = its_which;
    RETURN told IS NOT NULL;
  END $$;

-- What is over reminds of nothing: not in an inbox either.
CREATE FUNCTION access.forget_old_reminders(before timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE gone int; BEGIN
    WITH old AS (DELETE FROM public.reminders r WHERE r.starts_at < before RETURNING r.community_id, r.notification_id)
    DELETE FROM public.notifications n USING old
      WHERE n.community_id = old.community_id AND n.notification_id = old.notification_id;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END $$;

-- As in 0012, and a reminder waits for no digest: it comes at once, though never in her quiet hours.
CREATE OR REPLACE FUNCTION access.letters_due(moment timestamptz, urgent text[])
  RETURNS TABLE (community_id uuid, member_id uuid, mode text, period text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    WITH unmailed AS MATERIALIZED (
      SELECT n.community_id, n.member_id, n.notification_id, n.created_at, s.quiet_from, s.quiet_to,
        coalesce(m.time_zone, c.time_zone) AS zone, n.kind = ANY (urgent) AS hurries,
        CASE WHEN (n.kind = ANY (urgent) OR n.kind LIKE 'gatherings.reminder-%') AND w.wish <> 'none' THEN 'instant'
          ELSE w.wish END AS wish
      FROM public.notifications n
      JOIN public.notification_settings s ON s.community_id = n.community_id AND s.member_id = n.member_id AND s.by_mail
      JOIN public.members m ON m.community_id = n.community_id AND m.member_id = n.member_id
      JOIN public.communities c ON c.community_id = n.community_id
      LEFT JOIN public.mail_choices e ON e.community_id = n.community_id AND e.member_id = n.member_id
      LEFT JOIN public.circle_mail_choices o ON o.community_id = n.community_id AND o.member_id = n.member_id
        AND o.circle_id = n.circle_id
      CROSS JOIN LATERAL (SELECT coalesce(o.mode, e.mode, 'instant') AS wish) w
      WHERE n.seen_at IS NULL AND n.mailed_at IS NULL AND w.wish <> 'none'
    ), zones AS MATERIALIZED (
      SELECT z.zone, z.now_there::time AS clock,
        (z.day + time '08:00') AT TIME ZONE z.safe AS day_from, z.day,
        (z.monday + time '08:00') AT TIME ZONE z.safe AS week_from, z.monday
      FROM (SELECT y.zone, y.safe, y.now_there, (y.now_there - interval '8 hours')::date AS day,
          date_trunc('week', y.now_there - interval '8 hours')::date AS monday
        FROM (SELECT x.zone, x.safe, moment AT TIME ZONE x.safe AS now_there
          FROM (SELECT d.zone, access.known_zone(d.zone) AS safe
            FROM (SELECT DISTINCT u.zone FROM unmailed u) d) x) y) z
    ), waiting AS (
      SELECT u.community_id, u.member_id, u.wish, z.day, z.monday, z.day_from, z.week_from,
        CASE WHEN u.quiet_from < u.quiet_to THEN z.clock >= u.quiet_from AND z.clock < u.quiet_to
          WHEN u.quiet_from > u.quiet_to THEN z.clock >= u.quiet_from OR z.clock < u.quiet_to
          ELSE u.wish <> 'instant' AND (z.clock < time '08:00' OR z.clock >= time '21:00') END AS quiet,
        min(u.created_at) AS oldest, bool_or(u.hurries) AS hurries,
        (array_agg(u.notification_id ORDER BY u.created_at DESC, u.notification_id))[1] AS newest
      FROM unmailed u JOIN zones z ON z.zone = u.zone GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    )
    SELECT w.community_id, w.member_id, w.wish,
      CASE w.wish WHEN 'daily' THEN w.day::text WHEN 'weekly' THEN w.monday::text ELSE w.newest::text END
    FROM waiting w
    WHERE (NOT w.quiet OR w.hurries)
      AND CASE w.wish WHEN 'daily' THEN w.oldest < w.day_from WHEN 'weekly' THEN w.oldest < w.week_from
        ELSE w.hurries OR w.oldest <= moment - interval '1 minute' AND NOT EXISTS (SELECT FROM public.letters l
          WHERE l.community_id = w.community_id AND l.member_id = w.member_id AND l.mode = 'instant'
            AND l.state IN ('sent', 'doubtful') AND l.ended_at > moment - interval '10 minutes') END
      AND NOT EXISTS (SELECT FROM public.letters l WHERE l.community_id = w.community_id AND l.member_id = w.member_id
        AND l.mode = w.wish AND (l.state IN ('claimed', 'sending')
          OR l.period = CASE w.wish WHEN 'daily' THEN w.day::text WHEN 'weekly' THEN w.monday::text ELSE w.newest::text END));
  END $$;
REVOKE ALL ON FUNCTION access.is_quiet(time, time, time), access.reminders_due(timestamptz, int, boolean),
  access.remind(uuid, text, timestamptz), access.forget_old_reminders(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.reminders_due(timestamptz, int, boolean), access.remind(uuid, text, timestamptz),
  access.forget_old_reminders(timestamptz) TO porchlight_app;
RESET ROLE;

ALTER TABLE reminders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON reminders TO porchlight_policy;
CREATE POLICY definer ON reminders TO porchlight_policy USING (true) WITH CHECK (true);
GRANT SELECT ON reminders TO porchlight_app;
CREATE POLICY hers ON reminders FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());

CREATE TRIGGER occurrences_set BEFORE UPDATE OF starts_at, cancelled_at ON occurrences FOR EACH ROW
  WHEN ((OLD.starts_at, OLD.cancelled_at) IS DISTINCT FROM (NEW.starts_at, NEW.cancelled_at))
  EXECUTE FUNCTION access.occurrence_set();
-- Nobody else hangs it on a table of her own (see the end of 0009).
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.occurrence_set() FROM PUBLIC;
RESET ROLE;
