-- A gathering out of sight: because moderators decided so (all of its series, until an appeal brings it back), or because
-- whoever organises it takes no part for a while and nobody else answers for it. What is out of sight is called off as well:
-- whatever asks whether something takes place (answers, lines, reminders, laying out, doors, feeds) gets a no, also where
-- nobody thought of this. See docs/decisions/0039.
ALTER TABLE gatherings
  ADD COLUMN hidden_at timestamptz,            -- by a decision
  ADD COLUMN away_until timestamptz,           -- whoever organises it takes no part until then
  ADD COLUMN stood_off boolean NOT NULL DEFAULT false, -- it had been called off before
  ADD CHECK (hidden_at IS NULL AND away_until IS NULL OR cancelled_at IS NOT NULL);
CREATE INDEX gatherings_away ON gatherings (away_until) WHERE away_until IS NOT NULL;
-- What a gathering said when it was reported: as much as everybody who saw it was told, and nothing of its door.
ALTER TABLE cases ADD COLUMN kept jsonb;

CREATE POLICY in_sight ON gatherings AS RESTRICTIVE FOR SELECT TO porchlight_app
  USING (hidden_at IS NULL AND away_until IS NULL OR organised_by = access.member_id());
-- As it is, it stays, until it is seen again; nor does the application put anything out of sight by itself.
CREATE POLICY in_sight_to_change ON gatherings AS RESTRICTIVE FOR UPDATE TO porchlight_app
  USING (hidden_at IS NULL AND away_until IS NULL);
CREATE POLICY in_sight_to_change ON occurrences AS RESTRICTIVE FOR UPDATE TO porchlight_app
  USING (EXISTS (SELECT FROM gatherings g WHERE g.community_id = occurrences.community_id
    AND g.gathering_id = occurrences.gathering_id AND g.hidden_at IS NULL AND g.away_until IS NULL));

SET ROLE porchlight_policy;
-- Goes out of sight, or comes back: as it was, unless its circle ended meanwhile.
CREATE FUNCTION access.gathering_goes() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE was boolean := OLD.hidden_at IS NOT NULL OR OLD.away_until IS NOT NULL;
    is_now boolean := NEW.hidden_at IS NOT NULL OR NEW.away_until IS NOT NULL;
  BEGIN
    IF was = is_now THEN RETURN NEW; END IF;
    IF is_now THEN
      NEW.stood_off := OLD.cancelled_at IS NOT NULL;
      NEW.cancelled_at := coalesce(OLD.cancelled_at, now());
    ELSE
      NEW.stood_off := false;
      IF NOT OLD.stood_off AND NOT EXISTS (SELECT FROM public.circles c WHERE c.community_id = NEW.community_id
        AND c.circle_id = NEW.circle_id AND (c.closed_at IS NOT NULL OR c.archived_at IS NOT NULL)) THEN
        NEW.cancelled_at := NULL;
      END IF;
    END IF;
    NEW.sequence := OLD.sequence + 1;
    NEW.updated_at := now();
    RETURN NEW;
  END $$;
-- Back: places that were given back meanwhile go to those who wait.
CREATE FUNCTION access.gathering_is_back() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NEW.waiting > 0 THEN PERFORM access.promote_enrolled(NEW.community_id, NEW.gathering_id); END IF;
    PERFORM access.promote(NEW.community_id, o.occurrence_id) FROM (SELECT x.occurrence_id FROM public.occurrences x
      WHERE x.community_id = NEW.community_id AND x.gathering_id = NEW.gathering_id AND x.waiting > 0 AND x.starts_at > now()
      ORDER BY x.recurs_at, x.occurrence_id) o;
    RETURN NULL;
  END $$;

