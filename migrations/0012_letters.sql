-- How often she wants letters; only while she wants any (answers.contact: by mail). Without a row: at once.
CREATE TABLE mail_choices (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('instant', 'daily', 'weekly', 'none')),
  PRIMARY KEY (community_id, member_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
-- What differs for one circle; it goes when she leaves.
CREATE TABLE circle_mail_choices (
  community_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  member_id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('instant', 'daily', 'weekly', 'none')),
  PRIMARY KEY (community_id, circle_id, member_id),
  FOREIGN KEY (community_id, circle_id, member_id) REFERENCES circle_members ON DELETE CASCADE
);
CREATE INDEX circle_mail_choices_of ON circle_mail_choices (community_id, member_id);

-- One letter to one member about one period: never two. It holds no word of what it says, which is read through her
-- own eyes while it is written. What stands here outlives every server: whoever comes next goes on from it.
--   claimed   a server is writing it
--   sending   all but the last line was handed to the mail server: from here on it may have been taken
--   sent      the mail server has taken it
--   empty     nothing was left that she may read
--   waiting   it failed, and is tried again
--   given-up  it failed too often, or the address was refused
--   doubtful  the server was killed while sending: never sent again; what it told comes along in the next letter
CREATE TABLE letters (
  community_id uuid NOT NULL,
  letter_id uuid NOT NULL DEFAULT gen_random_uuid(), -- its Message-ID, whatever happens
  member_id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('instant', 'daily', 'weekly')),
  period text NOT NULL,             -- the day, the week's Monday, or the newest thing it tells of
  state text NOT NULL CHECK (state IN ('claimed', 'sending', 'sent', 'empty', 'waiting', 'given-up', 'doubtful')),
  runner uuid,                      -- the run that writes it
  attempts int NOT NULL DEFAULT 1,
  reason text CHECK (reason IN ('refused', 'rejected', 'broken')), -- why the last attempt failed
  next_try timestamptz,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,             -- sent, empty, given up, doubtful
  PRIMARY KEY (community_id, letter_id),
  UNIQUE (community_id, member_id, mode, period),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX letters_open ON letters (state, next_try) WHERE state IN ('claimed', 'sending', 'waiting');
