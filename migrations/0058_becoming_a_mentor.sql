-- Programs made and kept by coordinators, and a mentor's way in: she applies, is spoken with, is approved. Every step is a
-- function that looks again at who asks, under the lock of the row it changes.

-- Who of the coordinators said she will talk with her.
ALTER TABLE program_mentors ADD COLUMN talks_with uuid,
  ADD FOREIGN KEY (community_id, talks_with) REFERENCES members ON DELETE SET NULL (talks_with);

SET ROLE porchlight_policy;
-- Other words to agree to are another version, whoever changes them and however; before it was ever open nobody agreed yet.
CREATE FUNCTION access.keep_agreement_version() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    NEW.agreement_version := OLD.agreement_version
      + CASE WHEN NEW.agreement IS DISTINCT FROM OLD.agreement AND OLD.opened_at IS NOT NULL THEN 1 ELSE 0 END;
    RETURN NEW;
  END $$;

-- What the program asks of a mentor and is not there: 'interview', 'references', 'background', 'training', 'agreement', 'recovered'.
CREATE FUNCTION access.missing_of(p public.programs, m public.program_mentors) RETURNS text[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(
    SELECT w.what FROM (VALUES (1, 'interview', p.needs_interview), (2, 'references', p.needs_references),
        (3, 'background', p.needs_background)) w (n, what, needed)
      WHERE w.needed AND NOT EXISTS (SELECT FROM public.program_checks c WHERE c.community_id = m.community_id
        AND c.program_id = m.program_id AND c.member_id = m.member_id AND c.what = w.what) ORDER BY w.n)
    || CASE WHEN p.needs_training AND EXISTS (SELECT FROM public.program_training t WHERE t.community_id = p.community_id
        AND t.program_id = p.program_id AND NOT EXISTS (SELECT FROM public.program_checks c WHERE c.community_id = m.community_id
          AND c.program_id = m.program_id AND c.member_id = m.member_id AND c.item_id = t.item_id))
      THEN '{training}'::text[] ELSE '{}' END
    || CASE WHEN m.agreement_version IS DISTINCT FROM p.agreement_version THEN '{agreement}'::text[] ELSE '{}' END
    || CASE WHEN p.recovered_months IS NOT NULL AND (m.recovered_since IS NULL OR to_date(m.recovered_since, 'YYYY-MM')
        + make_interval(months => p.recovered_months) > current_date) THEN '{recovered}'::text[] ELSE '{}' END;
  END $$;
-- The same, for herself and for coordinators.
CREATE FUNCTION access.mentor_missing(program uuid, member uuid) RETURNS text[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT access.missing_of(p, m) FROM public.program_mentors m
    JOIN public.programs p ON p.community_id = m.community_id AND p.program_id = m.program_id
    WHERE m.community_id = access.community_id() AND m.program_id = program AND m.member_id = member
      AND (member = access.member_id() OR access.is_coordinator())); END $$;

-- She applies, or changes what she said of herself: 'applied', 'changed', or why not.
CREATE FUNCTION access.say_as_mentor(program uuid, said jsonb, agreed_to int) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id();
    x public.program_mentors := jsonb_populate_record(NULL::public.program_mentors, said);
    p public.programs; was text;
  BEGIN
    SELECT * INTO p FROM public.programs q WHERE q.community_id = here AND q.program_id = program AND q.opened_at IS NOT NULL FOR SHARE;
    IF NOT FOUND OR me IS NULL OR NOT access.takes_part() THEN RETURN 'absent'; END IF;
    IF x.recovered_since !~ '^\d{4}-(0[1-9]|1[0-2])$' THEN RETURN 'unfit'; END IF;
    SELECT m.state INTO was FROM public.program_mentors m
      WHERE m.community_id = here AND m.program_id = program AND m.member_id = me FOR UPDATE;
    IF was IS NULL OR was IN ('declined', 'left') THEN
      IF p.closed_at IS NOT NULL THEN RETURN 'closed'; END IF;
      IF agreed_to IS DISTINCT FROM p.agreement_version THEN RETURN 'agreement'; END IF;
      INSERT INTO public.program_mentors (community_id, program_id, member_id, agreed_at, agreement_version, capacity)
        VALUES (here, program, me, now(), agreed_to, coalesce(x.capacity, 1))
        ON CONFLICT (community_id, program_id, member_id) DO UPDATE SET state = 'applied', applied_at = now(), agreed_at = now(),
          agreement_version = excluded.agreement_version, capacity = excluded.capacity, paused_at = NULL, decided_at = NULL,
          decided_by = NULL, talks_with = NULL;
    END IF;
    UPDATE public.program_mentors m SET about = coalesce(x.about, ''), experiences = coalesce(x.experiences, '{}'),
        languages = coalesce(x.languages, '{}'), free = coalesce(x.free, '{}'), online = coalesce(x.online, true),
        recovered_since = x.recovered_since, traits = coalesce(x.traits, '{}'), rules_out = coalesce(x.rules_out, '{}'),
        answers = coalesce(x.answers, '{}'), country = x.country, region = x.region, latitude = x.latitude,
        longitude = x.longitude
      WHERE m.community_id = here AND m.program_id = program AND m.member_id = me;
    RETURN CASE WHEN was IN ('applied', 'approved') THEN 'changed' ELSE 'applied' END;
  END $$;

-- Yes to the words as they stand now, as a mentor and as a mother who asked: whichever of the two she is.
CREATE FUNCTION access.agree_in_program(program uuid, version int) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id(); touched int := 0; more int;
  BEGIN
    PERFORM FROM public.programs q WHERE q.community_id = here AND q.program_id = program AND q.agreement_version = version FOR SHARE;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE public.program_mentors m SET agreed_at = now(), agreement_version = version
      WHERE m.community_id = here AND m.program_id = program AND m.member_id = me AND m.state IN ('applied', 'approved');
    GET DIAGNOSTICS touched = ROW_COUNT;
    UPDATE public.mentee_requests r SET agreed_at = now(), agreement_version = version
      WHERE r.community_id = here AND r.program_id = program AND r.member_id = me AND r.state IN ('waiting', 'matched');
    GET DIAGNOSTICS more = ROW_COUNT;
    RETURN touched + more > 0;
  END $$;

-- How many mothers she has room for. Resolves to how many she is with: nobody who is with her is dropped. Null: no mentor.
CREATE FUNCTION access.offer_room(program uuid, places int) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id();
  BEGIN
    UPDATE public.program_mentors m SET capacity = places
      WHERE m.community_id = here AND m.program_id = program AND m.member_id = me AND m.state IN ('applied', 'approved');
    IF NOT FOUND THEN RETURN NULL; END IF;
    RETURN (SELECT count(*) FROM public.matches t WHERE t.community_id = here AND t.program_id = program
      AND t.mentor_id = me AND t.state = 'active');
  END $$;

-- "Not this month", and back.
CREATE FUNCTION access.rest_as_mentor(program uuid, resting boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.program_mentors m SET paused_at = CASE WHEN resting THEN coalesce(m.paused_at, now()) END
      WHERE m.community_id = access.community_id() AND m.program_id = program AND m.member_id = access.member_id()
        AND m.state = 'approved';
    RETURN FOUND;
  END $$;

-- She leaves: says no to whatever waits for her yes; those she is with stay with her until the two of them part. Resolves to
-- what she was ('applied', 'approved'); null: nothing of the kind.
CREATE FUNCTION access.leave_as_mentor(program uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id(); was text;
  BEGIN
    SELECT m.state INTO was FROM public.program_mentors m WHERE m.community_id = here AND m.program_id = program
      AND m.member_id = me AND m.state IN ('applied', 'approved') FOR UPDATE;
    IF was IS NULL THEN RETURN NULL; END IF;
    UPDATE public.program_mentors m SET state = 'left', paused_at = NULL, talks_with = NULL
      WHERE m.community_id = here AND m.program_id = program AND m.member_id = me;
    UPDATE public.matches t SET state = 'declined', ended_at = now(), ended_by = me, ended_as = 'declined'
      WHERE t.community_id = here AND t.program_id = program AND t.mentor_id = me AND t.state = 'proposed';
    RETURN was;
  END $$;

-- A coordinator says that she will talk with her, or not after all.
CREATE FUNCTION access.talk_with_mentor(program uuid, member uuid, will boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    UPDATE public.program_mentors m SET talks_with = CASE WHEN will THEN access.member_id() END
      WHERE access.is_coordinator() AND m.community_id = access.community_id() AND m.program_id = program
        AND m.member_id = member AND m.member_id <> access.member_id() AND m.state = 'applied'
        AND (will OR m.talks_with = access.member_id());
    RETURN FOUND;
  END $$;

-- That something was done, on which day: 'noted', or why not. Nobody notes her own.
CREATE FUNCTION access.note_check(program uuid, member uuid, its_what text, item uuid, day date) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id();
  BEGIN
    IF NOT access.is_coordinator() THEN RETURN 'absent'; END IF;
    IF member = me THEN RETURN 'yourself'; END IF;
    PERFORM FROM public.program_mentors m WHERE m.community_id = here AND m.program_id = program AND m.member_id = member
      AND m.state IN ('applied', 'approved') FOR UPDATE;
    IF NOT FOUND OR (its_what = 'training' AND NOT EXISTS (SELECT FROM public.program_training t
      WHERE t.community_id = here AND t.program_id = program AND t.item_id = item)) THEN RETURN 'absent'; END IF;
    IF day > current_date + 1 OR day < current_date - 3660 THEN RETURN 'unfit'; END IF;
    INSERT INTO public.program_checks (community_id, program_id, member_id, what, item_id, done_on, noted_by)
      VALUES (here, program, member, its_what, item, day, me) ON CONFLICT DO NOTHING;
    RETURN CASE WHEN FOUND THEN 'noted' ELSE 'already' END;
  END $$;
-- A wrong note is taken back, and is gone.
CREATE FUNCTION access.take_back_check(program uuid, member uuid, its_id uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    DELETE FROM public.program_checks c WHERE access.is_coordinator() AND c.community_id = access.community_id()
      AND c.program_id = program AND c.member_id = member AND c.check_id = its_id AND c.member_id <> access.member_id();
    RETURN FOUND;
  END $$;

-- Yes or not now, once: whoever decides second, or after she left, learns that. 'approved', 'declined', 'missing', 'decided',
-- 'yourself' or 'absent'; with what is missing.
CREATE FUNCTION access.decide_mentor(program uuid, member uuid, yes boolean) RETURNS TABLE (outcome text, missing text[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); me uuid := access.member_id(); p public.programs; m public.program_mentors;
    gaps text[] := '{}';
  BEGIN
    SELECT * INTO p FROM public.programs q WHERE q.community_id = here AND q.program_id = program AND access.is_coordinator() FOR SHARE;
    SELECT * INTO m FROM public.program_mentors o WHERE o.community_id = here AND o.program_id = program AND o.member_id = member
      AND p.program_id IS NOT NULL FOR UPDATE;
    IF m.member_id IS NULL THEN RETURN QUERY SELECT 'absent', gaps; RETURN; END IF;
    IF member = me THEN RETURN QUERY SELECT 'yourself', gaps; RETURN; END IF;
    IF m.state <> 'applied' THEN RETURN QUERY SELECT 'decided', gaps; RETURN; END IF;
    IF yes THEN gaps := access.missing_of(p, m); END IF;
    IF cardinality(gaps) > 0 THEN RETURN QUERY SELECT 'missing', gaps; RETURN; END IF;
    UPDATE public.program_mentors o SET state = CASE WHEN yes THEN 'approved' ELSE 'declined' END, decided_at = now(),
        decided_by = me, talks_with = NULL
      WHERE o.community_id = here AND o.program_id = program AND o.member_id = member;
    RETURN QUERY SELECT CASE WHEN yes THEN 'approved' ELSE 'declined' END, gaps;
  END $$;

-- Closes a program: who waits is set free, what was proposed lapses, pairs go on. Resolves to who waited; null: not open, or not
-- a coordinator's to close.
CREATE FUNCTION access.close_program(program uuid) RETURNS uuid[]
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE here uuid := access.community_id(); waited uuid[]; m public.matches;
  BEGIN
    UPDATE public.programs q SET closed_at = now(), next_round_at = NULL WHERE access.is_coordinator() AND q.community_id = here
      AND q.program_id = program AND q.opened_at IS NOT NULL AND q.closed_at IS NULL;
    IF NOT FOUND THEN RETURN NULL; END IF;
    -- The requests first, as everywhere: whoever proposes or answers at this moment is waited for, or finds them closed.
    PERFORM FROM public.mentee_requests r WHERE r.community_id = here AND r.program_id = program AND r.state = 'waiting'
      ORDER BY r.request_id FOR UPDATE;
    FOR m IN SELECT * FROM public.matches t WHERE t.community_id = here AND t.program_id = program AND t.state = 'proposed' LOOP
      PERFORM access.end_proposal(m, NULL, 'stopped', now());
    END LOOP;
    WITH freed AS (UPDATE public.mentee_requests r SET state = 'closed', ended_at = now()
      WHERE r.community_id = here AND r.program_id = program AND r.state = 'waiting' RETURNING r.member_id)
    SELECT coalesce(array_agg(f.member_id), '{}') INTO waited FROM freed f;
    RETURN waited;
  END $$;

REVOKE ALL ON FUNCTION access.keep_agreement_version(), access.missing_of(public.programs, public.program_mentors),
  access.mentor_missing(uuid, uuid), access.say_as_mentor(uuid, jsonb, int), access.agree_in_program(uuid, int),
  access.offer_room(uuid, int), access.rest_as_mentor(uuid, boolean), access.leave_as_mentor(uuid),
  access.talk_with_mentor(uuid, uuid, boolean), access.note_check(uuid, uuid, text, uuid, date),
  access.take_back_check(uuid, uuid, uuid), access.decide_mentor(uuid, uuid, boolean), access.close_program(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.mentor_missing(uuid, uuid), access.say_as_mentor(uuid, jsonb, int),
  access.agree_in_program(uuid, int), access.offer_room(uuid, int), access.rest_as_mentor(uuid, boolean),
  access.leave_as_mentor(uuid), access.talk_with_mentor(uuid, uuid, boolean), access.note_check(uuid, uuid, text, uuid, date),
  access.take_back_check(uuid, uuid, uuid), access.decide_mentor(uuid, uuid, boolean), access.close_program(uuid) TO porchlight_app;
RESET ROLE;
CREATE TRIGGER programs_agreement BEFORE UPDATE ON programs FOR EACH ROW EXECUTE FUNCTION access.keep_agreement_version();
