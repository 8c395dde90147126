-- How a circle is kept kind by those who look after it, and what a sanction does: always to the real member, also when
-- nobody knows who she is.
ALTER TABLE circles
  ADD COLUMN hold_first smallint NOT NULL DEFAULT 0 CHECK (hold_first BETWEEN 0 AND 10),     -- a newcomer's first posts wait
  ADD COLUMN slow_minutes smallint NOT NULL DEFAULT 0 CHECK (slow_minutes BETWEEN 0 AND 1440), -- between posts of one member
  ADD COLUMN locked_at timestamptz;           -- everybody may read, only facilitators write
ALTER TABLE posts
  ADD COLUMN held_at timestamptz,             -- waits for a facilitator: seen by its author and by those who may let it in
  ADD COLUMN hidden_at timestamptz,           -- taken out of sight by a decision: seen by nobody, restored by an appeal
  ADD COLUMN locked_at timestamptz;           -- of a thread: no more replies
CREATE INDEX posts_held ON posts (community_id, circle_id, held_at) WHERE held_at IS NOT NULL;

-- mute: may read in a circle, not write. suspension: takes no part in the community. Of somebody without a name only the
-- name she went by is kept beside it, and only she reads whose it is.
CREATE TABLE sanctions (
  community_id uuid NOT NULL,
  sanction_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('mute', 'suspension')),
  member_id uuid NOT NULL,
  circle_id uuid,
  case_id uuid,
  shown_name text NOT NULL DEFAULT '',
  anonymous boolean NOT NULL DEFAULT false,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  until timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  lifted_at timestamptz,
  PRIMARY KEY (community_id, sanction_id),
  CHECK ((kind = 'mute') = (circle_id IS NOT NULL)),
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE CASCADE,
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE
);
CREATE INDEX sanctions_of ON sanctions (community_id, member_id) WHERE lifted_at IS NULL;

-- One way and quiet: whose words she would rather not read.
CREATE TABLE mutes (
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  muted_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, member_id, muted_id),
  CHECK (member_id <> muted_id),
  FOREIGN KEY (community_id, member_id) REFERENCES members ON DELETE CASCADE,
  FOREIGN KEY (community_id, muted_id) REFERENCES members ON DELETE CASCADE
);

SET ROLE porchlight_policy;
-- Whether whoever asks takes part here. True for nobody at all: what the public may see is not hers to lose.
CREATE FUNCTION access.takes_part() RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN NOT EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = access.community_id()
    AND s.member_id = access.member_id() AND s.kind = 'suspension' AND s.lifted_at IS NULL AND s.until > now()); END $$;

CREATE OR REPLACE FUNCTION access.my_circle_ids() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce((SELECT array_agg(m.circle_id) FROM public.circle_members m
    WHERE m.community_id = access.community_id() AND m.member_id = access.member_id()
      AND NOT EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = access.community_id()
        AND s.member_id = access.member_id() AND s.kind = 'suspension' AND s.lifted_at IS NULL AND s.until > now())), '{}'); END $$;
CREATE OR REPLACE FUNCTION access.my_facilitated_ids() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce((SELECT array_agg(m.circle_id) FROM public.circle_members m
    WHERE m.community_id = access.community_id() AND m.member_id = access.member_id() AND m.role = 'facilitator'
      AND NOT EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = access.community_id()
        AND s.member_id = access.member_id() AND s.kind = 'suspension' AND s.lifted_at IS NULL AND s.until > now())), '{}'); END $$;

-- A coordinator keeps her keys: a decision about somebody without a name must neither close the house nor, by failing,
-- tell who she is.
CREATE OR REPLACE FUNCTION access.my_role() RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT CASE WHEN m.role = 'moderator' AND NOT access.takes_part() THEN 'member' ELSE m.role END
    FROM public.members m
    WHERE m.community_id = access.community_id() AND m.member_id = access.member_id()); END $$;

-- Until when somebody is suspended, for the first statement of a request: it runs before there is a scope to ask in.
CREATE FUNCTION access.suspended_until(community uuid, member uuid) RETURNS timestamptz
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT max(s.until) FROM public.sanctions s WHERE s.community_id = community AND s.member_id = member
    AND s.kind = 'suspension' AND s.lifted_at IS NULL AND s.until > now()); END $$;