-- Tells those who are down for a time between two moments, each once, of the soonest. What was told before and is not so any
-- more is taken away, so that she is told anew should it come to that again.
CREATE FUNCTION access.tell_those_down(community uuid, its uuid[], its_kind text, from_when timestamptz, until_when timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    DELETE FROM public.notifications n WHERE n.community_id = community AND n.subject_id = ANY (its)
      AND n.kind IN ('gatherings.withdrawn', 'gatherings.reinstated') AND n.kind <> its_kind;
    PERFORM access.notify(down.members, its_kind, NULL, NULL, down.gathering_id, true, NULL) FROM (
      SELECT w.gathering_id, array_agg(w.member_id) AS members FROM (
        SELECT DISTINCT ON (r.member_id) r.member_id, o.gathering_id
        FROM public.occurrences o JOIN public.rsvps r USING (community_id, occurrence_id)
        JOIN public.gatherings g ON g.community_id = o.community_id AND g.gathering_id = o.gathering_id
        WHERE o.community_id = community AND o.gathering_id = ANY (its) AND r.answer IN ('yes', 'maybe', 'waiting')
          AND o.cancelled_at IS NULL AND o.ends_at > now() AND o.starts_at >= from_when AND o.starts_at < until_when
          AND r.member_id IS DISTINCT FROM g.organised_by
        ORDER BY r.member_id, o.starts_at) w GROUP BY w.gathering_id) down;
  END $$;

-- A series, however often it was parted by "this and following". For the functions here alone.
CREATE FUNCTION access.series_of(community uuid, one uuid) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(
    WITH RECURSIVE line AS (
      SELECT g.gathering_id, g.follows_id, g.organised_by FROM public.gatherings g
        WHERE g.community_id = community AND g.gathering_id = one
      UNION SELECT g.gathering_id, g.follows_id, g.organised_by FROM line l JOIN public.gatherings g
        ON g.community_id = community AND (g.follows_id = l.gathering_id OR g.gathering_id = l.follows_id)
        AND g.organised_by IS NOT DISTINCT FROM l.organised_by
    ) SELECT l.gathering_id FROM line l ORDER BY l.gathering_id); END $$;
-- The same, held: whoever answers, changes or parts it at this moment is waited for.
CREATE FUNCTION access.hold_series(community uuid, one uuid) RETURNS uuid[]
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE its uuid[]; held uuid[];
  BEGIN
    LOOP
      its := access.series_of(community, one);
      EXIT WHEN its = held;
      PERFORM FROM public.gatherings g WHERE g.community_id = community AND g.gathering_id = ANY (its)
        ORDER BY g.gathering_id FOR UPDATE;
      held := its;
    END LOOP;
    RETURN its;
  END $$;

-- What a decision does to a gathering, and what taking it back does.
CREATE FUNCTION access.gathering_decided() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE its uuid[] := access.hold_series(NEW.community_id, NEW.subject_id); known uuid[]; one record;
  BEGIN
    IF NEW.overturned_at IS NULL THEN
      -- Whoever was told already that it is off, or never saw it, is not told again.
      known := ARRAY(SELECT g.gathering_id FROM public.gatherings g WHERE g.community_id = NEW.community_id
        AND g.gathering_id = ANY (its) AND g.cancelled_at IS NULL);
      UPDATE public.gatherings g SET hidden_at = now()
        WHERE g.community_id = NEW.community_id AND g.gathering_id = ANY (its) AND g.hidden_at IS NULL;
      PERFORM access.tell_those_down(NEW.community_id, known, 'gatherings.withdrawn', '-infinity', 'infinity');
      RETURN NULL;
    END IF;
    IF EXISTS (SELECT FROM public.cases c WHERE c.community_id = NEW.community_id AND c.subject_kind = 'gathering'
      AND c.subject_id = ANY (its) AND c.decision = 'hide' AND c.overturned_at IS NULL AND c.case_id <> NEW.case_id) THEN
      RETURN NULL;
    END IF;
    FOR one IN UPDATE public.gatherings g SET hidden_at = NULL WHERE g.community_id = NEW.community_id
        AND g.gathering_id = ANY (its) AND g.hidden_at IS NOT NULL
        RETURNING g.gathering_id, g.away_until, g.stood_off, g.cancelled_at LOOP
      IF NOT one.stood_off AND (one.cancelled_at IS NULL OR one.away_until IS NOT NULL) THEN
        PERFORM access.tell_those_down(NEW.community_id, ARRAY[one.gathering_id], 'gatherings.reinstated',
          coalesce(one.away_until, '-infinity'), 'infinity');
      END IF;
    END LOOP;
    RETURN NULL;
  END $$;

-- Whether somebody else answers for it, too: another who looks after its circle; for what was planned for all by those who
-- look after the community, a coordinator. Nobody else answers for what is at somebody's home.
CREATE FUNCTION access.others_answer(g public.gatherings) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    RETURN NOT g.home AND CASE WHEN g.circle_id IS NOT NULL THEN EXISTS (SELECT FROM public.circle_members c
        WHERE c.community_id = g.community_id AND c.circle_id = g.circle_id AND c.role = 'facilitator'
          AND c.member_id <> g.organised_by AND access.suspended_until(c.community_id, c.member_id) IS NULL)
      ELSE EXISTS (SELECT FROM public.members m WHERE m.community_id = g.community_id
          AND m.member_id = g.organised_by AND m.role <> 'member')
        AND EXISTS (SELECT FROM public.members m WHERE m.community_id = g.community_id AND m.role = 'coordinator'
          AND m.member_id <> g.organised_by AND access.suspended_until(m.community_id, m.member_id) IS NULL) END; END $$;

-- A suspension begins, or ends before its time: what she alone answers for goes out of sight until it ends, or comes back.
-- Those who are down for a time within it are told, and no others: what comes later stays planned. Where somebody else
-- answers for it, they are told that it is theirs for now, and not why.
CREATE FUNCTION access.settle_away() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE g public.gatherings; until_when timestamptz; others boolean;
  BEGIN
    FOR g IN SELECT x.* FROM public.gatherings x WHERE x.community_id = NEW.community_id AND x.source_id IS NULL
        AND (x.organised_by = NEW.member_id OR x.organised_by IS NOT NULL AND x.circle_id IN (SELECT c.circle_id
          FROM public.circle_members c WHERE c.community_id = x.community_id AND c.member_id = NEW.member_id AND c.role = 'facilitator'))
        AND (x.rule IS NOT NULL OR EXISTS (SELECT FROM public.occurrences o WHERE o.community_id = x.community_id
          AND o.gathering_id = x.gathering_id AND o.ends_at > now()))
        ORDER BY x.gathering_id FOR UPDATE LOOP
      until_when := access.suspended_until(g.community_id, g.organised_by);
      others := until_when IS NOT NULL AND access.others_answer(g);
      IF others THEN
        IF TG_OP = 'INSERT' AND g.cancelled_at IS NULL AND g.organised_by = NEW.member_id
          AND EXISTS (SELECT FROM public.occurrences o WHERE o.community_id = g.community_id AND o.gathering_id = g.gathering_id
            AND o.cancelled_at IS NULL AND o.ends_at > now() AND o.starts_at < until_when) THEN
          PERFORM access.notify(ARRAY(SELECT c.member_id FROM public.circle_members c WHERE c.community_id = g.community_id
              AND c.circle_id = g.circle_id AND c.role = 'facilitator' AND c.member_id <> g.organised_by
            UNION ALL SELECT m.member_id FROM public.members m WHERE g.circle_id IS NULL AND m.community_id = g.community_id
              AND m.role = 'coordinator' AND m.member_id <> g.organised_by),
            'gatherings.yours', NULL, NULL, g.gathering_id, true, NULL);
        END IF;
        until_when := NULL;
      END IF;
      CONTINUE WHEN until_when IS NOT DISTINCT FROM g.away_until;
      UPDATE public.gatherings x SET away_until = until_when WHERE x.community_id = g.community_id AND x.gathering_id = g.gathering_id;
      CONTINUE WHEN g.hidden_at IS NOT NULL OR g.stood_off OR g.cancelled_at IS NOT NULL AND g.away_until IS NULL;
      IF coalesce(until_when, '-infinity') > coalesce(g.away_until, '-infinity') THEN
        PERFORM access.tell_those_down(g.community_id, ARRAY[g.gathering_id], 'gatherings.withdrawn',
          coalesce(g.away_until, '-infinity'), until_when);
      ELSE
        PERFORM access.tell_those_down(g.community_id, ARRAY[g.gathering_id], 'gatherings.reinstated',
          coalesce(until_when, '-infinity'), g.away_until);
      END IF;
    END LOOP;
    RETURN NULL;
  END $$;
-- A suspension that is over. Nobody need be told: what was said to be off is past, and the rest stayed as it was.
CREATE FUNCTION access.bring_back_gatherings(moment timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE back int; BEGIN
    UPDATE public.gatherings g SET away_until = NULL FROM (SELECT x.community_id, x.gathering_id FROM public.gatherings x
        WHERE x.away_until <= moment ORDER BY x.gathering_id FOR UPDATE SKIP LOCKED) due
      WHERE g.community_id = due.community_id AND g.gathering_id = due.gathering_id;
    GET DIAGNOSTICS back = ROW_COUNT;
    RETURN back;
  END $$;
-- Whoever leaves for good while she is suspended leaves it called off.
CREATE FUNCTION access.away_for_good() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.gatherings g SET stood_off = true WHERE g.community_id = OLD.community_id AND g.organised_by = OLD.member_id
      AND (g.away_until IS NOT NULL OR g.hidden_at IS NOT NULL);
    UPDATE public.gatherings g SET away_until = NULL WHERE g.community_id = OLD.community_id AND g.organised_by = OLD.member_id
      AND g.away_until IS NOT NULL;
    RETURN OLD;
  END $$;

-- What whoever asks is down for and cannot see: when it would have been, and whether it is off; of what is planned for after
-- a suspension its name, since that stays in her calendar. Nothing else of it.
CREATE FUNCTION access.my_withdrawn()
  RETURNS TABLE (gathering_id uuid, occurrence_id uuid, uid text, sequence int, stamp timestamptz, repeats boolean,
    all_day boolean, time_zone text, starts_at timestamptz, ends_at timestamptz, answer text, title text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT g.gathering_id, o.occurrence_id, g.uid, greatest(g.sequence, o.sequence), greatest(g.updated_at, o.changed_at),
      g.rule IS NOT NULL OR cardinality(g.extra) > 0, g.all_day, g.time_zone, o.starts_at, o.ends_at, r.answer,
      CASE WHEN g.hidden_at IS NULL AND o.starts_at >= g.away_until AND access.may_come(g.circle_id, g.seen_by, g.organised_by)
        THEN coalesce(o.title, g.title) END
    FROM public.rsvps r JOIN public.occurrences o USING (community_id, occurrence_id)
    JOIN public.gatherings g ON g.community_id = o.community_id AND g.gathering_id = o.gathering_id
    WHERE r.community_id = access.community_id() AND r.member_id = access.member_id()
      AND r.answer IN ('yes', 'maybe', 'waiting') AND (g.hidden_at IS NOT NULL OR g.away_until IS NOT NULL)
      AND NOT g.stood_off AND o.cancelled_at IS NULL AND o.ends_at > now() - interval '31 days'
      AND g.organised_by IS DISTINCT FROM access.member_id() AND access.takes_part()
    ORDER BY o.starts_at, o.occurrence_id; END $$;
-- For a notice in her inbox: the soonest of them that is off, {at, zone}.
CREATE FUNCTION access.withdrawn_time(gathering uuid) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT jsonb_build_object('at', w.starts_at, 'zone', w.time_zone) FROM access.my_withdrawn() w
    WHERE w.gathering_id = gathering AND w.title IS NULL ORDER BY w.ends_at <= now(), w.starts_at LIMIT 1); END $$;

-- Hours of her circles at which a session of theirs was to be and is off: one that was called off by itself, or a series out
-- of sight. There the circle does not meet; of what is hidden for good, until those who look after it had time to see to that.
CREATE FUNCTION access.hours_off() RETURNS TABLE (circle_id uuid, at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT g.circle_id, o.recurs_at FROM public.gatherings g JOIN public.occurrences o USING (community_id, gathering_id)
    WHERE g.community_id = access.community_id() AND g.circle_id = ANY (access.my_circle_ids()) AND o.ends_at > now()
      AND (o.cancelled_at IS NOT NULL OR g.away_until > o.starts_at OR g.hidden_at > now() - interval '30 days'); END $$;

-- Beside the words of a report: what the gathering said, whichever language the moderator reads.
CREATE FUNCTION access.keep_gathering() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    NEW.kept := (SELECT jsonb_build_object('kind', g.kind, 'seenBy', g.seen_by, 'minutes', g.minutes, 'allDay', g.all_day,
        'timeZone', g.time_zone, 'repeats', g.rule IS NOT NULL OR cardinality(g.extra) > 0, 'place', g.place, 'venue', g.venue,
        'address', g.address, 'home', g.home, 'placeName', g.place_name, 'gettingThere', g.getting_there,
        'accessNote', g.access_note, 'forWhom', g.for_whom, 'cost', g.cost, 'costNote', g.cost_note, 'faith', g.faith,
        'ageFromMonths', g.age_from_months, 'ageToMonths', g.age_to_months, 'stages', g.stages, 'languages', g.languages,
        'next', (SELECT jsonb_build_object('startsAt', o.starts_at, 'endsAt', o.ends_at) FROM public.occurrences o
          WHERE o.community_id = g.community_id AND o.gathering_id = g.gathering_id
          ORDER BY o.ends_at <= now(), CASE WHEN o.ends_at > now() THEN o.starts_at END, o.starts_at DESC LIMIT 1),
        'facts', jsonb_build_object('babies', g.babies, 'siblings', g.siblings, 'feeding', g.feeding, 'strollers', g.strollers,
          'childcare', g.childcare, 'step_free', g.step_free),
        'times', coalesce((SELECT jsonb_agg(jsonb_build_object('at', t.starts_at, 'words', t.words)) FROM (
          SELECT o.starts_at, concat_ws(' · ', o.title, o.venue, nullif(o.note, ''), o.cancel_note) AS words FROM public.occurrences o
          WHERE o.community_id = g.community_id AND o.gathering_id = g.gathering_id
            AND (o.title IS NOT NULL OR o.venue IS NOT NULL OR o.note <> '' OR o.cancel_note IS NOT NULL)
          ORDER BY o.ends_at <= now(), o.starts_at LIMIT 5) t), '[]'))
      FROM public.gatherings g WHERE g.community_id = NEW.community_id AND g.gathering_id = NEW.subject_id);
    RETURN NEW;
  END $$;
-- Which of her gatherings a decision about her is about.
CREATE FUNCTION access.decided_gathering(the_case uuid) RETURNS TABLE (gathering_id uuid, name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT c.subject_id, c.subject_name FROM public.cases c WHERE c.community_id = access.community_id()
    AND c.case_id = the_case AND c.subject_kind = 'gathering' AND c.subject_member_id = access.member_id()
    AND c.decided_at IS NOT NULL; END $$;
CREATE FUNCTION access.forget_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN NEW.kept := NULL; RETURN NEW; END $$;
-- Nobody can appeal any more: of what was put out of sight the words go, as a post's do.
CREATE FUNCTION access.empty_gathering() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE its uuid[] := access.hold_series(NEW.community_id, NEW.subject_id); BEGIN
    UPDATE public.gatherings g SET title = '·', description = '', venue = '', address = '', getting_there = '', access_note = '',
        for_whom = '', cost_note = '', faith = NULL, cancel_note = NULL, organiser_name = NULL
      WHERE g.community_id = NEW.community_id AND g.gathering_id = ANY (its) AND g.hidden_at IS NOT NULL;
    UPDATE public.occurrences o SET title = NULL, venue = NULL, note = '', cancel_note = NULL FROM public.gatherings g
      WHERE o.community_id = NEW.community_id AND o.gathering_id = ANY (its) AND g.community_id = o.community_id
        AND g.gathering_id = o.gathering_id AND g.hidden_at IS NOT NULL;
    DELETE FROM public.gathering_doors d USING public.gatherings g WHERE d.community_id = NEW.community_id
      AND d.gathering_id = ANY (its) AND g.community_id = d.community_id AND g.gathering_id = d.gathering_id AND g.hidden_at IS NOT NULL;
    DELETE FROM public.gathering_materials m USING public.gatherings g WHERE m.community_id = NEW.community_id
      AND m.gathering_id = ANY (its) AND g.community_id = m.community_id AND g.gathering_id = m.gathering_id AND g.hidden_at IS NOT NULL;
    RETURN NULL;
  END $$;

-- As in 0033, and a circle's own goes to the public by those who look after that very circle, or after the community.
CREATE OR REPLACE FUNCTION access.may_organise(its_circle uuid, its_seen_by text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN access.member_id() IS NOT NULL AND access.takes_part()
    AND (its_circle IS NULL OR its_circle = ANY (access.my_circle_ids())
      AND (its_seen_by = 'circle' OR EXISTS (SELECT FROM public.circles c WHERE c.community_id = access.community_id()
        AND c.circle_id = its_circle AND c.joining <> 'hidden')))
    AND (its_seen_by <> 'public' OR access.my_role() IN ('moderator', 'coordinator')
      OR CASE WHEN its_circle IS NULL THEN cardinality(access.my_facilitated_ids()) > 0
        ELSE its_circle = ANY (access.my_facilitated_ids()) END); END $$;

-- Of what is out of sight nobody reads who comes, its organiser neither; nor marks who came.
CREATE FUNCTION access.in_sight(series uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN NOT EXISTS (SELECT FROM public.gatherings g WHERE g.community_id = access.community_id()
    AND g.gathering_id = series AND (g.hidden_at IS NOT NULL OR g.away_until IS NOT NULL)); END $$;
DO $$
DECLARE f regprocedure; was text; now_is text; say text[];
BEGIN
  -- One condition more in functions that stand elsewhere; each must be found, or nothing of this is done.
  FOREACH say SLICE 1 IN ARRAY ARRAY[
    ['access.decide_case(uuid, text, text, text, text, timestamptz)', $s$what = 'hide' AND c.subject_kind <> 'post'$s$,
      $s$what = 'hide' AND c.subject_kind NOT IN ('post', 'gathering')$s$],
    ['access.coming_to(uuid)', $s$WHERE r.community_id = access.community_id() AND r.occurrence_id = occurrence
        AND (host$s$, $s$WHERE r.community_id = access.community_id() AND r.occurrence_id = occurrence
        AND access.in_sight(r.gathering_id) AND (host$s$],
    ['access.attendance(uuid)', 'AND access.runs(g.circle_id, g.organised_by)',
      'AND access.in_sight(g.gathering_id) AND access.runs(g.circle_id, g.organised_by)'],
    ['access.mark_attendance(uuid, uuid, boolean, int)', 'AND access.runs(g.circle_id, g.organised_by)',
      'AND access.in_sight(g.gathering_id) AND access.runs(g.circle_id, g.organised_by)'],
    ['access.those_coming(uuid, uuid[])', 'AND access.runs(g.circle_id, g.organised_by)',
      'AND access.in_sight(g.gathering_id) AND access.runs(g.circle_id, g.organised_by)'],
    -- Nobody sets out in vain because her letters come once a week.
    ['access.letters_due(timestamptz, text[])', $s$n.kind LIKE 'gatherings.reminder-%'$s$,
      $s$n.kind LIKE 'gatherings.reminder-%' OR n.kind = 'gatherings.withdrawn'$s$],
    ['access.my_company(uuid[])', 'AND r.walks_with IS NOT NULL', 'AND r.walks_with IS NOT NULL AND access.in_sight(r.gathering_id)']
  ] LOOP
    f := say[1]::regprocedure;
    was := pg_get_functiondef(f);
    now_is := replace(was, say[2], say[3]);
    IF now_is = was THEN RAISE EXCEPTION '% is not as it was', f; END IF;
    EXECUTE now_is;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION access.gathering_goes(), access.gathering_is_back(), access.gathering_decided(), access.settle_away(),
  access.away_for_good(), access.keep_gathering(), access.forget_kept(), access.empty_gathering(),
  access.tell_those_down(uuid, uuid[], text, timestamptz, timestamptz), access.series_of(uuid, uuid), access.hold_series(uuid, uuid),
  access.others_answer(public.gatherings), access.bring_back_gatherings(timestamptz), access.my_withdrawn(),
  access.withdrawn_time(uuid), access.in_sight(uuid), access.decided_gathering(uuid),
  access.hours_off() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.bring_back_gatherings(timestamptz), access.my_withdrawn(), access.withdrawn_time(uuid),
  access.decided_gathering(uuid), access.hours_off() TO porchlight_app;
RESET ROLE;

CREATE TRIGGER gatherings_go BEFORE UPDATE OF hidden_at, away_until ON gatherings FOR EACH ROW
  EXECUTE FUNCTION access.gathering_goes();
CREATE TRIGGER gatherings_back AFTER UPDATE OF hidden_at, away_until ON gatherings FOR EACH ROW
  WHEN (OLD.cancelled_at IS NOT NULL AND NEW.cancelled_at IS NULL) EXECUTE FUNCTION access.gathering_is_back();
CREATE TRIGGER cases_hide_gathering AFTER UPDATE OF decided_at, overturned_at ON cases FOR EACH ROW
  WHEN (NEW.subject_kind = 'gathering' AND NEW.decision = 'hide'
    AND (OLD.decided_at IS NULL OR OLD.overturned_at IS NULL AND NEW.overturned_at IS NOT NULL))
  EXECUTE FUNCTION access.gathering_decided();
CREATE TRIGGER cases_keep_gathering BEFORE INSERT ON cases FOR EACH ROW WHEN (NEW.subject_kind = 'gathering')
  EXECUTE FUNCTION access.keep_gathering();
CREATE TRIGGER cases_forget_kept BEFORE UPDATE OF subject_text ON cases FOR EACH ROW
  WHEN (NEW.subject_text = '' AND NEW.kept IS NOT NULL) EXECUTE FUNCTION access.forget_kept();
CREATE TRIGGER cases_empty_gathering AFTER UPDATE OF emptied_at ON cases FOR EACH ROW
  WHEN (OLD.emptied_at IS NULL AND NEW.emptied_at IS NOT NULL AND NEW.subject_kind = 'gathering' AND NEW.decision = 'hide'
    AND NEW.overturned_at IS NULL) EXECUTE FUNCTION access.empty_gathering();
-- Before sanctions_release, which holds occurrences: gatherings are held first, everywhere.
CREATE TRIGGER sanctions_away AFTER INSERT ON sanctions FOR EACH ROW WHEN (NEW.kind = 'suspension')
  EXECUTE FUNCTION access.settle_away();
CREATE TRIGGER sanctions_lifted AFTER UPDATE OF lifted_at ON sanctions FOR EACH ROW
  WHEN (NEW.kind = 'suspension' AND OLD.lifted_at IS NULL AND NEW.lifted_at IS NOT NULL) EXECUTE FUNCTION access.settle_away();
CREATE TRIGGER members_away_for_good BEFORE DELETE ON members FOR EACH ROW EXECUTE FUNCTION access.away_for_good();
