-- A cohort is a circle with a window of months: those its children were due, were born or came home in. Its name is
-- made when it is shown, out of the window and the day; `name` is what facilitators call it (own_name), or else plain
-- words of the founder's language for places that know nothing of windows.
ALTER TABLE circles
  ADD COLUMN born_from text CHECK (born_from ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  ADD COLUMN born_to text CHECK (born_to ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  ADD COLUMN own_name boolean NOT NULL DEFAULT true,
  ADD CONSTRAINT circles_window CHECK ((born_from IS NULL) = (born_to IS NULL) AND born_from <= born_to
    AND (born_from IS NOT NULL OR own_name));
GRANT INSERT (born_from, born_to, own_name) ON circles TO porchlight_app;
GRANT UPDATE (own_name) ON circles TO porchlight_app;
CREATE INDEX circles_cohorts ON circles (community_id, born_from) WHERE born_from IS NOT NULL AND closed_at IS NULL;

-- She left a cohort quietly: no cohort and no milestone reaches her again, until she looks for one herself.
ALTER TABLE answers ADD COLUMN milestones_ended_at timestamptz;

-- What its facilitators chose when a cohort came to an age. Nobody is moved by it: neighbours are circles to look at.
CREATE TABLE cohort_turns (
  community_id uuid NOT NULL,
  circle_id uuid NOT NULL,
  age text NOT NULL CHECK (age ~ '^(6-12|[1-9]\d?)$'),
  choice text NOT NULL CHECK (choice IN ('together', 'neighbours')),
  neighbours uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(neighbours) <= 6),
  decided_by uuid,
  decided_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (community_id, circle_id, age),
  FOREIGN KEY (community_id, circle_id) REFERENCES circles ON DELETE CASCADE,
  FOREIGN KEY (community_id, decided_by) REFERENCES members ON DELETE SET NULL (decided_by)
);
ALTER TABLE cohort_turns ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON cohort_turns TO porchlight_app;
GRANT INSERT (community_id, circle_id, age, choice, neighbours, decided_by) ON cohort_turns TO porchlight_app;
GRANT UPDATE (choice, neighbours, decided_by, decided_at) ON cohort_turns TO porchlight_app;
CREATE POLICY inside ON cohort_turns FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND (decided_by = access.member_id()
    OR circle_id = ANY ((SELECT access.my_circle_ids())::uuid[])));
CREATE POLICY deciding ON cohort_turns FOR INSERT TO porchlight_app
  WITH CHECK (community_id = access.community_id() AND decided_by = access.member_id()
    AND circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[]));
CREATE POLICY deciding_again ON cohort_turns FOR UPDATE TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[]))
  WITH CHECK (decided_by = access.member_id());

SET ROLE porchlight_policy;
-- Takes her words out of a circle, one she has left as well: policies no longer show it to her, but they are still
-- hers. Answers of others stay where they are.
CREATE FUNCTION access.take_my_words(circle uuid) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DECLARE taken int;
  BEGIN
    IF access.member_id() IS NULL THEN RETURN 0; END IF;
    UPDATE public.posts p SET body = '', content_note = NULL, removed_at = now(), removed_by = 'author'
      WHERE p.community_id = access.community_id() AND p.circle_id = circle AND p.removed_at IS NULL
        AND (p.author_id = access.member_id() OR p.pseudonym_id = ANY (access.my_pseudonym_ids()));
    GET DIAGNOSTICS taken = ROW_COUNT;
    RETURN taken;
  END $$;
REVOKE ALL ON FUNCTION access.take_my_words(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.take_my_words(uuid) TO porchlight_app;
RESET ROLE;