-- Whose named words she does not see: blocked either way, and those she muted.
CREATE FUNCTION access.my_unseen_ids() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce((SELECT array_agg(x) FROM (
      SELECT b.blocked_id AS x FROM public.blocks b WHERE b.community_id = access.community_id() AND b.blocker_id = access.member_id()
      UNION SELECT b.blocker_id FROM public.blocks b WHERE b.community_id = access.community_id() AND b.blocked_id = access.member_id()
      UNION SELECT m.muted_id FROM public.mutes m WHERE m.community_id = access.community_id() AND m.member_id = access.member_id()
    ) unseen), '{}'); END $$;

-- As in 0013, and nothing is told of what is out of sight, nor of somebody whom she muted.
CREATE OR REPLACE FUNCTION access.readers_of(community uuid, post uuid, asked uuid[]) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN QUERY
    SELECT m.member_id FROM public.posts p
    JOIN public.circle_members m ON m.community_id = p.community_id AND m.circle_id = p.circle_id
    WHERE p.community_id = community AND p.post_id = post AND p.removed_at IS NULL AND m.member_id = ANY (asked)
      AND p.held_at IS NULL AND p.hidden_at IS NULL
      AND (p.author_id IS NULL OR NOT EXISTS (SELECT FROM public.blocks b WHERE b.community_id = community
        AND (b.blocker_id, b.blocked_id) IN ((m.member_id, p.author_id), (p.author_id, m.member_id)))
        AND NOT EXISTS (SELECT FROM public.mutes u WHERE u.community_id = community AND u.member_id = m.member_id
          AND u.muted_id = p.author_id))
      AND (p.pseudonym_id IS NULL OR NOT EXISTS (SELECT FROM public.hidden_pseudonyms h WHERE h.community_id = community
        AND h.member_id = m.member_id AND h.pseudonym_id = p.pseudonym_id));
  END $$;

-- The member behind a post, with or without a name. For the functions here alone.
CREATE FUNCTION access.author_behind(author uuid, pseudonym uuid) RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN coalesce(author, (SELECT s.member_id FROM public.pseudonyms s
    WHERE s.community_id = access.community_id() AND s.pseudonym_id = pseudonym)); END $$;

-- Before somebody's words stand in a circle: is it open, may she write there, has she waited, is she new?
CREATE FUNCTION access.guard_post() RETURNS trigger
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
    IF seat.hold_first > (SELECT count(*) FROM public.posts p WHERE p.community_id = NEW.community_id
        AND p.circle_id = NEW.circle_id AND p.held_at IS NULL
        AND (p.author_id = writer OR p.pseudonym_id = ANY (pseudonyms_of_hers))) THEN
      NEW.held_at := now();
    END IF;
    RETURN NEW;
  END $$;

-- Other words in the place of old ones are words as well: who only reads for a while, or stands before a lock or in an
-- archive, puts none there. Taking her words back is always hers.
CREATE FUNCTION access.guard_words() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE writer uuid; seat record;
  BEGIN
    writer := coalesce(NEW.author_id, (SELECT s.member_id FROM public.pseudonyms s
      WHERE s.community_id = NEW.community_id AND s.pseudonym_id = NEW.pseudonym_id));
    SELECT m.role, c.archived_at, coalesce(c.locked_at, t.locked_at) AS locked_at INTO seat
      FROM public.circles c JOIN public.posts t ON t.community_id = c.community_id AND t.post_id = NEW.thread_id
      LEFT JOIN public.circle_members m ON m.community_id = c.community_id AND m.circle_id = c.circle_id AND m.member_id = writer
      WHERE c.community_id = NEW.community_id AND c.circle_id = NEW.circle_id;
    IF seat.archived_at IS NULL AND seat.role = 'facilitator' THEN RETURN NEW; END IF;
    IF seat.archived_at IS NOT NULL OR seat.locked_at IS NOT NULL THEN RAISE EXCEPTION 'locked' USING ERRCODE = 'PL251'; END IF;
    IF EXISTS (SELECT FROM public.sanctions s WHERE s.community_id = NEW.community_id AND s.member_id = writer
        AND s.circle_id = NEW.circle_id AND s.lifted_at IS NULL AND s.until > now()) THEN
      RAISE EXCEPTION 'muted' USING ERRCODE = 'PL252';
    END IF;
    RETURN NEW;
  END $$;

