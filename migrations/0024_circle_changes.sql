-- Guided changes of a circle: two quiet ones go on together, somebody else takes the keys. Each is agreed on,
-- announced beforehand, takes effect later, and may be taken back for a week.
ALTER TABLE circles
  ADD COLUMN archived_at timestamptz,             -- read by those who were in it, written by nobody, listed nowhere
  ADD COLUMN continued_in uuid,                   -- where they went on together
  ADD COLUMN in_change boolean NOT NULL DEFAULT false, -- something is announced: the room asks further only then
  ADD FOREIGN KEY (community_id, continued_in) REFERENCES circles ON DELETE SET NULL (continued_in);
CREATE INDEX circles_continued ON circles (community_id, continued_in) WHERE continued_in IS NOT NULL;
-- The keys came to her by themselves, because nobody else was left to hold them.
ALTER TABLE circle_members ADD COLUMN acting_since timestamptz;

CREATE TABLE circle_merges (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  merge_id uuid NOT NULL,
  circle_a uuid NOT NULL,
  circle_b uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80), -- of the circle they go on in
  a_joining text NOT NULL,                        -- their doors as they were
  b_joining text NOT NULL,
  asked_circle uuid,                              -- whose facilitators still have to say yes
  proposed_by uuid,
  proposed_at timestamptz NOT NULL DEFAULT now(),
  agreed_at timestamptz,                          -- announced from then on
  takes_effect_at timestamptz,
  effected_at timestamptz,
  joined_circle uuid,
  called_off_at timestamptz,
  undone_at timestamptz,
  PRIMARY KEY (community_id, merge_id),
  FOREIGN KEY (community_id, circle_a) REFERENCES circles ON DELETE CASCADE,
  FOREIGN KEY (community_id, circle_b) REFERENCES circles ON DELETE CASCADE,
  FOREIGN KEY (community_id, joined_circle) REFERENCES circles ON DELETE SET NULL (joined_circle),
  FOREIGN KEY (community_id, proposed_by) REFERENCES members ON DELETE SET NULL (proposed_by),
  CHECK (circle_a <> circle_b),
  CHECK ((agreed_at IS NULL) = (takes_effect_at IS NULL)),
  CHECK ((effected_at IS NULL) OR agreed_at IS NOT NULL)
);
CREATE INDEX circle_merges_a ON circle_merges (community_id, circle_a);
CREATE INDEX circle_merges_b ON circle_merges (community_id, circle_b);
CREATE INDEX circle_merges_due ON circle_merges (takes_effect_at) WHERE effected_at IS NULL AND called_off_at IS NULL;

-- "Not me": she stays behind in her old circle, which she goes on reading.
CREATE TABLE merge_refusals (
  community_id uuid NOT NULL,
  merge_id uuid NOT NULL,
  member_id uuid NOT NULL,
  PRIMARY KEY (community_id, merge_id, member_id),
  FOREIGN KEY (community_id, merge_id) REFERENCES circle_merges ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);

CREATE TABLE successions (
  community_id uuid NOT NULL,
  succession_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  from_member uuid,                               -- who hands over; null: nobody is there to
  to_member uuid NOT NULL,
  named_at timestamptz NOT NULL DEFAULT now(),
  accepted_at timestamptz,
  takes_effect_at timestamptz,                    -- announced from then on
  effected_at timestamptz,
  called_off_at timestamptz,
  undone_at timestamptz,
  PRIMARY KEY (community_id, succession_id),
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE CASCADE,
  FOREIGN KEY (community_id, from_member) REFERENCES members ON DELETE SET NULL (from_member),
  FOREIGN KEY (community_id, to_member) REFERENCES members ON DELETE CASCADE,
  CHECK (from_member IS DISTINCT FROM to_member),
  CHECK (takes_effect_at IS NULL OR accepted_at IS NOT NULL)
);
CREATE INDEX successions_circle ON successions (community_id, circle_id);
CREATE UNIQUE INDEX successions_once ON successions (community_id, circle_id, to_member)
  WHERE effected_at IS NULL AND called_off_at IS NULL;
CREATE INDEX successions_due ON successions (takes_effect_at) WHERE effected_at IS NULL AND called_off_at IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['circle_merges', 'merge_refusals', 'successions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- A proposal is known to the facilitators of both; once agreed, to the members of both. To coordinators only while
-- neither circle is hidden. Names are read from the circles, so a hidden one stays "another circle" to outsiders.
GRANT SELECT ON circle_merges TO porchlight_app;
CREATE POLICY concerned ON circle_merges FOR SELECT TO porchlight_app USING (community_id = access.community_id() AND (
  proposed_by = access.member_id() OR ARRAY[circle_a, circle_b] && (SELECT access.my_facilitated_ids())::uuid[]
  OR agreed_at IS NOT NULL AND ARRAY[circle_a, circle_b, joined_circle] && (SELECT access.my_circle_ids())::uuid[]
  OR a_joining <> 'hidden' AND b_joining <> 'hidden' AND (SELECT access.my_role()) = 'coordinator'));

GRANT SELECT, DELETE ON merge_refusals TO porchlight_app;
GRANT INSERT (community_id, merge_id, member_id) ON merge_refusals TO porchlight_app;
CREATE POLICY hers ON merge_refusals TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id()
    AND EXISTS (SELECT FROM circle_merges m WHERE m.community_id = merge_refusals.community_id
      AND m.merge_id = merge_refusals.merge_id AND m.effected_at IS NULL
      AND ARRAY[m.circle_a, m.circle_b] && (SELECT access.my_circle_ids())::uuid[]));

