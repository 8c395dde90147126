-- Three roles, none of which may log in by itself on an operator's server, own a table, or bypass row-level security.
--   porchlight_app    what the server runs as: everything it sees, a policy lets it see
--   porchlight_auth   what the sign-in library runs as: accounts and sessions, nothing else
--   porchlight_policy owns the functions that policies ask ("which circles am I in?"), so that a policy can look
--                     at a table without asking that table's own policy in a circle
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['porchlight_app', 'porchlight_auth', 'porchlight_policy'] LOOP
    -- Roles belong to the whole server: another database's may be there, or an operator whose owner may create none
    -- has made them beforehand.
    IF to_regrole(wanted) IS NULL THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another start was quicker
      END;
    END IF;
    BEGIN
      EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
    EXCEPTION WHEN OTHERS THEN NULL; -- it has been granted by somebody else, or SET ROLE below will say so
    END;
  END LOOP;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO porchlight_app, porchlight_auth, porchlight_policy;
CREATE SCHEMA access AUTHORIZATION porchlight_policy;
GRANT USAGE ON SCHEMA access TO porchlight_app, porchlight_auth;
CREATE SCHEMA auth;
GRANT USAGE ON SCHEMA auth TO porchlight_auth, porchlight_policy;

-- The two facts every transaction states about itself. An unset setting reads as '' after a transaction that set
-- it, so '' means nothing.
SET ROLE porchlight_policy;
CREATE FUNCTION access.community_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.community_id', true), '')::uuid $$;
CREATE FUNCTION access.member_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.member_id', true), '')::uuid $$;
CREATE FUNCTION access.account_id() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.account_id', true), '') $$;
RESET ROLE;