-- A reply that comes into sight or leaves it is counted anew, and open pages are told: as of a new one, or of one gone.
CREATE FUNCTION access.recount_reply() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE step int := (NEW.held_at IS NULL AND NEW.hidden_at IS NULL)::int - (OLD.held_at IS NULL AND OLD.hidden_at IS NULL)::int;
    v bigint;
  BEGIN
    IF step = 0 THEN RETURN NULL; END IF;
    UPDATE public.posts SET reply_count = reply_count + CASE WHEN NEW.removed_at IS NULL THEN step ELSE 0 END,
        last_active_at = CASE WHEN OLD.held_at IS NOT NULL AND step = 1 THEN greatest(last_active_at, now()) ELSE last_active_at END,
        thread_version = thread_version + 1, reshaped = CASE WHEN step = -1 THEN thread_version + 1 ELSE reshaped END
      WHERE community_id = NEW.community_id AND post_id = NEW.thread_id RETURNING thread_version INTO v;
    UPDATE public.posts SET version = v, born = v
      WHERE step = 1 AND community_id = NEW.community_id AND post_id = NEW.post_id;
    RETURN NULL;
  END $$;

-- Nobody takes a seat, asks to talk or writes a message while she is suspended, by whatever door.
CREATE FUNCTION access.guard_suspended() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NOT access.takes_part() THEN
      RAISE EXCEPTION 'suspended' USING ERRCODE = 'PL254';
    END IF;
    RETURN NEW;
  END $$;
