-- What happens by the clock: one row a job, saying who is at it and since when. No queue: the work itself stands in
-- the tables it is about, and is claimed there. In a schema of its own, because it belongs to the server and not to
-- a community; only the functions below reach it.
CREATE SCHEMA jobs;
GRANT USAGE ON SCHEMA jobs TO porchlight_policy;
CREATE TABLE jobs.ticks (
  job text PRIMARY KEY,
  period bigint NOT NULL DEFAULT -1,           -- the minute, hour or day since 1970 that was last begun
  runner uuid,                                 -- the server at it; null: nobody
  -- Nobody else begins before this moment: the runner moves it on while it lives, a failure moves it away.
  begins_after timestamptz NOT NULL DEFAULT '-infinity',
  finished_at timestamptz,                     -- null: under way, failed, or its server was killed
  failures int NOT NULL DEFAULT 0,             -- in a row
  failing_since timestamptz
);
ALTER TABLE jobs.ticks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON jobs.ticks TO porchlight_policy;
CREATE POLICY definer ON jobs.ticks TO porchlight_policy USING (true) WITH CHECK (true);

SET ROLE porchlight_policy;
-- The next job that is due and at which nobody is, now the asker's; null when there is none. `moment` null: by the
-- database's clock, the same for all servers. Of two who ask at once, the second passes over the first one's row.
CREATE FUNCTION access.begin_job(names text[], seconds int[], who uuid, lease interval, moment timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE at timestamptz := coalesce(moment, clock_timestamp()); begun text;
  BEGIN
    IF EXISTS (SELECT FROM unnest(names) n WHERE NOT EXISTS (SELECT FROM jobs.ticks t WHERE t.job = n)) THEN
      INSERT INTO jobs.ticks (job) SELECT unnest(names) ON CONFLICT DO NOTHING;
    END IF;
    UPDATE jobs.ticks t SET runner = who, period = floor(extract(epoch FROM at) / due.each)::bigint,
        begins_after = at + lease, finished_at = NULL
      FROM (SELECT x.job, w.each FROM jobs.ticks x JOIN unnest(names, seconds) w (job, each) ON w.job = x.job
        WHERE x.begins_after <= at
          AND (x.finished_at IS NULL OR x.period < floor(extract(epoch FROM at) / w.each)::bigint)
        ORDER BY x.begins_after, x.job LIMIT 1 FOR UPDATE OF x SKIP LOCKED) due
      WHERE t.job = due.job RETURNING t.job INTO begun;
    RETURN begun;
  END $$;

-- The runner lives. False when it was thought dead and another has taken over.
CREATE FUNCTION access.stay_at_job(name text, who uuid, lease interval) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE jobs.ticks t SET begins_after = clock_timestamp() + lease
      WHERE t.job = name AND t.runner = who AND t.finished_at IS NULL;
    RETURN FOUND;
  END $$;

-- 'done', 'failed' (tried again after a minute, two, four ... at most an hour) or 'left' (the server goes down: the
-- next one may begin at once).
CREATE FUNCTION access.end_job(name text, who uuid, how text, moment timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE at timestamptz := coalesce(moment, clock_timestamp());
  BEGIN
    UPDATE jobs.ticks t SET runner = NULL,
        finished_at = CASE WHEN how = 'done' THEN at END,
        begins_after = CASE how WHEN 'failed'
          THEN at + least(interval '1 minute' * power(2, least(t.failures, 6)), interval '1 hour') ELSE at END,
        failures = CASE how WHEN 'done' THEN 0 WHEN 'failed' THEN t.failures + 1 ELSE t.failures END,
        failing_since = CASE how WHEN 'done' THEN NULL WHEN 'failed' THEN coalesce(t.failing_since, at)
          ELSE t.failing_since END
      WHERE t.job = name AND t.runner = who AND t.finished_at IS NULL;
  END $$;

-- What has gone wrong three times running: for the coordinator's page.
CREATE FUNCTION access.failing_jobs() RETURNS TABLE (job text, since timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT t.job, t.failing_since FROM jobs.ticks t
    WHERE t.failures >= 3 AND access.my_role() = 'coordinator' ORDER BY t.failing_since;
  END $$;
REVOKE ALL ON FUNCTION access.begin_job(text[], int[], uuid, interval, timestamptz),
  access.stay_at_job(text, uuid, interval), access.end_job(text, uuid, text, timestamptz), access.failing_jobs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.begin_job(text[], int[], uuid, interval, timestamptz),
  access.stay_at_job(text, uuid, interval), access.end_job(text, uuid, text, timestamptz), access.failing_jobs()
  TO porchlight_app;
RESET ROLE;
