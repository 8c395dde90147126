-- Those who decide about a gathering see it as it stands, also while a decision of theirs keeps it out of sight: an appeal is
-- not judged from memory. Looking is all it lets them do. See docs/decisions/0039.
SET ROLE porchlight_policy;
-- Whether whoever asks may decide about it: of a case on its series that she may see. Not she who is down for it: she
-- learns of it what those coming learn.
CREATE FUNCTION access.judges_gathering(gathering uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ DECLARE here uuid := access.community_id(); its uuid[]; BEGIN
    IF coalesce(access.my_role(), 'member') NOT IN ('moderator', 'coordinator') THEN RETURN false; END IF;
    its := access.series_of(here, gathering);
    RETURN EXISTS (SELECT FROM public.cases c WHERE c.community_id = here AND c.subject_kind = 'gathering'
        AND c.subject_id = ANY (its)
        AND access.may_see_case(c.subject_kind, c.circle_id, c.subject_member_id, c.subject_pseudonym_id))
      AND NOT EXISTS (SELECT FROM public.rsvps r WHERE r.community_id = here AND r.gathering_id = ANY (its)
        AND r.member_id = access.member_id() AND r.answer IN ('yes', 'maybe', 'waiting'));
  END $$;

-- Whether a link will be there for those coming to it: that there is one is no secret to whoever sees it, the link is.
CREATE FUNCTION access.has_link(gathering uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN EXISTS (SELECT FROM public.gatherings g JOIN public.gathering_doors d USING (community_id, gathering_id)
    WHERE g.community_id = access.community_id() AND g.gathering_id = gathering AND d.link IS NOT NULL
      AND (g.seen_by = 'public' OR access.may_come(g.circle_id, g.seen_by, g.organised_by))); END $$;

REVOKE ALL ON FUNCTION access.judges_gathering(uuid), access.has_link(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.judges_gathering(uuid), access.has_link(uuid) TO porchlight_app;
RESET ROLE;

ALTER POLICY in_sight ON gatherings USING (hidden_at IS NULL AND away_until IS NULL
  OR organised_by = access.member_id() OR access.judges_gathering(gathering_id));
-- Also what a circle planned for itself alone, once it is hidden.
CREATE POLICY judging ON gatherings FOR SELECT TO porchlight_app USING (community_id = access.community_id()
  AND hidden_at IS NOT NULL AND access.judges_gathering(gathering_id));
