-- Whoever looks after a circle can read and remove all that stands in it, also what comes from somebody she blocked or
-- who blocked her: else a block would be a way to write where nobody can take it away. Everywhere else, and for
-- everybody else, a block keeps the two apart as before. Pages fold what she herself chose not to see; that somebody
-- blocked her is never told, so what that member writes there looks like anything else.
DROP POLICY inside ON posts;
CREATE POLICY inside ON posts FOR SELECT TO porchlight_app
  USING (community_id = access.community_id() AND circle_id = ANY ((SELECT access.my_circle_ids())::uuid[])
    AND ((author_id IS NULL OR author_id <> ALL ((SELECT access.my_blocked_ids())::uuid[]))
        AND (pseudonym_id IS NULL OR pseudonym_id <> ALL ((SELECT access.my_hidden_pseudonym_ids())::uuid[]))
      OR circle_id = ANY ((SELECT access.my_facilitated_ids())::uuid[])));
