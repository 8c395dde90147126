-- Words that wait, words behind a block, and whoever came while two circles were one.

-- A newcomer's other words for what was let in wait as well. Until somebody lets them in, the others read what was let in:
-- were the post to wait again, the answers under it would go out of sight with it.
ALTER TABLE posts ADD COLUMN reworded_at timestamptz;
CREATE INDEX posts_reworded ON posts (community_id, circle_id) WHERE reworded_at IS NOT NULL;
CREATE TABLE post_rewordings (
  community_id uuid NOT NULL,
  post_id uuid NOT NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
  content_note text CHECK (length(content_note) BETWEEN 1 AND 120),
  written_at timestamptz NOT NULL DEFAULT now(),
  let_in_at timestamptz,            -- for the one statement that puts them into the post
  PRIMARY KEY (community_id, post_id),
  FOREIGN KEY (community_id, post_id) REFERENCES posts ON DELETE CASCADE
);
ALTER TABLE post_rewordings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON post_rewordings TO porchlight_policy;
CREATE POLICY definer ON post_rewordings TO porchlight_policy USING (true) WITH CHECK (true);
GRANT SELECT ON post_rewordings TO porchlight_app;
CREATE POLICY hers_and_those_who_let_in ON post_rewordings FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND EXISTS (SELECT FROM posts p
    WHERE p.community_id = post_rewordings.community_id AND p.post_id = post_rewordings.post_id
      AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[])
        OR p.circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[]))));

SET ROLE porchlight_policy;
-- Whether somebody is new in a circle that lets its newcomers' first words in: by what of hers stands there, this post
-- aside, and what was taken out of sight never counts.
CREATE FUNCTION access.is_new_here(community uuid, circle uuid, post uuid, writer uuid, hold smallint) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN hold > 0 AND hold > (SELECT count(*) FROM public.posts p WHERE p.community_id = community
    AND p.circle_id = circle AND p.post_id <> post AND p.held_at IS NULL AND p.hidden_at IS NULL
    AND (p.author_id = writer OR p.pseudonym_id = ANY (ARRAY(SELECT s.pseudonym_id FROM public.pseudonyms s
      WHERE s.community_id = community AND s.member_id = writer)))); END $$;

CREATE OR REPLACE FUNCTION access.guard_post() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE writer uuid; pseudonyms_of_hers uuid[]; seat record; thread_locked timestamptz;
  BEGIN
    writer := coalesce(NEW.author_id, (SELECT s.member_id FROM public.pseudonyms s
      WHERE s.community_id = NEW.community_id AND s.pseudonym_id = NEW.pseudonym_id));
    IF NEW.thread_id <> NEW.post_id THEN
      SELECT p.locked_at INTO thread_locked FROM public.posts p WHERE p.community_id = NEW.community_id
        AND p.post_id = NEW.thread_id AND p.circle_id = NEW.circle_id AND p.thread_id = p.post_id;
      IF NOT FOUND THEN RAISE EXCEPTION 'no such thread here' USING ERRCODE = 'foreign_key_violation'; END IF;
    END IF;
    SELECT m.role, c.slow_minutes, c.hold_first, c.locked_at INTO seat
      FROM public.circle_members m JOIN public.circles c USING (community_id, circle_id)
      WHERE m.community_id = NEW.community_id AND m.circle_id = NEW.circle_id AND m.member_id = writer;
    IF NOT FOUND OR seat.role = 'facilitator' THEN RETURN NEW; END IF;
    IF seat.locked_at IS NOT NULL OR thread_locked IS NOT NULL THEN RAISE EXCEPTION 'locked' USING ERRCODE = 'PL251'; END IF;
    IF EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = NEW.community_id AND s.member_id = writer
        AND s.circle_id = NEW.circle_id AND s.lifted_at IS NULL AND s.until > now()) THEN
      RAISE EXCEPTION 'muted' USING ERRCODE = 'PL252';
    END IF;
    IF seat.slow_minutes = 0 AND seat.hold_first = 0 THEN RETURN NEW; END IF;
    -- Her own seat is the lock: two forms sent at once stand in line here, and the second sees the first one's post, and
    -- the pseudonym it may have been written under.
    PERFORM FROM public.circle_members m WHERE m.community_id = NEW.community_id AND m.circle_id = NEW.circle_id
      AND m.member_id = writer FOR NO KEY UPDATE;
    SELECT coalesce(array_agg(s.pseudonym_id), '{}') INTO pseudonyms_of_hers FROM public.pseudonyms s
      WHERE s.community_id = NEW.community_id AND s.member_id = writer;
    IF seat.slow_minutes > 0 THEN
      IF NOT EXISTS (SELECT FROM public.posts p WHERE p.community_id = NEW.community_id AND p.post_id = NEW.post_id)
          AND EXISTS (SELECT FROM public.posts p WHERE p.community_id = NEW.community_id AND p.circle_id = NEW.circle_id
            AND (p.author_id = writer OR p.pseudonym_id = ANY (pseudonyms_of_hers))
            AND p.created_at > clock_timestamp() - make_interval(mins => seat.slow_minutes)) THEN
        RAISE EXCEPTION 'slow' USING ERRCODE = 'PL253';
      END IF;
    END IF;
    IF access.is_new_here(NEW.community_id, NEW.circle_id, NEW.post_id, writer, seat.hold_first) THEN
      NEW.held_at := now();
    END IF;
    RETURN NEW;
  END $$;