-- Between the two until she has said yes; then the circle knows. An offer is the coordinator's to answer.
GRANT SELECT ON successions TO porchlight_app;
CREATE POLICY concerned ON successions FOR SELECT TO porchlight_app USING (community_id = access.community_id() AND (
  access.member_id() IN (from_member, to_member)
  OR circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[])
  OR takes_effect_at IS NOT NULL AND circle_id = ANY ((SELECT access.my_circle_ids())::uuid[])
  OR from_member IS NULL AND (SELECT access.my_role()) = 'coordinator' AND EXISTS (SELECT FROM circles c
    WHERE c.community_id = successions.community_id AND c.circle_id = successions.circle_id AND c.joining <> 'hidden')));

SET ROLE porchlight_policy;
CREATE FUNCTION access.is_archived(circle uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.circles c WHERE c.community_id = access.community_id()
    AND c.circle_id = circle AND c.archived_at IS NOT NULL); END $$;

-- An archive takes nobody in, whatever door or link she comes by: what was said there was said to those who were there.
CREATE FUNCTION access.keep_archive_shut() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF EXISTS (SELECT FROM public.circles c WHERE c.community_id = NEW.community_id AND c.circle_id = NEW.circle_id
        AND c.archived_at IS NOT NULL) THEN
      RAISE EXCEPTION 'an archive takes nobody in' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;

-- Nobody who looks after it has been here for two months, or the keys came to her unasked.
CREATE FUNCTION access.why_untended(circle uuid) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE held boolean; present boolean;
  BEGIN
    SELECT bool_or(f.acting_since IS NULL), bool_or(f.joined_at > now() - interval '60 days' OR EXISTS (
        SELECT FROM public.members m JOIN auth.session s ON s."userId" = m.account_id
        WHERE m.community_id = f.community_id AND m.member_id = f.member_id AND s."updatedAt" > now() - interval '60 days'))
      INTO held, present FROM public.circle_members f
      WHERE f.community_id = access.community_id() AND f.circle_id = circle AND f.role = 'facilitator';
    IF present IS NOT TRUE THEN RETURN 'away'; END IF;
    RETURN CASE WHEN held THEN NULL ELSE 'unasked' END;
  END $$;

