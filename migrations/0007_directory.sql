-- The directory, in HSDS terms (Open Referral): organisation, service, location.
CREATE TABLE organisations (
  community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
  organisation_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  url text,
  is_sample boolean NOT NULL DEFAULT false,
  PRIMARY KEY (community_id, organisation_id)
);
CREATE TABLE services (
  community_id uuid NOT NULL,
  service_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  description text NOT NULL DEFAULT '' CHECK (length(description) <= 2000),
  topics text[] NOT NULL DEFAULT '{}',
  stages text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  cost text NOT NULL DEFAULT '',
  remote boolean NOT NULL DEFAULT false,
  phone text,
  email text,
  url text,
  openings_on date,                 -- the day somebody confirmed there are openings
  source text NOT NULL,             -- who told us
  verified_on date NOT NULL,
  review_on date NOT NULL,
  PRIMARY KEY (community_id, service_id),
  FOREIGN KEY (community_id, organisation_id) REFERENCES organisations ON DELETE CASCADE
);
CREATE TABLE locations (
  community_id uuid NOT NULL,
  location_id uuid NOT NULL,
  service_id uuid NOT NULL,
  country text NOT NULL,
  region text,
  postcode text,
  place_name text,
  latitude double precision,
  longitude double precision,
  PRIMARY KEY (community_id, location_id),
  FOREIGN KEY (community_id, service_id) REFERENCES services ON DELETE CASCADE
);
CREATE INDEX locations_service ON locations (community_id, service_id);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['organisations', 'services', 'locations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO porchlight_app', t);
    EXECUTE format('CREATE POLICY everyone ON %I FOR SELECT TO porchlight_app USING (community_id = access.community_id())', t);
    EXECUTE format('CREATE POLICY coordinator ON %I TO porchlight_app USING (community_id = access.community_id() AND (SELECT access.my_role()) = ''coordinator'') WITH CHECK (community_id = access.community_id() AND (SELECT access.my_role()) = ''coordinator'')', t);
  END LOOP;
END $$;