CREATE OR REPLACE FUNCTION access.guard_words() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE writer uuid; seat record;
  BEGIN
    -- Whoever looks after the circle lets in just these.
    IF EXISTS (SELECT FROM public.post_rewordings w WHERE w.community_id = NEW.community_id AND w.post_id = NEW.post_id
        AND w.let_in_at IS NOT NULL AND (w.body, w.content_note) IS NOT DISTINCT FROM (NEW.body, NEW.content_note)) THEN
      RETURN NEW;
    END IF;
    writer := coalesce(NEW.author_id, (SELECT s.member_id FROM public.pseudonyms s
      WHERE s.community_id = NEW.community_id AND s.pseudonym_id = NEW.pseudonym_id));
    SELECT m.role, c.hold_first, c.archived_at, coalesce(c.locked_at, t.locked_at) AS locked_at INTO seat
      FROM public.circles c JOIN public.posts t ON t.community_id = c.community_id AND t.post_id = NEW.thread_id
      LEFT JOIN public.circle_members m ON m.community_id = c.community_id AND m.circle_id = c.circle_id AND m.member_id = writer
      WHERE c.community_id = NEW.community_id AND c.circle_id = NEW.circle_id;
    IF seat.archived_at IS NULL AND seat.role = 'facilitator' THEN RETURN NEW; END IF;
    IF seat.archived_at IS NOT NULL OR seat.locked_at IS NOT NULL THEN RAISE EXCEPTION 'locked' USING ERRCODE = 'PL251'; END IF;
    IF EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = NEW.community_id AND s.member_id = writer
        AND s.circle_id = NEW.circle_id AND s.lifted_at IS NULL AND s.until > now()) THEN
      RAISE EXCEPTION 'muted' USING ERRCODE = 'PL252';
    END IF;
    IF seat.role = 'member' AND OLD.held_at IS NULL
        AND access.is_new_here(NEW.community_id, NEW.circle_id, NEW.post_id, writer, seat.hold_first) THEN
      INSERT INTO public.post_rewordings (community_id, post_id, body, content_note)
        VALUES (NEW.community_id, NEW.post_id, NEW.body, NEW.content_note)
        ON CONFLICT (community_id, post_id) DO UPDATE SET body = excluded.body, content_note = excluded.content_note,
          written_at = now(), let_in_at = NULL;
      NEW.body := OLD.body; NEW.content_note := OLD.content_note; NEW.edited_at := OLD.edited_at; NEW.reworded_at := now();
    END IF;
    RETURN NEW;
  END $$;

-- Whether other words for a post of hers would wait.
CREATE FUNCTION access.words_would_wait(post uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.posts p JOIN public.circles c USING (community_id, circle_id)
    JOIN public.circle_members m ON m.community_id = p.community_id AND m.circle_id = p.circle_id AND m.member_id = access.member_id()
    WHERE p.community_id = access.community_id() AND p.post_id = post AND p.held_at IS NULL AND m.role = 'member'
      AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY (access.my_pseudonym_ids()))
      AND access.is_new_here(p.community_id, p.circle_id, p.post_id, access.member_id(), c.hold_first)); END $$;