REVOKE ALL ON FUNCTION access.takes_part(), access.suspended_until(uuid, uuid), access.my_unseen_ids(), access.guard_post(), access.guard_words(),
  access.recount_reply(), access.guard_suspended(), access.author_behind(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.takes_part(), access.suspended_until(uuid, uuid), access.my_unseen_ids() TO porchlight_app;
RESET ROLE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sanctions', 'mutes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_policy', t);
    EXECUTE format('CREATE POLICY definer ON %I TO porchlight_policy USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT ON sanctions TO porchlight_app;
CREATE POLICY hers ON sanctions FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
GRANT SELECT, INSERT, DELETE ON mutes TO porchlight_app;
CREATE POLICY hers ON mutes TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id())
  WITH CHECK (community_id = access.community_id() AND member_id = access.member_id());

CREATE TRIGGER circle_members_guard BEFORE INSERT ON circle_members FOR EACH ROW EXECUTE FUNCTION access.guard_suspended();
CREATE TRIGGER talks_guard BEFORE INSERT OR UPDATE OF state ON talks FOR EACH ROW EXECUTE FUNCTION access.guard_suspended();
CREATE TRIGGER messages_guard BEFORE INSERT ON messages FOR EACH ROW EXECUTE FUNCTION access.guard_suspended();
CREATE TRIGGER posts_guard BEFORE INSERT ON posts FOR EACH ROW EXECUTE FUNCTION access.guard_post();
CREATE TRIGGER posts_guard_words BEFORE UPDATE OF body, content_note ON posts FOR EACH ROW
  WHEN (NEW.removed_at IS NULL AND (NEW.body, NEW.content_note) IS DISTINCT FROM (OLD.body, OLD.content_note))
  EXECUTE FUNCTION access.guard_words();
CREATE TRIGGER posts_recount AFTER UPDATE OF held_at, hidden_at ON posts FOR EACH ROW
  WHEN (NEW.thread_id <> NEW.post_id) EXECUTE FUNCTION access.recount_reply();
-- What is not in sight was never counted.
DROP TRIGGER posts_count_reply ON posts;
DROP TRIGGER posts_uncount_reply ON posts;
DROP TRIGGER posts_forget_reply ON posts;
CREATE TRIGGER posts_count_reply AFTER INSERT ON posts FOR EACH ROW
  WHEN (NEW.thread_id <> NEW.post_id AND NEW.held_at IS NULL) EXECUTE FUNCTION access.count_reply();
CREATE TRIGGER posts_uncount_reply AFTER UPDATE OF removed_at ON posts FOR EACH ROW
  WHEN (NEW.thread_id <> NEW.post_id AND OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL
    AND OLD.held_at IS NULL AND OLD.hidden_at IS NULL) EXECUTE FUNCTION access.count_reply();
CREATE TRIGGER posts_forget_reply AFTER DELETE ON posts FOR EACH ROW
  WHEN (OLD.thread_id <> OLD.post_id AND OLD.removed_at IS NULL AND OLD.held_at IS NULL AND OLD.hidden_at IS NULL)
  EXECUTE FUNCTION access.count_reply();

-- Search knows no word of what is out of sight.
SET ROLE porchlight_policy;
CREATE OR REPLACE FUNCTION access.keep_words() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    IF NEW.removed_at IS NOT NULL OR NEW.held_at IS NOT NULL OR NEW.hidden_at IS NOT NULL THEN
      DELETE FROM public.post_words WHERE community_id = NEW.community_id AND post_id = NEW.post_id;
    ELSE
      INSERT INTO public.post_words (community_id, post_id, circle_id, created_at, words)
        VALUES (NEW.community_id, NEW.post_id, NEW.circle_id, NEW.created_at,
          access.words_of(concat_ws(' ', NEW.content_note, NEW.body)))
        ON CONFLICT (community_id, post_id) DO UPDATE SET words = EXCLUDED.words;
    END IF;
    RETURN NULL;
  END $$;
RESET ROLE;
CREATE TRIGGER posts_words_in_sight AFTER UPDATE OF held_at, hidden_at ON posts
  FOR EACH ROW EXECUTE FUNCTION access.keep_words();

-- As in 0010, and more: what was put out of sight is so for everybody; what waits is seen by its author and by those who
-- may let it in; whom she muted she does not read, unless she looks after the circle.
DROP POLICY inside ON posts;
CREATE POLICY inside ON posts FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_circle_ids())::uuid[])
    AND hidden_at IS NULL
    AND ((author_id IS NULL OR author_id <> ALL ((SELECT access.my_unseen_ids())::uuid[]))
        AND (pseudonym_id IS NULL OR pseudonym_id <> ALL ((SELECT access.my_hidden_pseudonym_ids())::uuid[]))
        AND (held_at IS NULL OR author_id = access.member_id() OR pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]))
      OR circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[])));

-- Suspended, she sees herself and what is hers; the rest of the community is not there.
CREATE POLICY taking_part ON members AS RESTRICTIVE FOR SELECT TO porchlight_app
  USING (member_id = access.member_id() OR account_id = access.account_id() OR (SELECT access.takes_part()));
CREATE POLICY taking_part ON circles AS RESTRICTIVE TO porchlight_app
  USING (created_by = access.member_id() OR (SELECT access.takes_part())) WITH CHECK ((SELECT access.takes_part()));
CREATE POLICY own_seat ON circle_members FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND member_id = access.member_id());
-- Of her talks she keeps what she wrote herself.
CREATE POLICY taking_part ON messages AS RESTRICTIVE FOR SELECT TO porchlight_app
  USING (author_id = access.member_id() OR (SELECT access.takes_part()));
CREATE POLICY taking_part ON mentor_offers AS RESTRICTIVE TO porchlight_app
  USING (member_id = access.member_id() OR (SELECT access.takes_part())) WITH CHECK ((SELECT access.takes_part()));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['join_requests', 'introductions', 'reports'] LOOP
    EXECUTE format('CREATE POLICY taking_part ON %I AS RESTRICTIVE FOR INSERT TO porchlight_app WITH CHECK ((SELECT access.takes_part()))', t);
    EXECUTE format('CREATE POLICY acting ON %I AS RESTRICTIVE FOR UPDATE TO porchlight_app USING ((SELECT access.takes_part()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['organisations', 'services', 'locations'] LOOP
    EXECUTE format('CREATE POLICY taking_part ON %I AS RESTRICTIVE TO porchlight_app USING ((SELECT access.takes_part()))', t);
  END LOOP;
END $$;