-- For those in it: whether anybody looks after it.
CREATE FUNCTION access.is_untended(circle uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN circle = ANY (access.my_circle_ids()) AND coalesce(access.why_untended(circle) = 'away', false); END $$;

-- For the coordinator: listed circles nobody looks after. What it says is about the circle, not about anybody.
CREATE FUNCTION access.untended_circles() RETURNS TABLE (circle_id uuid, why text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.my_role() IS DISTINCT FROM 'coordinator' THEN RETURN; END IF;
    RETURN QUERY SELECT c.circle_id, w.why FROM public.circles c
      CROSS JOIN LATERAL (SELECT access.why_untended(c.circle_id) AS why) w
      WHERE c.community_id = access.community_id() AND c.closed_at IS NULL AND c.archived_at IS NULL
        AND c.joining <> 'hidden' AND w.why IS NOT NULL ORDER BY c.created_at;
  END $$;

-- A week to think it over, and a week to come back.
CREATE FUNCTION access.is_recent(at timestamptz) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT coalesce(at > now() - interval '7 days', false) $$;
REVOKE ALL ON FUNCTION access.is_recent(timestamptz) FROM PUBLIC;

-- Whether a room has something to say about itself.
CREATE FUNCTION access.note_change(circle uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.circles c SET in_change = c.archived_at IS NOT NULL
        OR EXISTS (SELECT FROM public.circle_merges m WHERE m.community_id = c.community_id
          AND c.circle_id IN (m.circle_a, m.circle_b, m.joined_circle) AND m.called_off_at IS NULL AND m.undone_at IS NULL
          AND (m.effected_at IS NULL OR access.is_recent(m.effected_at)))
        OR EXISTS (SELECT FROM public.successions s WHERE s.community_id = c.community_id AND s.circle_id = c.circle_id
          AND s.called_off_at IS NULL AND s.undone_at IS NULL AND (s.effected_at IS NULL OR access.is_recent(s.effected_at)))
        OR EXISTS (SELECT FROM public.circle_members f WHERE f.community_id = c.community_id AND f.circle_id = c.circle_id
          AND f.acting_since IS NOT NULL)
        OR access.why_untended(c.circle_id) IS NOT NULL
      WHERE c.community_id = access.community_id() AND c.circle_id = circle;
  END $$;
REVOKE ALL ON FUNCTION access.is_archived(uuid), access.keep_archive_shut(), access.why_untended(uuid),
  access.is_untended(uuid), access.untended_circles(), access.note_change(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.is_archived(uuid), access.is_untended(uuid), access.untended_circles() TO porchlight_app;

-- As before, and whoever gets the keys unasked is known to have got them so, until she says she keeps them.
CREATE OR REPLACE FUNCTION access.count_circle_members() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
      UPDATE public.circles SET member_count = member_count + 1
        WHERE community_id = NEW.community_id AND circle_id = NEW.circle_id;
      RETURN NEW;
    END IF;
    UPDATE public.circles SET member_count = member_count - 1
      WHERE community_id = OLD.community_id AND circle_id = OLD.circle_id;
    UPDATE public.circle_members SET role = 'facilitator', greets = true, acting_since = now()
      WHERE community_id = OLD.community_id AND circle_id = OLD.circle_id AND OLD.role = 'facilitator'
        AND NOT EXISTS (SELECT FROM public.circle_members o WHERE o.community_id = OLD.community_id
          AND o.circle_id = OLD.circle_id AND o.role = 'facilitator')
        AND member_id = (SELECT o.member_id FROM public.circle_members o WHERE o.community_id = OLD.community_id
          AND o.circle_id = OLD.circle_id ORDER BY o.joined_at, o.member_id LIMIT 1);
    UPDATE public.circles SET closed_at = CASE WHEN member_count = 0 THEN now() ELSE closed_at END,
        in_change = in_change OR OLD.role = 'facilitator'
      WHERE community_id = OLD.community_id AND circle_id = OLD.circle_id
        AND (member_count = 0 OR OLD.role = 'facilitator');
    RETURN OLD;
  END $$;

-- "I keep them."
CREATE FUNCTION access.keep_the_keys(circle uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE kept boolean;
  BEGIN
    UPDATE public.circle_members m SET acting_since = NULL WHERE m.community_id = access.community_id()
      AND m.circle_id = circle AND m.member_id = access.member_id() AND m.role = 'facilitator' AND m.acting_since IS NOT NULL;
    kept := FOUND;
    PERFORM access.note_change(circle);
    RETURN kept;
  END $$;
REVOKE ALL ON FUNCTION access.keep_the_keys(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.keep_the_keys(uuid) TO porchlight_app;
RESET ROLE;

GRANT USAGE ON SCHEMA auth TO porchlight_policy;
CREATE TRIGGER circle_members_archive BEFORE INSERT ON circle_members
  FOR EACH ROW EXECUTE FUNCTION access.keep_archive_shut();
CREATE POLICY archives_rest ON posts AS RESTRICTIVE FOR INSERT TO porchlight_app
  WITH CHECK (NOT access.is_archived(circle_id));
CREATE POLICY archives_rest ON circles AS RESTRICTIVE FOR UPDATE TO porchlight_app USING (archived_at IS NULL);

SET ROLE porchlight_policy;
-- Tells everybody in a circle, whoever they are: ids never leave the database. Nobody is told by her own act.
CREATE FUNCTION access.tell_circle(circle uuid, kind text, subject uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM access.notify(ARRAY(SELECT p.member_id FROM public.circle_members p
      WHERE p.community_id = access.community_id() AND p.circle_id = circle), kind, circle, NULL, subject, true);
  END $$;
CREATE FUNCTION access.tell_one(member uuid, circle uuid, kind text, subject uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN PERFORM access.notify(ARRAY[member], kind, circle, NULL, subject, true); END $$;
-- A facilitator tells her circle that there are neighbours to look at.
CREATE FUNCTION access.tell_of_neighbours(circle uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF circle = ANY (access.my_facilitated_ids()) THEN
      PERFORM access.tell_circle(circle, 'circles.neighbours', NULL);
    END IF;
  END $$;

-- Small, and nobody wrote for four weeks.
CREATE FUNCTION access.is_quiet(circle uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.circles c
    WHERE c.community_id = access.community_id() AND c.circle_id = circle AND c.closed_at IS NULL AND c.archived_at IS NULL
      AND c.member_count <= 8 AND c.created_at < now() - interval '28 days'
      AND NOT EXISTS (SELECT FROM public.posts p WHERE p.community_id = c.community_id AND p.circle_id = c.circle_id
        AND p.thread_id = p.post_id AND p.last_active_at > now() - interval '28 days')); END $$;

-- Quiet circles the asker may bring together: a facilitator's own and listed ones; a coordinator's listed ones.
CREATE FUNCTION access.quiet_circles() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF access.my_role() IS DISTINCT FROM 'coordinator' AND access.my_facilitated_ids() = '{}' THEN RETURN; END IF;
    RETURN QUERY SELECT c.circle_id FROM public.circles c
      WHERE c.community_id = access.community_id()
        AND (c.joining <> 'hidden' OR c.circle_id = ANY (access.my_facilitated_ids())) AND access.is_quiet(c.circle_id)
        AND NOT EXISTS (SELECT FROM public.circle_merges m WHERE m.community_id = c.community_id
          AND c.circle_id IN (m.circle_a, m.circle_b) AND m.called_off_at IS NULL AND m.effected_at IS NULL)
      ORDER BY c.created_at LIMIT 100;
  END $$;

-- 'announced' | 'asked' | 'already' | 'lively' | 'absent'. A hidden circle is brought in only by one who looks after both:
-- to ask somebody else would tell her that it exists.
CREATE FUNCTION access.propose_merge(merge uuid, a uuid, b uuid, its_name text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE doors jsonb; hidden boolean; mine_a boolean := a = ANY (access.my_facilitated_ids());
    mine_b boolean := b = ANY (access.my_facilitated_ids());
    coordinates boolean := coalesce(access.my_role() = 'coordinator', false); agreed timestamptz;
  BEGIN
    PERFORM FROM public.circles c WHERE c.community_id = access.community_id() AND c.circle_id IN (a, b)
      ORDER BY c.circle_id FOR UPDATE;
    SELECT jsonb_object_agg(c.circle_id, c.joining), bool_or(c.joining = 'hidden') INTO doors, hidden
      FROM public.circles c WHERE c.community_id = access.community_id() AND c.circle_id IN (a, b)
        AND c.closed_at IS NULL AND c.archived_at IS NULL;
    IF a = b OR NOT coalesce(doors ?& ARRAY[a::text, b::text], false) THEN RETURN 'absent'; END IF;
    IF NOT (mine_a AND mine_b OR NOT hidden AND (mine_a OR mine_b OR coordinates)) THEN RETURN 'absent'; END IF;
    IF NOT (access.is_quiet(a) AND access.is_quiet(b)) THEN RETURN 'lively'; END IF;
    IF EXISTS (SELECT FROM public.circle_merges m WHERE m.community_id = access.community_id()
        AND ARRAY[m.circle_a, m.circle_b] && ARRAY[a, b] AND m.called_off_at IS NULL AND m.effected_at IS NULL) THEN
      RETURN 'already';
    END IF;
    agreed := CASE WHEN mine_a AND mine_b OR coordinates AND NOT hidden THEN now() END;
    INSERT INTO public.circle_merges (community_id, merge_id, circle_a, circle_b, name, a_joining, b_joining, asked_circle,
        proposed_by, agreed_at, takes_effect_at)
      VALUES (access.community_id(), merge, a, b, its_name, doors ->> a::text, doors ->> b::text,
        CASE WHEN agreed IS NULL THEN CASE WHEN mine_a THEN b ELSE a END END, access.member_id(),
        agreed, agreed + interval '7 days');
    PERFORM access.note_change(c) FROM unnest(ARRAY[a, b]) c;
    IF agreed IS NOT NULL THEN
      PERFORM access.tell_circle(c, 'circles.merge-announced', merge) FROM unnest(ARRAY[a, b]) c;
    ELSE
      PERFORM access.notify('{}', 'circles.merge-asked', CASE WHEN mine_a THEN b ELSE a END, NULL, merge, true, 'facilitators');
    END IF;
    RETURN CASE WHEN agreed IS NULL THEN 'asked' ELSE 'announced' END;
  END $$;

-- The other circle's facilitator says yes: from now on it is announced.
CREATE FUNCTION access.agree_to_merge(merge uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE both_circles uuid[];
  BEGIN
    UPDATE public.circle_merges m SET agreed_at = now(), takes_effect_at = now() + interval '7 days'
      WHERE m.community_id = access.community_id() AND m.merge_id = merge AND m.agreed_at IS NULL
        AND m.called_off_at IS NULL AND m.asked_circle = ANY (access.my_facilitated_ids())
      RETURNING ARRAY[m.circle_a, m.circle_b] INTO both_circles;
    IF both_circles IS NULL THEN RETURN false; END IF;
    PERFORM access.tell_circle(c, 'circles.merge-announced', merge) FROM unnest(both_circles) c;
    RETURN true;
  END $$;

-- Whose it is to call off or take back: a facilitator of either, and of listed circles the coordinator.
CREATE FUNCTION access.may_stop_merge(m public.circle_merges) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN m.community_id = access.community_id() AND (ARRAY[m.circle_a, m.circle_b] && access.my_facilitated_ids()
    OR m.a_joining <> 'hidden' AND m.b_joining <> 'hidden' AND coalesce(access.my_role() = 'coordinator', false)); END $$;

CREATE FUNCTION access.call_off_merge(merge uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.circle_merges;
  BEGIN
    SELECT * INTO m FROM public.circle_merges x WHERE x.community_id = access.community_id() AND x.merge_id = merge FOR UPDATE;
    IF NOT FOUND OR m.effected_at IS NOT NULL OR m.called_off_at IS NOT NULL OR NOT access.may_stop_merge(m) THEN
      RETURN false;
    END IF;
    UPDATE public.circle_merges x SET called_off_at = now() WHERE x.community_id = m.community_id AND x.merge_id = merge;
    PERFORM access.note_change(c) FROM unnest(ARRAY[m.circle_a, m.circle_b]) c;
    IF m.agreed_at IS NOT NULL THEN
      PERFORM access.tell_circle(c, 'circles.merge-called-off', merge) FROM unnest(ARRAY[m.circle_a, m.circle_b]) c;
    END IF;
    RETURN true;
  END $$;

-- The stricter of two doors.
CREATE FUNCTION access.stricter_door(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE
  AS $$ SELECT (ARRAY['hidden', 'private', 'request', 'open'])[least(
    array_position(ARRAY['hidden', 'private', 'request', 'open'], a), array_position(ARRAY['hidden', 'private', 'request', 'open'], b))] $$;
CREATE FUNCTION access.of_either(a text[], b text[]) RETURNS text[] LANGUAGE sql IMMUTABLE
  AS $$ SELECT CASE WHEN a = '{}' OR b = '{}' THEN '{}' ELSE ARRAY(SELECT DISTINCT unnest(a || b) ORDER BY 1) END $$;
REVOKE ALL ON FUNCTION access.stricter_door(text, text), access.of_either(text[], text[]) FROM PUBLIC;

-- The circle two go on in: the first one's hours, room for all, the stricter door, for whom either is.
CREATE FUNCTION access.open_joined_circle(joined uuid, m public.circle_merges, founder uuid, people int) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    INSERT INTO public.circles (community_id, circle_id, name, purpose, charter, joining, questions, cap, languages, stages,
        age_from_months, age_to_months, topics, place, country, region, postcode, place_name, latitude, longitude, weekday,
        start_time, minutes, every_weeks, first_meeting, time_zone, childcare, cost, faith, created_by, born_from, born_to, own_name)
      SELECT a.community_id, joined, m.name, a.purpose, a.charter, access.stricter_door(a.joining, b.joining), a.questions,
        CASE WHEN a.cap IS NOT NULL AND b.cap IS NOT NULL THEN greatest(a.cap, b.cap, people) END,
        access.of_either(a.languages, b.languages), access.of_either(a.stages, b.stages),
        CASE WHEN b.age_from_months IS NOT NULL THEN least(a.age_from_months, b.age_from_months) END,
        CASE WHEN a.age_to_months IS NOT NULL AND b.age_to_months IS NOT NULL THEN greatest(a.age_to_months, b.age_to_months) END,
        access.of_either(a.topics, b.topics), CASE WHEN a.place = b.place THEN a.place ELSE 'both' END,
        p.country, p.region, p.postcode, p.place_name, p.latitude, p.longitude, a.weekday,
        a.start_time, a.minutes, a.every_weeks, a.first_meeting, a.time_zone, a.childcare AND b.childcare,
        CASE WHEN 'paid' IN (a.cost, b.cost) THEN 'paid' ELSE 'free' END, CASE WHEN a.faith = b.faith THEN a.faith END, founder,
        CASE WHEN w.fits THEN least(a.born_from, b.born_from) END, CASE WHEN w.fits THEN greatest(a.born_to, b.born_to) END, true
      FROM public.circles a JOIN public.circles b ON b.community_id = a.community_id AND b.circle_id = m.circle_b
      JOIN public.circles p ON p.community_id = a.community_id
        AND p.circle_id = CASE WHEN a.place = 'online' THEN b.circle_id ELSE a.circle_id END
      CROSS JOIN LATERAL (SELECT a.born_from IS NOT NULL AND b.born_from IS NOT NULL
        AND to_date(greatest(a.born_to, b.born_to), 'YYYY-MM') < to_date(least(a.born_from, b.born_from), 'YYYY-MM')
          + interval '12 months' AS fits) w
      WHERE a.community_id = m.community_id AND a.circle_id = m.circle_a;
  END $$;

-- Two circles go on together in a third: everybody but those who said no has a seat there, and each old circle becomes
-- an archive for those who were in it. No word moves, so nobody reads what she could not read before. Once, whoever
-- comes first; the time it was announced for must have come.
CREATE FUNCTION access.effect_merge(merge uuid, joined uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.circle_merges; founder uuid; coming uuid[]; doors jsonb;
  BEGIN
    SELECT * INTO m FROM public.circle_merges x WHERE x.community_id = access.community_id() AND x.merge_id = merge
      AND x.takes_effect_at <= now() AND x.effected_at IS NULL AND x.called_off_at IS NULL FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM FROM public.circles c WHERE c.community_id = m.community_id AND c.circle_id IN (m.circle_a, m.circle_b)
      ORDER BY c.circle_id FOR UPDATE;
    SELECT jsonb_object_agg(c.circle_id, c.joining) INTO doors FROM public.circles c
      WHERE c.community_id = m.community_id AND c.circle_id IN (m.circle_a, m.circle_b)
        AND c.closed_at IS NULL AND c.archived_at IS NULL;
    coming := ARRAY(SELECT DISTINCT p.member_id FROM public.circle_members p WHERE p.community_id = m.community_id
      AND p.circle_id IN (m.circle_a, m.circle_b) AND NOT EXISTS (SELECT FROM public.merge_refusals r
        WHERE r.community_id = m.community_id AND r.merge_id = merge AND r.member_id = p.member_id));
    SELECT p.member_id INTO founder FROM public.circle_members p WHERE p.community_id = m.community_id
      AND p.circle_id IN (m.circle_a, m.circle_b) AND p.member_id = ANY (coming)
      ORDER BY p.role = 'facilitator' DESC, p.joined_at, p.member_id LIMIT 1;
    IF founder IS NULL OR NOT coalesce(doors ?& ARRAY[m.circle_a::text, m.circle_b::text], false) THEN
      UPDATE public.circle_merges x SET called_off_at = now() WHERE x.community_id = m.community_id AND x.merge_id = merge;
      PERFORM access.note_change(c) FROM unnest(ARRAY[m.circle_a, m.circle_b]) c;
      RETURN false;
    END IF;
    PERFORM access.open_joined_circle(joined, m, founder, cardinality(coming));
    INSERT INTO public.circle_members (community_id, circle_id, member_id, role, greets, welcomed_at, joined_at)
      SELECT m.community_id, joined, p.member_id, CASE WHEN bool_or(p.role = 'facilitator') THEN 'facilitator' ELSE 'member' END,
        bool_or(p.greets), now(), min(p.joined_at)
      FROM public.circle_members p WHERE p.community_id = m.community_id AND p.circle_id IN (m.circle_a, m.circle_b)
        AND p.member_id = ANY (coming) AND p.member_id <> founder GROUP BY p.member_id;
    UPDATE public.circle_invitations i SET revoked_at = now() WHERE i.community_id = m.community_id
      AND i.circle_id IN (m.circle_a, m.circle_b) AND i.revoked_at IS NULL;
    UPDATE public.circles c SET archived_at = now(), continued_in = joined, joining = 'hidden'
      WHERE c.community_id = m.community_id AND c.circle_id IN (m.circle_a, m.circle_b);
    UPDATE public.circle_merges x SET effected_at = now(), joined_circle = joined,
        a_joining = doors ->> m.circle_a::text, b_joining = doors ->> m.circle_b::text
      WHERE x.community_id = m.community_id AND x.merge_id = merge;
    PERFORM access.note_change(c) FROM unnest(ARRAY[m.circle_a, m.circle_b, joined]) c;
    PERFORM access.tell_circle(joined, 'circles.merged', merge);
    RETURN true;
  END $$;

-- For a week: both circles open again as they were, and what was written since stays readable to those who were there.
CREATE FUNCTION access.undo_merge(merge uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE m public.circle_merges;
  BEGIN
    SELECT * INTO m FROM public.circle_merges x WHERE x.community_id = access.community_id() AND x.merge_id = merge FOR UPDATE;
    IF NOT FOUND OR NOT access.is_recent(m.effected_at) OR m.undone_at IS NOT NULL OR NOT access.may_stop_merge(m) THEN
      RETURN false;
    END IF;
    UPDATE public.circles c SET archived_at = NULL, continued_in = NULL,
        joining = CASE WHEN c.circle_id = m.circle_a THEN m.a_joining ELSE m.b_joining END
      WHERE c.community_id = m.community_id AND c.circle_id IN (m.circle_a, m.circle_b);
    UPDATE public.circle_invitations i SET revoked_at = NULL WHERE i.community_id = m.community_id
      AND i.circle_id IN (m.circle_a, m.circle_b) AND i.revoked_at = m.effected_at;
    UPDATE public.circle_invitations i SET revoked_at = now() WHERE i.community_id = m.community_id
      AND i.circle_id = m.joined_circle AND i.revoked_at IS NULL;
    UPDATE public.circles c SET archived_at = now(), joining = 'hidden'
      WHERE c.community_id = m.community_id AND c.circle_id = m.joined_circle;
    UPDATE public.circle_merges x SET undone_at = now() WHERE x.community_id = m.community_id AND x.merge_id = merge;
    PERFORM access.note_change(c) FROM unnest(ARRAY[m.circle_a, m.circle_b, m.joined_circle]) c;
    PERFORM access.tell_circle(c, 'circles.merge-undone', merge) FROM unnest(ARRAY[m.circle_a, m.circle_b]) c;
    RETURN true;
  END $$;

-- A facilitator names who might look after the circle after her. 'named' | 'already' | 'absent'
CREATE FUNCTION access.name_successor(succession uuid, circle uuid, successor uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT circle = ANY (access.my_facilitated_ids()) OR access.is_archived(circle) OR NOT EXISTS (
        SELECT FROM public.circle_members p WHERE p.community_id = access.community_id()
        AND p.circle_id = circle AND p.member_id = successor AND p.role = 'member') THEN RETURN 'absent'; END IF;
    IF EXISTS (SELECT FROM public.successions s WHERE s.community_id = access.community_id() AND s.circle_id = circle
        AND s.from_member = access.member_id() AND s.effected_at IS NULL AND s.called_off_at IS NULL) THEN RETURN 'already'; END IF;
    INSERT INTO public.successions (community_id, succession_id, circle_id, from_member, to_member)
      VALUES (access.community_id(), succession, circle, access.member_id(), successor) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN 'already'; END IF;
    PERFORM access.note_change(circle);
    PERFORM access.tell_one(successor, circle, 'circles.keys-offered', succession);
    RETURN 'named';
  END $$;

-- A member offers to look after a circle that nobody looks after. Of a listed one the coordinator decides; a hidden one
-- she does not know of, so there it is announced for a week, in which whoever held the keys may say she is back.
CREATE FUNCTION access.offer_to_keep(succession uuid, circle uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE hidden boolean;
  BEGIN
    SELECT c.joining = 'hidden' INTO hidden FROM public.circles c WHERE c.community_id = access.community_id()
      AND c.circle_id = circle AND c.archived_at IS NULL AND c.closed_at IS NULL;
    IF hidden IS NULL OR NOT access.is_untended(circle) OR circle = ANY (access.my_facilitated_ids()) THEN RETURN 'absent'; END IF;
    INSERT INTO public.successions (community_id, succession_id, circle_id, to_member, accepted_at, takes_effect_at)
      VALUES (access.community_id(), succession, circle, access.member_id(), now(),
        CASE WHEN hidden THEN now() + interval '7 days' END) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN 'already'; END IF;
    PERFORM access.note_change(circle);
    IF hidden THEN
      PERFORM access.tell_circle(circle, 'circles.keys-announced', succession);
    ELSE
      PERFORM access.notify('{}', 'circles.keeper-offered', NULL, NULL, succession, true, 'coordinators');
    END IF;
    RETURN CASE WHEN hidden THEN 'announced' ELSE 'offered' END;
  END $$;

-- The one who was named says yes. From then on the circle knows; three days later she has the keys.
CREATE FUNCTION access.accept_succession(succession uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE circle uuid;
  BEGIN
    UPDATE public.successions s SET accepted_at = now(), takes_effect_at = now() + interval '3 days'
      WHERE s.community_id = access.community_id() AND s.succession_id = succession AND s.to_member = access.member_id()
        AND s.accepted_at IS NULL AND s.called_off_at IS NULL AND s.circle_id = ANY (access.my_circle_ids())
      RETURNING s.circle_id INTO circle;
    IF circle IS NULL THEN RETURN false; END IF;
    PERFORM access.tell_circle(circle, 'circles.keys-announced', succession);
    RETURN true;
  END $$;

-- The coordinator appoints one who offered.
CREATE FUNCTION access.appoint(succession uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE circle uuid;
  BEGIN
    IF access.my_role() IS DISTINCT FROM 'coordinator' THEN RETURN false; END IF;
    UPDATE public.successions s SET takes_effect_at = now() + interval '3 days' FROM public.circles c
      WHERE s.community_id = access.community_id() AND s.succession_id = succession AND s.from_member IS NULL
        AND s.takes_effect_at IS NULL AND s.called_off_at IS NULL
        AND c.community_id = s.community_id AND c.circle_id = s.circle_id AND c.joining <> 'hidden'
      RETURNING s.circle_id INTO circle;
    IF circle IS NULL THEN RETURN false; END IF;
    PERFORM access.tell_circle(circle, 'circles.keys-announced', succession);
    RETURN true;
  END $$;

-- Whose it is to stop: either of the two, whoever looks after the circle, and of a listed one the coordinator.
CREATE FUNCTION access.may_stop_succession(s public.successions) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN s.community_id = access.community_id() AND (coalesce(access.member_id() IN (s.from_member, s.to_member), false)
    OR s.circle_id = ANY (access.my_facilitated_ids())
    OR coalesce(access.my_role() = 'coordinator', false) AND EXISTS (SELECT FROM public.circles c
      WHERE c.community_id = s.community_id AND c.circle_id = s.circle_id AND c.joining <> 'hidden')); END $$;

CREATE FUNCTION access.call_off_succession(succession uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE s public.successions;
  BEGIN
    SELECT * INTO s FROM public.successions x WHERE x.community_id = access.community_id() AND x.succession_id = succession FOR UPDATE;
    IF NOT FOUND OR s.effected_at IS NOT NULL OR s.called_off_at IS NOT NULL OR NOT access.may_stop_succession(s) THEN
      RETURN false;
    END IF;
    UPDATE public.successions x SET called_off_at = now() WHERE x.community_id = s.community_id AND x.succession_id = succession;
    PERFORM access.note_change(s.circle_id);
    RETURN true;
  END $$;

-- The keys change hands, once. She who was to have them and has left since does not get them.
CREATE FUNCTION access.effect_succession(succession uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE s public.successions; seated boolean;
  BEGIN
    SELECT * INTO s FROM public.successions x WHERE x.community_id = access.community_id() AND x.succession_id = succession
      AND x.takes_effect_at <= now() AND x.effected_at IS NULL AND x.called_off_at IS NULL FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE public.circle_members p SET role = 'facilitator', greets = true, acting_since = NULL
      WHERE p.community_id = s.community_id AND p.circle_id = s.circle_id AND p.member_id = s.to_member;
    seated := FOUND;
    IF seated THEN
      UPDATE public.circle_members p SET role = 'member', acting_since = NULL
        WHERE p.community_id = s.community_id AND p.circle_id = s.circle_id AND p.member_id = s.from_member;
    END IF;
    UPDATE public.successions x SET effected_at = CASE WHEN seated THEN now() END,
        called_off_at = CASE WHEN seated THEN NULL ELSE now() END
      WHERE x.community_id = s.community_id AND x.succession_id = succession;
    PERFORM access.note_change(s.circle_id);
    RETURN seated;
  END $$;

-- For a week the keys may go back, while there is somebody to take them. 'undone' | 'alone' | 'absent'
CREATE FUNCTION access.undo_succession(succession uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE s public.successions;
  BEGIN
    SELECT * INTO s FROM public.successions x WHERE x.community_id = access.community_id() AND x.succession_id = succession FOR UPDATE;
    IF NOT FOUND OR NOT access.is_recent(s.effected_at) OR s.undone_at IS NOT NULL OR NOT access.may_stop_succession(s) THEN
      RETURN 'absent';
    END IF;
    UPDATE public.circle_members p SET role = 'facilitator'
      WHERE p.community_id = s.community_id AND p.circle_id = s.circle_id AND p.member_id = s.from_member;
    IF NOT EXISTS (SELECT FROM public.circle_members p WHERE p.community_id = s.community_id AND p.circle_id = s.circle_id
        AND p.role = 'facilitator' AND p.member_id <> s.to_member) THEN RETURN 'alone'; END IF;
    UPDATE public.circle_members p SET role = 'member'
      WHERE p.community_id = s.community_id AND p.circle_id = s.circle_id AND p.member_id = s.to_member;
    UPDATE public.successions x SET undone_at = now() WHERE x.community_id = s.community_id AND x.succession_id = succession;
    PERFORM access.note_change(s.circle_id);
    PERFORM access.tell_circle(s.circle_id, 'circles.keys-back', succession);
    RETURN 'undone';
  END $$;

-- What is due, by id: the work itself is done, and checked again, in its own community.
CREATE FUNCTION access.circle_changes_due() RETURNS TABLE (community_id uuid, kind text, change_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT m.community_id, 'merge', m.merge_id FROM public.circle_merges m
      WHERE m.takes_effect_at <= now() AND m.effected_at IS NULL AND m.called_off_at IS NULL
    UNION ALL SELECT s.community_id, 'succession', s.succession_id FROM public.successions s
      WHERE s.takes_effect_at <= now() AND s.effected_at IS NULL AND s.called_off_at IS NULL;
  END $$;

-- Which rooms have something to say, looked at anew: weeks pass, and facilitators stay away.
CREATE FUNCTION access.note_changes() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN PERFORM access.note_change(c.circle_id) FROM public.circles c
    WHERE c.community_id = access.community_id() AND c.closed_at IS NULL
      AND c.in_change IS DISTINCT FROM (access.why_untended(c.circle_id) IS NOT NULL); END $$;
CREATE FUNCTION access.community_ids() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT c.community_id FROM public.communities c; END $$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['access.tell_of_neighbours(uuid)', 'access.quiet_circles()', 'access.propose_merge(uuid, uuid, uuid, text)',
      'access.agree_to_merge(uuid)', 'access.call_off_merge(uuid)', 'access.effect_merge(uuid, uuid)',
      'access.undo_merge(uuid)', 'access.name_successor(uuid, uuid, uuid)', 'access.offer_to_keep(uuid, uuid)',
      'access.accept_succession(uuid)', 'access.appoint(uuid)', 'access.call_off_succession(uuid)',
      'access.effect_succession(uuid)', 'access.undo_succession(uuid)', 'access.circle_changes_due()',
      'access.note_changes()', 'access.community_ids()']::regprocedure[] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO porchlight_app', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['access.is_quiet(uuid)', 'access.may_stop_merge(circle_merges)',
      'access.open_joined_circle(uuid, circle_merges, uuid, int)', 'access.may_stop_succession(successions)',
      'access.tell_circle(uuid, text, uuid)', 'access.tell_one(uuid, uuid, text, uuid)']::regprocedure[] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
RESET ROLE;