CREATE INDEX letters_given_up ON letters (community_id, ended_at) WHERE state IN ('given-up', 'doubtful');
CREATE INDEX letters_of ON letters (community_id, member_id, mode, created_at DESC);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['mail_choices', 'circle_mail_choices', 'letters'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY hers ON %I TO porchlight_app USING (community_id = access.community_id() AND member_id = access.member_id()) WITH CHECK (community_id = access.community_id() AND member_id = access.member_id())', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, DELETE ON mail_choices, circle_mail_choices TO porchlight_app;
GRANT UPDATE (mode) ON mail_choices, circle_mail_choices TO porchlight_app;
GRANT SELECT ON letters TO porchlight_app;
GRANT UPDATE (state, runner, reason, next_try, ended_at) ON letters TO porchlight_app;

SET ROLE porchlight_policy;
-- A zone that this PostgreSQL does not know must not stop everybody's letters.
CREATE FUNCTION access.known_zone(zone text) RETURNS text
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM now() AT TIME ZONE zone;
    RETURN zone;
  EXCEPTION WHEN invalid_parameter_value THEN RETURN 'UTC';
  END $$;

-- Whom a letter is due to at this moment, and about which period.
--   daily, weekly: what came before eight in the morning of her day, or of her Monday; sent between eight and nine in
--     the evening, or outside the quiet hours she set
--   instant: a minute after it happened (she may just be reading it), ten minutes after the last one, outside her
--     quiet hours; what is urgent at once, and in quiet hours too
CREATE FUNCTION access.letters_due(moment timestamptz, urgent text[])
  RETURNS TABLE (community_id uuid, member_id uuid, mode text, period text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    WITH unmailed AS MATERIALIZED (
      SELECT n.community_id, n.member_id, n.notification_id, n.created_at, s.quiet_from, s.quiet_to,
        coalesce(m.time_zone, c.time_zone) AS zone, n.kind = ANY (urgent) AS hurries,
        CASE WHEN n.kind = ANY (urgent) AND w.wish <> 'none' THEN 'instant' ELSE w.wish END AS wish
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

-- Takes what other runs left lying: there is one run at a time, so whoever began it is gone or was told to stop.
-- `again`: the way letters go out shows the same one only once, so what is in doubt may go again. Of the runs in
-- `known` it is known which letters' last lines left (`gone`): the others may go again as well.
CREATE FUNCTION access.take_over_letters(who uuid, moment timestamptz, again boolean, known uuid[], gone uuid[])
  RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE taken int; BEGIN
    UPDATE public.letters l SET runner = NULL, state = CASE WHEN o.safe THEN 'waiting' ELSE 'doubtful' END,
        next_try = CASE WHEN o.safe THEN moment END, ended_at = CASE WHEN NOT o.safe THEN moment END
      FROM (SELECT x.community_id, x.letter_id, x.state = 'claimed' OR again
          OR x.runner = ANY (known) AND x.letter_id <> ALL (gone) AS safe
        FROM public.letters x WHERE x.state IN ('claimed', 'sending') AND x.runner IS DISTINCT FROM who FOR UPDATE) o
      WHERE l.community_id = o.community_id AND l.letter_id = o.letter_id;
    GET DIAGNOSTICS taken = ROW_COUNT;
    RETURN taken;
  END $$;

-- The next letters to write, at most `most`: those that wait for another try, then those that are due. They are the
-- asker's; of two who ask at once, each letter is one's.
CREATE FUNCTION access.claim_letters(who uuid, moment timestamptz, urgent text[], most int)
  RETURNS TABLE (community_id uuid, letter_id uuid, member_id uuid, mode text, attempts int, account_id text,
    locale text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE again int; BEGIN
    UPDATE public.letters l SET state = 'claimed', runner = who, attempts = l.attempts + (l.reason IS NOT NULL)::int
      FROM (SELECT w.community_id, w.letter_id FROM public.letters w WHERE w.state = 'waiting' AND w.next_try <= moment
        ORDER BY w.next_try LIMIT most FOR UPDATE SKIP LOCKED) w
      WHERE l.community_id = w.community_id AND l.letter_id = w.letter_id;
    GET DIAGNOSTICS again = ROW_COUNT;
    INSERT INTO public.letters AS l (community_id, member_id, mode, period, state, runner, created_at)
      SELECT d.community_id, d.member_id, d.mode, d.period, 'claimed', who, moment
      FROM access.letters_due(moment, urgent) d LIMIT most - again
      ON CONFLICT DO NOTHING;
    RETURN QUERY SELECT l.community_id, l.letter_id, l.member_id, l.mode, l.attempts, m.account_id, m.locale
      FROM public.letters l JOIN public.members m ON m.community_id = l.community_id AND m.member_id = l.member_id
      WHERE l.state = 'claimed' AND l.runner = who;
  END $$;

-- What could not be sent within a week, counted by reason: for coordinators. Whose it was is nobody's business.
CREATE FUNCTION access.unsent_letters() RETURNS TABLE (reason text, letters int)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT coalesce(l.reason, 'doubtful'), count(*)::int FROM public.letters l
    WHERE l.community_id = access.community_id() AND access.my_role() = 'coordinator'
      AND l.state IN ('given-up', 'doubtful') AND l.ended_at > now() - interval '7 days' GROUP BY 1 ORDER BY 1;
  END $$;

CREATE FUNCTION access.forget_old_letters(before timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE gone int; BEGIN
    DELETE FROM public.letters l WHERE l.ended_at < before;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END $$;
REVOKE ALL ON FUNCTION access.known_zone(text), access.letters_due(timestamptz, text[]),
  access.take_over_letters(uuid, timestamptz, boolean, uuid[], uuid[]), access.claim_letters(uuid, timestamptz, text[], int),
  access.unsent_letters(), access.forget_old_letters(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.take_over_letters(uuid, timestamptz, boolean, uuid[], uuid[]),
  access.claim_letters(uuid, timestamptz, text[], int), access.unsent_letters(),
  access.forget_old_letters(timestamptz) TO porchlight_app;
RESET ROLE;