-- Takes away the words that wait: by their author, before she writes others, or by whoever leaves the post as it was let
-- in, which is told. False when none wait, or not for whoever asks.
CREATE FUNCTION access.drop_rewording(post uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE p public.posts; hers boolean; BEGIN
    SELECT * INTO p FROM public.posts x WHERE x.community_id = access.community_id() AND x.post_id = post AND x.reworded_at IS NOT NULL FOR NO KEY UPDATE;
    hers := access.author_behind(p.author_id, p.pseudonym_id) = access.member_id();
    IF NOT FOUND OR NOT (hers OR p.circle_id = ANY (access.my_facilitated_ids())) THEN RETURN false; END IF;
    DELETE FROM public.post_rewordings w WHERE w.community_id = p.community_id AND w.post_id = post;
    UPDATE public.posts SET reworded_at = NULL WHERE community_id = p.community_id AND post_id = post;
    IF hers THEN RETURN true; END IF;
    PERFORM access.log_act(NULL, p.circle_id, access.member_id(), 'left-as-it-was', '');
    PERFORM access.tell_in_safety(ARRAY[access.author_behind(p.author_id, p.pseudonym_id)], 'safety.words-left', p.circle_id, p.thread_id);
    RETURN true;
  END $$;

-- What is gone or out of sight waits for no other words.
CREATE FUNCTION access.forget_rewording() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    DELETE FROM public.post_rewordings w WHERE w.community_id = NEW.community_id AND w.post_id = NEW.post_id;
    NEW.reworded_at := NULL;
    RETURN NEW;
  END $$;

-- The words as whoever lets them in has read them: she may have written on in the meantime.
CREATE FUNCTION access.words_mark(body text, note text) RETURNS text
  LANGUAGE sql IMMUTABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT encode(sha256(convert_to(coalesce(note, '') || chr(10) || body, 'UTF8')), 'hex') $$;

DROP FUNCTION access.let_in(uuid);
-- Lets a newcomer's words in, or her other words for them. 'in' | 'changed' (not what was read) | 'absent'
CREATE FUNCTION access.let_in(post uuid, seen text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE p public.posts; w public.post_rewordings; BEGIN
    SELECT * INTO p FROM public.posts x WHERE x.community_id = access.community_id() AND x.post_id = post AND x.removed_at IS NULL
      AND x.hidden_at IS NULL AND x.circle_id = ANY (access.my_facilitated_ids()) FOR NO KEY UPDATE;
    IF p.held_at IS NOT NULL THEN
      IF seen <> access.words_mark(p.body, p.content_note) THEN RETURN 'changed'; END IF;
      UPDATE public.posts SET held_at = NULL, last_active_at = now() WHERE community_id = p.community_id AND post_id = post;
    ELSE
      SELECT * INTO w FROM public.post_rewordings x WHERE x.community_id = p.community_id AND x.post_id = post FOR UPDATE;
      IF NOT FOUND THEN RETURN 'absent'; END IF;
      IF seen <> access.words_mark(w.body, w.content_note) THEN RETURN 'changed'; END IF;
      UPDATE public.post_rewordings SET let_in_at = now() WHERE community_id = p.community_id AND post_id = post;
      UPDATE public.posts SET body = w.body, content_note = w.content_note, edited_at = now(), reworded_at = NULL
        WHERE community_id = p.community_id AND post_id = post;
      DELETE FROM public.post_rewordings x WHERE x.community_id = p.community_id AND x.post_id = post;
    END IF;
    PERFORM access.log_act(NULL, p.circle_id, access.member_id(), 'let-in', '');
    PERFORM access.tell_in_safety(ARRAY[access.author_behind(p.author_id, p.pseudonym_id)], 'safety.let-in', p.circle_id, p.thread_id);
    -- For the others it is written only now.
    IF p.held_at IS NOT NULL THEN PERFORM access.tell_of_post(p.community_id, p.post_id); END IF;
    RETURN 'in';
  END $$;

CREATE OR REPLACE FUNCTION access.weigh_post(post uuid, its_level text, its_phrases text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE p public.posts; the_case uuid; links text[]; places int; BEGIN
    SELECT * INTO p FROM public.posts x WHERE x.community_id = access.community_id() AND x.post_id = post AND x.removed_at IS NULL
      AND (x.author_id = access.member_id() OR x.pseudonym_id = ANY (access.my_pseudonym_ids()));
    IF NOT FOUND THEN RETURN; END IF;
    -- Of words that wait, those are weighed: they are what she just said.
    p.body := coalesce((SELECT w.body FROM public.post_rewordings w WHERE w.community_id = p.community_id AND w.post_id = p.post_id), p.body);
    IF its_level IN ('concern', 'urgent') THEN
      IF its_level = 'urgent' THEN
        INSERT INTO public.cases AS c (community_id, case_id, subject_kind, subject_id, subject_member_id, subject_pseudonym_id,
            circle_id, subject_name, subject_text, origin, danger, due_at)
          VALUES (p.community_id, gen_random_uuid(), 'post', p.post_id, p.author_id, p.pseudonym_id, p.circle_id,
            coalesce(p.pseudonym, (SELECT m.display_name FROM public.members m WHERE m.community_id = p.community_id AND m.member_id = p.author_id), ''),
            p.body, 'words', true, access.promised_by(true))
          ON CONFLICT (community_id, subject_kind, subject_id) WHERE decided_at IS NULL
          DO UPDATE SET danger = true, due_at = least(c.due_at, excluded.due_at) RETURNING c.case_id INTO the_case;
        IF NOT EXISTS (SELECT FROM public.case_log l WHERE l.community_id = p.community_id AND l.case_id = the_case AND l.act = 'words') THEN
          PERFORM access.log_act(the_case, p.circle_id, NULL, 'words', array_to_string(its_phrases, ' · '));
          PERFORM access.tell_in_safety(ARRAY(SELECT m.member_id FROM access.on_call() m), 'safety.urgent', NULL, the_case);
          PERFORM access.tell_in_safety(ARRAY(SELECT m.member_id FROM public.circle_members m WHERE m.community_id = p.community_id
            AND m.circle_id = p.circle_id AND m.role = 'facilitator'), 'safety.urgent-here', p.circle_id, NULL);
        END IF;
      END IF;
      INSERT INTO public.flags AS f (community_id, post_id, kind, level, phrases, circle_id, case_id)
        VALUES (p.community_id, p.post_id, 'words', its_level, its_phrases, p.circle_id, the_case)
        ON CONFLICT (community_id, post_id, kind) DO UPDATE SET phrases = excluded.phrases,
          level = CASE WHEN f.level = 'urgent' THEN f.level ELSE excluded.level END, case_id = coalesce(f.case_id, excluded.case_id),
          seen_at = CASE WHEN f.level = excluded.level THEN f.seen_at END;
    END IF;
    SELECT coalesce(array_agg(DISTINCT rtrim(lower(m[1]), '/.,;:!?)')), '{}') INTO links
      FROM regexp_matches(p.body, '((?:https?://|www\.)\S+)', 'gi') m;
    IF length(p.body) < 40 AND cardinality(links) = 0 THEN RETURN; END IF;
    SELECT count(DISTINCT x.circle_id) + CASE WHEN bool_or(EXISTS (SELECT FROM unnest(links) l WHERE position(l IN lower(x.body)) > 0)) THEN 1 ELSE 0 END
      INTO places FROM public.posts x
      WHERE x.community_id = p.community_id AND x.circle_id <> p.circle_id AND x.created_at > now() - interval '7 days'
        AND x.removed_at IS NULL AND (x.author_id = access.member_id() OR x.pseudonym_id = ANY (access.my_pseudonym_ids()))
        AND (lower(btrim(x.body)) = lower(btrim(p.body)) OR EXISTS (SELECT FROM unnest(links) l WHERE position(l IN lower(x.body)) > 0));
    IF places >= 2 THEN
      INSERT INTO public.flags (community_id, post_id, kind, level, circle_id)
        VALUES (p.community_id, p.post_id, 'selling', 'concern', p.circle_id) ON CONFLICT DO NOTHING;
    END IF;
  END $$;

-- Her words that wait, in circles she left as well.
CREATE FUNCTION access.my_rewordings() RETURNS TABLE (post_id uuid, body text, content_note text, written_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY SELECT w.post_id, w.body, w.content_note, w.written_at FROM access.my_posts() p
    JOIN public.post_rewordings w ON w.community_id = p.community_id AND w.post_id = p.post_id ORDER BY w.written_at; END $$;

-- The last few messages that somebody wrote to whoever asks, in talks that a block of either has closed: to be reported,
-- and for nothing else.
CREATE FUNCTION access.words_behind_block()
  RETURNS TABLE (talk_id uuid, other_id uuid, other_name text, message_id uuid, body text, created_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT t.talk_id, o.member_id, o.display_name, m.message_id, m.body, m.created_at
    FROM public.talks t
    JOIN public.members o ON o.community_id = t.community_id AND o.member_id <> access.member_id() AND o.member_id IN (t.asker_id, t.asked_id)
    CROSS JOIN LATERAL (SELECT x.* FROM public.messages x WHERE x.community_id = t.community_id AND x.talk_id = t.talk_id
      AND x.author_id = o.member_id AND x.removed_at IS NULL ORDER BY x.born DESC LIMIT 5) m
    WHERE t.community_id = access.community_id() AND access.member_id() IN (t.asker_id, t.asked_id)
      AND o.member_id = ANY (access.my_blocked_ids()) AND access.takes_part()
    ORDER BY o.display_name, t.talk_id, m.born;
  END $$;
-- One of these, and the few around it.
CREATE FUNCTION access.words_around(message uuid) RETURNS TABLE (reported boolean, author uuid, name text, body text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    WITH it AS (SELECT x.* FROM public.messages x JOIN access.words_behind_block() w ON w.message_id = x.message_id
      WHERE x.community_id = access.community_id() AND x.message_id = message),
    around AS (
      (SELECT m.* FROM public.messages m, it WHERE m.community_id = it.community_id AND m.talk_id = it.talk_id
        AND m.removed_at IS NULL AND m.born < it.born ORDER BY m.born DESC LIMIT 2)
      UNION ALL SELECT * FROM it
      UNION ALL (SELECT m.* FROM public.messages m, it WHERE m.community_id = it.community_id AND m.talk_id = it.talk_id
        AND m.removed_at IS NULL AND m.born > it.born ORDER BY m.born LIMIT 2))
    SELECT a.message_id = message, a.author_id, o.display_name, a.body
    FROM around a JOIN public.members o ON o.community_id = a.community_id AND o.member_id = a.author_id ORDER BY a.born;
  END $$;

-- Who came into a joined circle and was in neither of the two it was made of.
CREATE FUNCTION access.came_since(a uuid, b uuid, joined uuid) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN ARRAY(SELECT p.member_id FROM public.circle_members p WHERE p.community_id = access.community_id() AND p.circle_id = joined
    AND NOT EXISTS (SELECT FROM public.circle_members o WHERE o.community_id = p.community_id AND o.member_id = p.member_id
      AND o.circle_id IN (a, b))); END $$;
-- How many that are, for whoever may take the merge back.
CREATE FUNCTION access.later_joiners(merge uuid) RETURNS int
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce((SELECT cardinality(access.came_since(m.circle_a, m.circle_b, m.joined_circle)) FROM public.circle_merges m
    WHERE m.community_id = access.community_id() AND m.merge_id = merge AND access.may_stop_merge(m)), 0); END $$;
CREATE OR REPLACE FUNCTION access.undo_merge(merge uuid) RETURNS boolean
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
    -- Whoever came while they were one has neither of the two to go back to: she is told, and told where she may ask.
    PERFORM access.notify(access.came_since(m.circle_a, m.circle_b, m.joined_circle), 'circles.went-back', m.joined_circle, NULL, merge, true);
    RETURN true;
  END $$;

REVOKE ALL ON FUNCTION access.is_new_here(uuid, uuid, uuid, uuid, smallint), access.words_would_wait(uuid), access.drop_rewording(uuid),
  access.words_mark(text, text), access.let_in(uuid, text), access.my_rewordings(), access.words_behind_block(),
  access.words_around(uuid), access.came_since(uuid, uuid, uuid), access.later_joiners(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.words_would_wait(uuid), access.drop_rewording(uuid), access.words_mark(text, text),
  access.let_in(uuid, text), access.my_rewordings(), access.words_behind_block(), access.words_around(uuid),
  access.later_joiners(uuid) TO porchlight_app;
RESET ROLE;

CREATE TRIGGER posts_forget_rewording BEFORE UPDATE OF removed_at, hidden_at ON posts FOR EACH ROW
  WHEN (NEW.reworded_at IS NOT NULL AND (NEW.removed_at IS NOT NULL OR NEW.hidden_at IS NOT NULL))
  EXECUTE FUNCTION access.forget_rewording();
-- As in 0009: a trigger's function is for our tables alone.
SET ROLE porchlight_policy;
REVOKE ALL ON FUNCTION access.forget_rewording() FROM PUBLIC;
RESET ROLE;
