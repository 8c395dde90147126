-- Who is asked for a first word: as in 0022, and a cohort's months count (what it is for is kept nowhere else), and whether
-- somebody wants to hear of no milestone any more. She is asked nothing about babies either.
SET ROLE porchlight_policy;
DROP FUNCTION access.first_reply_company(uuid, date);
CREATE FUNCTION access.first_reply_company(thread uuid, today date)
  RETURNS TABLE (member_id uuid, circle_id uuid, asks boolean, listens boolean, facilitates boolean, may boolean, asked text,
    last_asked_at timestamptz, stages jsonb, topics text[], languages text[], free text[], locale text, time_zone text,
    quiet_from time, quiet_to time, for_stages text[], age_from int, age_to int, for_topics text[],
    for_born_from text, for_born_to text, for_zone text, milestones_ended_at timestamptz)
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
      g.stages, g.age_from_months, g.age_to_months, g.topics, g.born_from, g.born_to, g.time_zone, a.milestones_ended_at
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

-- Who may hear an appeal: a moderator who did not decide, did not report it, is not in the circle, and did not write it. As
-- access.may_hear, of everybody at once. For the functions here alone.
CREATE FUNCTION access.hearers_of(the_case uuid) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT m.member_id FROM public.cases c JOIN public.members m ON m.community_id = c.community_id AND m.role <> 'member'
    WHERE c.community_id = access.community_id() AND c.case_id = the_case AND m.member_id IS DISTINCT FROM c.decided_by
      AND m.member_id IS DISTINCT FROM access.author_behind(c.subject_member_id, c.subject_pseudonym_id)
      AND NOT EXISTS (SELECT FROM public.circle_members x WHERE x.community_id = c.community_id AND x.circle_id = c.circle_id
        AND x.member_id = m.member_id)
      AND NOT EXISTS (SELECT FROM public.reports r WHERE r.community_id = c.community_id AND r.case_id = c.case_id
        AND r.reporter_id = m.member_id)
      AND NOT EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = c.community_id AND s.member_id = m.member_id
        AND s.kind = 'suspension' AND s.lifted_at IS NULL AND s.until > now());
  END $$;

-- An appeal is told to those who may hear it. Where there is nobody, as in a small community whose only coordinator decided
-- it herself, the coordinators are told that somebody is missing: an appeal must not wait for nobody.
CREATE FUNCTION access.tell_of_appeal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE hearers uuid[]; BEGIN
    hearers := ARRAY(SELECT h FROM access.hearers_of(NEW.case_id) h);
    IF cardinality(hearers) > 0 THEN
      PERFORM access.tell_in_safety(hearers, 'safety.appeal', NULL, NEW.case_id);
    ELSE
      PERFORM access.tell_in_safety(access.in_charge('coordinators', NULL), 'safety.appeal-unheard', NULL, NEW.case_id);
    END IF;
    RETURN NULL;
  END $$;

-- How many appeals wait that nobody here may hear. For those who look after the community.
CREATE FUNCTION access.appeals_without_hearer() RETURNS int
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.my_role() = 'member' THEN RETURN 0; END IF;
    RETURN (SELECT count(*)::int FROM public.appeals a WHERE a.community_id = access.community_id() AND a.heard_at IS NULL
      AND NOT EXISTS (SELECT FROM access.hearers_of(a.case_id)));
  END $$;
REVOKE ALL ON FUNCTION access.first_reply_company(uuid, date), access.hearers_of(uuid), access.tell_of_appeal(),
  access.appeals_without_hearer() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.first_reply_company(uuid, date), access.appeals_without_hearer() TO porchlight_app;
RESET ROLE;
GRANT SELECT (milestones_ended_at) ON answers TO porchlight_policy;
CREATE TRIGGER appeals_tell AFTER INSERT ON appeals FOR EACH ROW EXECUTE FUNCTION access.tell_of_appeal();
