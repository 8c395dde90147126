-- What the ladder does, and what may be known of it. The first five are for the work by the clock, which nobody's eyes
-- look through: where a member is asking, they answer nothing.
SET ROLE porchlight_policy;
-- The asks that something is due for, in any community; ids only. Nothing climbs in a circle where nobody can write,
-- nor after a month: by then it is for people to see to.
CREATE FUNCTION access.first_replies_due(moment timestamptz, most int)
  RETURNS TABLE (community_id uuid, thread_id uuid, step text, what text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT f.community_id, f.thread_id, f.step,
      CASE WHEN f.due_at <= moment THEN 'climb' WHEN f.remind_at <= moment THEN 'remind' ELSE 'more' END
    FROM public.first_replies f JOIN public.circles c USING (community_id, circle_id)
    WHERE access.member_id() IS NULL AND f.answered_at IS NULL AND c.closed_at IS NULL AND c.archived_at IS NULL AND c.locked_at IS NULL
      AND least(f.due_at, f.ask_more_at, f.remind_at) <= moment AND f.asked_at > moment - interval '30 days'
    ORDER BY least(f.due_at, f.ask_more_at, f.remind_at), f.thread_id LIMIT most;
  END $$;

-- Takes one piece of work: false when another server was quicker, or when an answer came.
CREATE FUNCTION access.take_first_reply(thread uuid, its_step text, what text, moment timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    -- One at a time in a community: two asks at once must not choose the same listener.
    PERFORM FROM public.communities c WHERE c.community_id = access.community_id() FOR NO KEY UPDATE;
    UPDATE public.first_replies f SET
        step = CASE WHEN what <> 'climb' THEN f.step WHEN f.step = 'members' THEN 'listeners'
          WHEN f.step = 'listeners' THEN 'facilitators' ELSE 'coordinator' END,
        due_at = CASE WHEN what <> 'climb' THEN f.due_at
          WHEN f.step = 'members' THEN greatest(moment, f.asked_at + (f.promised_at - f.asked_at) / 2)
          WHEN f.step = 'listeners' THEN greatest(moment, f.promised_at) END,
        ask_more_at = CASE WHEN what = 'more' THEN NULL ELSE f.ask_more_at END,
        remind_at = CASE WHEN what = 'remind' THEN NULL ELSE f.remind_at END,
        reminded_at = CASE WHEN what = 'remind' THEN moment ELSE f.reminded_at END
      WHERE access.member_id() IS NULL AND f.community_id = access.community_id() AND f.thread_id = thread
        AND f.answered_at IS NULL AND f.step = its_step
        AND CASE what WHEN 'climb' THEN f.due_at WHEN 'remind' THEN f.remind_at ELSE f.ask_more_at END <= moment;
    RETURN FOUND;
  END $$;

-- The asker and those who might be asked, with what they told us, for the engine to choose. `may`: she may read it
-- and write there, and no block stands between the two. `asked`: as what she has been asked about it, or 'declined'.
CREATE FUNCTION access.first_reply_company(thread uuid, today date)
  RETURNS TABLE (member_id uuid, circle_id uuid, asks boolean, listens boolean, facilitates boolean, may boolean, asked text,
    last_asked_at timestamptz, stages jsonb, topics text[], languages text[], free text[], locale text, time_zone text,
    quiet_from time, quiet_to time, for_stages text[], age_from int, age_to int, for_topics text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE t public.posts; asker uuid;
  BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN; END IF;
    SELECT * INTO t FROM public.posts p WHERE p.community_id = access.community_id() AND p.post_id = thread;
    asker := access.writer_of(t);
    RETURN QUERY
    SELECT m.member_id, t.circle_id, m.member_id = asker, coalesce(coalesce(l.not_until, today) <= today AND l.member_id IS NOT NULL, false),
      s.role = 'facilitator',
      m.member_id <> asker AND NOT EXISTS (SELECT FROM public.blocks b WHERE b.community_id = m.community_id
          AND (b.blocker_id, b.blocked_id) IN ((m.member_id, asker), (asker, m.member_id)))
        AND EXISTS (SELECT FROM access.readers_of(t.community_id, t.post_id, ARRAY[m.member_id]))
        AND NOT EXISTS (SELECT FROM public.sanctions x WHERE x.community_id = m.community_id AND x.member_id = m.member_id
          AND coalesce(x.circle_id, t.circle_id) = t.circle_id AND x.lifted_at IS NULL AND x.until > now()),
      (SELECT CASE WHEN o.declined_at IS NULL THEN o.asked_as ELSE 'declined' END FROM public.reply_offers o
        WHERE o.community_id = m.community_id AND o.thread_id = thread AND o.member_id = m.member_id),
      (SELECT max(o.offered_at) FROM public.reply_offers o WHERE o.community_id = m.community_id
        AND o.member_id = m.member_id AND o.asked_as = 'listener'),
      coalesce(a.stages, '[]'), coalesce(a.topics, '{}'), coalesce(a.languages, '{}'), coalesce(a.free, '{}'),
      m.locale, coalesce(m.time_zone, c.time_zone), n.quiet_from, n.quiet_to,
      g.stages, g.age_from_months, g.age_to_months, g.topics
    FROM public.circle_members s
    JOIN public.members m ON m.community_id = s.community_id AND m.member_id = s.member_id
    JOIN public.communities c ON c.community_id = s.community_id
    JOIN public.circles g ON g.community_id = s.community_id AND g.circle_id = s.circle_id
    LEFT JOIN public.listeners l ON l.community_id = s.community_id AND l.member_id = s.member_id
    LEFT JOIN public.answers a ON a.community_id = s.community_id AND a.member_id = s.member_id
    LEFT JOIN public.notification_settings n ON n.community_id = s.community_id AND n.member_id = s.member_id
    WHERE s.community_id = t.community_id AND s.circle_id = t.circle_id
      AND (m.member_id = asker OR l.member_id IS NOT NULL OR s.role = 'facilitator');
  END $$;

-- Writes down whom the engine chose. `more_at`: when to look again, because too few were awake.
CREATE FUNCTION access.offer_first_reply(thread uuid, chosen uuid[], how text, moment timestamptz, more_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.member_id() IS NOT NULL THEN RETURN; END IF;
    INSERT INTO public.reply_offers (community_id, thread_id, member_id, asked_as, offered_at)
      SELECT m.community_id, thread, m.member_id, how, moment FROM public.members m
      WHERE m.community_id = access.community_id() AND m.member_id = ANY (chosen)
      FOR KEY SHARE OF m SKIP LOCKED ON CONFLICT DO NOTHING;
    UPDATE public.first_replies f SET ask_more_at = more_at
      WHERE f.community_id = access.community_id() AND f.thread_id = thread AND how = 'listener';
  END $$;

-- Nobody was there to be asked: the next step comes at once.
CREATE FUNCTION access.hasten_first_reply(thread uuid, moment timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ UPDATE public.first_replies SET due_at = least(due_at, moment)
    WHERE access.member_id() IS NULL AND community_id = access.community_id() AND thread_id = thread $$;

-- She has seen these asks, wherever they still wait in circles of hers. Her own do not count.
CREATE FUNCTION access.see_asks(threads uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    WITH new AS (
      INSERT INTO public.thread_readers (community_id, thread_id, member_id)
      SELECT f.community_id, f.thread_id, access.member_id() FROM public.first_replies f
      JOIN public.posts p ON p.community_id = f.community_id AND p.post_id = f.thread_id
      WHERE f.community_id = access.community_id() AND f.thread_id = ANY (threads) AND f.answered_at IS NULL
        AND f.circle_id = ANY (access.my_circle_ids()) AND access.writer_of(p) <> access.member_id()
      ORDER BY f.thread_id FOR NO KEY UPDATE OF f
      ON CONFLICT DO NOTHING RETURNING thread_id)
    UPDATE public.first_replies f SET seen_count = seen_count + 1 FROM new
      WHERE f.community_id = access.community_id() AND f.thread_id = new.thread_id;
  END $$;

-- What has been done about her own asks that wait: how many saw them, and who has been asked.
CREATE FUNCTION access.my_asks(threads uuid[])
  RETURNS TABLE (thread_id uuid, seen int, step text, promised_at timestamptz, listeners text[], facilitators text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT f.thread_id, f.seen_count, f.step, f.promised_at, named.listeners, named.facilitators
    FROM public.first_replies f JOIN public.posts p ON p.community_id = f.community_id AND p.post_id = f.thread_id
    CROSS JOIN LATERAL (SELECT
        coalesce(array_agg(m.display_name ORDER BY o.offered_at, m.member_id) FILTER (WHERE o.asked_as = 'listener'), '{}') AS listeners,
        coalesce(array_agg(m.display_name ORDER BY o.offered_at, m.member_id) FILTER (WHERE o.asked_as = 'facilitator'), '{}') AS facilitators
      FROM public.reply_offers o JOIN public.members m USING (community_id, member_id)
      WHERE o.community_id = f.community_id AND o.thread_id = f.thread_id AND m.member_id <> ALL (access.my_blocked_ids())) named
    WHERE f.community_id = access.community_id() AND f.thread_id = ANY (threads) AND f.answered_at IS NULL
      AND access.writer_of(p) = access.member_id();
  END $$;

-- "Not now": nobody is told, and somebody else is asked.
CREATE FUNCTION access.decline_ask(thread uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.reply_offers o SET declined_at = now() WHERE o.community_id = access.community_id()
      AND o.thread_id = thread AND o.member_id = access.member_id() AND o.asked_as = 'listener' AND o.declined_at IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE public.first_replies f SET ask_more_at = now() WHERE f.community_id = access.community_id()
      AND f.thread_id = thread AND f.answered_at IS NULL;
    RETURN true;
  END $$;

-- For the coordinator: how long it took, in minutes, over what was asked since. What still waits past its promise counts
-- with the time it has waited so far: silence must not look like speed.
CREATE FUNCTION access.first_reply_figures(since timestamptz)
  RETURNS TABLE (asked int, answered int, in_time int, median double precision, slow double precision)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.my_role() IS DISTINCT FROM 'coordinator' THEN RETURN; END IF;
    RETURN QUERY
    SELECT count(*)::int, count(w.answered_at)::int, (count(*) FILTER (WHERE w.answered_at <= w.promised_at))::int,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY w.minutes), percentile_cont(0.9) WITHIN GROUP (ORDER BY w.minutes)
    FROM (SELECT f.answered_at, f.promised_at,
        (extract(epoch FROM coalesce(f.answered_at, now()) - f.asked_at) / 60)::double precision AS minutes
      FROM public.first_replies f
      WHERE f.community_id = access.community_id() AND f.asked_at >= since
        AND (f.answered_at IS NOT NULL OR f.promised_at < now())) w;
  END $$;

-- For the coordinator: where somebody waits. Hidden circles are one line that says not even which.
CREATE FUNCTION access.waiting_asks()
  RETURNS TABLE (circle_id uuid, waiting int, late int, oldest timestamptz, reminded_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.my_role() IS DISTINCT FROM 'coordinator' THEN RETURN; END IF;
    RETURN QUERY
    SELECT w.listed, count(*)::int, (count(*) FILTER (WHERE w.promised_at < now()))::int, min(w.asked_at),
      max(greatest(w.reminded_at, w.remind_at))
    FROM (SELECT CASE WHEN c.joining <> 'hidden' THEN c.circle_id END AS listed, f.promised_at, f.asked_at,
        f.reminded_at, f.remind_at
      FROM public.first_replies f JOIN public.circles c USING (community_id, circle_id)
      WHERE f.community_id = access.community_id() AND f.answered_at IS NULL AND c.closed_at IS NULL AND c.archived_at IS NULL
        AND f.asked_at > now() - interval '30 days') w
    GROUP BY w.listed ORDER BY 3 DESC, 4;
  END $$;

-- A coordinator wants those reminded who look after the circles where somebody waits. The ladder does it.
CREATE FUNCTION access.remind_of_asks() RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE n int; BEGIN
    IF access.my_role() IS DISTINCT FROM 'coordinator' THEN RETURN 0; END IF;
    UPDATE public.first_replies f SET remind_at = now() WHERE f.community_id = access.community_id()
      AND f.answered_at IS NULL AND f.asked_at > now() - interval '30 days';
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n;
  END $$;

-- The figures look back three months; nothing older is kept, in any community.
CREATE FUNCTION access.forget_old_asks(before timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DELETE FROM public.first_replies WHERE asked_at < before $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['first_replies_due(timestamptz, int)', 'take_first_reply(uuid, text, text, timestamptz)',
      'first_reply_company(uuid, date)', 'offer_first_reply(uuid, uuid[], text, timestamptz, timestamptz)',
      'hasten_first_reply(uuid, timestamptz)', 'see_asks(uuid[])', 'my_asks(uuid[])', 'decline_ask(uuid)',
      'first_reply_figures(timestamptz)', 'waiting_asks()', 'remind_of_asks()', 'forget_old_asks(timestamptz)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION access.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION access.%s TO porchlight_app', f);
  END LOOP;
END $$;
RESET ROLE;
